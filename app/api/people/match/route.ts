import { may, rolesIn } from '@/lib/access/rules';
import { getViewer } from '@/lib/auth/viewer';
import { matchPeople } from '@/lib/people/queries/matching';
import { matchRequestSchema } from '@/lib/people/schema/matching';

const refused = (status: number, error: string) => Response.json({ error }, { status });

/** POST /api/people/match { project, rows }: what each row of a list is to the register. Reads only; a project that the viewer may not read does not exist. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refused(401, 'signedOut');
  const parsed = matchRequestSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return refused(400, 'invalid');
  const { project, rows } = parsed.data;
  if (!may(rolesIn(viewer, project), 'records.read')) return refused(404, 'notFound');
  return Response.json({ rows: await matchPeople(viewer, project, rows) }, { headers: { 'Cache-Control': 'private, no-store' } });
}

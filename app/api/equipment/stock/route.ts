import { may, rolesIn } from '@/lib/access/rules';
import { getViewer } from '@/lib/auth/viewer';
import { searchStock } from '@/lib/equipment/queries/stock';
import { mostItems } from '@/lib/equipment/rules/hand-over';
import { isId } from '@/lib/shared/ids';

const refused = (status: number) => Response.json({ error: status === 401 ? 'signedOut' : 'notFound' }, { status });

/** GET /api/equipment/stock?project=ID&q=TEXT: items that a hand-over can still pass on, the first 20 and how many there are; with &all=yes as many as one hand-over takes. A project that the viewer may not write in does not exist. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refused(401);
  const { searchParams } = new URL(request.url);
  const project = searchParams.get('project');
  if (!isId(project) || !may(rolesIn(viewer, project), 'records.write')) return refused(404);
  const found = await searchStock(viewer, project, (searchParams.get('q') ?? '').slice(0, 200), searchParams.get('all') === 'yes' ? mostItems : undefined);
  return Response.json(found, { headers: { 'Cache-Control': 'private, no-store' } });
}

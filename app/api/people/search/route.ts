import { getViewer } from '@/lib/auth/viewer';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { searchPeople } from '@/lib/people/queries/search';
import { rolesIn, may } from '@/lib/access/rules';
import { isId } from '@/lib/shared/ids';

const refused = (status: number) => Response.json({ error: status === 401 ? 'signedOut' : 'notFound' }, { status });

/** GET /api/people/search?project=ID&q=TEXT: people to pick from, at most 20. A project that the viewer may not read does not exist. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refused(401);
  const { searchParams } = new URL(request.url);
  const project = searchParams.get('project');
  if (!isId(project) || !may(rolesIn(viewer, project), 'records.read')) return refused(404);
  const [found, tree] = await Promise.all([searchPeople(viewer, project, searchParams.get('q') ?? ''), institutionTree(viewer, await getLanguage())]);
  const people = found.map((person) => ({ ...person, institution: tree.name(person.institutionId) }));
  return Response.json({ people }, { headers: { 'Cache-Control': 'private, no-store' } });
}

import { getViewer } from '@/lib/auth/viewer';
import { findToCheck, itemsToCheck } from '@/lib/equipment/queries/due';
import { findProject } from '@/lib/projects/queries';

export const dynamic = 'force-dynamic';

const refused = (status: number) => Response.json({ error: status === 401 ? 'signedOut' : 'notFound' }, { status });

/** GET /api/checks/items?project=SLUG&q=TEXT or &id=ID: items of the project that can be checked, at most 20. A project that the viewer may not read does not exist. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refused(401);
  const { searchParams } = new URL(request.url);
  const project = await findProject(viewer, searchParams.get('project') ?? '');
  if (!project?.may('records.read')) return refused(404);
  const id = searchParams.get('id');
  const items = id === null ? await findToCheck(viewer, project, searchParams.get('q') ?? '') : await itemsToCheck(viewer, project, [id]);
  return Response.json({ items: items.map(({ id: itemId, assetTag, description, serialNumber, quantity }) => ({ id: itemId, assetTag, description, serialNumber, quantity })) }, { headers: { 'Cache-Control': 'private, no-store' } });
}

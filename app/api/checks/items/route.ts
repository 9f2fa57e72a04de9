import { getViewer } from '@/lib/auth/viewer';
import { findRooms, findToCheck, itemsInRoom, itemsToCheck } from '@/lib/equipment/queries/due';
import { findProject } from '@/lib/projects/queries';
import { cleanText } from '@/lib/shared/text';

export const dynamic = 'force-dynamic';

const refused = (status: number) => Response.json({ error: status === 401 ? 'signedOut' : 'notFound' }, { status });

/** GET /api/checks/items?project=SLUG&q=TEXT, &id=ID or &room=PLACE: items of the project that can be checked; for a text also the places that it names. A project that the viewer may not read does not exist. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return refused(401);
  const { searchParams } = new URL(request.url);
  const project = await findProject(viewer, searchParams.get('project') ?? '');
  if (!project?.may('records.read')) return refused(404);
  const [id, room, text] = [searchParams.get('id'), searchParams.get('room'), cleanText(searchParams.get('q') ?? '')];
  const [items, rooms] = await Promise.all([id !== null ? itemsToCheck(viewer, project, [id]) : room !== null ? itemsInRoom(viewer, project, cleanText(room)) : findToCheck(viewer, project, text), findRooms(viewer, project, text)]);
  return Response.json({ rooms, items: items.map(({ id: itemId, assetTag, description, serialNumber, quantity }) => ({ id: itemId, assetTag, description, serialNumber, quantity })) }, { headers: { 'Cache-Control': 'private, no-store' } });
}

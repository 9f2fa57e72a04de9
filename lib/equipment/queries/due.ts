import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type KeysetPage, cutPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { isCalendarDate } from '@/lib/shared/dates';
import { isId } from '@/lib/shared/ids';
import type { ActionPointStatus, EquipmentCondition } from '@/lib/shared/vocabulary';
import { type Attention, attentionStates, noticeDays } from '../rules/checks';
import { foundBy } from './conditions';

export type DueItem = {
  id: string;
  assetTag: string;
  description: string;
  serialNumber: string | null;
  quantity: number;
  recipientId: string | null;
  handedOverOn: string;
  /** the next scheduled check; null: all are done, or nothing is out any more */
  due: string | null;
  latest: { checkedOn: string; inUse: boolean; condition: EquipmentCondition | null; location: string | null } | null;
  /** the newest action point raised about it */
  actionPoint: { number: number; status: ActionPointStatus } | null;
  /** the gravest first; empty: nothing */
  attention: Attention[];
};
type Project = { id: string; today: string };

// What the view check_schedule (s) says, in the words of the list. The order of the cases is that of gravity.
const attention = (today: string) => sql`array_remove(array[case when s.failed then 'failed' end, case when s.due_on < ${today}::date then 'overdue' end, case when s.due_on between ${today}::date and ${today}::date + ${noticeDays}::int then 'due' end], null)`;
const columns = (project: Project) => sql`e.id, e.asset_tag as "assetTag", e.description, e.serial_number as "serialNumber", e.quantity, s.recipient_institution_id as "recipientId", s.handed_over_on as "handedOverOn", s.due_on as due,
  case when s.checked_on is not null then json_build_object('checkedOn', s.checked_on, 'inUse', s.in_use, 'condition', s.condition, 'location', s.location) end as latest, ${attention(project.today)} as attention,
  (select json_build_object('number', p.number, 'status', p.status) from item_action_points i join action_points p on p.id = i.action_point_id where i.item_id = e.id order by i.raised_at desc limit 1) as "actionPoint"`;
/** Items that can be checked: on an approved hand-over that took place. */
const checkable = (project: Project) => sql`from check_schedule s join equipment_items e on e.id = s.item_id where s.project_id = ${project.id} and s.handed_over_on <= ${project.today}`;

export type DueCounts = Record<Attention, number> & { /** each once, whatever it asks attention for */ items: number };
export type DueList = KeysetPage<DueItem> & { /** on all pages */ total: number; counts: DueCounts; /** the same by institution */ byInstitution: Map<string | null, DueCounts> };
export type DueFilter = { institutionIds: string[] | null; attention: Attention | null };
const none = (): DueCounts => ({ failed: 0, overdue: 0, due: 0, items: 0 });
const pageSize = 50;

type Place = { id: string; gravity: number; day: string; tag: number };
type Asking = { counts: (DueCounts & { recipientId: string | null })[]; page: Place[] };

/** A page of the items that ask for attention, the gravest and longest overdue first, with how many there are of each sort in all. Nothing for who reads no records. */
export async function dueList(viewer: Viewer, project: Project, filter: DueFilter, at: PageAt = {}, size: number = pageSize): Promise<DueList> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null, total: 0, counts: none(), byInstitution: new Map() };
  const cursor = readPlace(at.before ?? at.after);
  const asking = await whatAsks(project, filter, cursor, Boolean(at.before), size);
  const page = cutPage(asking.page, size, cursor ? at : {}, (row) => [String(row.gravity), row.day, String(row.tag), row.id]);
  const items = new Map((await itemsOf(project, page.rows.map((row) => row.id))).map((item) => [item.id, item]));
  const counts = none();
  for (const some of asking.counts) for (const key of ['failed', 'overdue', 'due', 'items'] as const) counts[key] += some[key];
  const byInstitution = new Map(asking.counts.map(({ recipientId, ...some }) => [recipientId, some]));
  return { ...page, rows: page.rows.flatMap((row) => items.get(row.id) ?? []), total: counts[filter.attention ?? 'items'], counts, byInstitution };
}

/** One walk over the schedule: how much asks for attention by institution, and which items stand on the page. */
async function whatAsks(project: Project, filter: DueFilter, cursor: string[] | null, before: boolean, size: number): Promise<Asking> {
  const backwards = cursor !== null && before;
  const direction = sql.raw(backwards ? 'desc' : 'asc');
  const within = filter.institutionIds ? sql`and s.recipient_institution_id in ${filter.institutionIds}` : sql``;
  const from = cursor ? sql`(gravity, day, tag, id) ${sql.raw(backwards ? '<' : '>')} (${cursor[0]}::int, ${cursor[1]}::date, ${cursor[2]}::int, ${cursor[3]}::uuid)` : sql`true`;
  const count = (state: Attention) => sql`count(*) filter (where ${state} = any(attention))::int`;
  const [row] = await database().execute<Asking>(sql`
    with asking as materialized (
      select *, array_position(${sql.param(attentionStates)}::text[], attention[1]) as gravity
      from (select e.id, e.tag_number as tag, s.recipient_institution_id as recipient, coalesce(s.due_on, '9999-12-31') as day, ${attention(project.today)} as attention ${checkable(project)} ${within}) every where cardinality(attention) > 0)
    select (select coalesce(json_agg(c), '[]') from (select recipient as "recipientId", ${count('failed')} as failed, ${count('overdue')} as overdue, ${count('due')} as due, count(*)::int as items from asking group by 1) c) as counts,
      (select coalesce(json_agg(p), '[]') from (select id, gravity, day, tag from asking where ${filter.attention ? sql`${filter.attention} = any(attention)` : sql`true`} and ${from}
        order by gravity ${direction}, day ${direction}, tag ${direction}, id ${direction} limit ${size + 1}) p) as page`);
  return row ?? { counts: [], page: [] };
}

/** A place in the list; none where somebody wrote the address themselves. */
function readPlace(text: string | undefined): string[] | null {
  const place = readCursor(text, 4);
  return place && /^\d$/.test(place[0] ?? '') && isCalendarDate(place[1] ?? '') && /^\d{1,9}$/.test(place[2] ?? '') ? place : null;
}

const itemsOf = (project: Project, ids: readonly string[]): Promise<DueItem[]> =>
  ids.length === 0 ? Promise.resolve([]) : database().execute<DueItem>(sql`select ${columns(project)} ${checkable(project)} and e.id in ${ids} order by e.tag_number, e.id`);

/** Checkable items by id, for the form; those of other projects are left out. */
export async function itemsToCheck(viewer: Viewer, project: Project, ids: readonly string[]): Promise<DueItem[]> {
  const wanted = [...new Set(ids)].filter(isId).slice(0, 200);
  return may(rolesIn(viewer, project.id), 'records.read') ? itemsOf(project, wanted) : [];
}

/** Checkable items whose tag, name or serial number holds the words; at most 20. */
export async function findToCheck(viewer: Viewer, project: Project, text: string): Promise<DueItem[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0 || !may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<DueItem>(sql`select ${columns(project)} ${checkable(project)} and ${foundBy(words)} order by e.tag_number, e.id limit 20`);
}

export type Room = { location: string; items: number };

/** Places whose name holds the words, with how many items were last found there and are still out, the fullest first; at most 5. */
export async function findRooms(viewer: Viewer, project: Project, text: string): Promise<Room[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0 || !may(rolesIn(viewer, project.id), 'records.read')) return [];
  const like = words.map((word) => sql`search_text(s.location) like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  return database().execute<Room>(sql`select s.location, count(*)::int as items from check_schedule s where s.project_id = ${project.id} and s.held and s.handed_over_on <= ${project.today} and ${sql.join(like, sql` and `)} group by s.location order by items desc, s.location limit 5`);
}

/** The items that the latest check found in a place and that are still out, at most 200: a round through a room. */
export async function itemsInRoom(viewer: Viewer, project: Project, location: string): Promise<DueItem[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<DueItem>(sql`select ${columns(project)} ${checkable(project)} and s.held and s.location = ${location} order by e.tag_number, e.id limit 200`);
}

export type PhotoView = { id: string; checkId: string; width: number; height: number };

/** The photos of an item's checks; none for who reads no records. */
export async function photosOfItem(viewer: Viewer, project: { id: string }, itemId: string): Promise<PhotoView[]> {
  if (!isId(itemId) || !may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<PhotoView>(sql`
    select p.id, p.check_id as "checkId", p.width, p.height from check_photos p join end_use_checks c on c.id = p.check_id join equipment_items e on e.id = c.item_id
    where c.item_id = ${itemId} and e.project_id = ${project.id} order by p.added_at, p.id limit 200`);
}

/** One photo for whoever reads the records of its project; else there is none. */
export async function findPhoto(viewer: Viewer, photoId: string): Promise<{ sha256: string; size: number; mediaType: string } | null> {
  if (!isId(photoId)) return null;
  const [row] = await database().execute<{ sha256: string; size: number; mediaType: string; projectId: string }>(sql`
    select p.sha256, p.size::int as size, p.media_type as "mediaType", e.project_id as "projectId" from check_photos p join end_use_checks c on c.id = p.check_id join equipment_items e on e.id = c.item_id where p.id = ${photoId}`);
  return row && may(rolesIn(viewer, row.projectId), 'records.read') ? { sha256: row.sha256, size: row.size, mediaType: row.mediaType } : null;
}

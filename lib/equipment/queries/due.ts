import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { ActionPointStatus, EquipmentCondition } from '@/lib/shared/vocabulary';
import { type Attention, attentionOf, attentionStates, nextCheckDue } from '../rules/checks';

export type DueItem = {
  id: string;
  assetTag: string;
  description: string;
  serialNumber: string | null;
  quantity: number;
  recipientId: string | null;
  handedOverOn: string;
  /** the next scheduled check; null: all are done */
  due: string | null;
  latest: { checkedOn: string; inUse: boolean; condition: EquipmentCondition | null; location: string | null } | null;
  /** the newest action point raised about it */
  actionPoint: { number: number; status: ActionPointStatus } | null;
  attention: Attention[];
};
type Row = Omit<DueItem, 'due' | 'attention'> & { checks: string[] };
type Project = { id: string; today: string; checkMonths: number[] };

const columns = sql`e.id, e.asset_tag as "assetTag", e.description, e.serial_number as "serialNumber", e.quantity, h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn",
  coalesce((select json_agg(c.checked_on) from end_use_checks c where c.item_id = e.id), '[]') as checks,
  (select json_build_object('checkedOn', c.checked_on, 'inUse', c.in_use, 'condition', c.condition, 'location', c.location) from end_use_checks c where c.item_id = e.id
    order by c.checked_on desc, c.recorded_at desc, c.id desc limit 1) as latest,
  (select json_build_object('number', p.number, 'status', p.status) from item_action_points i join action_points p on p.id = i.action_point_id where i.item_id = e.id order by i.raised_at desc limit 1) as "actionPoint"`;
/** Items that can be checked: on an approved hand-over that took place. */
const checkable = (project: Project) => sql`from equipment_items e join activities a on a.id = e.activity_id and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
  join hand_overs h on h.activity_id = a.id where e.project_id = ${project.id}`;

function asDue(project: Project, { checks, ...row }: Row): DueItem {
  const due = nextCheckDue(row.handedOverOn, checks, project.checkMonths);
  return { ...row, due, attention: attentionOf({ due, latest: row.latest }, project.today) };
}

export type DueList = { items: DueItem[]; counts: Record<Attention, number>; more: number };
const shown = 500;

/** The items of the project that ask for attention, the gravest and oldest first, with how many there are of each sort; at most 500 are listed. Nothing for who reads no records. */
export async function dueList(viewer: Viewer, project: Project, filter: { institutionIds: string[] | null; attention: Attention | null }): Promise<DueList> {
  const none = { failed: 0, overdue: 0, due: 0 };
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { items: [], counts: none, more: 0 };
  const within = filter.institutionIds ? sql`and h.recipient_institution_id in ${filter.institutionIds}` : sql``;
  const rows = await database().execute<Row>(sql`select ${columns} ${checkable(project)} ${within} order by e.asset_tag`);
  const asking = rows.map((row) => asDue(project, row)).filter((item) => item.attention.length > 0);
  const counts = { ...none };
  for (const item of asking) for (const state of item.attention) counts[state] += 1;
  const items = asking.filter((item) => filter.attention === null || item.attention.includes(filter.attention)).sort(byWeight);
  return { items: items.slice(0, shown), counts, more: Math.max(0, items.length - shown) };
}

const weight = (item: DueItem) => `${attentionStates.indexOf(item.attention[0] ?? 'due')} ${item.due ?? '9999'} ${item.assetTag}`;
const byWeight = (a: DueItem, b: DueItem) => (weight(a) < weight(b) ? -1 : 1);

/** Checkable items by id, for the form; those of other projects are left out. */
export async function itemsToCheck(viewer: Viewer, project: Project, ids: readonly string[]): Promise<DueItem[]> {
  const wanted = [...new Set(ids)].filter(isId).slice(0, 200);
  if (wanted.length === 0 || !may(rolesIn(viewer, project.id), 'records.read')) return [];
  const rows = await database().execute<Row>(sql`select ${columns} ${checkable(project)} and e.id in ${wanted} order by e.asset_tag`);
  return rows.map((row) => asDue(project, row));
}

/** Checkable items whose tag, name or serial number holds the words; at most 20. */
export async function findToCheck(viewer: Viewer, project: Project, text: string): Promise<DueItem[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0 || !may(rolesIn(viewer, project.id), 'records.read')) return [];
  const like = words.map((word) => sql`search_text(concat_ws(' ', e.asset_tag, e.description, e.make, e.model, e.serial_number)) like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  const rows = await database().execute<Row>(sql`select ${columns} ${checkable(project)} and ${sql.join(like, sql` and `)} order by e.asset_tag limit 20`);
  return rows.map((row) => asDue(project, row));
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

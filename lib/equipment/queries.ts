import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { isId } from '@/lib/shared/ids';
import type { EquipmentCategory, EquipmentCondition, ReviewState } from '@/lib/shared/vocabulary';
import { nextCheckDue } from './rules';

export const useStates = ['in_use', 'not_in_use', 'unchecked'] as const;
export type UseState = (typeof useStates)[number];
export type EquipmentFilter = { q: string; category: EquipmentCategory | null; institutionIds: string[] | null; state: UseState | null };
export type ItemRow = {
  id: string;
  assetTag: string;
  description: string;
  makeAndModel: string;
  serialNumber: string | null;
  category: EquipmentCategory;
  quantity: number;
  value: number | null;
  currency: string | null;
  recipientId: string | null;
  handedOverOn: string | null;
  reviewState: ReviewState;
  reference: string;
  /** the latest check's word; null: never checked */
  inUse: boolean | null;
  checkedOn: string | null;
};
const pageSize = 50;

/** Items with the hand-over they pass in (h = recipient, a = record) and the latest end-use check (k). */
const register = (projectId: string) => sql`
  from equipment_items e
  join activities a on a.id = e.activity_id and a.review_state <> 'withdrawn'
  left join hand_overs h on h.activity_id = a.id
  left join lateral (select c.in_use, c.checked_on from end_use_checks c where c.item_id = e.id order by c.checked_on desc, c.recorded_at desc, c.id desc limit 1) k on true
  where e.project_id = ${projectId}`;

/** The words of DOMAIN §2.8: on an approved, completed hand-over with a signed certificate. */
const handedOver = sql`a.review_state = 'approved' and a.implementation = 'completed' and exists (select 1 from evidence v where v.activity_id = a.id and v.kind = 'certificate' and v.removed_at is null)`;

function conditions({ q, category, institutionIds, state }: EquipmentFilter): SQL {
  const text = sql`search_text(concat_ws(' ', e.asset_tag, e.description, e.make, e.model, e.serial_number))`;
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`${text} like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  const states: Record<UseState, SQL> = { in_use: sql`k.in_use`, not_in_use: sql`not k.in_use`, unchecked: sql`k.in_use is null` };
  return sql.join([sql`true`, ...words, ...(category ? [sql`e.category = ${category}`] : []), ...(institutionIds ? [sql`h.recipient_institution_id in ${institutionIds}`] : []), ...(state ? [states[state]] : [])], sql` and `);
}

/** A page of the equipment register by asset tag; empty for who may not read records. */
export async function listEquipment(viewer: Viewer, project: { id: string }, filter: EquipmentFilter, at: PageAt): Promise<KeysetPage<ItemRow>> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null };
  const key = readCursor(at.before ?? at.after, 1);
  const from = key ? sql`e.asset_tag ${sql.raw(at.before ? '<' : '>')} ${key[0]}` : sql`true`;
  const rows = await database().execute<ItemRow>(sql`
    select e.id, e.asset_tag as "assetTag", e.description, concat_ws(' ', e.make, e.model) as "makeAndModel", e.serial_number as "serialNumber", e.category, e.quantity, e.value::float8 as value,
      e.currency, h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn", a.review_state as "reviewState", a.reference, k.in_use as "inUse", k.checked_on as "checkedOn"
    ${register(project.id)} and ${conditions(filter)} and ${from} order by e.asset_tag ${sql.raw(key && at.before ? 'desc' : 'asc')} limit ${pageSize + 1}`);
  return cutPage(rows, pageSize, key ? at : {}, (row) => [row.assetTag]);
}

export type CategoryTotal = { category: EquipmentCategory; items: number; valueUsd: number; checked: number; inUse: number; waiting: number };

/** Totals of what the filter shows, per category: items handed over (lots by quantity), their value in USD, items checked and in use; `waiting` are not approved yet (DOMAIN §2.8). */
export async function equipmentTotals(viewer: Viewer, project: { id: string }, filter: EquipmentFilter): Promise<CategoryTotal[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<CategoryTotal>(sql`
    select category, coalesce(sum(quantity) filter (where counted), 0)::int as items, coalesce(sum(value_usd) filter (where counted), 0)::float8 as "valueUsd",
      coalesce(sum(quantity) filter (where counted and in_use is not null), 0)::int as checked, coalesce(sum(quantity) filter (where counted and in_use), 0)::int as "inUse",
      coalesce(sum(quantity) filter (where not counted), 0)::int as waiting
    from (select e.category, e.quantity, e.value_usd, k.in_use, (${handedOver}) as counted ${register(project.id)} and ${conditions(filter)}) rows
    group by category order by category`);
}

export type DueCheck = { id: string; assetTag: string; description: string; recipientId: string | null; due: string };

/** Items whose next scheduled end-use check falls due by `until`, the oldest first; at most 200. Schedule: DOMAIN §1, 3, 6 and 12 months after the hand-over. */
export async function dueChecks(viewer: Viewer, project: { id: string }, until: string): Promise<DueCheck[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  const rows = await database().execute<Omit<DueCheck, 'due'> & { handedOverOn: string; checks: string[] }>(sql`
    select e.id, e.asset_tag as "assetTag", e.description, h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn",
      coalesce((select json_agg(c.checked_on) from end_use_checks c where c.item_id = e.id), '[]') as checks
    ${register(project.id)} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${until} order by e.asset_tag`);
  const due = rows.flatMap(({ handedOverOn, checks, ...row }) => {
    const next = nextCheckDue(handedOverOn, checks);
    return next !== null && next <= until ? [{ ...row, due: next }] : [];
  });
  return due.sort((a, b) => (a.due === b.due ? a.assetTag.localeCompare(b.assetTag) : a.due < b.due ? -1 : 1)).slice(0, 200);
}

export type CheckView = { id: string; checkedOn: string; inUse: boolean; usedBy: string | null; location: string | null; condition: EquipmentCondition | null; note: string | null; recordedBy: string };
export type ItemView = ItemRow & { supplier: string | null; orderNumber: string | null; purchasedOn: string | null; warrantyEnd: string | null; valueUsd: number | null; usdRate: number | null; activityTitle: string; checks: CheckView[]; nextCheck: string | null };

/** One item with its hand-over and all checks, newest first; null where it does not exist for the viewer. */
export async function findItem(viewer: Viewer, project: { id: string }, itemId: string): Promise<ItemView | null> {
  if (!isId(itemId) || !may(rolesIn(viewer, project.id), 'records.read')) return null;
  const [[item], checks] = await Promise.all([
    database().execute<Omit<ItemView, 'checks' | 'nextCheck'>>(sql`
      select e.id, e.asset_tag as "assetTag", e.description, concat_ws(' ', e.make, e.model) as "makeAndModel", e.serial_number as "serialNumber", e.category, e.quantity, e.value::float8 as value, e.currency,
        h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn", a.review_state as "reviewState", a.reference, a.title as "activityTitle", k.in_use as "inUse", k.checked_on as "checkedOn",
        e.supplier, e.order_number as "orderNumber", e.purchased_on as "purchasedOn", e.warranty_end as "warrantyEnd", e.value_usd::float8 as "valueUsd", e.usd_rate::float8 as "usdRate"
      ${register(project.id)} and e.id = ${itemId}`),
    database().execute<CheckView>(sql`
      select c.id, c.checked_on as "checkedOn", c.in_use as "inUse", c.used_by as "usedBy", c.location, c.condition, c.note, u.name as "recordedBy"
      from end_use_checks c join users u on u.id = c.recorded_by where c.item_id = ${itemId} order by c.checked_on desc, c.recorded_at desc, c.id desc limit 200`),
  ]);
  if (!item) return null;
  const checkable = item.reviewState === 'approved' && item.handedOverOn !== null;
  return { ...item, checks, nextCheck: checkable && item.handedOverOn ? nextCheckDue(item.handedOverOn, checks.map((check) => check.checkedOn)) : null };
}

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { CustodyKind, EquipmentCategory, EquipmentCondition, ItemStatus, ReviewState } from '@/lib/shared/vocabulary';
import { statusesOf } from '../rules/status';
import { conditions, type EquipmentFilter, type ItemSort, register } from './conditions';

/** Who holds how many pieces now; `institutionId` null: the project. */
export type HeldPart = { kind: CustodyKind; institutionId: string | null; pieces: number };
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
  /** of the hand-over it stands on; null: on none */
  reviewState: ReviewState | null;
  reference: string | null;
  /** the latest check's word; null: never checked */
  inUse: boolean | null;
  checkedOn: string | null;
  held: HeldPart[];
  /** pieces by status, the most first */
  statuses: { status: ItemStatus; pieces: number }[];
};
type Found = Omit<ItemRow, 'statuses'> & { condition: EquipmentCondition | null; key: string };
const pageSize = 50;
const sortKeys: Record<ItemSort, { key: SQL; type: SQL }> = {
  tag: { key: sql`e.tag_number`, type: sql`::int` },
  description: { key: sql`(lower(e.description) collate "sr-Latn-x-icu")`, type: sql`::text collate "sr-Latn-x-icu"` },
  value: { key: sql`coalesce(e.value_usd, -1)`, type: sql`::numeric` },
};

/** What a row of the register shows, from `register`'s tables. */
export const itemColumns = sql`
  e.id, e.asset_tag as "assetTag", e.description, concat_ws(' ', e.make, e.model) as "makeAndModel", e.serial_number as "serialNumber", e.category, e.quantity, e.value::float8 as value,
  e.currency, h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn", a.review_state as "reviewState", a.reference, k.in_use as "inUse", k.condition, k.checked_on as "checkedOn",
  (select coalesce(json_agg(json_build_object('kind', c.kind, 'institutionId', c.institution_id, 'pieces', c.remaining) order by c.remaining desc, c.id), '[]') from custody c where c.item_id = e.id and c.remaining > 0) as held`;

/** Adds what the rules say of custody and the latest check. */
export const withStatuses = <T extends Pick<Found, 'held' | 'quantity' | 'inUse' | 'condition' | 'reference'>>({ condition, ...row }: T) => ({
  ...row,
  statuses: statusesOf(row.held, row.quantity, row.inUse === null ? null : { inUse: row.inUse, condition }, row.reference !== null),
});

/** A page of the equipment register, sorted and filtered as asked; empty for who may not read records. */
export async function listEquipment(viewer: Viewer, project: { id: string }, filter: EquipmentFilter, at: PageAt, size: number = pageSize): Promise<KeysetPage<ItemRow>> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null };
  const by = filter.by ?? { sort: 'tag', order: 'asc' };
  const cursor = readPlace(by.sort, at.before ?? at.after);
  const descending = (by.order === 'desc') !== Boolean(cursor && at.before);
  const { key, type } = sortKeys[by.sort];
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const from = cursor ? sql`(${key}, e.id) ${sql.raw(descending ? '<' : '>')} (${cursor[0]}${type}, ${cursor[1]}::uuid)` : sql`true`;
  const rows = await database().execute<Found>(sql`
    select ${itemColumns}, (${key})::text as key ${register(project.id)} and ${conditions(project.id, filter)} and ${from} order by ${key} ${direction}, e.id ${direction} limit ${size + 1}`);
  const page = cutPage(rows, size, cursor ? at : {}, (row) => [row.key, row.id]);
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => withStatuses(row)) };
}

/** A cursor whose sort value fits the sort: an address that somebody wrote themselves starts the list anew. */
function readPlace(sort: ItemSort, text: string | undefined): string[] | null {
  const place = readCursor(text, 2);
  return place && (sort === 'description' || /^-?\d{1,12}(\.\d{1,2})?$/.test(place[0] ?? '')) && !(sort === 'tag' && /[.-]|\d{10}/.test(place[0] ?? '')) ? place : null;
}

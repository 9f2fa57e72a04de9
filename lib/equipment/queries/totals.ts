import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn, seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { EquipmentCategory, ItemStatus } from '@/lib/shared/vocabulary';
import { conditions, type EquipmentFilter, handedOver, register, statusInSql } from './conditions';

export type CategoryTotal = { category: EquipmentCategory; registered: number; items: number; valueUsd: number; unvalued: number; checked: number; inUse: number; waiting: number };

/** Totals of what the filter shows, per category: pieces in the register, handed over, their value in USD and how many of them have none, checked and in use; `waiting` are on hand-overs that do not count yet (DOMAIN §2.8). */
export async function equipmentTotals(viewer: Viewer, project: { id: string }, filter: EquipmentFilter): Promise<CategoryTotal[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return byCategory(project.id, filter);
}

const noFilter: EquipmentFilter = { q: '', category: null, institutionIds: null, state: null, handed: true };
export type DonorLine = Pick<CategoryTotal, 'category' | 'items' | 'valueUsd' | 'unvalued' | 'checked' | 'inUse'>;

/** What a viewer of aggregates may know of equipment: per category what was handed over, its value, and how much of it is in use. No serial, place, holder or name is even read. */
export async function equipmentForDonor(viewer: Viewer, project: { id: string }): Promise<DonorLine[]> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'figures.read') || !seesOnlyAggregates(roles)) return [];
  const lines = await byCategory(project.id, noFilter);
  return lines.map(({ category, items, valueUsd, unvalued, checked, inUse }) => ({ category, items, valueUsd, unvalued, checked, inUse }));
}

const byCategory = (projectId: string, filter: EquipmentFilter) =>
  database().execute<CategoryTotal>(sql`
    with rows as materialized (select e.category, e.quantity, e.handed_quantity, e.handed_value_usd, e.value_usd, k.in_use, a.id is not null as listed, (${handedOver(projectId)}) as counted ${register(projectId)} and ${conditions(projectId, filter)})
    select category, sum(quantity)::int as registered, coalesce(sum(handed_quantity) filter (where counted), 0)::int as items, coalesce(sum(handed_value_usd) filter (where counted), 0)::float8 as "valueUsd",
      coalesce(sum(handed_quantity) filter (where counted and value_usd is null), 0)::int as unvalued,
      coalesce(sum(handed_quantity) filter (where counted and in_use is not null), 0)::int as checked, coalesce(sum(handed_quantity) filter (where counted and in_use), 0)::int as "inUse",
      coalesce(sum(quantity) filter (where listed and not counted), 0)::int as waiting
    from rows group by category order by category`);

export type PieceTotal<K> = { key: K; pieces: number; valueUsd: number; /** pieces without a value in USD */ unvalued: number };
/** `holders` null key: the project itself, or nobody yet where nothing was received. */
export type PieceTotals = { statuses: PieceTotal<ItemStatus>[]; holders: PieceTotal<string | null>[] };

/** The same pieces by where they stand and by who holds them now, values pro rata of lots; both add up to the register. */
export async function pieceTotals(viewer: Viewer, project: { id: string }, filter: EquipmentFilter): Promise<PieceTotals> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { statuses: [], holders: [] };
  const rows = await database().execute<{ status: ItemStatus | null; holder: string | null; pieces: number; valueUsd: number; unvalued: number }>(sql`
    select status, holder, sum(pieces)::int as pieces, coalesce(sum(usd), 0)::float8 as "valueUsd", coalesce(sum(pieces) filter (where usd is null), 0)::int as unvalued from (
      select ${statusInSql(sql`k.listed`)} as status, c.institution_id as holder, coalesce(c.remaining, k.quantity) as pieces, k.value_usd * coalesce(c.remaining, k.quantity) / k.quantity as usd
      from (select e.id, e.quantity, e.value_usd, a.id is not null as listed, k.in_use, k.condition ${register(project.id)} and ${conditions(project.id, filter)}) k left join custody c on c.item_id = k.id and c.remaining > 0) parts
    group by grouping sets ((status), (holder)) order by pieces desc, status, holder`);
  const money = ({ pieces, valueUsd, unvalued }: Omit<PieceTotal<null>, 'key'>) => ({ pieces, valueUsd: Math.round(valueUsd * 100) / 100, unvalued });
  return { statuses: rows.flatMap((row) => (row.status ? [{ key: row.status, ...money(row) }] : [])), holders: rows.flatMap((row) => (row.status ? [] : [{ key: row.holder, ...money(row) }])) };
}

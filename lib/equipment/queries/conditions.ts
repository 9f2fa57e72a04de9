import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { signedHandOvers } from '@/db/signed-hand-overs';
import { idsUnder } from '@/lib/institutions/rules';
import { isId } from '@/lib/shared/ids';
import { type EquipmentCategory, equipmentCategories, type ItemStatus, itemStatuses } from '@/lib/shared/vocabulary';
import { type UseState, useStates } from '../rules/status';

export const itemSorts = ['tag', 'description', 'value'] as const;
export type ItemSort = (typeof itemSorts)[number];
export type ItemOrder = { sort: ItemSort; order: 'asc' | 'desc' };

export type EquipmentFilter = {
  q: string;
  category: EquipmentCategory | null;
  /** the recipient of the hand-over */
  institutionIds: string[] | null;
  /** what the latest end-use check says */
  state: UseState | null;
  /** only what counts as handed over (DOMAIN §2.8) */
  handed?: boolean;
  /** some pieces stand so */
  status?: ItemStatus | null;
  /** some pieces are with one of these now; 'project': with the project itself */
  holderIds?: string[] | 'project' | null;
  budgetLineId?: string | null;
  /** by asset tag where not said */
  by?: ItemOrder;
};

type Tree = { nodes: readonly { id: string; parentId: string | null }[]; byId: ReadonlyMap<string, unknown> };
const one = <T extends string>(list: readonly T[], value: string | undefined) => list.find((word) => word === value) ?? null;

/** The filter and order that an address asks for; what is not known there filters nothing. */
export const equipmentFilter = (given: Partial<Record<string, string>>, tree: Tree): EquipmentFilter => ({
  ...{ q: given.q ?? '', category: one(equipmentCategories, given.category), status: one(itemStatuses, given.status), state: one(useStates, given.state), handed: given.handed === 'yes' },
  ...{ institutionIds: idsUnder(tree, given.institution), holderIds: given.holder === 'project' ? 'project' : idsUnder(tree, given.holder), budgetLineId: isId(given.line) ? given.line : null },
  by: { sort: one(itemSorts, given.sort?.replace(/^-/, '')) ?? 'tag', order: given.sort?.startsWith('-') ? 'desc' : 'asc' },
});

/** The items of a project with the hand-over they pass in (h = recipient, a = record, both null in the register only) and the latest end-use check (k). */
export const register = (projectId: string) => sql`
  from equipment_items e
  left join activities a on a.id = e.activity_id and a.review_state <> 'withdrawn'
  left join hand_overs h on h.activity_id = a.id
  left join lateral (select c.in_use, c.condition, c.checked_on from end_use_checks c where c.item_id = e.id order by c.checked_on desc, c.recorded_at desc, c.id desc limit 1) k on true
  where e.project_id = ${projectId} and (e.registered or a.id is not null)`;

/** The words of DOMAIN §2.8: on an approved, completed hand-over with a signed certificate. */
export const handedOver = (projectId: string) => sql`coalesce(a.id in (${signedHandOvers(projectId)}), false)`;

/** lib/equipment/rules/status in SQL, over a custody row `c` (all null: none yet), the latest check `k` and whether a hand-over lists the item; a test holds both together. */
export const statusInSql = (listed: SQL) => sql`case
  when c.id is null then case when ${listed} then 'in_hand_over' else 'ordered' end
  when c.kind = 'received' or (c.kind = 'return' and c.institution_id is null) then 'received'
  when c.kind = 'loss' then 'lost' when c.kind = 'disposal' then 'disposed' when c.kind in ('damage', 'repair') then 'damaged'
  when k.in_use is null then 'handed_over' when k.in_use then 'in_use' when k.condition = 'damaged' then 'damaged' else 'not_in_use' end`;

// Word for word the expression of the index equipment_items_search_idx.
const searched = sql`search_text(e.asset_tag || ' ' || e.description || ' ' || coalesce(e.make, '') || ' ' || coalesce(e.model, '') || ' ' || coalesce(e.serial_number, ''))`;
/** Tag, name, make, model and serial number of an item `e` hold each of the words; through the trigram index. */
export const foundBy = (words: readonly string[]): SQL => sql.join(words.map((word) => sql`${searched} like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`), sql` and `);

const uses: Record<UseState, SQL> = { in_use: sql`k.in_use`, not_in_use: sql`not k.in_use`, unchecked: sql`k.in_use is null` };
const parts = (condition: SQL) => sql`exists (select from (select 1) one left join custody c on c.item_id = e.id and c.remaining > 0 where ${condition})`;
const heldBy = (holders: string[] | 'project') => (holders === 'project' ? sql`c.id is not null and c.institution_id is null` : sql`c.institution_id in ${holders}`);

/** The filters as conditions on `register`'s tables. */
export function conditions(projectId: string, { q, category, institutionIds, state, handed, status, holderIds, budgetLineId }: EquipmentFilter): SQL {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6);
  const all = [
    ...(words.length > 0 ? [foundBy(words)] : []),
    ...(category ? [sql`e.category = ${category}`] : []),
    ...(institutionIds ? [sql`h.recipient_institution_id in ${institutionIds}`] : []),
    ...(state ? [uses[state]] : []),
    ...(handed ? [handedOver(projectId)] : []),
    ...(status ? [parts(sql`${statusInSql(sql`a.id is not null`)} = ${status}`)] : []),
    ...(holderIds ? [parts(heldBy(holderIds))] : []),
    ...(budgetLineId ? [sql`e.budget_line_id = ${budgetLineId}`] : []),
  ];
  return sql.join([sql`true`, ...all], sql` and `);
}

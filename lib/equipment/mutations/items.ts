import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { custody, endUseChecks, equipmentItems, projects } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { ProjectWork } from '@/lib/action';
import { Refusal } from '@/lib/shared/result';
import { serialTakenBy } from '../rules/serials';
import { assetTag } from '../rules/tags';
import { type ItemFacts, serialKey } from '../schema/item';

export type ItemRecord = typeof equipmentItems.$inferSelect;

const money = (value: number | null) => (value === null ? null : value.toFixed(2));
const rateOf = (item: ItemFacts) => (item.currency === 'USD' ? '1.000000' : item.usdRate === null ? null : item.usdRate.toFixed(6));

/** The facts of an item as they are stored; a rate says something only about a value. */
export const storedFacts = ({ description, category, make, model, serialNumber, quantity, value, currency, usdRate, supplier, orderNumber, purchasedOn, warrantyEnd }: ItemFacts) => ({
  ...{ description, category, make, model, serialNumber, quantity, value: money(value), currency },
  ...{ usdRate: value === null ? null : rateOf({ currency, usdRate } as ItemFacts), supplier, orderNumber, purchasedOn, warrantyEnd },
});
export type StoredFacts = ReturnType<typeof storedFacts>;

/** The column of each fact and its type, for writes of many at once. */
export const factColumns = {
  ...({ description: ['description', 'text'], category: ['category', 'text'], make: ['make', 'text'], model: ['model', 'text'], serialNumber: ['serial_number', 'text'], quantity: ['quantity', 'int'] } as const),
  ...({ value: ['value', 'numeric'], currency: ['currency', 'text'], usdRate: ['usd_rate', 'numeric'], supplier: ['supplier', 'text'], orderNumber: ['order_number', 'text'], purchasedOn: ['purchased_on', 'date'], warrantyEnd: ['warranty_end', 'date'] } as const),
} satisfies Record<keyof StoredFacts, readonly [string, string]>;

/** The same part of a row that is stored already. */
export const factsOf = ({ description, category, make, model, serialNumber, quantity, value, currency, usdRate, supplier, orderNumber, purchasedOn, warrantyEnd }: ItemRecord): StoredFacts => ({
  ...{ description, category, make, model, serialNumber, quantity, value, currency },
  ...{ usdRate, supplier, orderNumber, purchasedOn, warrantyEnd },
});

/** The next `count` asset tags of the project; its row stays locked, so that no two get the same. */
export async function freeTags(work: ProjectWork, count: number): Promise<string[]> {
  if (count === 0) return [];
  await work.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, work.project.id)).for('no key update');
  const [row] = await work.tx.select({ highest: sql<number>`coalesce(max(${equipmentItems.tagNumber}), 0)::int` }).from(equipmentItems).where(eq(equipmentItems.projectId, work.project.id));
  return Array.from({ length: count }, (_, index) => assetTag(work.project.projectsId, (row?.highest ?? 0) + 1 + index));
}

type Numbered = Pick<ItemFacts, 'make' | 'model' | 'serialNumber'> & { id: string };

/** For each item whose serial number another one has: its place in the list and what to tell. Names the other one to who may see it. */
export async function takenSerials(work: ProjectWork, items: readonly Numbered[]): Promise<{ index: number; message: string }[]> {
  const serials = items.flatMap((item) => (item.serialNumber ? [item.serialNumber.toLowerCase()] : []));
  if (serials.length === 0) return [];
  const own = items.map((item) => item.id);
  // One by one through the index: for two hundred numbers at once the planner would rather read the whole register.
  const same = await work.tx.execute<Numbered & { assetTag: string; projectId: string }>(sql`
    select e.* from unnest(${sql.param(serials)}::text[]) wanted (serial)
    cross join lateral (select id, make, model, serial_number as "serialNumber", asset_tag as "assetTag", project_id as "projectId" from equipment_items where lower(serial_number) = wanted.serial offset 0) e
    where e.id <> all (${sql.param(own)}::uuid[])`);
  const taken = new Map(same.map((row) => [serialKey(row), row]));
  return items.flatMap((item, index) => {
    const other = item.serialNumber ? taken.get(serialKey(item)) : undefined;
    return other ? [{ index, message: serialTakenBy(other, work.actor !== null && may(rolesIn(work.actor, other.projectId), 'records.read')) }] : [];
  });
}

/** Refuses where something happened to one of the items that must not be lost with it: a check, a hand-over, a move. */
export async function refuseHistory(work: ProjectWork, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const checked = work.tx.select({ id: endUseChecks.itemId }).from(endUseChecks).where(inArray(endUseChecks.itemId, ids));
  const moved = work.tx.select({ id: custody.itemId }).from(custody).where(and(inArray(custody.itemId, ids), sql`${custody.previousId} is not null`));
  const [found] = await work.tx.select({ tag: equipmentItems.assetTag }).from(equipmentItems).where(inArray(equipmentItems.id, checked.union(moved))).orderBy(equipmentItems.assetTag).limit(1);
  if (found) throw new Refusal('itemHasHistory', { params: { tag: found.tag } });
}

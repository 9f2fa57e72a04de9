import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { among, recordset } from '@/db/recordset';
import { activities, budgetLines, custody, equipmentItems } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { ProjectWork } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { mayEditActivity } from '@/lib/activities/rules';
import { assertOpen, assertResults } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { sealContent } from '@/lib/signing/mutations/content';
import { futureDays, type ItemRef, type SaveItemInput } from '../schema/item';
import { keepReceipts } from './custody';
import { factColumns, factsOf, freeTags, type ItemRecord, refuseHistory, storedFacts, takenSerials } from './items';

/**
 * Saves an item of the register: a new one (version null) or a change of the version that was seen. What a hand-over says of it changes with the
 * hand-over's own rules: locked once approved, a new version for the reviewer before. Refuses a serial number that another item has, and a purchase or delivery that is still to come.
 */
export async function saveItem(work: ProjectWork, input: SaveItemInput): Promise<{ id: string; assetTag: string }> {
  const [saved] = await saveItems(work, [input]);
  return saved ?? { id: input.id, assetTag: '' };
}

/** The same for a list, in its order; all or none. However many they are, the statements are those for one. */
export async function saveItems(work: ProjectWork, items: readonly SaveItemInput[]): Promise<{ id: string; assetTag: string }[]> {
  if (items.length === 0) return [];
  await refuseWrong(work, items);
  const fresh = await insert(work, items.filter((item) => item.version === null));
  const changed = await update(work, items.filter((item): item is Change => item.version !== null));
  const tags = new Map([...fresh, ...changed].map((item) => [item.id, item.assetTag]));
  return items.map(({ id }) => ({ id, assetTag: tags.get(id) ?? '' }));
}

async function refuseWrong(work: ProjectWork, items: readonly SaveItemInput[]): Promise<void> {
  const future = items.flatMap((item) => futureDays(item, work.today));
  if (future.length > 0) throw new Refusal('dateInFuture', { fieldErrors: Object.fromEntries(future.map(({ field, message }) => [field, message])) });
  const [taken] = await takenSerials(work, items);
  if (taken) throw new Refusal('serialTaken', { fieldErrors: { serialNumber: taken.message } });
  await assertBudgetLines(work, [...new Set(items.flatMap((item) => item.budgetLineId ?? []))]);
  const outputs = [...new Set(items.flatMap((item) => item.resultId ?? []))];
  if (outputs.length > 0) await assertResults(work, outputs, 'resultId');
}

const registerOf = ({ deliveredOn, budgetLineId, resultId, requiredTopic }: Pick<ItemRecord, 'deliveredOn' | 'budgetLineId' | 'resultId' | 'requiredTopic'>) => ({ deliveredOn, budgetLineId, resultId, requiredTopic });

async function insert(work: ProjectWork, items: readonly SaveItemInput[]): Promise<{ id: string; assetTag: string }[]> {
  if (items.length === 0) return [];
  const tags = await freeTags(work, items.length);
  const rows = items.map((item, index) => ({ id: item.id, assetTag: tags[index] ?? '', ...storedFacts(item), ...registerOf(item) }));
  for (let start = 0; start < rows.length; start += 1000) await work.tx.insert(equipmentItems).values(rows.slice(start, start + 1000).map((row) => ({ ...row, projectId: work.project.id, registered: true })));
  for (const { id, ...row } of rows) work.audit.add('equipment_items', id, {}, row);
  await keepReceipts(work, rows.map((row) => row.id));
  return rows.map(({ id, assetTag }) => ({ id, assetTag }));
}

type Change = SaveItemInput & { version: number };
const changeable = { ...factColumns, deliveredOn: ['delivered_on', 'date'], budgetLineId: ['budget_line_id', 'uuid'], resultId: ['result_id', 'uuid'], requiredTopic: ['required_topic', 'text'] } as const;
const typed = sql.raw(Object.entries(changeable).map(([key, [, type]]) => `"${key}" ${type}`).join(', '));
const set = sql.raw(Object.entries(changeable).map(([key, [column]]) => `${column} = r."${key}"`).join(', '));

async function update(work: ProjectWork, inputs: readonly Change[]): Promise<{ id: string; assetTag: string }[]> {
  if (inputs.length === 0) return [];
  const known = new Map((await lockItems(work, inputs.map(({ id, version }) => ({ itemId: id, version })))).map((row) => [row.id, row]));
  const rows = inputs.flatMap((input) => {
    const before = known.get(input.id);
    return before ? [{ before, after: { ...storedFacts(input), ...registerOf(input) }, other: JSON.stringify(factsOf(before)) !== JSON.stringify(storedFacts(input)) }] : [];
  });
  await touchHandOvers(work, rows.flatMap(({ before, other }) => (other && before.activityId ? [before.activityId] : [])));
  await work.tx.execute(sql`update equipment_items set ${set}, version = version + 1 from ${recordset(rows.map(({ before, after }) => ({ id: before.id, ...after })))} as r(id uuid, ${typed}) where equipment_items.id = r.id`);
  for (const { before, after } of rows) work.audit.add('equipment_items', before.id, { ...factsOf(before), ...registerOf(before), version: before.version }, { ...after, version: before.version + 1 });
  await keepReceipts(work, rows.map(({ before }) => before.id));
  // What a certificate says may have changed: signatures under the old text no longer hold.
  for (const activityId of new Set(rows.flatMap(({ before }) => before.activityId ?? []))) await sealContent(work, activityId);
  return rows.map(({ before }) => ({ id: before.id, assetTag: before.assetTag }));
}

// As the form holds them: amounts without the zeros that the database adds.
const numberOf = (value: string | null) => (value === null ? null : Number(value));
const valuesOf = (row: ItemRecord) => ({ ...factsOf(row), value: numberOf(row.value), usdRate: numberOf(row.usdRate), ...registerOf(row) });

/** The items at the versions that were seen, in one order for all, so that locks never cross. */
async function lockItems(work: ProjectWork, seen: readonly { itemId: string; version: number }[]): Promise<ItemRecord[]> {
  const rows = await work.tx.select().from(equipmentItems).where(and(among(equipmentItems.id, seen.map(({ itemId }) => itemId)), eq(equipmentItems.projectId, work.project.id))).orderBy(asc(equipmentItems.id)).for('no key update');
  if (rows.length < seen.length) throw notFound();
  const versions = new Map(seen.map(({ itemId, version }) => [itemId, version]));
  const newer = rows.find((row) => row.version !== versions.get(row.id));
  if (newer) throw new Refusal('stale', { current: { id: newer.id, version: newer.version, values: valuesOf(newer), ...(await lastChange(work.tx, newer.id)) } });
  return rows;
}

/** The facts of an item are part of the hand-over that passes it: locked with it, and a change is an edit of it that its reviewer sees (DOMAIN §3). */
async function touchHandOvers(work: ProjectWork, activityIds: readonly string[]): Promise<void> {
  if (activityIds.length === 0) return;
  const rows = await work.tx.select().from(activities).where(among(activities.id, [...new Set(activityIds)])).orderBy(asc(activities.id)).for('no key update');
  for (const activity of rows) if (activity.reviewState !== 'withdrawn') await touch(work, activity);
}

async function touch(work: ProjectWork, activity: typeof activities.$inferSelect): Promise<void> {
  const actor = work.actor;
  if (!actor || !mayEditActivity(rolesIn(actor, work.project.id), actor.id, activity)) throw new Refusal(activity.reviewState === 'approved' ? 'itemHandedOver' : 'forbidden');
  await assertOpen(work, activity.onDate);
  const version = activity.version + 1;
  await work.tx.update(activities).set({ version, lastEditedBy: actor.id, updatedAt: work.now }).where(eq(activities.id, activity.id));
  work.audit.add('activities', activity.id, { version: activity.version }, { version });
}

/** Deletes an item that was entered by mistake. Refuses one that stands on a hand-over or that something happened to. */
export async function deleteItem(work: ProjectWork, input: ItemRef): Promise<void> {
  const [row] = await lockItems(work, [input]);
  if (!row) throw notFound();
  const [act] = row.activityId ? await work.tx.select({ reference: activities.reference }).from(activities).where(and(eq(activities.id, row.activityId), sql`${activities.reviewState} <> 'withdrawn'`)) : [];
  if (act) throw new Refusal('itemOnHandOver', { params: { reference: act.reference } });
  await refuseHistory(work, [row.id]);
  await work.tx.delete(custody).where(eq(custody.itemId, row.id));
  await work.tx.delete(equipmentItems).where(eq(equipmentItems.id, row.id));
  work.audit.add('equipment_items', row.id, { assetTag: row.assetTag, ...factsOf(row), ...registerOf(row) }, {});
}

async function assertBudgetLines(work: ProjectWork, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await work.tx.select({ id: budgetLines.id }).from(budgetLines).where(and(inArray(budgetLines.id, ids), eq(budgetLines.projectId, work.project.id)));
  if (found.length < ids.length) throw new Refusal('noSuchBudgetLine', { field: 'budgetLineId' });
}

import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
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
import { factsOf, freeTags, type ItemRecord, refuseHistory, storedFacts, takenSerials } from './items';

/**
 * Saves an item of the register: a new one (version null) or a change of the version that was seen. What a hand-over says of it changes with the
 * hand-over's own rules: locked once approved, a new version for the reviewer before. Refuses a serial number that another item has, and a purchase or delivery that is still to come.
 */
export async function saveItem(work: ProjectWork, input: SaveItemInput): Promise<{ id: string; assetTag: string }> {
  await refuseWrong(work, [input]);
  if (input.version === null) return insert(work, [input]).then(([added]) => added ?? { id: input.id, assetTag: '' });
  const assetTag = await update(work, input, input.version);
  await keepReceipts(work, [input.id]);
  await sealHandOver(work, input.id);
  return { id: input.id, assetTag };
}

/** Puts many new items into the register at once, in the order of the list; all or none. Refuses what saveItem refuses. */
export async function addItems(work: ProjectWork, items: readonly SaveItemInput[]): Promise<{ id: string; assetTag: string }[]> {
  if (items.length === 0) return [];
  await refuseWrong(work, items);
  return insert(work, items);
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
  const tags = await freeTags(work, items.length);
  const rows = items.map((item, index) => ({ id: item.id, assetTag: tags[index] ?? '', ...storedFacts(item), ...registerOf(item) }));
  for (let start = 0; start < rows.length; start += 1000) await work.tx.insert(equipmentItems).values(rows.slice(start, start + 1000).map((row) => ({ ...row, projectId: work.project.id, registered: true })));
  for (const { id, ...row } of rows) work.audit.add('equipment_items', id, {}, row);
  await keepReceipts(work, rows.map((row) => row.id));
  return rows.map(({ id, assetTag }) => ({ id, assetTag }));
}

async function update(work: ProjectWork, input: SaveItemInput, version: number): Promise<string> {
  const before = await lockItem(work, input.id, version);
  const [facts, after] = [storedFacts(input), { ...storedFacts(input), ...registerOf(input) }];
  if (JSON.stringify(factsOf(before)) !== JSON.stringify(facts)) await touchHandOver(work, before);
  await work.tx.update(equipmentItems).set({ ...after, version: version + 1 }).where(eq(equipmentItems.id, before.id));
  work.audit.add('equipment_items', before.id, { ...factsOf(before), ...registerOf(before), version }, { ...after, version: version + 1 });
  return before.assetTag;
}

// As the form holds them: amounts without the zeros that the database adds.
const numberOf = (value: string | null) => (value === null ? null : Number(value));
const valuesOf = (row: ItemRecord) => ({ ...factsOf(row), value: numberOf(row.value), usdRate: numberOf(row.usdRate), ...registerOf(row) });

async function lockItem(work: ProjectWork, itemId: string, version: number): Promise<ItemRecord> {
  const [row] = await work.tx.select().from(equipmentItems).where(and(eq(equipmentItems.id, itemId), eq(equipmentItems.projectId, work.project.id))).for('update');
  if (!row) throw notFound();
  if (row.version !== version) throw new Refusal('stale', { current: { id: row.id, version: row.version, values: valuesOf(row), ...(await lastChange(work.tx, row.id)) } });
  return row;
}

/** The facts of an item are part of the hand-over that passes it: locked with it, and a change is an edit of it that its reviewer sees (DOMAIN §3). */
async function touchHandOver(work: ProjectWork, item: ItemRecord): Promise<void> {
  if (!item.activityId) return;
  const [activity] = await work.tx.select().from(activities).where(eq(activities.id, item.activityId)).for('update');
  if (!activity || activity.reviewState === 'withdrawn') return;
  const actor = work.actor;
  if (!actor || !mayEditActivity(rolesIn(actor, work.project.id), actor.id, activity)) throw new Refusal(activity.reviewState === 'approved' ? 'itemHandedOver' : 'forbidden');
  await assertOpen(work, activity.onDate);
  const version = activity.version + 1;
  await work.tx.update(activities).set({ version, lastEditedBy: actor.id, updatedAt: work.now }).where(eq(activities.id, activity.id));
  work.audit.add('activities', activity.id, { version: activity.version }, { version });
}

/** What the certificate says may have changed: signatures under the old text no longer hold. */
async function sealHandOver(work: ProjectWork, itemId: string): Promise<void> {
  const [row] = await work.tx.select({ activityId: equipmentItems.activityId }).from(equipmentItems).where(eq(equipmentItems.id, itemId));
  if (row?.activityId) await sealContent(work, row.activityId);
}

/** Deletes an item that was entered by mistake. Refuses one that stands on a hand-over or that something happened to. */
export async function deleteItem(work: ProjectWork, input: ItemRef): Promise<void> {
  const row = await lockItem(work, input.itemId, input.version);
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

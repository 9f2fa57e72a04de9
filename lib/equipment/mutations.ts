import 'server-only';
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { activities, endUseChecks, equipmentItems, handOvers, projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { listChanges } from '@/lib/activities/rules';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertInstitutions, assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { assetTag } from './rules';
import type { HandOverDetail, ItemInput, RecordCheckInput } from './schema';

/** The part of a hand-over beside what all activities have: recipient, signatories, items. Refuses a serial number that another item has. */
export async function saveHandOver(work: ProjectWork, activity: { id: string }, detail: HandOverDetail): Promise<void> {
  const { items, ...row } = detail;
  await assertInstitutions(work, [row.recipientInstitutionId], 'detail.recipientInstitutionId');
  const [before] = await work.tx.select().from(handOvers).where(eq(handOvers.activityId, activity.id));
  await work.tx.insert(handOvers).values({ activityId: activity.id, ...row }).onConflictDoUpdate({ target: handOvers.activityId, set: row });
  const { activityId: _id, ...old } = before ?? { activityId: activity.id };
  work.audit.add('hand_overs', activity.id, old, row);
  await saveItems(work, activity.id, items);
}

const money = (value: number | null) => (value === null ? null : value.toFixed(2));
const rateOf = (item: ItemInput) => (item.currency === 'USD' ? '1.000000' : item.usdRate === null ? null : item.usdRate.toFixed(6));
const stored = (item: ItemInput, position: number) => ({ ...item, value: money(item.value), usdRate: item.value === null ? null : rateOf(item), position });

async function saveItems(work: ProjectWork, activityId: string, wanted: ItemInput[]): Promise<void> {
  const rows = await work.tx.select().from(equipmentItems).where(eq(equipmentItems.activityId, activityId)).orderBy(equipmentItems.position);
  const before = rows.map(({ projectId: _p, activityId: _a, valueUsd: _v, assetTag: _t, version: _n, ...item }) => item);
  const after = wanted.map(stored);
  const changed = listChanges(before.map(inOrder), after.map(inOrder));
  if (!changed) return;
  await refuseTakenSerials(work, activityId, wanted);
  const kept = after.map((item) => item.id);
  await work.tx.delete(equipmentItems).where(and(eq(equipmentItems.activityId, activityId), kept.length > 0 ? notInArray(equipmentItems.id, kept) : undefined));
  await writeItems(work, activityId, after, new Map(rows.map((row) => [row.id, row.assetTag])));
  work.audit.add('activities', activityId, { items: changed.before }, { items: changed.after });
}

type Stored = ReturnType<typeof stored>;
// Same keys in the same order, so that two equal items compare equal.
const inOrder = (item: Stored): Stored => ({ id: item.id, description: item.description, category: item.category, make: item.make, model: item.model, serialNumber: item.serialNumber, quantity: item.quantity, value: item.value, currency: item.currency, usdRate: item.usdRate, supplier: item.supplier, orderNumber: item.orderNumber, purchasedOn: item.purchasedOn, warrantyEnd: item.warrantyEnd, position: item.position });

async function writeItems(work: ProjectWork, activityId: string, items: Stored[], tags: Map<string, string>): Promise<void> {
  if (items.length === 0) return;
  const fresh = items.filter((item) => !tags.has(item.id));
  const highest = fresh.length > 0 ? await highestTag(work) : 0;
  for (const [index, item] of fresh.entries()) tags.set(item.id, assetTag(work.project.projectsId, highest + 1 + index));
  const values = items.map((item) => ({ ...item, projectId: work.project.id, activityId, assetTag: tags.get(item.id) ?? '' }));
  const columns = ['description', 'category', 'make', 'model', 'serial_number', 'quantity', 'value', 'currency', 'usd_rate', 'supplier', 'order_number', 'purchased_on', 'warranty_end', 'position'];
  const keys = ['description', 'category', 'make', 'model', 'serialNumber', 'quantity', 'value', 'currency', 'usdRate', 'supplier', 'orderNumber', 'purchasedOn', 'warrantyEnd', 'position'];
  const set = Object.fromEntries(keys.map((key, index) => [key, sql.raw(`excluded.${columns[index]}`)]));
  const written = await work.tx.insert(equipmentItems).values(values).onConflictDoUpdate({ target: equipmentItems.id, set, setWhere: eq(equipmentItems.activityId, activityId) }).returning({ id: equipmentItems.id });
  if (written.length < items.length) throw new Refusal('conflict');
}

async function highestTag(work: ProjectWork): Promise<number> {
  await work.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, work.project.id)).for('no key update');
  const [row] = await work.tx
    .select({ highest: sql<number>`coalesce(max(substring(${equipmentItems.assetTag} from '[0-9]+$')::int), 0)` })
    .from(equipmentItems)
    .where(eq(equipmentItems.projectId, work.project.id));
  return Number(row?.highest ?? 0);
}

async function refuseTakenSerials(work: ProjectWork, activityId: string, items: ItemInput[]): Promise<void> {
  const serials = items.flatMap((item) => (item.serialNumber ? [item.serialNumber.toLowerCase()] : []));
  if (serials.length === 0) return;
  const same = await work.tx
    .select({ make: equipmentItems.make, model: equipmentItems.model, serialNumber: equipmentItems.serialNumber, assetTag: equipmentItems.assetTag, projectId: equipmentItems.projectId })
    .from(equipmentItems)
    .where(and(inArray(sql`lower(${equipmentItems.serialNumber})`, serials), sql`${equipmentItems.activityId} is distinct from ${activityId}`));
  const taken = new Map(same.map((row) => [serialKey(row), row]));
  for (const [index, item] of items.entries()) {
    const other = item.serialNumber ? taken.get(serialKey(item)) : undefined;
    // Another project's item must not be named to somebody who may not see it.
    if (other) throw new Refusal('serialTaken', { field: `detail.items.${index}.serialNumber`, params: { tag: other.projectId === work.project.id ? other.assetTag : '' } });
  }
}
const serialKey = (item: { make: string | null; model: string | null; serialNumber: string | null }) => [item.make, item.model, item.serialNumber].map((part) => (part ?? '').toLowerCase()).join('\n');

/** Records an end-use check of an item that was handed over; figures follow in the same transaction (DOMAIN §2.8). Refuses a date before the hand-over or in the future. */
export async function recordCheck(work: ProjectWork, input: RecordCheckInput): Promise<{ id: string }> {
  const [item] = await work.tx
    .select({ id: equipmentItems.id, handedOver: activities.onDate })
    .from(equipmentItems)
    .innerJoin(activities, and(eq(activities.id, equipmentItems.activityId), eq(activities.reviewState, 'approved')))
    .where(and(eq(equipmentItems.id, input.itemId), eq(equipmentItems.projectId, work.project.id)));
  if (!item) throw notFound();
  if (input.checkedOn > work.today) throw new Refusal('dateInFuture', { field: 'checkedOn' });
  if (item.handedOver && input.checkedOn < item.handedOver) throw new Refusal('beforeHandOver', { field: 'checkedOn' });
  await assertOpen(work, input.checkedOn);
  const { projectId: _project, ...row } = input;
  await work.tx.insert(endUseChecks).values({ ...row, recordedBy: actorId(work), recordedAt: work.now });
  work.audit.add('end_use_checks', input.id, {}, row);
  await recomputeFigures(work);
  return { id: input.id };
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a record needs somebody who made it');
  return work.actor.id;
}

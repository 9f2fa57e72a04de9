import 'server-only';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { custody, equipmentItems, handOvers } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertPeople } from '@/lib/people/mutations/register';
import { assertInstitutions, assertOpen } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { decideMove, type Holding, type MoveRefusal, placeOf } from '../rules/custody';
import type { RecordMoveInput } from '../schema/custody';
import type { ItemRecord } from './items';

type Row = typeof custody.$inferSelect;
const ofItem = (rows: readonly Row[], itemId: string) => rows.filter((row) => row.itemId === itemId);

/** Records what happened to an item, or to part of a lot. Refuses what the state machine does not know, more than is there, a date out of order or in a closed period (issue 4). */
export async function recordMove(work: ProjectWork, input: RecordMoveInput): Promise<{ id: string }> {
  const [item] = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(and(eq(equipmentItems.id, input.itemId), eq(equipmentItems.projectId, work.project.id))).for('update');
  if (!item) throw notFound();
  await assertInstitutions(work, [input.institutionId], 'institutionId');
  if (input.personId) await assertPeople(work, [input.personId], 'personId');
  const rows = await work.tx.select().from(custody).where(eq(custody.itemId, item.id)).orderBy(asc(custody.id));
  const decided = decideMove(rows as Holding[], input, work.today);
  if ('refused' in decided) throw refusal(decided);
  await assertOpen(work, input.since);
  const { projectId, id, itemId, holdingId, kind, quantity, since, reason } = input;
  await work.tx.insert(custody).values({ id, projectId, itemId, previousId: holdingId, kind, quantity, remaining: quantity, since, reason, ...decided, ...stamp(work) });
  work.audit.add('custody', id, {}, { itemId, previousId: holdingId, kind, quantity, since, reason, ...decided });
  return { id };
}

function refusal({ refused, field }: MoveRefusal): Refusal {
  const [reason = '', n = ''] = refused.split(':');
  return new Refusal(reason, { params: { n }, fieldErrors: { [field]: refused } });
}

/** Custody of items that the project has received begins, moves or goes with the date of their delivery; for those whose delivery changed. */
export async function keepReceipts(work: ProjectWork, ids: string[]): Promise<void> {
  const open = and(inArray(custody.itemId, ids), isNull(custody.previousId));
  const [items, receipts] = [await work.tx.select().from(equipmentItems).where(inArray(equipmentItems.id, ids)), await work.tx.select().from(custody).where(open)];
  const begun = new Map(receipts.map((row) => [row.itemId, row]));
  await receive(work, items.filter((item) => !begun.has(item.id)).flatMap((item) => (item.deliveredOn ? [{ item, since: item.deliveredOn }] : [])));
  for (const item of items) {
    const receipt = begun.get(item.id);
    if (!receipt || receipt.since === item.deliveredOn) continue;
    if (item.deliveredOn) await work.tx.update(custody).set({ since: item.deliveredOn }).where(eq(custody.id, receipt.id));
    else if (receipt.remaining === receipt.quantity) await work.tx.delete(custody).where(eq(custody.id, receipt.id));
  }
}

async function receive(work: ProjectWork, wanted: { item: ItemRecord; since: string }[]): Promise<void> {
  const rows = wanted.map(({ item, since }) => ({ id: newId(), projectId: work.project.id, itemId: item.id, kind: 'received' as const, quantity: item.quantity, remaining: item.quantity, since, ...stamp(work) }));
  for (let start = 0; start < rows.length; start += 1000) await work.tx.insert(custody).values(rows.slice(start, start + 1000));
}

type Passing = { id: string; onDate: string | null };

/** The items of an approved hand-over pass to its recipient, in the same transaction. Refuses those of which the project no longer holds as many. */
export async function passOn(work: ProjectWork, activity: Passing): Promise<void> {
  const onDate = activity.onDate;
  const [act] = await work.tx.select({ recipient: handOvers.recipientInstitutionId }).from(handOvers).where(eq(handOvers.activityId, activity.id));
  if (!act?.recipient || !onDate) return;
  const items = await work.tx.select().from(equipmentItems).where(eq(equipmentItems.activityId, activity.id)).orderBy(asc(equipmentItems.id)).for('update');
  const begun = new Set((await chainsOf(work, items)).map((row) => row.itemId));
  await receive(work, items.filter((item) => !begun.has(item.id)).map((item) => ({ item, since: item.deliveredOn ?? onDate })));
  const chains = await chainsOf(work, items);
  const rows = await Promise.all(items.map((item) => passing(work, { item, rows: ofItem(chains, item.id), onDate, recipient: act.recipient ?? '', activityId: activity.id })));
  const fresh = rows.filter((row) => row !== null);
  if (fresh.length > 0) await work.tx.insert(custody).values(fresh);
  work.audit.add('activities', activity.id, { handedOver: 0 }, { handedOver: items.reduce((sum, item) => sum + item.handedQuantity, 0) });
}

const chainsOf = (work: ProjectWork, items: ItemRecord[]) => (items.length === 0 ? Promise.resolve([]) : work.tx.select().from(custody).where(inArray(custody.itemId, items.map((item) => item.id))).orderBy(asc(custody.since), asc(custody.id)));

/** The row that passes an item on; null where one stands already (pieces moved on before the record was reopened): it follows the record. */
async function passing(work: ProjectWork, { item, rows, onDate, recipient, activityId }: { item: ItemRecord; rows: Row[]; onDate: string; recipient: string; activityId: string }) {
  const quantity = item.handedQuantity;
  const standing = rows.find((row) => row.kind === 'handed_over');
  if (standing && quantity === 0) throw new Refusal('itemHasHistory', { params: { tag: item.assetTag } });
  if (standing) {
    const same = standing.quantity === quantity && standing.since === onDate && standing.institutionId === recipient;
    if (!same) await work.tx.update(custody).set({ quantity, since: onDate, institutionId: recipient }).where(eq(custody.id, standing.id));
    return null;
  }
  if (quantity === 0) return null;
  if (item.deliveredOn && item.deliveredOn > onDate) throw new Refusal('deliveredAfterHandOver', { params: { tag: item.assetTag } });
  const source = rows.find((row) => placeOf(row) === 'project' && row.remaining >= quantity && row.since <= onDate);
  if (!source) throw new Refusal('notInStore', { params: { tag: item.assetTag, n: quantity } });
  return { id: newId(), projectId: work.project.id, itemId: item.id, previousId: source.id, kind: 'handed_over' as const, quantity, remaining: quantity, since: onDate, institutionId: recipient, activityId, ...stamp(work) };
}

/** What an approved hand-over passed on comes back while it is reopened, unless pieces have moved on from there; those follow at the next approval. */
export async function takeBack(work: ProjectWork, activityId: string): Promise<void> {
  const untouched = sql`${custody.remaining} = ${custody.quantity}`;
  const rows = await work.tx.delete(custody).where(and(eq(custody.activityId, activityId), untouched)).returning({ itemId: custody.itemId });
  if (rows.length === 0) return;
  const undelivered = work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(and(inArray(equipmentItems.id, rows.map((row) => row.itemId)), isNull(equipmentItems.deliveredOn)));
  await work.tx.delete(custody).where(and(inArray(custody.itemId, undelivered), isNull(custody.previousId), untouched));
}

/** Refuses to give up a hand-over from which pieces have moved on. */
export async function assertNothingMoved(work: ProjectWork, activityId: string): Promise<void> {
  const [row] = await work.tx.select({ tag: equipmentItems.assetTag }).from(custody).innerJoin(equipmentItems, eq(equipmentItems.id, custody.itemId)).where(eq(custody.activityId, activityId)).orderBy(equipmentItems.assetTag).limit(1);
  if (row) throw new Refusal('itemHasHistory', { params: { tag: row.tag } });
}

const stamp = (work: ProjectWork) => ({ recordedBy: work.actor?.id ?? null, recordedAt: work.now });

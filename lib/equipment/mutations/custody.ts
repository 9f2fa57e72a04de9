import 'server-only';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { among, recordset } from '@/db/recordset';
import { custody, equipmentItems, handOvers } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { groupBy } from '@/lib/shared/group-by';
import { assertPeople } from '@/lib/people/mutations/register';
import { assertInstitutions, assertOpen } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { decideMove, type Holding, type MoveRefusal, placeOf } from '../rules/custody';
import type { RecordMoveInput } from '../schema/custody';
import type { ItemRecord } from './items';

type Row = typeof custody.$inferSelect;

/** Records what happened to an item, or to part of a lot. Refuses what the state machine does not know, more than is there, a date out of order or in a closed period (issue 4). */
export async function recordMove(work: ProjectWork, input: RecordMoveInput): Promise<{ id: string }> {
  const [item] = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(and(eq(equipmentItems.id, input.itemId), eq(equipmentItems.projectId, work.project.id))).for('no key update');
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
  const open = and(among(custody.itemId, ids), isNull(custody.previousId));
  const [items, receipts] = [await work.tx.select().from(equipmentItems).where(among(equipmentItems.id, ids)), await work.tx.select().from(custody).where(open)];
  const begun = new Map(receipts.map((row) => [row.itemId, row]));
  await receive(work, items.filter((item) => !begun.has(item.id)).flatMap((item) => (item.deliveredOn ? [{ item, since: item.deliveredOn }] : [])));
  const other = items.flatMap((item) => {
    const receipt = begun.get(item.id);
    return receipt && receipt.since !== item.deliveredOn ? [{ ...receipt, delivered: item.deliveredOn }] : [];
  });
  const [moved, gone] = [other.filter((row) => row.delivered !== null), other.filter((row) => row.delivered === null && row.remaining === row.quantity)];
  if (moved.length > 0) await work.tx.execute(sql`update custody set since = r.delivered from ${recordset(moved.map(({ id, delivered }) => ({ id, delivered })))} as r(id uuid, delivered date) where custody.id = r.id`);
  if (gone.length > 0) await work.tx.delete(custody).where(among(custody.id, gone.map(({ id }) => id)));
}

/** Begins the custody of items: the project has all their pieces since that day. */
async function receive(work: ProjectWork, wanted: { item: ItemRecord; since: string }[]): Promise<NewRow[]> {
  const rows = wanted.map(({ item, since }) => ({ ...fresh(work), itemId: item.id, previousId: null, kind: 'received' as const, quantity: item.quantity, since, institutionId: null, activityId: null }));
  await insert(work, rows);
  return rows;
}

type NewRow = Pick<Row, 'id' | 'itemId' | 'previousId' | 'kind' | 'quantity' | 'since' | 'institutionId' | 'activityId'>;
const fresh = (work: ProjectWork) => ({ id: newId(), projectId: work.project.id, ...stamp(work) });

/** However many rows, one statement with one parameter. */
async function insert(work: ProjectWork, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await work.tx.execute(sql`
    insert into custody (id, project_id, item_id, previous_id, kind, quantity, remaining, since, institution_id, activity_id, recorded_by, recorded_at)
    select id, "projectId", "itemId", "previousId", kind, quantity, quantity, since, "institutionId", "activityId", "recordedBy", "recordedAt"
    from ${recordset(rows)} as r(id uuid, "projectId" uuid, "itemId" uuid, "previousId" uuid, kind text, quantity int, since date, "institutionId" uuid, "activityId" uuid, "recordedBy" uuid, "recordedAt" timestamptz)`);
}

type Passing = { id: string; onDate: string | null };

/** The items of an approved hand-over pass to its recipient, in the same transaction. Refuses those of which the project no longer holds as many. */
export async function passOn(work: ProjectWork, activity: Passing): Promise<void> {
  const onDate = activity.onDate;
  const [act] = await work.tx.select({ recipient: handOvers.recipientInstitutionId }).from(handOvers).where(eq(handOvers.activityId, activity.id));
  if (!act?.recipient || !onDate) return;
  const items = await work.tx.select().from(equipmentItems).where(eq(equipmentItems.activityId, activity.id)).orderBy(asc(equipmentItems.id)).for('no key update');
  const chains = groupBy(await chainsOf(work, items), (row) => row.itemId);
  for (const row of await receive(work, items.filter((item) => !chains.has(item.id)).map((item) => ({ item, since: item.deliveredOn ?? onDate })))) chains.set(row.itemId, [{ ...row, remaining: row.quantity }]);
  const to = { since: onDate, institutionId: act.recipient, activityId: activity.id };
  const passed = items.map((item) => passing(item, chains.get(item.id) ?? [], onDate));
  await follow(work, passed.flatMap((one) => (one.standing && !isSame(one.standing, one.quantity, to) ? [{ id: one.standing.id, quantity: one.quantity }] : [])), to);
  await insert(work, passed.flatMap(({ item, source, quantity }) => (source ? [{ ...fresh(work), itemId: item.id, previousId: source.id, kind: 'handed_over' as const, quantity, ...to }] : [])));
  work.audit.add('activities', activity.id, { handedOver: 0 }, { handedOver: items.reduce((sum, item) => sum + item.handedQuantity, 0) });
}

type Held = NewRow & Pick<Row, 'remaining'>;
type To = { since: string; institutionId: string; activityId: string };

const chainsOf = (work: ProjectWork, items: ItemRecord[]): Promise<Held[]> => (items.length === 0 ? Promise.resolve([]) : work.tx.select().from(custody).where(among(custody.itemId, items.map((item) => item.id))).orderBy(asc(custody.since), asc(custody.id)));

/** What passes of an item: from which row, or with which row that stands already (pieces moved on before the record was reopened); neither where nothing was accepted. */
function passing(item: ItemRecord, rows: Held[], onDate: string): { item: ItemRecord; quantity: number; source: Held | null; standing: Held | null } {
  const quantity = item.handedQuantity;
  const standing = rows.find((row) => row.kind === 'handed_over') ?? null;
  if (standing && quantity === 0) throw new Refusal('itemHasHistory', { params: { tag: item.assetTag } });
  if (standing || quantity === 0) return { item, quantity, source: null, standing };
  if (item.deliveredOn && item.deliveredOn > onDate) throw new Refusal('deliveredAfterHandOver', { params: { tag: item.assetTag } });
  const source = rows.find((row) => placeOf(row) === 'project' && row.remaining >= quantity && row.since <= onDate);
  if (!source) throw new Refusal('notInStore', { params: { tag: item.assetTag, n: quantity } });
  return { item, quantity, source, standing };
}

const isSame = (row: Held, quantity: number, to: To) => row.quantity === quantity && row.since === to.since && row.institutionId === to.institutionId;

/** Rows that a hand-over rests on say what it says now. */
async function follow(work: ProjectWork, rows: { id: string; quantity: number }[], { since, institutionId }: To): Promise<void> {
  if (rows.length === 0) return;
  await work.tx.execute(sql`update custody set quantity = r.quantity, since = ${since}, institution_id = ${institutionId} from ${recordset(rows)} as r(id uuid, quantity int) where custody.id = r.id`);
}

/** What an approved hand-over passed on comes back while it is reopened, unless pieces have moved on from there; those follow at the next approval. */
export async function takeBack(work: ProjectWork, activityId: string): Promise<void> {
  const untouched = sql`${custody.remaining} = ${custody.quantity}`;
  const rows = await work.tx.delete(custody).where(and(eq(custody.activityId, activityId), untouched)).returning({ itemId: custody.itemId });
  if (rows.length === 0) return;
  const undelivered = work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(and(among(equipmentItems.id, rows.map((row) => row.itemId)), isNull(equipmentItems.deliveredOn)));
  await work.tx.delete(custody).where(and(inArray(custody.itemId, undelivered), isNull(custody.previousId), untouched));
}

/** Refuses to give up a hand-over from which pieces have moved on. */
export async function assertNothingMoved(work: ProjectWork, activityId: string): Promise<void> {
  const [row] = await work.tx.select({ tag: equipmentItems.assetTag }).from(custody).innerJoin(equipmentItems, eq(equipmentItems.id, custody.itemId)).where(eq(custody.activityId, activityId)).orderBy(equipmentItems.assetTag).limit(1);
  if (row) throw new Refusal('itemHasHistory', { params: { tag: row.tag } });
}

const stamp = (work: ProjectWork) => ({ recordedBy: work.actor?.id ?? null, recordedAt: work.now });

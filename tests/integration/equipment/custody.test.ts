import { and, asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, auditLog, custody, equipmentItems } from '@/db/schema';
import { recordMove } from '@/lib/equipment/mutations/custody';
import { recordMoveSchema } from '@/lib/equipment/schema/custody';
import { closePeriod } from '@/lib/projects/mutations';
import { approveActivity, reopenActivity, submitActivity, withdrawActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { moveKinds } from '@/lib/shared/vocabulary';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const chain = (itemId: string) => database().select().from(custody).where(eq(custody.itemId, itemId)).orderBy(asc(custody.recordedAt), asc(custody.id));
const itemsOf = (world: World) => database().select().from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId)).orderBy(asc(equipmentItems.tagNumber));
const activityOf = async (id: string) => (await database().select().from(activities).where(eq(activities.id, id)))[0];
const review = async (world: World, step: typeof approveActivity, id: string, actor = world.manager) =>
  world.as(actor, async (work) => step(work, { projectId: world.projectId, activityId: id, version: (await activityOf(id))?.version ?? 0, note: 'Because' }));

async function handed(items: Parameters<World['handOver']>[0] = [{ quantity: 10 }]) {
  const world = await aWorld();
  const form = world.handOver(items);
  const record = await world.approved(form);
  const [item] = await itemsOf(world);
  if (!item) throw new Error('no item');
  const holding = async (kind: string) => (await chain(item.id)).find((row) => row.kind === kind)?.id ?? '';
  const move = async (input: Record<string, unknown>) => {
    const holdingId = (input.holdingId as string) ?? (await holding('handed_over'));
    const wanted = recordMoveSchema.parse({ projectId: world.projectId, id: newId(), itemId: item.id, kind: 'transfer', quantity: 1, since: '2019-08-01', institutionId: null, personId: null, dueBack: '', reason: 'As agreed', ...input, holdingId });
    return world.as(world.staff, (work) => recordMove(work, wanted));
  };
  return { world, form, record, item, move, holding };
}

test('approval passes items to the recipient; a lot splits and the parts add up', async () => {
  const { world, item, move, holding } = await handed();
  expect((await chain(item.id)).map((row) => [row.kind, row.institutionId, row.quantity, row.remaining, row.since])).toEqual([['received', null, 10, 0, '2019-03-20'], ['handed_over', world.unit, 10, 10, '2019-03-20']]);
  await move({ kind: 'loan', quantity: 3, institutionId: world.border, dueBack: '2019-09-01' });
  const lost = await move({ kind: 'loss', quantity: 2 });
  await move({ holdingId: await holding('loan'), kind: 'return', quantity: 1, since: '2019-09-02' });
  expect((await chain(item.id)).map((row) => [row.kind, row.institutionId, row.remaining])).toEqual([['received', null, 0], ['handed_over', world.unit, 5], ['loan', world.border, 2], ['loss', world.unit, 2], ['return', world.unit, 1]]);
  const [trail] = await database().select().from(auditLog).where(eq(auditLog.entityId, lost.id));
  expect(trail?.changes).toMatchObject({ kind: [null, 'loss'], quantity: [null, 2], reason: null });
});

test('refuses what is not there, what was not out, a closed period, another project, an institution that does not exist', async () => {
  const { world, item, move, holding } = await handed([{ quantity: 2 }]);
  expect(await failure(move({ quantity: 3, institutionId: world.border }))).toMatchObject({ reason: 'splitTooMany', fieldErrors: { quantity: 'splitTooMany:2' } });
  expect(await failure(move({ institutionId: newId() }))).toMatchObject({ reason: 'noSuchInstitution' });
  expect(await failure(move({ institutionId: world.border, personId: newId() }))).toMatchObject({ reason: 'noSuchPerson', fieldErrors: { personId: 'noSuchPerson' } });
  const given = await move({ kind: 'return', quantity: 2 });
  expect(await failure(move({ holdingId: given.id, kind: 'return' }))).toMatchObject({ reason: 'notOut' });
  expect(await failure(move({ holdingId: await holding('received'), kind: 'loss' }))).toMatchObject({ reason: 'nothingLeft' });
  const other = await aWorld();
  const foreign = recordMoveSchema.parse({ projectId: other.projectId, id: newId(), itemId: item.id, holdingId: given.id, kind: 'loss', quantity: 1, since: '2019-08-02', institutionId: '', personId: '', dueBack: '', reason: 'x' });
  expect(await failure(other.as(other.staff, (work) => recordMove(work, foreign)))).toMatchObject({ reason: 'notFound' });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.second }));
  expect(await failure(move({ holdingId: given.id, kind: 'loss', since: '2019-08-02' }))).toMatchObject({ reason: 'periodClosed' });
});

test('the database itself refuses overlap, disorder, a second receipt and rewriting', async () => {
  const { world, item, holding } = await handed([{ quantity: 2 }]);
  const db = database();
  const from = await holding('handed_over');
  const row = (more: Partial<typeof custody.$inferInsert>) => ({ projectId: world.projectId, itemId: item.id, previousId: from, kind: 'loss' as const, quantity: 1, remaining: 1, since: '2019-08-01', ...more });
  const broken = (promise: Promise<unknown>) => promise.then(() => null, (error: { cause?: { constraint_name?: string; code?: string } }) => error.cause?.constraint_name ?? error.cause?.code);
  expect(await broken(db.insert(custody).values(row({ quantity: 3 })))).toBe('custody_remaining');
  expect(await broken(db.insert(custody).values(row({ since: '2019-03-19' })))).toBe('custody_order');
  expect(await broken(db.insert(custody).values(row({ previousId: null, quantity: 2 })))).toBe('custody_begins');
  expect(await broken(db.insert(custody).values(row({ previousId: null, kind: 'received', quantity: 2 })))).toBe('custody_one_receipt');
  expect(await broken(db.insert(custody).values(row({ kind: 'handed_over' })))).toBe('custody_one_hand_over');
  expect(await broken(db.insert(custody).values(row({ previousId: newId() })))).toBe('custody_previous_fk');
  const [lost] = await db.insert(custody).values(row({})).returning();
  expect(await broken(db.update(custody).set({ remaining: 2 }).where(eq(custody.id, from)))).toBe('42501');
  expect(await broken(db.update(custody).set({ quantity: 2 }).where(eq(custody.id, lost?.id ?? '')))).toBe('42501');
  expect(await broken(db.delete(custody).where(eq(custody.id, lost?.id ?? '')))).toBe('42501');
  expect(await broken(db.update(equipmentItems).set({ quantity: 1 }).where(eq(equipmentItems.id, item.id)))).toBe('custody_remaining');
  expect(await broken(db.update(custody).set({ since: '2019-08-02' }).where(eq(custody.id, from)))).toBe('custody_order');
});

test('two at once: the second gets what is left, or a reason', async () => {
  const { world, move, item } = await handed([{ quantity: 1 }]);
  const both = await Promise.all([failure(move({ kind: 'loss' })), failure(move({ institutionId: world.border }))]);
  expect(both.filter((one) => one === null)).toHaveLength(1);
  expect(both.find((one) => one !== null)).toMatchObject({ reason: 'nothingLeft' });
  expect((await chain(item.id)).reduce((sum, row) => sum + row.remaining, 0)).toBe(1);
});

test('random acts on the database keep every piece in one hand', async () => {
  const { world, item, move } = await handed([{ quantity: 7 }]);
  const act = fc.record({ row: fc.nat(20), kind: fc.constantFrom(...moveKinds), quantity: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 1, max: 28 }), to: fc.constantFrom(world.border, world.prosecutor, world.unit) });
  await fc.assert(
    fc.asyncProperty(act, async ({ row, kind, quantity, day, to }) => {
      const rows = await chain(item.id);
      await failure(move({ holdingId: rows[row % rows.length]?.id, kind, quantity, since: `2019-08-${String(day).padStart(2, '0')}`, institutionId: to }));
      const after = await chain(item.id);
      const passed = (id: string) => after.filter((one) => one.previousId === id).reduce((sum, one) => sum + one.quantity, 0);
      expect(after.every((one) => one.remaining === one.quantity - passed(one.id) && one.remaining >= 0)).toBe(true);
      expect(after.reduce((sum, one) => sum + one.remaining, 0)).toBe(7);
    }),
    { numRuns: 60, seed: 20191105 },
  );
  expect((await chain(item.id)).length).toBeGreaterThan(5);
});

test('a reopened hand-over takes its items back; approved again it passes on what it says then; what has moved on stays and follows', async () => {
  const { world, form, record, item, move } = await handed([{ quantity: 4 }]);
  await review(world, reopenActivity, record.id);
  expect(await chain(item.id)).toEqual([]);
  const version = (await activityOf(record.id))?.version ?? null;
  const detail = form.kind === 'equipment' ? form.detail : null;
  if (!detail) throw new Error('no detail');
  await world.save({ ...form, kind: 'equipment', version, detail: { ...detail, recipientInstitutionId: world.border, items: detail.items.map((one) => ({ ...one, quantity: 6, value: 100 })) } });
  await review(world, submitActivity, record.id, world.staff);
  await review(world, approveActivity, record.id);
  expect((await chain(item.id)).map((row) => [row.institutionId, row.quantity, row.remaining])).toEqual([[null, 6, 0], [world.border, 6, 6]]);
  await move({ institutionId: world.prosecutor, quantity: 2 });
  await review(world, reopenActivity, record.id);
  expect((await chain(item.id)).map((row) => [row.kind, row.remaining])).toEqual([['received', 0], ['handed_over', 4], ['transfer', 2]]);
  expect(await failure(review(world, withdrawActivity, record.id, world.staff))).toMatchObject({ reason: 'itemHasHistory', params: { tag: item.assetTag } });
  const again = { ...form, kind: 'equipment' as const, version: (await activityOf(record.id))?.version ?? null };
  expect(await failure(world.save({ ...again, detail: { ...detail, items: [] } }))).toMatchObject({ reason: 'itemHasHistory' });
});

test('two hundred items pass in one transaction', async () => {
  const world = await aWorld();
  const record = await world.submitted(world.handOver(Array.from({ length: 200 }, (_, index) => ({ serialNumber: `${newId()}-${index}`, value: 10 }))));
  const started = performance.now();
  await review(world, approveActivity, record.id);
  expect(performance.now() - started).toBeLessThan(5000);
  const [row] = await database().select({ n: sql<number>`count(*)::int` }).from(custody).where(and(eq(custody.activityId, record.id), eq(custody.kind, 'handed_over')));
  expect([row?.n, (await world.figure('equipment.handedOver'))[0]]).toEqual([200, 200]);
});

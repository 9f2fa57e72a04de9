import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, equipmentItems } from '@/db/schema';
import { recordCheck } from '@/lib/equipment/mutations/checks';
import { dueChecks } from '@/lib/equipment/queries/checks';
import { findItem } from '@/lib/equipment/queries/item';
import { listEquipment } from '@/lib/equipment/queries/register';
import { equipmentTotals } from '@/lib/equipment/queries/totals';
import { recordCheckSchema } from '@/lib/equipment/schema/checks';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const all = { q: '', category: null, institutionIds: null, state: null };
const check = (world: World, itemId: string, input: Record<string, unknown> = {}) =>
  world.as(world.staff, (work) => recordCheck(work, recordCheckSchema.parse({ projectId: world.projectId, id: newId(), itemId, checkedOn: '2019-07-01', inUse: true, usedBy: 'Unit', location: 'Bar', condition: 'good', note: '', ...input })));
async function handed(items: Parameters<World['handOver']>[0]): Promise<{ world: World; ids: string[] }> {
  const world = await aWorld();
  await world.approved(world.handOver(items));
  const rows = await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId)).orderBy(equipmentItems.assetTag);
  return { world, ids: rows.map((row) => row.id) };
}

test('a check decides whether an item counts as in use; a later one corrects it', async () => {
  const { world, ids } = await handed([{ serialNumber: newId() }, { quantity: 4 }]);
  const [first = '', lot = ''] = ids;
  await check(world, first);
  await check(world, lot, { inUse: false });
  expect(await world.figure('equipment.inUse.share')).toEqual([1, 5]);
  await check(world, lot, { checkedOn: '2019-08-01' });
  expect(await world.figure('equipment.inUse.share')).toEqual([5, 5]);
  expect((await findItem(world.staff, { id: world.projectId }, lot))?.checks.map((row) => row.inUse)).toEqual([true, false]);
});

test('where an item is and who uses it stays out of the trail', async () => {
  const { world, ids } = await handed([{}]);
  const { id } = await check(world, ids[0] ?? '', { usedBy: 'Officer Petrović' });
  const [row] = await database().select().from(auditLog).where(eq(auditLog.entityId, id));
  expect(row?.changes).toMatchObject({ usedBy: null, location: null, inUse: [null, true] });
});

test('refuses the future, a day before the hand-over, a closed period, an item that was not handed over, another project', async () => {
  const { world, ids } = await handed([{}]);
  const [item = ''] = ids;
  expect(await failure(check(world, item, { checkedOn: '2019-12-02' }))).toMatchObject({ reason: 'dateInFuture', fieldErrors: { checkedOn: 'dateInFuture' } });
  expect(await failure(check(world, item, { checkedOn: '2019-03-19' }))).toMatchObject({ reason: 'beforeHandOver' });
  const draft = world.handOver([{}]);
  await world.save(draft);
  const waiting = (await listEquipment(world.staff, { id: world.projectId }, all, {})).rows.find((row) => row.reviewState === 'draft');
  expect(await failure(check(world, waiting?.id ?? ''))).toMatchObject({ reason: 'notFound' });
  expect(await failure(check(await aWorld(), item))).toMatchObject({ reason: 'notFound' });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.second }));
  expect(await failure(check(world, item))).toMatchObject({ reason: 'periodClosed' });
});

test('totals equal the figures, what is not approved stands apart, filters narrow both', async () => {
  const { world, ids } = await handed([{ serialNumber: newId(), value: 100 }, { quantity: 4, value: 50 }]);
  await check(world, ids[0] ?? '');
  await world.save(world.handOver([{ quantity: 3 }]));
  const [handedOver] = await world.figure('equipment.handedOver');
  const [usd] = await world.figure('equipment.valueHandedOver');
  expect(await equipmentTotals(world.staff, { id: world.projectId }, all)).toEqual([{ category: 'it', registered: 8, items: handedOver, valueUsd: usd, unvalued: 0, checked: 1, inUse: 1, waiting: 3 }]);
  const list = async (filter: Partial<Parameters<typeof listEquipment>[2]>) => (await listEquipment(world.staff, { id: world.projectId }, { ...all, ...filter }, {})).rows.length;
  expect([await list({}), await list({ state: 'in_use' }), await list({ state: 'unchecked' }), await list({ category: 'vehicle' }), await list({ institutionIds: [world.unit] }), await list({ q: 'laptop acme' }), await list({ handed: true })]).toEqual([3, 1, 2, 0, 3, 3, 2]);
  expect((await listEquipment(world.donor, { id: world.projectId }, all, {})).rows).toEqual([]);
});

test('checks fall due 3, 6 and 12 months after the hand-over', async () => {
  const { world, ids } = await handed([{}]);
  const due = async (until: string) => (await dueChecks(world.staff, { id: world.projectId }, until)).items.map((row) => row.due);
  expect(await due('2019-06-19')).toEqual([]);
  expect(await due('2019-06-20')).toEqual(['2019-06-20']);
  await check(world, ids[0] ?? '', { checkedOn: '2019-06-25' });
  expect(await due('2019-09-19')).toEqual([]);
  expect(await due('2019-12-31')).toEqual(['2019-09-20']);
});

import { eq, sql } from 'drizzle-orm';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { equipmentItems } from '@/db/schema';
import { commitItems } from '@/lib/equipment/mutations/import';
import { takenSerials } from '@/lib/equipment/mutations/items';
import { planItemsIn } from '@/lib/equipment/queries/import';
import { receiveImport } from '@/lib/imports/mutations';
import { approveActivity, submitActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const serials = (count: number) => Array.from({ length: count }, () => ({ serialNumber: newId() }));

/** Statements that `act` sends, within its transaction too. */
async function sent<T>(act: () => Promise<T>): Promise<{ count: number; value: T }> {
  const spy = vi.spyOn(PostgresJsSession.prototype, 'prepareQuery');
  const value = await act();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  expect(count, 'the spy sees them').toBeGreaterThan(2);
  return { count, value };
}

async function handedOver(world: World, count: number) {
  const form = world.handOver(serials(count));
  const saved = await sent(() => world.save(form));
  const version = await world.attach(saved.value.id, 'certificate');
  const submitted = await world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: saved.value.id, version, note: null }));
  const approved = await sent(() => world.as(world.manager, (work) => approveActivity(work, { projectId: world.projectId, activityId: saved.value.id, version: submitted.version, note: null })));
  return { id: saved.value.id, save: saved.count, approve: approved.count };
}

test('a hand-over of 200 items takes as many statements as one of two, each act in one transaction', async () => {
  const world = await aWorld();
  const first = await handedOver(world, 1); // makes the place, which the others find
  const [few, many] = [await handedOver(world, 2), await handedOver(world, 200)];
  expect(first.approve).toBe(few.approve);
  expect([many.save, many.approve]).toEqual([few.save, few.approve]);
  const [row] = await database().execute<{ items: number; tags: number; held: number; passed: number }>(sql`
    select (select count(*)::int from equipment_items where activity_id = ${many.id}) as items, (select count(distinct asset_tag)::int from equipment_items where activity_id = ${many.id}) as tags,
      (select coalesce(sum(remaining), 0)::int from custody where activity_id = ${many.id}) as held, (select count(distinct xmin::text)::int from custody where activity_id = ${many.id}) as passed`);
  expect(row).toEqual({ items: 200, tags: 200, held: 200, passed: 1 });
  expect((await world.figure('equipment.handedOver'))[0]).toBe(203);
});

test('of 200 items none is saved where one is refused', async () => {
  const world = await aWorld();
  const [first] = await database().insert(equipmentItems).values({ id: newId(), projectId: world.projectId, category: 'it', description: 'Laptop', make: 'Acme', model: 'R1', serialNumber: newId(), quantity: 1, registered: true, assetTag: 'X-1' }).returning();
  const form = world.handOver([...serials(199), { serialNumber: first?.serialNumber ?? '' }]);
  await expect(world.save(form)).rejects.toMatchObject({ failure: { reason: 'serialTaken', fieldErrors: { 'detail.items.199.serialNumber': expect.stringContaining('serialTakenBy:X-1') } } });
  expect(await database().select().from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId))).toHaveLength(1);
});

const heads = ['Description', 'Category', 'Make', 'Model', 'Serial number', 'Delivered on'];
type Line = { serialNumber: string };

/** Takes a list of radios that were delivered on a day, all its lines with all their changes. */
async function imported(world: World, lines: Line[], delivered: string) {
  const rows = [heads, ...lines.map(({ serialNumber }) => ['Radio', 'Communication', 'Acme', 'R7', serialNumber, delivered])].map((cells, index) => ({ number: index + 1, cells }));
  const { id } = await world.as(world.staff, (work) => receiveImport(work, { id: newId(), kind: 'equipment', activityId: null, fileName: 'items.csv', sha256: 'c'.repeat(64), rows }));
  const plan = await planItemsIn(database(), world.staff, { id: world.projectId, today: '2019-12-01' }, rows);
  const choices = plan.rows.map((row) => ({ row: row.number, id: row.match?.id ?? null, changes: row.changes.map(({ key }) => key) }));
  return sent(() => world.as(world.staff, (work) => commitItems(work, { importId: id, digest: plan.digest, choices })));
}

test('an imported list of 1,500 items takes hardly more statements than one of two, new and changed: all get tags, custody and lines in the trail', async () => {
  const world = await aWorld();
  const lists = [serials(2), serials(1500)] as const;
  const [few, many] = [await imported(world, lists[0], '2019-03-01'), await imported(world, lists[1], '2019-03-01')];
  expect([few.value.added, many.value.added]).toEqual([2, 1500]);
  expect(many.count - few.count).toBeLessThan(10);
  const [fewChanged, manyChanged] = [await imported(world, lists[0], '2019-03-02'), await imported(world, lists[1], '2019-03-02')];
  expect([fewChanged.value.changed, manyChanged.value.changed]).toEqual([2, 1500]);
  expect(manyChanged.count - fewChanged.count).toBeLessThan(10);
  const began = await database().execute<{ since: string; n: number }>(sql`select c.since::text as since, count(*)::int as n from custody c join equipment_items e on e.id = c.item_id and e.version = 2 where c.project_id = ${world.projectId} group by 1`);
  expect(began).toEqual([{ since: '2019-03-02', n: 1502 }]);
  const [row] = await database().execute<{ tags: number; held: number; trail: number }>(sql`
    select (select count(distinct asset_tag)::int from equipment_items where project_id = ${world.projectId}) as tags, (select sum(remaining)::int from custody where project_id = ${world.projectId}) as held,
      (select count(*)::int from audit_log where chain = ${world.projectId} and entity = 'equipment_items') as trail`);
  expect(row).toEqual({ tags: 1502, held: 1502, trail: 3004 });
});

test('serial numbers are looked up in their index, not in the whole register', async () => {
  const world = await aWorld();
  await database().execute(sql`insert into equipment_items (id, project_id, category, description, make, model, serial_number, quantity, registered, asset_tag)
    select gen_random_uuid(), ${world.projectId}, 'it', 'Radio', 'Acme', 'R9', 'SN-' || n, 1, true, 'R-' || n from generate_series(1, 20000) n`);
  await database().execute(sql`analyze equipment_items`);
  const scans = await world.as(world.staff, async (work) => {
    const wanted = [...Array.from({ length: 200 }, (_, n) => ({ id: newId(), make: 'Acme', model: 'R9', serialNumber: `sn-x${n}` })), { id: newId(), make: 'ACME', model: 'r9', serialNumber: 'sn-77' }];
    expect(await takenSerials(work, wanted)).toMatchObject([{ index: 200 }]);
    work.audit.add('projects', world.projectId, {}, {}, 'nothing written');
    const [row] = await work.tx.execute<{ seq: number; idx: number }>(sql`select coalesce(seq_scan, 0)::int as seq, coalesce(idx_scan, 0)::int as idx from pg_stat_xact_user_tables where relname = 'equipment_items'`);
    return row;
  });
  expect(scans?.seq).toBe(0);
  expect(scans?.idx).toBeGreaterThan(0);
});

import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { endUseChecks, equipmentItems } from '@/db/schema';
import { recordMove } from '@/lib/equipment/mutations/custody';
import { dueChecks } from '@/lib/equipment/queries/checks';
import { type DueFilter, dueList, itemsToCheck } from '@/lib/equipment/queries/due';
import { findItem } from '@/lib/equipment/queries/item';
import { recordMoveSchema } from '@/lib/equipment/schema/custody';
import { addDays, addMonths } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const today = '2019-12-01';
const all: DueFilter = { institutionIds: null, attention: null };
async function handed(items: Parameters<World['handOver']>[0], date = '2019-01-15'): Promise<{ world: World; ids: string[] }> {
  const world = await aWorld();
  await world.approved(world.handOver(items, date));
  const rows = await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId)).orderBy(equipmentItems.tagNumber);
  return { world, ids: rows.map((row) => row.id) };
}
const many = (count: number) => Array.from({ length: count }, () => ({ serialNumber: newId() }));
type Found = { inUse: boolean; condition: 'good' | 'worn' | 'damaged' | 'not_found' | null };
const checked = (world: World, itemId: string, days: readonly string[], found: Found = { inUse: true, condition: 'good' }) =>
  days.length === 0 ? undefined : database().insert(endUseChecks).values(days.map((checkedOn) => ({ id: newId(), itemId, checkedOn, recordedBy: world.staff.id, ...found })));
const schedule = async (world: World) => new Map((await database().execute<{ id: string; due: string | null }>(sql`select item_id as id, due_on as due from check_schedule where project_id = ${world.projectId}`)).map((row) => [row.id, row.due]));
const setMonths = (world: World, months: number[]) => database().execute(sql`update projects set check_months = ${sql.param(months)}::int[] where id = ${world.projectId}`);

test('a check answers the next open date, and every date already past', async () => {
  const cases: [string[], string | null][] = [
    [[], '2019-04-15'],
    [['2019-02-01'], '2019-07-15'],
    [['2019-04-20'], '2019-07-15'],
    [['2019-04-20', '2019-06-01'], '2020-01-15'],
    [['2019-03-01', '2019-06-01', '2019-12-01'], null],
  ];
  const { world, ids } = await handed(many(cases.length));
  for (const [index, [days]] of cases.entries()) await checked(world, ids[index] ?? '', days);
  const found = await schedule(world);
  expect(ids.map((id) => found.get(id))).toEqual(cases.map(([, due]) => due));
  expect((await itemsToCheck(world.staff, { id: world.projectId, today: '2019-12-01' }, [ids[1] ?? '']))[0]).toMatchObject({ due: '2019-07-15', attention: ['overdue'] });
});

test('by the months of the project, whatever their order', async () => {
  const { world, ids } = await handed(many(3), '2019-01-31');
  await setMonths(world, [6, 1]);
  await checked(world, ids[1] ?? '', ['2019-02-10']);
  await checked(world, ids[2] ?? '', ['2019-08-01']);
  expect([...(await schedule(world)).values()].sort()).toEqual(['2019-02-28', '2019-07-31', null]);
});

/** The rule as one would tell it, check after check. */
function told(handedOverOn: string, days: readonly string[], months: readonly number[]): string | null {
  const dates = [...months].sort((a, b) => a - b).map((month) => addMonths(handedOverOn, month));
  const answered = [...days].sort().reduce((count, day) => Math.max(count + 1, dates.filter((date) => date <= day).length), 0);
  return dates[answered] ?? null;
}

test('any checks by any months: as many checks as months settle it, and the dates never move back', async () => {
  const { world, ids } = await handed(many(60), '2019-01-31');
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
  const histories = fc.array(fc.array(fc.integer({ min: 0, max: 2000 }).map((day) => addDays('2019-01-31', day)), { maxLength: 8 }), { minLength: ids.length, maxLength: ids.length });
  const [drawn = []] = fc.sample(histories, 1);
  for (const [index, id] of ids.entries()) await checked(world, id, drawn[index] ?? []);
  for (const list of fc.sample(months, 12)) {
    await setMonths(world, list);
    const found = await schedule(world);
    for (const [index, id] of ids.entries()) {
      const due = found.get(id);
      expect([drawn[index], list, due]).toEqual([drawn[index], list, told('2019-01-31', drawn[index] ?? [], list)]);
      if ((drawn[index] ?? []).length >= list.length) expect(due).toBeNull();
      else if (due) expect(due >= addMonths('2019-01-31', Math.min(...list))).toBe(true);
    }
  }
});

test('an item asks for attention when found wrong, overdue, or due within a month', async () => {
  const { world, ids } = await handed(many(7), '2019-01-15');
  await setMonths(world, [12]);
  const states = async (day: string) => {
    const list = await dueList(world.staff, { id: world.projectId, today: day }, all);
    return ids.map((id) => list.rows.find((row) => row.id === id)?.attention ?? []);
  };
  await checked(world, ids[1] ?? '', ['2019-02-01']);
  await checked(world, ids[2] ?? '', ['2019-02-01'], { inUse: false, condition: 'good' });
  await checked(world, ids[3] ?? '', ['2019-02-01'], { inUse: true, condition: 'damaged' });
  await checked(world, ids[4] ?? '', ['2019-02-01'], { inUse: true, condition: 'not_found' });
  await checked(world, ids[5] ?? '', ['2019-02-01'], { inUse: true, condition: null });
  await checked(world, ids[6] ?? '', ['2019-02-01'], { inUse: true, condition: 'worn' });
  expect(await states('2019-12-15')).toEqual([[], [], ['failed'], ['failed'], ['failed'], [], []]);
  expect([(await states('2019-12-16'))[0], (await states('2020-01-15'))[0], (await states('2020-01-16'))[0]]).toEqual([['due'], ['due'], ['overdue']]);
  await setMonths(world, [12, 13]);
  expect((await states('2020-03-01'))[2]).toEqual(['failed', 'overdue']);
});

test('what is out of every hand asks for nothing: all short at the hand-over, returned, lost, disposed of; a part still out does', async () => {
  const { world, ids } = await handed([{ quantity: 2 }, {}, {}, { quantity: 3 }]);
  const held = async (itemId: string) => (await findItem(world.staff, { id: world.projectId }, itemId))?.custody.find((row) => row.remaining > 0)?.id ?? '';
  const move = async (itemId: string, kind: string, quantity: number) =>
    world.as(world.staff, async (work) => recordMove(work, recordMoveSchema.parse({ projectId: world.projectId, id: newId(), itemId, holdingId: await held(itemId), kind, quantity, since: '2019-06-01', institutionId: '', personId: '', dueBack: '', reason: 'Because' })));
  await move(ids[0] ?? '', 'return', 2);
  await move(ids[1] ?? '', 'loss', 1);
  await move(ids[2] ?? '', 'disposal', 1);
  await move(ids[3] ?? '', 'loss', 1);
  await checked(world, ids[1] ?? '', ['2019-05-01'], { inUse: false, condition: 'not_found' });
  const short = world.handOver([{ quantity: 2 }]);
  if (short.kind === 'equipment') Object.assign(short.detail.items[0] ?? {}, { acceptedQuantity: 0, shortQuantity: 2, acceptanceNote: 'Never came' });
  await world.approved(short);
  const list = await dueList(world.staff, { id: world.projectId, today }, all);
  expect(list.rows.map((row) => row.id)).toEqual([ids[3]]);
  expect((await dueChecks(world.staff, { id: world.projectId }, today)).total).toBe(1);
});

test('pages of the due list join without a gap, in both directions, and count the whole', async () => {
  const { world, ids } = await handed(many(9));
  await checked(world, ids[4] ?? '', ['2019-10-20'], { inUse: false, condition: 'good' });
  const page = (at: { after?: string; before?: string }, filter = all) => dueList(world.staff, { id: world.projectId, today }, filter, at, 4);
  const first = await page({});
  const second = await page({ after: first.after ?? '' });
  const third = await page({ after: second.after ?? '' });
  expect([first, second, third].flatMap((one) => one.rows.map((row) => row.id))).toEqual([ids[4], ...ids.filter((_id, index) => index !== 4)]);
  expect([first.before, third.after, first.total, third.total]).toEqual([null, null, 9, 9]);
  expect((await page({ before: third.before ?? '' })).rows).toEqual(second.rows);
  expect((await page({ before: second.before ?? '' })).rows).toEqual(first.rows);
  expect(first.byInstitution.get(world.unit)).toEqual({ failed: 1, overdue: 8, due: 0, items: 9 });
  expect((await page({ after: 'nonsense' })).rows).toEqual(first.rows);
  expect((await page({}, { ...all, attention: 'overdue' })).total).toBe(8);
});

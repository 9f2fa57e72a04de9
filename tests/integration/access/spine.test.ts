import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { database } from '@/db/client';
import { activities, auditLog, projects } from '@/db/schema';
import { type ActionSpec, actionRegistry, type ProjectWork, runAction } from '@/lib/action';
import { newId } from '@/lib/shared/ids';
import { ownerConnection } from '../../support/database';
import { aWorld } from '../../support/builders';
import '@/lib/activities/actions';
import '@/lib/users/actions';

const spec = (name: string): ActionSpec => {
  const found = actionRegistry.get(name);
  if (!found) throw new Error(name);
  return found;
};
const input = z.strictObject({ projectId: z.string() });
const action = (run: ActionSpec['run']): ActionSpec => ({ name: 'test', permission: 'records.write', scope: 'project', schema: input, run });

test('a write without an audit row is undone and loud', async () => {
  const world = await aWorld();
  const silent = action(async (work) => void (await work.tx.update(projects).set({ title: 'Changed in silence' }).where(eq(projects.id, world.projectId))));
  await expect(runAction(silent, world.staff, { projectId: world.projectId })).rejects.toThrow(/without an audit row/);
  const [row] = await database().select().from(projects).where(eq(projects.id, world.projectId));
  expect(row?.title).toBe('Test project');
});

test('a run that changes nothing needs no audit row', async () => {
  const world = await aWorld();
  expect(await runAction(action(async () => 'nothing'), world.staff, { projectId: world.projectId })).toEqual({ ok: true, value: 'nothing' });
});

test('asking for what is so already is no change and no error', async () => {
  const world = await aWorld();
  await world.save(world.training());
  const member = { projectId: world.projectId, email: world.staff.email, role: 'staff' };
  expect(await runAction(spec('users.setMembership'), world.manager, member)).toMatchObject({ ok: true });
  expect(await runAction(spec('users.setDisabled'), world.admin, { userId: world.staff.id, disabled: false })).toMatchObject({ ok: true });
  expect(await runAction(spec('users.setAdmin'), world.admin, { userId: world.staff.id, isAdmin: false })).toMatchObject({ ok: true });
});

test('the second send of a record is the same record; another content is a conflict', async () => {
  const world = await aWorld();
  const form = world.training();
  const save = spec('activities.save');
  const first = await runAction(save, world.staff, form);
  expect(first).toMatchObject({ ok: true });
  expect(await runAction(save, world.staff, form)).toMatchObject({ ok: true, repeated: true });
  expect(await runAction(save, world.staff, { ...form, title: 'Something else' })).toMatchObject({ ok: false, reason: 'conflict' });
  expect(await database().select().from(activities).where(eq(activities.projectId, world.projectId))).toHaveLength(1);
});

test('two sends at once make one record', async () => {
  const world = await aWorld();
  const form = world.training();
  const results = await Promise.all([runAction(spec('activities.save'), world.staff, form), runAction(spec('activities.save'), world.staff, form)]);
  expect(results.filter((result) => result.ok)).toHaveLength(2);
  expect(await database().select().from(activities).where(eq(activities.projectId, world.projectId))).toHaveLength(1);
});

test.each([
  ['end before start', { actualStart: '2019-03-05', actualEnd: '2019-03-04' }, 'actualEnd', 'endBeforeStart'],
  ['a day that does not exist', { actualStart: '2019-02-30' }, 'actualStart', 'notADate'],
  ['an oversized title', { title: 'x'.repeat(301) }, 'title', 'tooLong:300'],
  ['a cost without currency', { cost: 10, costCurrency: null }, 'costCurrency', 'currencyRequired'],
  ['a negative cost', { cost: -1, costCurrency: 'EUR' }, 'cost', 'tooSmall:0'],
  ['postponed without a reason', { implementation: 'postponed' }, 'implementationReason', 'reasonRequired'],
  ['text in a number', { cost: 'much', costCurrency: 'EUR' }, 'cost', 'notANumber'],
  ['an unknown field', { surprise: 1 }, 'surprise', 'unknownField'],
])('%s is refused at its field and changes nothing', async (_what, bad, field, message) => {
  const world = await aWorld();
  const result = await runAction(spec('activities.save'), world.staff, { ...world.training(), ...bad });
  expect(result).toMatchObject({ ok: false, fieldErrors: { [field]: message } });
  expect(await database().select().from(activities).where(eq(activities.projectId, world.projectId))).toHaveLength(0);
});

test('a person twice, a serial number that exists and a stale version each say what to do', async () => {
  const world = await aWorld();
  const save = (form: object) => runAction(spec('activities.save'), world.staff, form);
  const [person] = world.people(1);
  expect(await save(world.training({ people: person ? [person, person] : [] }))).toMatchObject({ ok: false, fieldErrors: { 'participants.1.personId': 'personTwice' } });
  const serialNumber = `S-${newId()}`;
  await save(world.handOver([{ serialNumber }]));
  expect(await save(world.handOver([{ serialNumber }]))).toMatchObject({ ok: false, reason: 'serialTaken', fieldErrors: { 'detail.items.0.serialNumber': expect.stringMatching(/^serialTakenBy:\S+$/) } });
  const form = world.training();
  await save(form);
  await save({ ...form, version: 1, title: 'Second' });
  expect(await save({ ...form, version: 1, title: 'Third' })).toMatchObject({ ok: false, reason: 'stale' });
});

test('the database itself refuses to change the trail, to every role', async () => {
  const world = await aWorld();
  await world.save(world.training());
  await expect(database().update(auditLog).set({ action: 'other' })).rejects.toThrow();
  await expect(database().delete(auditLog)).rejects.toThrow();
  const owner = ownerConnection();
  await expect(owner`update audit_log set action = 'other'`).rejects.toThrow(/append-only/);
  await expect(owner`delete from audit_log`).rejects.toThrow(/append-only/);
  await expect(owner`truncate audit_log`).rejects.toThrow(/append-only/);
  await owner.end();
});

test('of two acts that wait for each other one begins anew; both are done', async () => {
  const [one, two] = [await aWorld(), await aWorld()];
  const title = (world: typeof one, to: string) => (work: ProjectWork) => work.tx.update(projects).set({ title: to }).where(eq(projects.id, world.projectId));
  let [bothHold, arrived, runs] = [() => {}, 0, 0];
  const held = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  // Each takes a row and then wants the other's; the second try finds the way free.
  const crossing = (own: typeof one, other: typeof one) =>
    action(async (work) => {
      runs += 1;
      await title(own, 'First')(work);
      arrived += 1;
      if (arrived === 2) bothHold();
      await held;
      await title(other, 'Second')(work);
      work.audit.add('projects', other.projectId, {}, { title: 'Second' });
    });
  const done = await Promise.all([runAction(crossing(one, two), one.staff, { projectId: one.projectId }), runAction(crossing(two, one), two.staff, { projectId: two.projectId })]);
  expect(done.map(({ ok }) => ok)).toEqual([true, true]);
  expect(runs).toBe(3);
});

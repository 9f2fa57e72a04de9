import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, auditLog } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { createActionPoint, progressActionPoint } from '@/lib/action-points/mutations/points';
import { countActionPoints, listActionPoints } from '@/lib/action-points/queries/list';
import { findActionPoint } from '@/lib/action-points/queries/point';
import { createActionPointSchema, progressActionPointSchema } from '@/lib/action-points/schema';
import { findCaseData } from '@/lib/guard/rules/find';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
async function agreed(dueDate = '2019-04-30', date = '2019-03-10'): Promise<{ world: World; id: string }> {
  const world = await aWorld();
  const form = world.meeting([...world.people(2)], date, [{ text: 'Send the list', dueDate }]);
  await world.approved(form);
  const [row] = await database().select({ id: actionPoints.id }).from(actionPoints).where(eq(actionPoints.projectId, world.projectId));
  return { world, id: row?.id ?? '' };
}
const progress = (world: World, id: string, version: number, input: Record<string, unknown>, actor: Viewer = world.staff) =>
  world.as(actor, (work) => progressActionPoint(work, progressActionPointSchema.parse({ projectId: world.projectId, actionPointId: id, version, doneOn: '', outcome: '', dropReason: '', dueDate: '', ...input })));
const done = { status: 'done', doneOn: '2019-04-20', outcome: 'List received' };
const row = async (id: string) => (await database().select().from(actionPoints).where(eq(actionPoints.id, id)))[0];

test('begun, done, verified by somebody else; the on-time figure follows and each step is audited', async () => {
  const { world, id } = await agreed();
  expect(await world.figure('actionPoints.onTime.share')).toEqual([0, 1]);
  await progress(world, id, 1, { status: 'in_progress' });
  expect(await row(id)).toMatchObject({ status: 'in_progress', dueDate: '2019-04-30', version: 2 });
  await progress(world, id, 2, done);
  expect(await world.figure('actionPoints.onTime.share')).toEqual([1, 1]);
  expect(await failure(progress(world, id, 3, { status: 'verified' }))).toMatchObject({ reason: 'verifyByOther' });
  await progress(world, id, 3, { status: 'verified' }, world.manager);
  expect(await row(id)).toMatchObject({ status: 'verified', doneOn: '2019-04-20', outcome: 'List received' });
  expect(await failure(progress(world, id, 4, { status: 'open' }))).toMatchObject({ reason: 'wrongState' });
  expect(await database().select().from(auditLog).where(and(eq(auditLog.entityId, id), eq(auditLog.entity, 'action_points')))).toHaveLength(3);
});

test('a moved due date keeps the first one for the measure', async () => {
  const { world, id } = await agreed();
  await progress(world, id, 1, { status: 'open', dueDate: '2019-06-30' });
  await progress(world, id, 2, { ...done, doneOn: '2019-06-20' });
  expect(await row(id)).toMatchObject({ dueDate: '2019-06-30', firstDueDate: '2019-04-30' });
  expect(await world.figure('actionPoints.onTime.share')).toEqual([0, 1]);
});

test('dropped with a reason leaves the measure and can be taken up again', async () => {
  const { world, id } = await agreed();
  expect(progressActionPointSchema.safeParse({ projectId: world.projectId, actionPointId: id, version: 1, status: 'dropped' }).error?.issues[0]).toMatchObject({ path: ['dropReason'], message: 'reasonRequired' });
  await progress(world, id, 1, { status: 'dropped', dropReason: 'Overtaken by events' });
  expect(await world.figure('actionPoints.onTime.share')).toEqual([0, null]);
  await progress(world, id, 2, { status: 'open' });
  expect(await row(id)).toMatchObject({ status: 'open', dropReason: null });
});

test('refuses what cannot be: future, before the meeting, an older version, another project, a closed period', async () => {
  const { world, id } = await agreed();
  expect(await failure(progress(world, id, 1, { ...done, doneOn: '2019-12-02' }))).toMatchObject({ reason: 'dateInFuture', fieldErrors: { doneOn: 'dateInFuture' } });
  expect(await failure(progress(world, id, 1, { ...done, doneOn: '2019-03-09' }))).toMatchObject({ reason: 'doneBeforeMeeting' });
  expect(await failure(progress(world, id, 1, { status: 'open', dueDate: '2019-03-01' }))).toMatchObject({ reason: 'dueBeforeMeeting' });
  expect(await failure(progress(world, id, 7, done))).toMatchObject({ reason: 'stale', current: { version: 1 } });
  const other = await aWorld();
  expect(await failure(progress(other, id, 1, done))).toMatchObject({ reason: 'notFound' });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  expect(await failure(progress(world, id, 1, done))).toMatchObject({ reason: 'periodClosed' });
  await progress(world, id, 1, { ...done, doneOn: '2019-07-02' });
});

test('agreed outside a meeting: numbered, counted, listed overdue first', async () => {
  const { world, id } = await agreed('2019-08-30');
  const input = createActionPointSchema.parse({ projectId: world.projectId, id: newId(), text: 'Write to the ministry', institutionId: world.border, personId: '', dueDate: '2019-12-24', priority: 'high' });
  expect(await world.as(world.staff, (work) => createActionPoint(work, input))).toEqual({ id: input.id, number: 2 });
  const project = { id: world.projectId, today: '2019-12-01' };
  const all = await listActionPoints(world.staff, project, { view: null, institutionIds: null, q: '' }, {});
  expect(all.rows.map((point) => [point.id, point.overdue])).toEqual([[id, true], [input.id, false]]);
  expect((await listActionPoints(world.staff, project, { view: 'overdue', institutionIds: [world.border], q: 'LIST' }, {})).rows).toHaveLength(1);
  expect(await countActionPoints(world.staff, project)).toEqual({ pending: 2, overdue: 1, done: 0, verified: 0, dropped: 0 });
  expect((await listActionPoints(world.donor, project, { view: null, institutionIds: null, q: '' }, {})).rows).toEqual([]);
  expect(await failure(world.as(world.staff, (work) => createActionPoint(work, { ...input, id: newId(), institutionId: newId() })))).toMatchObject({ reason: 'noSuchInstitution' });
});

test('what looks like case data is refused at its field and stands only with a reason; words accepted from a link are not asked about', async () => {
  const { world, id } = await agreed();
  const outcome = 'The victim Ana Petrović has a lawyer.';
  const mark = findCaseData(outcome)[0]?.mark ?? '';
  const refused = await progress(world, id, 1, { ...done, outcome }).then(() => null, (error: { failure?: unknown }) => error.failure);
  expect(refused).toMatchObject({ reason: 'needs_caseData', fieldErrors: { outcome: 'needs_caseData' } });
  expect(await row(id)).toMatchObject({ status: 'open', version: 1 });
  const confirmations = [{ mark, reason: 'A made-up name' }];
  await progress(world, id, 1, { ...done, outcome, confirmations });
  expect((await findActionPoint(world.manager, { id: world.projectId, today: '2019-12-01' }, 1))?.confirmations).toEqual(confirmations);
  const own = newId();
  const create = (more: object) => world.as(world.staff, (work) => createActionPoint(work, createActionPointSchema.parse({ projectId: world.projectId, id: own, text: outcome, institutionId: '', personId: '', dueDate: '2019-08-01', priority: 'normal', ...more })));
  expect(await create({}).then(() => null, (error: { failure?: unknown }) => error.failure)).toMatchObject({ fieldErrors: { text: 'needs_caseData' } });
  await create({ confirmations });
  // The same words in another text of the point stand with the same reason.
  const [point] = await database().select().from(actionPoints).where(eq(actionPoints.id, own));
  await progress(world, own, point?.version ?? 0, { ...done, outcome });
  expect(await row(own)).toMatchObject({ status: 'done', outcome });
});

import { and, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, frozenCells, indicators, milestones, projects, reportingPeriods } from '@/db/schema';
import { runAsSystem } from '@/lib/action';
import { closePeriod, createPeriod, createProject, removePeriod, reopenPeriod, setProjectInstitution, updatePeriod, updateProject, updateSettings } from '@/lib/projects/mutations';
import { createPeriodSchema, createProjectSchema, projectSettingsSchema } from '@/lib/projects/schema';
import { approveActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const close = (world: World, periodId = world.periods.first) => world.as(world.manager, (work) => closePeriod(work, { periodId }));
const reopen = (world: World, periodId = world.periods.first) => world.as(world.manager, (work) => reopenPeriod(work, { periodId, reason: 'A list was found' }));
const period = async (id: string) => (await database().select().from(reportingPeriods).where(eq(reportingPeriods.id, id)))[0];
const trained = async (world: World, periodId: string) => {
  const [row] = await database().execute<{ n: number }>(
    sql`select coalesce(sum(numerator), 0)::float8 as n from rollup_cells where project_id = ${world.projectId} and measure = 'people.uniqueTrained' and indicator_id is null and scope = 'period' and period_id = ${periodId} and not restatement`,
  );
  return row?.n;
};

test('closing waits for what is submitted, then locks every date of the period for all roles', async () => {
  const world = await aWorld();
  const handed = await world.submitted(world.training());
  expect(await failure(close(world))).toMatchObject({ reason: 'recordsWait', params: { n: 1 } });
  await world.as(world.manager, (work) => approveActivity(work, { projectId: world.projectId, activityId: handed.id, version: handed.version, note: null }));
  await close(world);
  expect(await period(world.periods.first)).toMatchObject({ closedAt: expect.any(Date), frozenAt: expect.any(Date), closedBy: world.manager.id });
  for (const actor of [world.manager, world.staff]) expect(await failure(world.save(world.training(), actor))).toMatchObject({ reason: 'periodClosed', params: { period: '2019-1' } });
  expect(await failure(close(world))).toMatchObject({ reason: 'wrongState' });
});

test('a closed number never moves: what turns up after reopening is a restatement', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(3) }));
  await close(world);
  expect(await trained(world, world.periods.first)).toBe(3);
  const frozen = await database().select().from(frozenCells).where(eq(frozenCells.periodId, world.periods.first));
  expect(frozen.length).toBeGreaterThan(0);
  await reopen(world);
  const [note] = await database().select({ note: auditLog.note }).from(auditLog).where(and(eq(auditLog.entityId, world.periods.first), sql`note is not null`));
  expect(note?.note).toBe('A list was found');
  await world.approved(world.training({ people: world.people(2) }));
  await close(world);
  expect(await trained(world, world.periods.first)).toBe(3);
  expect(await world.figure('people.uniqueTrained')).toEqual([5, null]);
  expect(await database().select().from(frozenCells).where(eq(frozenCells.periodId, world.periods.first))).toHaveLength(frozen.length);
});

test('a period of another project does not exist, an open one cannot be reopened', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  expect(await failure(close(world, other.periods.first))).toMatchObject({ reason: 'notFound' });
  expect(await failure(reopen(world))).toMatchObject({ reason: 'wrongState' });
});

test('a new period takes in what lay outside and never overlaps another', async () => {
  const world = await aWorld();
  const input = createPeriodSchema.parse({ projectId: world.projectId, id: newId(), name: '2020', from: '2020-01-01', to: '2020-06-30', dueDate: '' });
  await world.as(world.manager, (work) => createPeriod(work, input));
  expect(await failure(world.as(world.manager, (work) => createPeriod(work, { ...input, id: newId(), from: '2020-06-30', to: '2020-07-30' })))).toMatchObject({ reason: 'invalid', fieldErrors: { from: 'periodOverlaps:2020' } });
  expect(createPeriodSchema.safeParse({ ...input, to: '2019-12-31' }).success).toBe(false);
  expect(createPeriodSchema.safeParse({ ...input, dueDate: '2020-06-01' }).success).toBe(false);
});

test('an open period is corrected, and its figures follow its days; frozen days, days and names of others and an older version are refused', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(3) })); // on 4 March 2019
  const half = { id: world.periods.first, version: 1, name: '2019-1', from: '2019-01-01', to: '2019-06-30', dueDate: null };
  const change = (more: Partial<typeof half>) => world.as(world.manager, (work) => updatePeriod(work, { ...half, ...more }));
  expect(await change({ name: 'Spring', from: '2019-04-01' })).toEqual({ version: 2 });
  expect(await trained(world, world.periods.first), 'the training lies before it now').toBe(0);
  expect(await failure(change({ version: 1 }))).toMatchObject({ reason: 'stale', current: { version: 2, values: { name: 'Spring', from: '2019-04-01' } } });
  expect(await failure(change({ version: 2, to: '2019-07-01' }))).toMatchObject({ fieldErrors: { from: 'periodOverlaps:2019-2' } });
  expect(await failure(change({ version: 2, name: '2019-2' }))).toMatchObject({ fieldErrors: { name: 'periodNameTaken' } });
  await change({ version: 2 });
  expect(await trained(world, world.periods.first)).toBe(3);
  await close(world);
  expect(await failure(change({ version: 4 }))).toMatchObject({ reason: 'periodClosed' });
  await reopen(world);
  expect(await failure(change({ version: 5, from: '2019-02-01' }))).toMatchObject({ fieldErrors: { from: 'periodDaysFrozen' } });
  expect(await change({ version: 5, name: 'First half' })).toEqual({ version: 6 });
  const trail = await database().select({ changes: auditLog.changes }).from(auditLog).where(eq(auditLog.entityId, world.periods.first));
  expect(JSON.stringify(trail)).toContain('Spring');
});

test('a period entered by mistake goes, and what lies in it stands outside; one that holds something, or was closed, stays', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(3) }));
  const remove = (periodId: string, version = 1) => world.as(world.manager, (work) => removePeriod(work, { periodId, version }));
  const [indicator] = await database().select().from(indicators).where(eq(indicators.projectId, world.projectId));
  await database().insert(milestones).values({ projectId: world.projectId, indicatorId: indicator?.id ?? '', periodId: world.periods.first, value: '3' });
  expect(await failure(remove(world.periods.first))).toMatchObject({ reason: 'periodHolds', params: { n: 1 } });
  await database().delete(milestones).where(eq(milestones.periodId, world.periods.first));
  expect(await failure(remove(world.periods.first, 7))).toMatchObject({ reason: 'stale' });
  await remove(world.periods.first);
  expect(await period(world.periods.first)).toBeUndefined();
  expect(await world.figure('people.uniqueTrained')).toEqual([3, null]);
  await close(world, world.periods.second);
  await reopen(world, world.periods.second);
  expect(await failure(remove(world.periods.second, 3))).toMatchObject({ reason: 'periodWasClosed' });
});

test('a lower threshold counts more people; the suppression minimum only rises', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(2), present: (person, session) => person === 0 || session === 0 }));
  expect(await world.figure('people.uniqueTrained')).toEqual([1, null]);
  const settings = { version: 1, attendancePercent: 50, suppressionMinimum: 8, followUpMonths: 3, retentionMonths: 24, checkMonths: [3, 6, 12], labelOwner: null, labelContact: null, timeZone: 'Europe/Podgorica' };
  await world.as(world.manager, (work) => updateSettings(work, settings));
  expect(await world.figure('people.uniqueTrained')).toEqual([2, null]);
  expect(await failure(world.as(world.manager, (work) => updateSettings(work, { ...settings, attendancePercent: 60 })))).toMatchObject({
    reason: 'stale',
    current: { version: 2, editedBy: world.manager.name, values: { attendancePercent: '50', suppressionMinimum: '8', checkMonths: '3, 6, 12', labelOwner: '' } },
  });
  expect(await failure(world.as(world.manager, (work) => updateSettings(work, { ...settings, version: 2, suppressionMinimum: 7 })))).toMatchObject({ reason: 'onlyRaised', params: { n: 8 } });
  const wrong = projectSettingsSchema.safeParse({ projectId: world.projectId, ...settings, timeZone: 'Mars/Olympus', suppressionMinimum: 4 });
  expect(wrong.error?.issues.map((issue) => issue.path[0])).toEqual(['suppressionMinimum', 'timeZone']);
});

test('who is listed as counterpart decides what is inter-institutional', async () => {
  const world = await aWorld();
  await world.approved(world.meeting([...world.people(1, 'male', world.unit), ...world.people(1, 'female', world.border)]));
  expect(await world.figure('meetings.interInstitutional')).toEqual([1, null]);
  for (const institutionId of [world.unit, world.border]) await world.as(world.manager, (work) => setProjectInstitution(work, { institutionId, role: null }));
  expect(await world.figure('meetings.interInstitutional')).toEqual([0, null]);
  expect(await failure(world.as(world.manager, (work) => setProjectInstitution(work, { institutionId: newId(), role: 'counterpart' })))).toMatchObject({ reason: 'noSuchInstitution' });
});

test('projects are made once and changed from the version that was seen', async () => {
  const id = newId();
  const projectsId = `ZZ.${id.slice(-6)}`;
  const input = createProjectSchema.parse({ id, projectsId, title: 'Another', status: 'planned', timeZone: 'UTC' });
  expect(await runAsSystem('test', (work) => createProject(work, input))).toEqual({ id, slug: `zz-${id.slice(-6)}` });
  expect(await failure(runAsSystem('test', (work) => createProject(work, { ...input, id: newId(), projectsId: projectsId.toLowerCase() })))).toMatchObject({ reason: 'projectTaken' });
  const { projectsId: _id, timeZone: _zone, ...facts } = input;
  await runAsSystem('test', (work) => updateProject(work, { ...facts, version: 1, title: 'Renamed' }));
  expect(await failure(runAsSystem('test', (work) => updateProject(work, { ...facts, version: 1, title: 'Again' })))).toMatchObject({ reason: 'stale', current: { version: 2, values: { title: 'Renamed', budgetUsd: '' } } });
  expect((await database().select().from(projects).where(eq(projects.id, id)))[0]).toMatchObject({ title: 'Renamed', version: 2 });
});

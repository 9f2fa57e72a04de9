import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, indicators, projects, readingReviews, readings, reportingPeriods } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { approveReading, reopenReading, returnReading, saveReading, submitReading } from '@/lib/indicators/mutations/readings';
import { knownOn } from '@/lib/indicators/queries/as-of';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { indicatorList } from '@/lib/indicators/queries/trends';
import { readingSchema } from '@/lib/indicators/schema/reading';
import { findProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)));
let world: World;
const reported = { cases: newId(), share: newId(), endorsed: newId(), victims: newId(), solved: newId(), mean: newId() };

beforeAll(async () => {
  world = await aWorld();
  const row = (id: string, code: string, unit: string, aggregation: 'sum' | 'latest' | 'average', statement = code) => ({ id, projectId: world.projectId, resultId: world.output, code, statement, unit, method: 'reported' as const, aggregation, target: '10', position: 9 });
  await database()
    .insert(indicators)
    .values([row(reported.cases, 'r.a', 'cases', 'sum'), row(reported.share, 'r.b', '%', 'sum'), row(reported.endorsed, 'r.c', 'yes/no', 'latest'), row(reported.victims, 'r.d', 'persons', 'latest', 'Victims formally identified'), row(reported.solved, 'r.e', '%', 'sum', 'Cases solved'), row(reported.mean, 'r.f', '%', 'average', 'Share on average')]);
});

const input = (indicatorId: string, value: string | number, more: object = {}) =>
  readingSchema.parse({ projectId: world.projectId, id: newId(), version: null, indicatorId, periodId: world.periods.first, value, readOn: '2019-06-30', source: 'Register', comment: '', ...more });
const save = (actor: Viewer, data: ReturnType<typeof input>) => world.as(actor, (work) => saveReading(work, data));
const step = (actor: Viewer, run: typeof approveReading, readingId: string, version: number, note: string | null = 'Because') =>
  world.as(actor, (work) => run(work, { projectId: world.projectId, readingId, version, note }));
const figure = async (viewer: Viewer, code: string) => {
  const project = await findProject(viewer, world.slug);
  return project ? (await indicatorFigures(viewer, project, code))[0] : undefined;
};

test('a reading counts once it is approved by other eyes, and no longer when reopened; each step is a row and audited', async () => {
  expect(await figure(world.staff, 'r.a')).toMatchObject({ actual: null, state: 'no_data', n: 0 });
  const saved = await save(world.staff, input(reported.cases, '4'));
  const handed = await step(world.staff, submitReading, saved.id, saved.version, null);
  expect((await figure(world.staff, 'r.a'))?.actual).toBeNull();
  const approved = await step(world.manager, approveReading, saved.id, handed.version, null);
  expect(await figure(world.staff, 'r.a')).toMatchObject({ actual: 4, n: 1 });
  const second = await save(world.staff, input(reported.cases, '3', { periodId: world.periods.second, readOn: null }));
  await step(world.manager, approveReading, second.id, (await step(world.staff, submitReading, second.id, 1)).version);
  expect(await figure(world.staff, 'r.a')).toMatchObject({ actual: 7, n: 2 });
  await step(world.manager, reopenReading, saved.id, approved.version);
  expect(await figure(world.staff, 'r.a')).toMatchObject({ actual: 3, n: 1 });
  const steps = await database().select().from(readingReviews).where(eq(readingReviews.readingId, saved.id));
  expect(steps.map((row) => row.step).sort()).toEqual(['approved', 'reopened', 'submitted']);
  expect(await database().select().from(auditLog).where(eq(auditLog.entityId, saved.id))).toHaveLength(4);
});

test('a reading of 0 is a reading, none is no data', async () => {
  const saved = await save(world.staff, input(reported.endorsed, 0));
  await step(world.manager, approveReading, saved.id, (await step(world.staff, submitReading, saved.id, 1)).version);
  expect(await figure(world.staff, 'r.c')).toMatchObject({ actual: 0 });
  const detail = await indicatorDetail(world.staff, await findProject(world.staff, world.slug).then((project) => project ?? Promise.reject(new Error())), 'r.c', 'en');
  expect(detail?.periods.map((line) => line.own.value)).toEqual([0, null]);
});

test('a percentage says of how many in every period, and in all where it is the latest reading; donors read it where it gives nobody away', async () => {
  const project = await findProject(world.staff, world.slug);
  if (!project) throw new Error('no project');
  const approve = async (indicatorId: string, periodId: string, more: object) => {
    const saved = await save(world.staff, input(indicatorId, '', { periodId, readOn: null, ...more }));
    await step(world.manager, approveReading, saved.id, (await step(world.staff, submitReading, saved.id, 1)).version);
  };
  const lines = async (viewer: Viewer, code: string, day?: string) => {
    const known = day ? await knownOn(viewer, project, day) : null;
    const own = await findProject(viewer, world.slug);
    return (own && (await indicatorDetail(viewer, own, code, 'en', known)))?.periods.map(({ own: said, upTo }) => [said.value, said.numerator, said.denominator, upTo.value, upTo.numerator, upTo.denominator]);
  };
  await approve(reported.solved, world.periods.first, { numerator: '6', denominator: '24' });
  expect(await lines(world.staff, 'r.e')).toEqual([[25, 6, 24, 25, 6, 24], [null, 0, null, 25, 6, 24]]);
  await approve(reported.solved, world.periods.second, { numerator: '8', denominator: '10' });
  expect(await lines(world.staff, 'r.e'), 'percentages are not summed').toEqual([[25, 6, 24, 25, 6, 24], [80, 8, 10, 80, 8, 10]]);
  expect(await lines(world.donor, 'r.e'), 'two of ten did not').toEqual([[25, 25, null, 25, 25, null], [80, 80, null, 80, 80, null]]);
  expect(await lines(world.staff, 'r.e', '2019-12-01')).toEqual([[25, 6, 24, 25, 6, 24], [80, 8, 10, 80, 8, 10]]);
  const shown = ({ actual, numerator, denominator }: { actual: number | null; numerator: number | null; denominator: number | null }) => [actual, numerator, denominator];
  const listed = async (viewer: Viewer, code: string, at?: string) => {
    const found = (await indicatorList(viewer, (await findProject(viewer, world.slug)) ?? project, at)).indicators.find((one) => one.code === code);
    return found && shown(found);
  };
  expect([await listed(world.staff, 'r.e'), await listed(world.staff, 'r.e', world.periods.first), await listed(world.donor, 'r.e'), await listed(world.donor, 'r.e', world.periods.first)], 'in lists too').toEqual([[80, 8, 10], [25, 6, 24], [80, null, null], [25, 6, 24]]);
  const detail = await indicatorDetail(world.staff, project, 'r.e', 'en');
  expect([detail && shown(detail.indicator), detail?.unattached]).toEqual([[80, 8, 10], { numerator: 0, denominator: null }]);
  for (const [at, periodId] of [world.periods.first, world.periods.second].entries()) await approve(reported.mean, periodId, { numerator: String(10 + 10 * at), denominator: '40' });
  expect(await lines(world.donor, 'r.f'), 'of an average there is no part and whole').toEqual([[25, 10, 40, 25, 25, null], [50, 20, 40, 37.5, 37.5, null]]);
  expect(await listed(world.staff, 'r.f')).toEqual([37.5, null, null]);
});

test('bad input is refused with the field and changes nothing', async () => {
  const refused = async (data: ReturnType<typeof input>) => refusal(save(world.staff, data));
  expect(await refused(input(reported.share, 101))).toMatchObject({ fieldErrors: { value: 'tooLarge:100' } });
  expect(await refused(input(reported.endorsed, 0.5, { periodId: world.periods.second }))).toMatchObject({ fieldErrors: { value: 'yesOrNo' } });
  expect(await refused(input(reported.share, 5, { readOn: '2030-01-01' }))).toMatchObject({ fieldErrors: { readOn: 'dateInFuture' } });
  expect(await refused(input(reported.share, 5, { periodId: newId() }))).toMatchObject({ reason: 'notFound' });
  expect(await refused(input(newId(), 5))).toMatchObject({ reason: 'notFound' });
  const [computed] = await database().select().from(indicators).where(eq(indicators.code, '1.1.a'));
  expect(await refused(input(computed?.id ?? '', 5))).toMatchObject({ reason: 'notFound' });
  for (const value of ['', '-1', 'many', '1e5', '1.23456']) expect(readingSchema.safeParse({ ...input(reported.share, 1), value }).success, value).toBe(false);
  expect(readingSchema.safeParse({ ...input(reported.share, 1), extra: 1 }).success).toBe(false);
  expect(await database().select().from(readings).where(eq(readings.indicatorId, reported.share))).toEqual([]);
});

describe('one reading per period', () => {
  test('a second one, and an edit of an older version, show what stands', async () => {
    const first = await save(world.staff, input(reported.share, 40));
    const second = await refusal(save(world.manager, input(reported.share, 50)));
    expect(second).toMatchObject({ reason: 'stale', current: { id: first.id, version: 1, values: { value: '40' }, editedBy: 'Staff' } });
    const edited = await save(world.manager, { ...input(reported.share, 45), id: first.id, version: 1 });
    expect(await refusal(save(world.staff, { ...input(reported.share, 60), id: first.id, version: 1 }))).toMatchObject({ reason: 'stale', current: { version: edited.version } });
  });

  test('nobody approves what they made or last edited, nor another version than they saw', async () => {
    const [row] = await database().select().from(readings).where(eq(readings.indicatorId, reported.share));
    const handed = await step(world.manager, submitReading, row?.id ?? '', row?.version ?? 0);
    expect(await refusal(step(world.manager, approveReading, handed.id, handed.version))).toMatchObject({ reason: 'fourEyes' });
    expect(await refusal(step(world.admin, approveReading, handed.id, handed.version))).toMatchObject({ reason: 'managersApprove' });
    expect(await refusal(step(world.reviewer, approveReading, handed.id, handed.version - 1))).toMatchObject({ reason: 'stale' });
    const returned = await step(world.reviewer, returnReading, handed.id, handed.version);
    expect(await refusal(step(world.reviewer, approveReading, handed.id, returned.version))).toMatchObject({ reason: 'wrongState' });
    const again = await step(world.manager, submitReading, handed.id, returned.version);
    const approved = await step(world.reviewer, approveReading, handed.id, again.version);
    expect(await refusal(save(world.staff, { ...input(reported.share, 1), id: handed.id, version: approved.version }))).toMatchObject({ reason: 'approvedIsLocked' });
  });
});

test('a donor gets approved values only, no readings, and nothing that could point at victims', async () => {
  const saved = await save(world.staff, input(reported.victims, 7));
  await step(world.manager, approveReading, saved.id, (await step(world.staff, submitReading, saved.id, 1)).version);
  expect(await figure(world.staff, 'r.d')).toMatchObject({ actual: 7, withheld: false });
  expect(await figure(world.donor, 'r.d')).toMatchObject({ actual: null, n: null, achievement: null, withheld: true });
  const project = await findProject(world.donor, world.slug);
  const detail = project && (await indicatorDetail(world.donor, project, 'r.d', 'en'));
  expect([detail?.readings, detail?.records, detail?.periods]).toEqual([null, null, []]);
});

test('a closed period locks its readings; one that has not begun takes none', async () => {
  const later = newId();
  const saved = await save(world.staff, input(reported.victims, 8, { periodId: world.periods.second }));
  await database().insert(reportingPeriods).values({ id: later, projectId: world.projectId, name: '2020', fromDate: '2020-01-01', toDate: '2020-12-31' });
  expect(await refusal(save(world.staff, input(reported.victims, 1, { periodId: later })))).toMatchObject({ reason: 'periodNotBegun' });
  await database().update(reportingPeriods).set({ closedAt: new Date(), closedBy: world.manager.id }).where(eq(reportingPeriods.id, world.periods.second));
  expect(await refusal(save(world.staff, { ...input(reported.victims, 9, { periodId: world.periods.second }), id: saved.id, version: saved.version }))).toMatchObject({ reason: 'periodClosed', params: { period: '2019-2' } });
  expect(await refusal(step(world.staff, submitReading, saved.id, saved.version))).toMatchObject({ reason: 'periodClosed' });
});

test('a reading from before the project, or from long after it, is refused at its day', async () => {
  const own = await aWorld();
  const indicatorId = newId();
  await database().insert(indicators).values({ id: indicatorId, projectId: own.projectId, resultId: own.output, code: 'r', statement: 'Referrals', unit: 'cases', method: 'reported', position: 1 });
  await database().update(projects).set({ startDate: '2019-02-01', endDate: '2019-06-30' }).where(eq(projects.id, own.projectId));
  const data = (readOn: string) => input(indicatorId, 1, { projectId: own.projectId, periodId: own.periods.first, readOn });
  const late = (readOn: string) => refusal(own.as(own.staff, (work) => saveReading(work, data(readOn)), new Date('2021-01-01T10:00:00Z')));
  expect(await late('2019-01-31')).toMatchObject({ reason: 'readOutsideProject', fieldErrors: { readOn: 'readOutsideProject' } });
  expect(await late('2020-07-01')).toMatchObject({ reason: 'readOutsideProject' });
  expect(await late('2020-06-30')).toBeNull();
  const period = async (fromDate: string, toDate: string) => {
    const id = newId();
    await database().insert(reportingPeriods).values({ id, projectId: own.projectId, name: fromDate, fromDate, toDate });
    return refusal(own.as(own.staff, (work) => saveReading(work, input(indicatorId, 1, { projectId: own.projectId, periodId: id, readOn: null })), new Date('2022-01-01T10:00:00Z')));
  };
  expect(await period('2018-01-01', '2018-12-31'), 'nor is a period of before it read').toMatchObject({ reason: 'periodOutsideProject', fieldErrors: { value: 'periodOutsideProject' } });
  expect(await period('2020-07-01', '2020-12-31')).toMatchObject({ reason: 'periodOutsideProject' });
  expect(await period('2020-01-01', '2020-06-30'), 'the year of its evaluation is').toBeNull();
});

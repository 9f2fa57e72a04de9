import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, indicators, reportingPeriods, rollupCells } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { knownOn, pastThen, projectThen, saidOf } from '@/lib/indicators/queries/as-of';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { figuresIn } from '@/lib/indicators/queries/figures';
import { explainIndicator } from '@/lib/indicators/queries/explain';
import { headline } from '@/lib/indicators/queries/headline';
import { figuresAt, indicatorList, indicatorPasts } from '@/lib/indicators/queries/trends';
import { saveIndicator } from '@/lib/indicators/mutations/indicator';
import { approveReading, saveReading, submitReading } from '@/lib/indicators/mutations/readings';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import type { ExplainAsked } from '@/lib/indicators/rules/explain/asked';
import { saveIndicatorSchema } from '@/lib/indicators/schema/indicator';
import { closePeriod, reopenPeriod, updateSettings } from '@/lib/projects/mutations';
import { findProject } from '@/lib/projects/queries';
import { approveActivity, reopenActivity, submitActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

let world: World;
let first: { id: string; version: number };
const reported = newId();
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const open = async (viewer: Viewer) => {
  const found = await findProject(viewer, world.slug);
  if (!found) throw new Error('no project');
  return found;
};
const known = async (day: string, viewer = world.manager) => {
  const found = await knownOn(viewer, await open(viewer), day);
  if (!found) throw new Error('nothing known');
  return found;
};
const trained = async (day: string) => (await headline(world.manager, await open(world.manager), await known(day))).people;
/** Saved, proven, handed in and approved on a day. */
async function approvedOn(form: ReturnType<World['training']>, day: string, into = world) {
  const { id } = await into.save(form);
  await into.attach(id, 'agenda');
  const version = await into.attach(id, 'signed_list');
  const step = { projectId: into.projectId, activityId: id, note: null };
  const submitted = await into.as(into.staff, (work) => submitActivity(work, { ...step, version }), at(day));
  return into.as(into.manager, (work) => approveActivity(work, { ...step, version: submitted.version }), at(day));
}

beforeAll(async () => {
  world = await aWorld();
  await database().insert(indicators).values({ id: reported, projectId: world.projectId, resultId: world.output, code: '1.1.r', statement: 'Asked', unit: 'n', method: 'reported', target: '10', position: 3 });
  const people = world.people(9);
  first = await approvedOn(world.training({ people: people.slice(0, 6), sessions: ['2019-03-05'] }), '2019-04-01');
  const reading = { projectId: world.projectId, id: newId(), version: null, indicatorId: reported, periodId: world.periods.first, value: 4, readOn: null, source: null, comment: null };
  const saved = await world.as(world.staff, (work) => saveReading(work, reading), at('2019-07-02'));
  const handed = await world.as(world.staff, (work) => submitReading(work, { projectId: world.projectId, readingId: saved.id, version: saved.version, note: null }), at('2019-07-02'));
  await world.as(world.manager, (work) => approveReading(work, { projectId: world.projectId, readingId: handed.id, version: handed.version, note: null }), at('2019-07-05'));
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }), at('2019-07-20'));
  await world.as(world.manager, (work) => reopenPeriod(work, { periodId: world.periods.first, reason: 'A list turned up' }), at('2019-08-01'));
  await approvedOn(world.training({ people, sessions: ['2019-05-02'] }), '2019-08-15');
});

test('a day of the past counts what had ended by then and was approved by its end', async () => {
  expect((await trained('2019-03-31')).unique, 'ended, not approved').toBe(0);
  expect(await trained('2019-04-01')).toMatchObject({ unique: 6, participations: 6 });
  expect(await trained('2019-08-14'), 'the second had ended in May and was not approved yet').toMatchObject({ unique: 6, participations: 6 });
  expect(await trained('2019-08-15')).toMatchObject({ unique: 9, participations: 15 });
});

test('the day ends where the project is', async () => {
  const own = await aWorld();
  const { id } = await own.save(own.training({ people: own.people(3), sessions: ['2019-03-05'] }));
  await own.attach(id, 'agenda');
  const version = await own.attach(id, 'signed_list');
  const step = { projectId: own.projectId, activityId: id, note: null };
  // Half past eleven in the evening of the first of April in Podgorica is half past nine in Greenwich.
  const evening = new Date('2019-04-01T21:30:00Z');
  const submitted = await own.as(own.staff, (work) => submitActivity(work, { ...step, version }), evening);
  await own.as(own.manager, (work) => approveActivity(work, { ...step, version: submitted.version }), new Date('2019-04-01T22:30:00Z'));
  const project = await findProject(own.manager, own.slug);
  if (!project) throw new Error('no project');
  const count = async (day: string) => (await headline(own.manager, project, await knownOn(own.manager, project, day))).people.unique;
  expect([await count('2019-04-01'), await count('2019-04-02')]).toEqual([0, 3]);
});

test('a period closed by then says what it said; before it was closed it was open, and what turned up is restated after', async () => {
  const cells = async (day: string) => {
    const found = await known(day);
    const sum = (periodId: string, restatement: boolean) => found.cells.filter((cell) => cell.measure === 'people.uniqueTrained' && cell.indicatorId === null && cell.periodId === periodId && cell.restatement === restatement).reduce((all, cell) => all + cell.numerator, 0);
    return [sum(world.periods.first, false), sum(world.periods.second, true), found.periods((await headline(world.manager, await open(world.manager))).periods).map(({ closed }) => closed)];
  };
  expect(await cells('2019-06-30')).toEqual([6, 0, [false, false]]);
  expect(await cells('2019-08-01')).toEqual([6, 0, [true, false]]);
  expect(await cells('2019-08-20')).toEqual([6, 3, [true, false]]);
});

test('yesterday, when nothing happened since, is what is stored', async () => {
  const key = (cell: { measure: string; indicatorId: string | null; scope: string; periodId: string | null; institutionId: string | null; sex: string | null; restatement: boolean; numerator: number | string }) =>
    [cell.measure, cell.indicatorId, cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement, Number(cell.numerator)].join(' ');
  const stored = await database().select().from(rollupCells).where(eq(rollupCells.projectId, world.projectId));
  expect((await known('2019-08-15')).cells.map(key).sort()).toEqual(stored.map(key).sort());
});

test('the indicator page of a day adds up like any other: periods, breakdowns and records', async () => {
  const found = await indicatorDetail(world.manager, await open(world.manager), '1.1.a', 'en', await known('2019-08-20'));
  expect(found).toMatchObject({ asOf: '2019-08-20', indicator: { actual: 9 } });
  expect(found?.records?.map(({ numerator, title }) => [numerator, title])).toEqual([[6, 'Screening at the border'], [3, 'Screening at the border']]);
  expect(found?.breakdown?.sex?.map(({ key, value }) => [key, value])).toEqual([['female', 9]]);
  expect(found?.parts?.place?.rows.map(({ key, value }) => [key, value])).toEqual([['Bar', 9]]);
  expect(found?.periods.map(({ own, restated }) => [own.value, restated])).toEqual([[6, 0], [3, 3]]);
});

test('readings count from the day of their approval', async () => {
  const actual = async (day: string) => {
    const [project, rows, then] = [await open(world.manager), await indicatorPasts(world.manager, await open(world.manager)), await known(day)];
    return figuresIn(projectThen(project, then), rows.map((row) => pastThen(row, then).row), then.periods([])).find(({ code }) => code === '1.1.r');
  };
  expect(await actual('2019-07-04')).toMatchObject({ actual: null, state: 'no_data' });
  expect(await actual('2019-07-05')).toMatchObject({ actual: 4 });
});

test('viewers of aggregates get the totals of a day and no breakdown, since one day could be taken from the next', async () => {
  const project = await open(world.donor);
  const then = await known('2019-08-20', world.donor);
  expect((await headline(world.donor, project, then)).people).toMatchObject({ unique: 9, bySex: [] });
  expect(await indicatorDetail(world.donor, project, '1.1.a', 'en', then)).toMatchObject({ indicator: { actual: 9 }, breakdown: null, parts: null, records: null });
  expect(await knownOn(world.outsider, project, '2019-08-20')).toBeNull();
});

test('what was reopened since still counted then, and that is said', async () => {
  expect((await known('2019-09-30')).changed).toBe(0);
  await world.as(world.manager, (work) => reopenActivity(work, { projectId: world.projectId, activityId: first.id, version: first.version, note: 'A name was wrong' }), at('2019-10-01'));
  expect((await known('2019-09-30')).changed).toBe(1);
  expect(await trained('2019-09-30')).toMatchObject({ unique: 9, participations: 15 });
  expect(await trained('2019-10-01')).toMatchObject({ participations: 9 });
});

describe('the plan of a day', () => {
  let own: World;
  let measured: string;
  const view = async (day: string, code = '0.1.a') => {
    const project = await findProject(own.manager, own.slug);
    const then = project && (await knownOn(own.manager, project, day));
    const found = project && then && (await indicatorDetail(own.manager, project, code, 'en', then));
    if (!found) throw new Error('no indicator');
    return { ...found, then };
  };
  const sheet = (id: string, version: number | null, more: object) =>
    saveIndicatorSchema.parse({
      ...{ projectId: own.projectId, id, version, resultId: own.output, statement: 'Trained', definition: '', unit: 'persons', direction: 'increase', method: 'computed', measure: 'people.uniqueTrained', filter: {}, aggregation: 'sum', baseline: '', baselineYear: '' },
      ...{ target: '', milestones: [], source: '', collectionMethod: '', frequency: '', responsible: '', disaggregateBy: [], reason: 'scope', note: 'As agreed', ...more },
    });
  beforeAll(async () => {
    own = await aWorld();
    measured = (await database().select({ id: indicators.id }).from(indicators).where(eq(indicators.projectId, own.projectId)))[0]?.id ?? '';
    await approvedOn(own.training({ people: own.people(6), sessions: ['2019-03-05'] }), '2019-03-20', own);
    const planned = (value: string) => [{ periodId: own.periods.first, value }];
    await own.as(own.manager, (work) => saveIndicator(work, sheet(measured, 1, { target: '10', milestones: planned('4') })), at('2019-04-01'));
    await own.as(own.manager, (work) => saveIndicator(work, sheet(measured, 2, { target: '40', baseline: '2', milestones: planned('20') })), at('2019-06-01'));
    await own.as(own.manager, (work) => saveIndicator(work, sheet(measured, 3, { target: '40', baseline: '2', milestones: planned('20'), filter: { type: 'workshop' } })), at('2019-07-01'));
    await own.as(own.manager, (work) => saveIndicator(work, sheet(newId(), null, { statement: 'Later', target: '3' })), at('2019-08-01'));
  });

  test('target, baseline, milestones and filter are those of the day, and so are figure and history', async () => {
    expect(await view('2019-05-31')).toMatchObject({ indicator: { target: 10, baseline: null, actual: 6, achievement: 0.6, filter: {} }, periods: [{ milestone: 4 }, { milestone: null }], changes: [{ version: 2 }] });
    expect(await view('2019-06-01')).toMatchObject({ indicator: { target: 40, baseline: 2, actual: 6 }, periods: [{ milestone: 20 }, {}], changes: [{ version: 3 }, { version: 2 }] });
    expect(await view('2019-07-01')).toMatchObject({ indicator: { actual: 0, filter: { type: 'workshop' } }, records: [] });
    expect((await view('2019-05-31')).records).toHaveLength(1);
  });
  test('the end of a period is judged by the plan of its last day; where what is counted was changed since, by the plan of today', async () => {
    const other = await aWorld();
    await database().update(reportingPeriods).set({ toDate: '2019-03-31' }).where(eq(reportingPeriods.id, other.periods.first));
    await database().update(reportingPeriods).set({ fromDate: '2019-04-01' }).where(eq(reportingPeriods.id, other.periods.second));
    const id = (await database().select({ id: indicators.id }).from(indicators).where(eq(indicators.projectId, other.projectId)))[0]?.id ?? '';
    await approvedOn(other.training({ people: other.people(6), sessions: ['2019-03-05'] }), '2019-03-20', other);
    const of = (version: number, more: object) => ({ ...sheet(id, version, more), projectId: other.projectId, resultId: other.output });
    const planned = (value: number) => [{ periodId: other.periods.first, value }];
    const project = await findProject(other.manager, other.slug);
    if (!project) throw new Error('no project');
    const list = async () => {
      const { indicators: [figure], plans } = await indicatorList(other.manager, project, other.periods.first);
      return { target: figure?.target, expected: figure?.expected, state: figure?.state, plans };
    };
    await other.as(other.manager, (work) => saveIndicator(work, of(1, { target: '10', baseline: '0', milestones: planned(6) })), new Date('2019-03-31T21:30:00Z')); // half past eleven in the evening of that day in Podgorica
    await other.as(other.manager, (work) => saveIndicator(work, of(2, { target: '40', baseline: '0', milestones: planned(20) })), new Date('2019-03-31T22:30:00Z'));
    expect(await list()).toEqual({ target: 10, expected: 6, state: 'on_track', plans: { judged: 1, counted: 0 } });
    expect((await indicatorList(other.manager, project, other.periods.second)).plans).toEqual({ judged: 0, counted: 0 });
    // The trend of the overview says the same, today and as of a day since.
    const [rows, known] = [await indicatorPasts(other.manager, project), await knownOn(other.manager, project, '2019-04-15')];
    const period = (await indicatorList(other.manager, project, undefined)).over.find(({ id: periodId }) => periodId === other.periods.first);
    if (!known || !period) throw new Error('no past');
    const states = (of: typeof rows, which: typeof project) => figuresAt(which, of, [period], period).map(({ target, state }) => [target, state]);
    expect([states(rows, project), states(rows.map((row) => pastThen(row, known)), projectThen(project, known))]).toEqual([[[10, 'on_track']], [[10, 'on_track']]]);

    await other.as(other.manager, (work) => saveIndicator(work, of(3, { target: '40', baseline: '0', milestones: planned(20), filter: { type: 'workshop' } })), at('2019-05-01'));
    expect(await list()).toMatchObject({ target: 40, expected: 20, plans: { judged: 0, counted: 1 } });
  });
  test('what was planned later stands with its first plan, and that is said', async () => {
    const [before, after] = [await view('2019-07-31', '0.1.b'), await view('2019-08-01', '0.1.b')];
    expect([saidOf(before.then, [before.indicator]).added, saidOf(after.then, [after.indicator]).added]).toEqual([1, 0]);
    expect(before.indicator.target).toBe(3);
    expect(saidOf(before.then, [{ id: measured }]).added).toBe(0);
  });
  test('attendance counts by the threshold of the day', async () => {
    const half = own.training({ people: own.people(1), sessions: ['2019-03-06', '2019-03-07'], present: (_person, session) => session === 0 });
    await approvedOn(half, '2019-03-21', own);
    const project = await findProject(own.manager, own.slug);
    if (!project) throw new Error('no project');
    const { version, suppressionMinimum, followUpMonths, retentionMonths, checkMonths, labelOwner, labelContact, timeZone } = project;
    await own.as(own.manager, (work) => updateSettings(work, { version, attendancePercent: 50, suppressionMinimum, followUpMonths, retentionMonths, checkMonths, labelOwner, labelContact, timeZone }), at('2019-09-10'));
    const counted = async (day: string) => [(await headline(own.manager, project, await knownOn(own.manager, project, day))).people.unique, projectThen(project, (await view(day)).then).attendanceThreshold];
    expect([await counted('2019-09-09'), await counted('2019-09-10')]).toEqual([[6, '0.8'], [7, '0.5']]);
  });
});

describe('a figure of a day is explained', () => {
  const explained = async (code: string, day: string, more: Partial<ExplainAsked> = {}) => {
    const project = await open(world.staff);
    const then = await knownOn(world.staff, project, day, 'all');
    const found = await explainIndicator(world.staff, project, code, { periodId: null, leftOut: false, reason: null, page: 1, ...more }, 'en', then);
    if (!found) throw new Error('nothing to explain');
    return found;
  };

  test('for every measure what was counted makes the figure, in all and in every period', async () => {
    const rows = catalogue.map((measure, n) => ({ id: newId(), projectId: world.projectId, resultId: world.output, code: `x.${n}`, statement: measure.key, unit: measure.unit === 'share' ? '%' : measure.unit === 'usd' ? 'USD' : 'n', method: 'computed' as const, measure: measure.key, position: 9 + n }));
    await database().insert(indicators).values(rows);
    for (const { code, measure } of rows)
      for (const periodId of [null, world.periods.first, world.periods.second])
        for (const day of ['2019-03-31', '2019-06-30', '2019-08-20']) {
          const { said, shown, restated, period } = await explained(code, day, { periodId });
          // A closed period says what it said, and the next holds the difference: then the records say less than is shown, by just that.
          if (!period?.frozen) expect(said.numerator, `${measure} ${periodId} ${day}`).toBe(shown.numerator - restated);
          if (periodId === null) expect(said.value, `${measure} ${day}`).toBe(shown.value);
        }
  }, 60_000);

  test('who was left out says why as of that day: not recorded yet, a draft, waiting, later', async () => {
    const reasons = async (day: string) => Object.fromEntries((await explained('1.1.a', day, { leftOut: true })).reasons.map(({ key, n }) => [key, n]));
    const late = await world.save(world.training({ people: world.people(2), sessions: ['2019-05-20'], title: 'Late' }));
    await database().update(activities).set({ createdAt: at('2019-09-05') }).where(eq(activities.id, late.id));
    expect(await reasons('2019-09-04')).toMatchObject({ recordedLater: 2 });
    expect(await reasons('2019-09-05')).toMatchObject({ draft: 2 });
    expect(await reasons('2019-05-19')).toMatchObject({ later: 2 });
    const [agenda, version] = [await world.attach(late.id, 'agenda'), await world.attach(late.id, 'signed_list')];
    expect(agenda).toBeLessThan(version);
    await world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: late.id, version, note: null }), at('2019-09-12'));
    expect([await reasons('2019-09-11'), await reasons('2019-09-12')]).toMatchObject([{ draft: 2 }, { submitted: 2 }]);
    const found = await explained('1.1.a', '2019-09-12', { leftOut: true, reason: 'submitted' });
    expect(found.lines.rows.map(({ record, name, n }) => [record?.title, name, n])).toEqual([['Late', null, 2]]);
  });

  test('readings: what had been approved by then counts, what had not been handed in is said', async () => {
    const [before, after] = [await explained('1.1.r', '2019-07-01'), await explained('1.1.r', '2019-07-05')];
    expect(before).toMatchObject({ said: { value: null }, shown: { value: null } });
    expect(before.readings?.leftOut.map(({ reason }) => reason)).toEqual(['notHandedIn', 'notHandedIn']);
    expect((await explained('1.1.r', '2019-07-03')).readings?.leftOut[0]?.reason).toBe('submitted');
    expect(after).toMatchObject({ said: { value: 4 }, shown: { value: 4 }, readings: { counted: [{ adds: 4 }] } });
    expect([before.detail.readings, after.detail.readings?.map(({ reviewState, steps }) => [reviewState, steps.length])]).toEqual([[], [['approved', 2]]]);
  });
});

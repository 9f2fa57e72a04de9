import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, actionPoints, indicators, milestones } from '@/db/schema';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { listActivities } from '@/lib/activities/queries/list';
import type { Viewer } from '@/lib/access/viewer';
import { breakdownOf } from '@/lib/indicators/queries/breakdown';
import { dataGaps, waitingFor } from '@/lib/indicators/queries/desk';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { headline } from '@/lib/indicators/queries/headline';
import { peopleCounts } from '@/lib/indicators/queries/people-counts';
import { portfolio } from '@/lib/indicators/queries/portfolio';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { delivery } from '@/lib/overview/queries/delivery';
import { savePerson } from '@/lib/people/mutations/register';
import { anonymisePeople } from '@/lib/people/mutations/retention';
import { findProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { reopenActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const open = async (world: World, viewer: Viewer) => {
  const project = await findProject(viewer, world.slug);
  if (!project) throw new Error('no such project');
  return project;
};
const indicator = (world: World, code: string, measure: string, unit: string) => ({
  ...{ id: newId(), projectId: world.projectId, resultId: world.output, code, statement: code, unit, method: 'computed' as const, measure, target: '10', position: 5 },
});

test('a year of birth that is entered, or erased with the person, moves them to another age band and no other number', async () => {
  const world = await aWorld();
  const [ana, mila] = world.people(2);
  if (!ana || !mila) throw new Error('two people');
  await world.approved(world.training({ people: [ana, mila] }));
  const ages = async () => (await indicatorDetail(world.staff, await open(world, world.staff), '1.1.a', 'en'))?.parts?.age?.rows.map((row) => [row.key, row.value]);
  expect(await ages()).toEqual([[null, 2]]);
  const given = { projectId: world.projectId, id: ana.id, version: 1, givenName: ana.name, familyName: 'Test', sex: 'female' as const, birthYear: 1990, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null, retainUntil: null, institutionId: ana.institutionId, post: null };
  await world.as(world.staff, (work) => savePerson(work, given));
  expect(await ages()).toEqual([['25_34', 1], [null, 1]]);
  await world.as(world.manager, (work) => anonymisePeople(work, { projectId: world.projectId, personIds: [ana.id], reason: 'asked for' }));
  expect(await ages()).toEqual([[null, 2]]);
  expect((await verifyProject({ id: world.projectId, projectsId: world.slug, asOf: '2019-12-01' })).differences).toEqual([]);
});

describe('a project with two trainings, a meeting, a hand-over and one record that waits', () => {
  let world: World;
  let second: { id: string; version: number };
  beforeAll(async () => {
    world = await aWorld();
    const db = database();
    await db.insert(indicators).values([indicator(world, '1.1.b', 'people.womenTrained.share', '%'), indicator(world, '1.1.c', 'equipment.handedOver', 'items'), indicator(world, '1.1.d', 'actionPoints.onTime.share', '%')]);
    const [trained] = await db.select().from(indicators).where(eq(indicators.projectId, world.projectId));
    await db.insert(milestones).values({ projectId: world.projectId, indicatorId: trained?.id ?? '', periodId: world.periods.first, value: '6' });
    const women = world.people(3);
    const men = world.people(6, 'male', world.border);
    await world.approved(world.training({ people: [...women, ...men], unnamed: 4, gain: 25 }));
    const later = world.people(2, 'male', world.prosecutor);
    const again = world.training({ people: [...women.slice(0, 1), ...men.slice(0, 1), ...later], sessions: ['2019-09-02'] });
    for (const row of again.participants.slice(0, 2)) row.person = null;
    second = await world.approved(again);
    await world.approved(world.meeting([...world.people(1), ...world.people(1, 'male', world.prosecutor)], '2019-09-10', [{ text: 'Share the checklist', dueDate: '2019-09-20' }]));
    await world.approved(world.handOver([{ quantity: 5, value: 1000 }]));
    await world.submitted(world.training({ sessions: ['2019-10-01'] }));
  });

  test('a figure comes with its state, expected and parts, in matrix order', async () => {
    const figures = await indicatorFigures(world.staff, await open(world, world.staff));
    expect(figures.map((figure) => [figure.code, figure.actual, figure.numerator, figure.denominator])).toEqual([
      ['1.1.a', 11, 11, null],
      ['1.1.b', (100 * 3) / 11, 3, 11],
      ['1.1.c', 5, 5, null],
      ['1.1.d', 0, 0, 1],
    ]);
    expect(figures[0]).toMatchObject({ state: 'achieved', baseline: 0, target: 10, withheld: false });
  });

  test('the indicator page: periods add up to the figure, so do breakdowns and records', async () => {
    const found = await indicatorDetail(world.staff, await open(world, world.staff), '1.1.a', 'en');
    expect(found?.periods.map((line) => [line.own.value, line.upTo.value, line.milestone])).toEqual([[9, 9, 6], [2, 11, null]]);
    expect(found?.breakdown?.sex?.map((row) => [row.key, row.value])).toEqual([['female', 3], ['male', 8]]);
    expect(found?.parts?.place?.rows.map((row) => [row.key, row.value])).toEqual([['Bar', 11]]);
    expect(found?.parts?.topic?.rows.map((row) => [row.key, row.value])).toEqual([[null, 11]]);
    expect(found?.parts?.age?.rows.map((row) => [row.key, row.value])).toEqual([[null, 11]]);
    const rows = found?.breakdown?.institution?.map((row) => [found.institutionName(row.key), row.depth, row.value]);
    expect(rows).toEqual(expect.arrayContaining([['Ministry', 0, 9], ['Unit', 1, 3], ['Border', 1, 6], ['Prosecutor', 0, 2]]));
    expect(found?.records?.map((record) => record.numerator)).toEqual([9, 2]);
    expect(found?.unattached).toEqual({ numerator: 0, denominator: null });
    expect(await indicatorDetail(world.staff, await open(world, world.staff), '9.z', 'en')).toBeNull();
  });

  test('the headline: unique people and participations side by side, named and unnamed', async () => {
    const found = await headline(world.manager, await open(world, world.manager));
    expect(found.people).toMatchObject({ unique: 11, participations: 13, unnamed: 4, trainings: 2 });
    expect(found.tested).toMatchObject({ tested: 9, present: 13 });
    expect(found.equipment).toMatchObject({ items: 5, valueUsd: 1200, values: [{ currency: 'EUR', value: 1000, items: 5, unrated: 0 }] });
    expect(found.meetings).toMatchObject({ held: 1, interInstitutional: 1 });
    expect(found.actionPoints).toMatchObject({ open: 1, overdue: 1 });
    expect(found.asOf).toBe('2019-12-01');
  });

  test('the desk: what waits, and where the data has holes, for those who read records', async () => {
    const gaps = (viewer: Viewer) => dataGaps(viewer, world.projectId, '2019-12-01');
    expect(await waitingFor(world.manager, world.projectId)).toMatchObject({ waiting: 1 });
    const before = await gaps(world.manager);
    expect(before).toMatchObject({ lacksEvidence: 0, stale: 0 });
    const draft = await world.save(world.training({ sessions: ['2019-11-01'] }));
    await database().update(activities).set({ createdAt: new Date(Date.now() - 15 * 86_400_000) }).where(eq(activities.id, draft.id));
    expect(await gaps(world.staff)).toMatchObject({ lacksEvidence: 1, stale: 1, lacksScores: before.lacksScores + 1 });
    const listed = async (given: Record<string, string>) => (await listActivities(world.staff, { id: world.projectId, attendanceThreshold: '0.8' }, parseActivitySearch(given), { results: [], institutions: [] })).total;
    expect([await listed({ stale: '1' }), await listed({ lacks: 'evidence' }), await listed({ lacks: 'scores' })]).toEqual([1, 1, before.lacksScores + 1]);
    expect(await waitingFor(world.donor, world.projectId)).toEqual({ waiting: 0, oldest: null });
    expect(await gaps(world.donor)).toEqual({ lacksEvidence: 0, stale: 0, lacksScores: 0, unchecked: 0, readingsDue: 0, readings: [], nextStale: null });
  });

  test('activities by month have no holes', async () => {
    const { months } = await delivery(world.donor, world.projectId, '2019-12-01');
    expect(months.map(({ month, counts }) => [month, counts.training, counts.equipment, counts.meeting])).toEqual([
      ['2019-03', 1, 1, 0], ['2019-04', 0, 0, 0], ['2019-05', 0, 0, 0], ['2019-06', 0, 0, 0], ['2019-07', 0, 0, 0], ['2019-08', 0, 0, 0], ['2019-09', 1, 0, 1],
    ]);
    expect((await delivery(world.outsider, world.projectId, '2019-12-01')).months).toEqual([]);
  });

  test('the portfolio holds what the viewer may see, with states and people', async () => {
    const [found] = await portfolio(world.donor);
    expect(found).toMatchObject({ slug: world.slug, indicators: 4, trained: 11, participations: 17, states: { achieved: 2 } });
    expect(await portfolio(world.outsider)).toEqual([]);
    expect((await portfolio(world.admin)).some((project) => project.slug === world.slug)).toBe(true);
    expect(await resultsMatrix(world.outsider, world.projectId)).toEqual([]);
  });

  test('people counts: whole project, a period, any span', async () => {
    const project = await open(world, world.staff);
    expect(await peopleCounts(world.staff, project, { from: null, to: null })).toMatchObject({ unique: 11, newInPeriod: 11, participations: 13, attendances: 22, unnamed: 4, threshold: 0.8 });
    const period = await peopleCounts(world.staff, project, { from: '2019-07-01', to: '2019-12-31' });
    expect(period).toMatchObject({ unique: 4, newInPeriod: 2, participations: 4, attendances: 4, unnamed: 0 });
    expect(period.bySex.map((line) => [line.sex, line.unique, line.newInPeriod])).toEqual([['female', 1, 0], ['male', 3, 2]]);
    expect(await peopleCounts(world.staff, project, { from: '2019-03-05', to: '2019-03-05' })).toMatchObject({ unique: 9, newInPeriod: 9 });
    const top = period.byInstitution.filter((line) => line.depth === 0).reduce((sum, line) => sum + (line.unique ?? 0), 0);
    expect(top).toBe(4);
  });

  test('a donor sees exact totals, no small cells, no records, no share that gives them away', async () => {
    const project = await open(world, world.donor);
    const women = (await indicatorFigures(world.donor, project)).find((figure) => figure.code === '1.1.b');
    expect(women).toMatchObject({ withheld: true, actual: null, numerator: null, denominator: null, achievement: null, n: null });
    const found = await indicatorDetail(world.donor, project, '1.1.a', 'en');
    expect(found?.indicator.actual).toBe(11);
    expect(found?.breakdown?.sex?.map((row) => [row.key, row.value, row.numerator])).toEqual([['female', null, null], ['male', null, null]]);
    expect(found?.breakdown?.institution?.map((row) => [found.institutionName(row.key), row.value]).sort()).toEqual([['Border', 6], ['Prosecutor', null], ['Unit', null]]);
    expect([found?.records, found?.readings]).toEqual([null, null]);
    expect((await headline(world.donor, project)).people.bySex.every((row) => row.value === null)).toBe(true);
    const counts = await peopleCounts(world.donor, project, { from: '2019-07-01', to: '2019-12-31' });
    expect(counts.unique).toBe(4);
    expect([...counts.bySex, ...counts.byInstitution].flatMap((line) => [line.unique, line.participations]).every((value) => value === null || value === 0)).toBe(true);
  });

  test('reopening takes the record out of every figure', async () => {
    await world.as(world.manager, (work) => reopenActivity(work, { projectId: world.projectId, activityId: second.id, version: second.version, note: 'Wrong list' }));
    const [figure] = await indicatorFigures(world.staff, await open(world, world.staff));
    expect(figure?.actual).toBe(9);
  });
});

test('an indicator of a project whose figures were never computed has no data, not zero', async () => {
  const world = await aWorld();
  const [figure] = await indicatorFigures(world.staff, await open(world, world.staff));
  expect(figure).toMatchObject({ actual: null, numerator: null, state: 'no_data' });
  expect((await portfolio(world.staff))[0]).toMatchObject({ trained: null, participations: null });
});

test('an open action point of an unapproved meeting is no donor\'s business', async () => {
  const world = await aWorld();
  await world.submitted(world.meeting(world.people(2), '2019-03-10', [{ text: 'Agree on a date', dueDate: '2019-03-20' }]));
  await database().insert(actionPoints).values({ projectId: world.projectId, number: 99, text: 'General', dueDate: '2100-01-01', firstDueDate: '2100-01-01' });
  expect((await headline(world.manager, await open(world, world.manager))).actionPoints).toMatchObject({ open: 2, overdue: 1 });
  expect((await headline(world.donor, await open(world, world.donor))).actionPoints).toMatchObject({ open: 1, overdue: 0 });
});

test('shares of officials are not broken down for viewers of aggregates; items are', () => {
  const cell = (institutionId: string, numerator: number, denominator: number | null) => ({ institutionId, sex: null, numerator, denominator });
  const nodes = [{ id: 'a', parentId: null, country: null }, { id: 'b', parentId: 'a', country: null }];
  const sight = { aggregatesOnly: true, minimum: 5 };
  const share = { key: 'scores.gained20.share', unit: 'share' as const, dimensions: ['sex', 'institution'] as const };
  expect(breakdownOf(share, [cell('a', 8, 10)], nodes, sight)).toEqual({ sex: null, institution: null });
  const items = { key: 'equipment.handedOver', unit: 'count' as const, dimensions: ['institution'] as const };
  expect(breakdownOf(items, [cell('a', 2, null), cell('b', 3, null)], nodes, sight).institution?.map((row) => [row.key, row.value, row.own])).toEqual([['a', 5, 2], ['b', 3, 3]]);
});

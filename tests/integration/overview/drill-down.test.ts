import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { budgetLines, equipmentItems, indicators, results } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { actionPointFilter, listActionPoints } from '@/lib/action-points/queries/list';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { listActivities } from '@/lib/activities/queries/list';
import { equipmentFilter } from '@/lib/equipment/queries/conditions';
import { listEquipment } from '@/lib/equipment/queries/register';
import { equipmentTotals } from '@/lib/equipment/queries/totals';
import { cooperationSummary } from '@/lib/indicators/queries/cooperation';
import { cooperationView } from '@/lib/indicators/queries/cooperation-view';
import { dataGaps } from '@/lib/indicators/queries/desk';
import { figuresIn } from '@/lib/indicators/queries/figures';
import { headline, type Headline } from '@/lib/indicators/queries/headline';
import { figuresAt, indicatorList, indicatorPasts } from '@/lib/indicators/queries/trends';
import { institutionTree } from '@/lib/institutions/queries';
import { delivery } from '@/lib/overview/queries/delivery';
import { compared, trendOf } from '@/lib/overview/rules';
import { listPeople, peopleFilter } from '@/lib/people/queries/register';
import { closePeriod } from '@/lib/projects/mutations';
import { findProject, type ProjectView } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

let world: World;
let project: ProjectView;
let head: Headline;
const outcome = newId();
const line = newId();

const open = async (viewer: Viewer) => {
  const found = await findProject(viewer, world.slug);
  if (!found) throw new Error('no project');
  return found;
};
const list = async (given: Record<string, string>, viewer = world.staff) => {
  const tree = await institutionTree(viewer, 'en');
  return listActivities(viewer, project, parseActivitySearch(given), { results: [{ id: world.output, parentId: outcome, code: '1.1' }], institutions: tree.nodes });
};
/** What the rows of a list that a figure opens add, row by row. */
const added = async (measure: string) => {
  const { rows, sums } = await list({ counted: measure });
  if (!sums) throw new Error('no sums');
  const of = (part: 'numerator' | 'denominator') => rows.reduce((sum, row) => sum + (sums.adds[row.id]?.[part] ?? 0), 0);
  expect([of('numerator'), of('denominator')], `${measure}: the rows add up to the total under them`).toEqual([sums.total.numerator, sums.total.denominator ?? 0]);
  return sums;
};

beforeAll(async () => {
  world = await aWorld();
  const db = database();
  await db.insert(results).values({ id: outcome, projectId: world.projectId, level: 'outcome', code: '1', statement: 'Outcome', position: 0 });
  await db.update(results).set({ parentId: outcome }).where(eq(results.id, world.output));
  const own = { projectId: world.projectId, resultId: world.output, unit: 'n', target: '4', baseline: '0' };
  await db.insert(indicators).values([
    { ...own, code: '1.1.b', statement: 'Meetings', method: 'computed', measure: 'meetings.held', position: 1 },
    { ...own, code: '1.1.c', statement: 'Asked', method: 'reported', position: 2 },
  ]);
  await db.insert(budgetLines).values({ id: line, projectId: world.projectId, code: 'E1', description: 'Laptops', approvedAmount: '900', currency: 'USD', usdRate: '1' });
  const people = [...world.people(6), ...world.people(3, 'male', world.prosecutor)];
  await world.approved({ ...world.training({ people, sessions: ['2019-03-04', '2019-03-05'], unnamed: 4, gain: 25 }), cost: 300, costCurrency: 'EUR' });
  await world.approved({ ...world.training({ people: people.slice(0, 4), sessions: ['2019-09-02'], present: (person) => person > 0 }), cost: 120, costCurrency: 'USD' });
  await world.approved(world.training({ people: world.people(2), sessions: ['2019-10-02'] }));
  await world.save({ ...world.training({ people: [], sessions: ['2019-11-11'] }), outputIds: [], cost: 80, costCurrency: 'USD' });
  await world.save({ ...world.training({ sessions: ['2019-11-04'] }), implementation: 'cancelled', implementationReason: 'No room', actualStart: null, actualEnd: null });
  await world.submitted(world.training({ people: world.people(5), sessions: ['2019-10-09'] }));
  const { id: handedUnderLine } = await world.approved(world.handOver([{ quantity: 3, value: 300 }, { serialNumber: 'A1', value: 250 }]));
  await db.update(equipmentItems).set({ budgetLineId: line }).where(eq(equipmentItems.activityId, handedUnderLine));
  await world.approved(world.handOver([{ serialNumber: 'B1' }], '2019-09-20'));
  const both = [...world.people(2), world.person('male', world.prosecutor)];
  await world.approved(world.meeting(both, '2019-04-10', [{ text: 'Send the list', dueDate: '2019-05-01' }, { text: 'Agree on a form', dueDate: '2019-12-20' }]));
  await world.approved(world.meeting(both, '2019-09-10'));
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  project = await open(world.staff);
  head = await headline(world.staff, project);
});

describe('the list that a figure of the overview opens adds up to it', () => {
  test('people trained, and women and men of them', async () => {
    const tree = await institutionTree(world.staff, 'en');
    const rows = async (given: Record<string, string>) => (await listPeople(world.staff, project, peopleFilter({ trained: 'yes', ...given }, tree), {})).rows.length;
    expect(head.people.unique).toBe(11);
    expect(await rows({})).toBe(head.people.unique);
    for (const { key, value } of head.people.bySex) expect(await rows({ sex: key ?? '' }), key ?? '').toBe(value);
  });

  test.each([
    ['people.participations', () => head.people.participations],
    ['people.unnamed', () => head.people.unnamed],
    ['trainings.delivered', () => head.people.trainings],
    ['scores.gained20.share', () => [head.tested.gained.numerator, head.tested.gained.denominator]],
    ['equipment.handedOver', () => head.equipment.items],
    ['equipment.valueHandedOver', () => head.equipment.valueUsd],
    ['meetings.held', () => head.meetings.held],
    ['meetings.interInstitutional', () => head.meetings.interInstitutional],
    ['meetings.regional', () => head.meetings.regional],
    ['actionPoints.onTime.share', () => [head.actionPoints.onTime.numerator, head.actionPoints.onTime.denominator]],
    ['people.inPostAt6.share', () => [head.retained[0]?.share.numerator, head.retained[0]?.share.denominator]],
    ['people.inPostAt12.share', () => [head.retained[1]?.share.numerator, head.retained[1]?.share.denominator]],
  ])('%s: record by record', async (measure, shown) => {
    const { total, whole } = await added(measure);
    const said = shown();
    expect(Array.isArray(said) ? [total.numerator, total.denominator ?? 0] : total.numerator).toEqual(said);
    expect(whole.numerator).toBe(total.numerator);
  });

  test('equipment handed over, its value, and the budget lines', async () => {
    const tree = await institutionTree(world.staff, 'en');
    const totals = async (given: Record<string, string>) => {
      const filter = equipmentFilter({ handed: 'yes', ...given }, tree);
      const [found, { rows }] = [await equipmentTotals(world.staff, project, filter), await listEquipment(world.staff, project, filter, {})];
      const sum = (key: 'items' | 'valueUsd') => found.reduce((all, one) => all + one[key], 0);
      expect(rows.reduce((pieces, row) => pieces + row.quantity, 0), 'the rows themselves').toBe(sum('items'));
      return [sum('items'), sum('valueUsd')];
    };
    expect(await totals({})).toEqual([head.equipment.items, head.equipment.valueUsd]);
    expect(head.budget.map(({ code, approvedUsd, items, deliveredUsd }) => [code, approvedUsd, items, deliveredUsd])).toEqual([['E1', 900, 4, 660], ['', 0, 1, 120]]);
    expect(await totals({ line })).toEqual([4, 660]);
    expect(head.budget.reduce((sum, one) => sum + one.deliveredUsd, 0)).toBe(head.equipment.valueUsd);
  });

  test('action points that are open, and those overdue', async () => {
    const tree = await institutionTree(world.staff, 'en');
    const rows = async (status: string) => (await listActionPoints(world.staff, project, actionPointFilter({ status }, tree), {})).rows.length;
    expect([head.actionPoints.open, head.actionPoints.overdue]).toEqual([2, 2]);
    expect([await rows('pending'), await rows('overdue')]).toEqual([head.actionPoints.open, head.actionPoints.overdue]);
  });

  test('costs by kind, each currency by itself', async () => {
    const { kinds } = await delivery(world.staff, world.projectId, project.today);
    expect(kinds.map(({ kind, delivered, costed }) => [kind, delivered, costed])).toEqual([['training', 3, 2], ['equipment', 2, 0], ['meeting', 2, 0]]);
    for (const { kind, delivered, costed, costs } of kinds) {
      const given = { kind, review: 'approved', implementation: 'completed' };
      expect((await list(given)).total).toBe(delivered);
      const { rows, costs: totals } = await list({ ...given, costed: '1' });
      expect(rows).toHaveLength(costed);
      const amounts = (money: readonly { currency: string; amount: number }[]) => Object.fromEntries(money.map(({ currency, amount }) => [currency, amount]));
      expect(amounts(totals ?? [])).toEqual(amounts(costs));
      for (const { currency, amount } of costs) expect(rows.reduce((sum, row) => sum + (row.costCurrency === currency ? (row.cost ?? 0) : 0), 0)).toBe(amount);
    }
  });

  test('delivery per output, and activities by month', async () => {
    const { lines, months } = await delivery(world.staff, world.projectId, project.today);
    expect(lines.map(({ outputId }) => outputId).sort()).toEqual([world.output, null].sort());
    for (const line of lines) {
      const output = line.outputId === null ? '-' : '1.1';
      const delivered = { output, review: 'approved', implementation: 'completed' };
      expect([(await list({ output, planned: '1' })).total, (await list(delivered)).total], output).toEqual([line.planned, line.delivered]);
      for (const [given, costs] of [[{ output, planned: '1' }, line.costs.planned], [delivered, line.costs.delivered]] as const) {
        const totals = (await list({ ...given, costed: '1' })).costs ?? [];
        expect(totals.map(({ currency, amount }) => `${currency} ${amount}`).sort()).toEqual(costs.map(({ currency, amount }) => `${currency} ${amount}`).sort());
      }
    }
    for (const { month, counts } of months) {
      const found = await list({ review: 'approved', implementation: 'completed', from: `${month}-01`, to: `${month}-28` });
      expect(found.total, month).toBe(counts.training + counts.equipment + counts.meeting);
    }
  });

  test('every figure of every period, beside the one before it', async () => {
    for (const chosen of head.periods) {
      for (const line of compared(head.perPeriod, head.periods, chosen)) {
        const { sums, rows } = await list({ counted: line.measure, period: chosen.id });
        const of = (part: 'numerator' | 'denominator') => rows.reduce((sum, row) => sum + (sums?.adds[row.id]?.[part] ?? 0), 0);
        expect([of('numerator'), of('denominator')], `${chosen.name} ${line.measure}`).toEqual([line.own.numerator, line.own.denominator ?? 0]);
        expect(sums?.whole.numerator).toBe(line.own.numerator);
      }
      const inPeriod = await list({ period: chosen.id });
      expect(inPeriod.rows.map(({ to }) => (to ?? '') >= chosen.from && (to ?? '') <= chosen.to)).toEqual(inPeriod.rows.map(() => true));
    }
    expect((await list({ period: newId() })).total).toBe(0);
  });

  test('the holes in the data', async () => {
    const gaps = await dataGaps(world.staff, world.projectId, project.today);
    const tree = await institutionTree(world.staff, 'en');
    expect(gaps).toMatchObject({ lacksScores: 4, unchecked: 3, readingsDue: 1 });
    expect([(await list({ lacks: 'evidence' })).total, (await list({ stale: '1' })).total, (await list({ lacks: 'scores' })).total]).toEqual([gaps.lacksEvidence, gaps.stale, gaps.lacksScores]);
    expect((await listEquipment(world.staff, project, equipmentFilter({ handed: 'yes', state: 'unchecked' }, tree), {})).rows).toHaveLength(gaps.unchecked);
    expect(gaps.readings).toHaveLength(gaps.readingsDue);
  });

  test('each pair of units that worked together', async () => {
    const { pairs, units, top } = await cooperationSummary(world.staff, world.projectId, 'en');
    expect(top).toHaveLength(pairs);
    expect(units).toBe(new Set(top.flatMap(({ a, b }) => [a, b])).size);
    for (const { a, b, aName, bName, meeting, training, actionPoint } of top) {
      const { pair } = await cooperationView(world.staff, project, 'en', { a, b });
      expect(pair?.records.map(({ kind }) => kind).sort(), `${aName} – ${bName}`).toEqual([...Array(actionPoint).fill('actionPoint'), ...Array(meeting).fill('meeting'), ...Array(training).fill('training')]);
    }
    expect((await cooperationSummary(world.outsider, world.projectId, 'en')).pairs).toBe(0);
  });

  test('indicators of an outcome at the end of a period and now', async () => {
    const rows = await indicatorPasts(world.staff, project);
    const { over } = await indicatorList(world.staff, project, undefined);
    const moments = over.map((at) => figuresAt(project, rows, head.periods, at));
    const [trend] = trendOf([outcome], [...moments, figuresIn(project, rows.map(({ row }) => row), head.periods)]);
    expect(over.map(({ id }) => id)).toEqual([world.periods.first, world.periods.second]);
    for (const [at, column] of (trend?.columns ?? []).entries()) {
      const { indicators: listed } = await indicatorList(world.staff, project, over[at]?.id);
      for (const [state, n] of Object.entries(column)) expect(listed.filter((one) => one.outcomeId === outcome && one.state === state), `${at} ${state}`).toHaveLength(n);
    }
    const first = await indicatorList(world.staff, project, world.periods.first);
    expect(first.indicators.map(({ code, actual, state }) => [code, actual, state])).toEqual([['1.1.a', 9, 'on_track'], ['1.1.b', 1, 'off_track'], ['1.1.c', null, 'no_data']]);
    expect((await indicatorList(world.staff, project, undefined)).indicators.map(({ actual }) => actual)).toEqual([11, 2, null]);
  });
});

test('donors get shares only where they give nobody away, no budget lines and no pair of a restricted meeting', async () => {
  const donor = await headline(world.donor, await open(world.donor));
  expect(donor.budget).toEqual([]);
  expect(donor.retained.every(({ share, withheld }) => withheld || share.value === null || share.numerator >= 5)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { filterIssues, handOverFilters, regionalFilters, trainingFilters } from '@/lib/indicators/rules/filters';
import { milestoneFlags, missingMilestones, reachEnd } from '@/lib/indicators/rules/milestones';
import { filterOf, planIssues } from '@/lib/indicators/rules/plan';

const noFilter = { regional: null, outputId: null, institutionId: null, type: null, topic: null };
const plan = { method: 'reported' as const, measure: null, filter: noFilter, unit: 'cases', baseline: 0, target: 10, direction: 'increase' as const, milestones: [] };

test.each(catalogue.map((measure) => [measure.key, measure] as const))('%s takes no filter, and refuses a type that nothing it counts has', (_key, measure) => {
  expect(filterIssues(measure.filters, {})).toEqual({});
  expect(filterIssues(measure.filters, { type: 'no such type' })).toEqual({ 'filter.type': 'filterImpossible' });
});

describe('filters', () => {
  test('trainings: any of it', () => expect(filterIssues(trainingFilters, { regional: false, type: 'course', topic: 'Screening' })).toEqual({}));
  test('a training is no steering meeting', () => expect(filterIssues(trainingFilters, { type: 'steering' })).toEqual({ 'filter.type': 'filterImpossible' }));
  test('hand-overs have no type, topic or people present', () => expect(Object.keys(filterIssues(handOverFilters, { regional: false, type: 'course', topic: 'x' }))).toEqual(['filter.regional', 'filter.type', 'filter.topic']));
  test('regional meetings are never not regional, and may be study visits', () => {
    expect(filterIssues(regionalFilters, { regional: false })).toEqual({ 'filter.regional': 'filterImpossible' });
    expect(filterIssues(regionalFilters, { type: 'study_visit' })).toEqual({});
    expect(filterIssues(regionalFilters, { type: 'course' })).toEqual({ 'filter.type': 'filterImpossible' });
  });
  test('what is empty does not narrow', () => expect([filterOf(noFilter), filterOf({ ...noFilter, regional: 'no', topic: 'x' })]).toEqual([{}, { regional: false, topic: 'x' }]));
});

describe('what stands in the way of a plan', () => {
  test('nothing', () => expect(planIssues(plan)).toEqual({}));
  test('a decrease that rises, an increase that falls; no way to go is neither', () => {
    expect(planIssues({ ...plan, direction: 'decrease' })).toEqual({ target: 'targetAgainstDirection' });
    expect(planIssues({ ...plan, baseline: 11 })).toEqual({ target: 'targetAgainstDirection' });
    expect(planIssues({ ...plan, baseline: 10, direction: 'decrease' })).toEqual({});
    expect(planIssues({ ...plan, baseline: null, direction: 'decrease' })).toEqual({});
  });
  test('money and shares in their own unit, counts in none of these', () => {
    const computed = (measure: string, unit: string) => planIssues({ ...plan, method: 'computed', measure, unit });
    expect(computed('equipment.valueHandedOver', 'EUR')).toEqual({ unit: 'unitOfMeasure:USD' });
    expect(computed('equipment.valueHandedOver', 'USD')).toEqual({});
    expect(computed('trainings.delivered', '%')).toEqual({ unit: 'unitOfCount' });
  });
  test('milestones within the unit', () => expect(planIssues({ ...plan, unit: 'yes/no', target: 1, milestones: [{ periodId: 'a', value: 0 }, { periodId: 'b', value: 2 }] })).toEqual({ 'milestones.1.value': 'yesOrNo' }));
});

describe('milestones', () => {
  test.each([
    [[3, 6, 10], 10, []],
    [[null, null, null], 10, []],
    [[3, 6, 9], 10, ['lastIsNotTarget']],
    [[3, 10, null], 10, []],
    [[3, null, 6], 10, ['lastIsNotTarget']],
    [[3, 12, null], 10, ['beyondTarget']],
    [[3, 6, 12], 10, ['beyondTarget']],
    [[12, 6, 10], 10, ['beyondTarget', 'turnsBack']],
    [[6, 3, 10], 10, ['turnsBack']],
    [[6, null, 3], 10, ['lastIsNotTarget', 'turnsBack']],
    [[3, 6], null, []],
  ] as const)('%j towards %s: %j', (values, target, flags) => expect(milestoneFlags({ values, target, direction: 'increase', whole: true })).toEqual(flags));
  test('of a decrease go down', () => {
    const falling = (values: number[], target: number) => milestoneFlags({ values, target, direction: 'decrease', whole: true });
    expect([falling([8, 5], 5), falling([5, 8], 8), falling([8, 6], 5), falling([8, 4], 5)]).toEqual([[], ['beyondTarget', 'turnsBack'], ['lastIsNotTarget'], ['beyondTarget']]);
  });
  test('while periods are still to come, the last there is need not be the target; it may not go beyond it', () => {
    const early = (values: (number | null)[]) => milestoneFlags({ values, target: 10, direction: 'increase', whole: false });
    expect([early([3, 6]), early([3, 12]), early([6, 3])]).toEqual([[], ['beyondTarget'], ['turnsBack']]);
    expect(milestoneFlags({ values: [12, 6], target: 10, direction: '', whole: true }), 'which way is not said yet').toEqual(['lastIsNotTarget']);
    const to = (day: string) => ({ to: day });
    expect([reachEnd([to('2019-06-30'), to('2019-12-31')], '2019-12-31'), reachEnd([to('2019-06-30')], '2019-12-31'), reachEnd([], '2019-12-31'), reachEnd([], null)]).toEqual([true, false, false, true]);
  });
  test('periods without one are counted where others have one', () => expect([[null, null], [3, null, null], [3, null, 10], [3, 10]].map(missingMilestones)).toEqual([0, 2, 1, 0]));
});

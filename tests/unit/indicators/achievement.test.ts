import { describe, expect, test } from 'vitest';
import { type AssessmentFacts, assess } from '@/lib/indicators/rules/achievement';
import { byInstitution, combineReadings, knowledgeGain } from '@/lib/indicators/rules/figures';

const periods = [
  { id: 'p1', from: '2019-01-01', to: '2019-06-30', closed: true },
  { id: 'p2', from: '2019-07-01', to: '2019-12-31', closed: false },
];
const facts = (given: Partial<AssessmentFacts>): AssessmentFacts => ({ actual: 0, baseline: 0, target: 100, milestones: new Map([['p1', 50]]), periods, projectStart: '2019-01-01', projectEnd: '2019-12-31', today: '2019-08-01', ...given });
const state = (given: Partial<AssessmentFacts>) => assess(facts(given)).state;

describe('DOMAIN §2.12', () => {
  test.each([
    [100, 'achieved'],
    [99.999, 'on_track'],
    [45, 'on_track'],
    [44.999, 'at_risk'],
    [30, 'at_risk'],
    [29.999, 'off_track'],
    [0, 'off_track'],
    [null, 'no_data'],
  ])('actual %s of 50 expected and 100 targeted is %s', (actual, expected) => expect(state({ actual })).toBe(expected));

  test('a decreasing indicator works the same way', () => {
    const falling = { baseline: 100, target: 20, milestones: new Map([['p1', 60]]) };
    expect([state({ ...falling, actual: 20 }), state({ ...falling, actual: 64 }), state({ ...falling, actual: 76 }), state({ ...falling, actual: 77 })]).toEqual(['achieved', 'on_track', 'at_risk', 'off_track']);
  });
  test('without a milestone the expectation is linear in time, within the project', () => {
    const linear = { milestones: new Map(), periods: [] };
    expect(assess(facts({ ...linear, today: '2019-07-02' })).expected).toBe(50);
    expect(assess(facts({ ...linear, today: '2018-01-01' })).expected).toBe(0);
    expect(assess(facts({ ...linear, today: '2025-01-01' }))).toMatchObject({ expected: 100, expectedFrom: 'linear' });
  });
  test('without dates nothing can be expected: no data, never a guess', () => expect(assess(facts({ actual: 10, milestones: new Map(), projectStart: null }))).toMatchObject({ expected: null, state: 'no_data' }));
  test('an unknown baseline counts from 0 and says so', () => expect(assess(facts({ baseline: null, actual: 50 }))).toMatchObject({ achievement: 0.5, baselineAssumed: true }));
  test('no target is its own state', () => expect([state({ target: null, actual: 3 }), state({ target: null, actual: null })]).toEqual(['no_target', 'no_data']));
  test('target equal to baseline is met or not', () => {
    const still = { baseline: 5, target: 5, milestones: new Map() };
    expect([state({ ...still, actual: 5 }), assess(facts({ ...still, actual: 4 })).achievement]).toEqual(['achieved', 0]);
  });
  test('expected equal to the baseline is met by standing still', () => expect(state({ actual: 0, milestones: new Map([['p1', 0]]) })).toBe('on_track'));
  test('floating point does not lose a boundary', () => expect(state({ actual: 0.27, target: 1, milestones: new Map([['p1', 0.3]]) })).toBe('on_track'));
});

describe('DOMAIN §2.11 readings', () => {
  test.each([
    [[1, 2, 3], 'sum', 'cases', 6],
    [[1, 2, 3], 'latest', 'cases', 3],
    [[1, 2, 3], 'average', 'cases', 2],
    [[], 'sum', 'cases', null],
    [[0], 'sum', 'cases', 0],
    [[40, 60], 'sum', '%', 60],
  ] as const)('%j by %s in %s is %s', (values, aggregation, unit, expected) => expect(combineReadings(values, aggregation, unit).value).toBe(expected));
  test('an average carries n', () => expect(combineReadings([1, 2], 'average', '%').n).toBe(2));
});

test('DOMAIN §2.7 gain over those with both scores, n tested of n present', () => {
  expect(knowledgeGain([{ preScore: 40, postScore: 70 }, { preScore: 50, postScore: 60 }, { preScore: null, postScore: 90 }])).toEqual({ mean: 20, tested: 2, present: 3 });
  expect(knowledgeGain([]).mean).toBe(null);
});

test('cells of an institution that is not in the tree stand in the last row', () => {
  const rows = byInstitution([{ institutionId: 'gone', numerator: 1, denominator: null }, { institutionId: null, numerator: 2, denominator: null }], []);
  expect(rows.map((row) => [row.institutionId, row.cells.length])).toEqual([[null, 2]]);
});

import { expect, test } from 'vitest';
import { asOfDay, judgedBefore, planBefore } from '@/lib/indicators/rules/as-of';

test('a day of the past is one of the project that is over; anything else is today', () => {
  const project = { startDate: '2019-01-01', today: '2019-06-30' };
  expect(asOfDay('2019-06-29', project)).toBe('2019-06-29');
  expect(asOfDay('2019-01-01', project)).toBe('2019-01-01');
  for (const asked of [undefined, '', '2019-06-30', '2019-07-01', '2018-12-31', '2019-02-30', 'yesterday', "2019-03-01'"]) expect(asOfDay(asked, project), asked).toBeNull();
  expect(asOfDay('1999-01-01', { startDate: null, today: '2019-06-30' })).toBe('1999-01-01');
});

test('a plan is as it stood before the first change made since: numbers as numbers, its place in the matrix as today', () => {
  expect(planBefore([])).toEqual({});
  const first = { target: ['10', '12'], baseline: [null, '2'], milestones: [{ p1: 5 }, {}] } as const;
  const second = { target: ['12', '20'], filter: [{ type: 'course' }, {}], resultId: ['a', 'b'], responsible: ['A', 'B'] } as const;
  expect(planBefore([first, second])).toEqual({ target: 10, baseline: null, milestones: { p1: 5 }, filter: { type: 'course' }, responsible: 'A' });
  expect(planBefore([second])).toEqual({ target: 12, filter: { type: 'course' }, responsible: 'A' });
});

test('what a figure was judged against is of then, unless what is counted was changed since: then only the plan of today speaks of it', () => {
  expect(judgedBefore([])).toEqual({});
  expect(judgedBefore([{ target: ['10', '12'], statement: ['A', 'B'] }, { target: ['12', '20'], milestones: [{ p1: 5 }, {}], direction: ['increase', 'decrease'] }])).toEqual({ target: 10, milestones: { p1: 5 }, direction: 'increase' });
  for (const field of ['unit', 'method', 'measure', 'filter', 'aggregation']) expect(judgedBefore([{ target: ['10', '12'] }, { [field]: ['a', 'b'] }]), field).toBeNull();
});

import { expect, test } from 'vitest';
import { isLocked, isSlug, latestClosed, nextOpenPeriod, periodOf, periodsOverlap, slugOf } from '@/lib/projects/rules';

const period = (id: string, from: string, to: string, closed = false) => ({ id, from, to, closed });
const [first, second, third] = [period('1', '2019-01-01', '2019-06-30', true), period('2', '2019-07-01', '2019-12-31', true), period('3', '2020-01-01', '2020-06-30')];
const all = [third, first, second];

test('both ends of a period belong to it', () => expect([periodOf(all, '2019-01-01')?.id, periodOf(all, '2019-06-30')?.id, periodOf(all, '2018-12-31')]).toEqual(['1', '1', null]));
test('a date in a closed period is locked; outside and undated is not', () => expect([isLocked(all, '2019-03-01'), isLocked(all, '2020-03-01'), isLocked(all, '2025-01-01'), isLocked(all, null)]).toEqual([true, false, false, false]));
test('the latest closed', () => expect([latestClosed(all)?.id, latestClosed([third])]).toEqual(['2', null]));
test('the next open period after a closed one, whatever the order', () => {
  const later = period('4', '2020-07-01', '2020-12-31');
  expect([nextOpenPeriod([later, ...all], first)?.id, nextOpenPeriod(all, third)]).toEqual(['3', null]);
});
test('periods that share one day overlap', () => expect([periodsOverlap(first, second), periodsOverlap(first, { from: '2019-06-30', to: '2019-07-01' })]).toEqual([false, true]));
test('an address has a project only where it could be one', () => {
  expect([slugOf('PX.0009'), 'p-0'].map(isSlug)).toEqual([true, true]);
  expect(['', '-', 'PX.0009', 'px-0009\0', '%00', '../x', 'x'.repeat(61)].map(isSlug)).toEqual(Array(7).fill(false));
});

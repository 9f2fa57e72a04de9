import { describe, expect, test } from 'vitest';
import { rescheduleSchema } from '@/lib/workplan/schema';
import { clashes, monthAsked, monthBeside, monthSpan, overdueToStart, type PlannedActivity, shiftOf, weeksOf } from '@/lib/workplan/rules';

const planned = (reference: string, from: string, to: string, institutionIds: string[] = [], more: Partial<PlannedActivity> = {}): PlannedActivity => ({ id: reference, reference, kind: 'training', title: '', place: null, from, to, begun: false, implementation: 'planned', version: 1, institutionIds, ...more });

describe('overdue to start', () => {
  test.each([
    ['planned for yesterday', planned('a', '2019-03-03', '2019-03-03'), true],
    ['planned for today', planned('a', '2019-03-04', '2019-03-04'), false],
    ['postponed and past', planned('a', '2019-03-01', '2019-03-05', [], { implementation: 'postponed' }), true],
    ['begun', planned('a', '2019-03-01', '2019-03-05', [], { begun: true }), false],
    ['under way', planned('a', '2019-03-01', '2019-03-05', [], { implementation: 'under_way' }), false],
    ['completed', planned('a', '2019-03-01', '2019-03-05', [], { implementation: 'completed' }), false],
  ])('%s', (_name, activity, expected) => expect(overdueToStart(activity, '2019-03-04')).toBe(expected));
});

describe('clashes', () => {
  test('the same institution on the same day, in order of time, with the days they share', () => {
    const found = clashes([planned('c', '2019-03-06', '2019-03-08', ['unit']), planned('a', '2019-03-04', '2019-03-06', ['unit', 'border']), planned('b', '2019-03-05', '2019-03-05', ['border'])]);
    expect(found.map(({ institutionId, from, to, activities }) => [institutionId, from, to, activities.map(({ reference }) => reference).join()])).toEqual([['border', '2019-03-05', '2019-03-05', 'a,b'], ['unit', '2019-03-06', '2019-03-06', 'a,c']]);
  });
  test('none on other days, with other institutions, or with what is over', () => {
    expect(clashes([planned('a', '2019-03-04', '2019-03-04', ['unit']), planned('b', '2019-03-05', '2019-03-05', ['unit'])])).toEqual([]);
    expect(clashes([planned('a', '2019-03-04', '2019-03-04', ['unit']), planned('b', '2019-03-04', '2019-03-04', ['border'])])).toEqual([]);
    expect(clashes([planned('a', '2019-03-04', '2019-03-04', ['unit']), planned('b', '2019-03-04', '2019-03-04', ['unit'], { implementation: 'completed' })])).toEqual([]);
  });
  test('a short one between does not hide a later one', () => {
    expect(clashes([planned('a', '2019-03-01', '2019-03-10', ['unit']), planned('b', '2019-03-02', '2019-03-02', ['border']), planned('c', '2019-03-09', '2019-03-09', ['unit'])])).toHaveLength(1);
  });
});

test('months: asked for or of today, before and after, first to last day, weeks from Monday', () => {
  expect([monthAsked('2019-02', '2019-03-04'), monthAsked('2019-13', '2019-03-04'), monthAsked(undefined, '2019-03-04')]).toEqual(['2019-02', '2019-03', '2019-03']);
  expect([monthBeside('2019-12', 1), monthBeside('2019-01', -1)]).toEqual(['2020-01', '2018-12']);
  expect(monthSpan('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  const weeks = weeksOf('2019-03'); // begins on a Friday, ends on a Sunday
  expect(weeks[0]).toEqual([null, null, null, null, '2019-03-01', '2019-03-02', '2019-03-03']);
  expect(weeks.at(-1)?.at(-1)).toBe('2019-03-31');
  expect(weeks.flat().filter(Boolean)).toHaveLength(31);
  expect(weeksOf('2019-04').at(-1)).toEqual(['2019-04-29', '2019-04-30', null, null, null, null, null]);
});

test('sessions move by the days of the start', () => {
  expect([shiftOf('2019-03-04', '2019-03-01'), shiftOf('2019-03-04', '2019-04-04'), shiftOf(null, '2019-04-04')]).toEqual([-3, 31, 0]);
});

test('other days need a reason and an end that is not before the start', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const issues = (over: object) => rescheduleSchema.safeParse({ projectId: id, activityId: id, version: 1, plannedStart: '2019-03-04', plannedEnd: '2019-03-05', reason: 'Strike', ...over }).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
  expect(issues({})).toEqual([]);
  expect(issues({ plannedEnd: '2019-03-03' })).toEqual([['plannedEnd', 'endBeforeStart']]);
  expect(issues({ reason: '  ' })).toEqual([['reason', 'required']]);
  expect(issues({ plannedStart: '2019-02-30' })).toEqual([['plannedStart', 'notADate']]);
});

import { describe, expect, test } from 'vitest';
import { rescheduleSchema } from '@/lib/workplan/schema';
import { addDays } from '@/lib/shared/dates';
import { canMove, type ClashGroup, clashes, clashesFrom, clashGroups, clashPage, dayAt, monthAsked, monthBeside, monthShown, monthSpan, openingMonth, overdueToStart, placeOn, type PlannedActivity, planRows, readUpTo, shiftOf, timelineOf, weeksOf } from '@/lib/workplan/rules';

const planned = (reference: string, from: string, to: string, institutionIds: string[] = [], more: Partial<PlannedActivity> = {}): PlannedActivity => ({ id: reference, reference, kind: 'training', title: '', place: null, from, to, begun: false, implementation: 'planned', version: 1, movable: true, institutionIds, ...more });

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

describe('a page of many clashes', () => {
  const on = (...days: string[]): ClashGroup[] => days.map((from, at) => ({ institutionId: `${at}`, from, to: from, activities: [] }));
  const days = (groups: readonly ClashGroup[]) => groups.map(({ from }) => from.slice(8)).join();
  test.each([
    ['all of a few', on('2019-03-01', '2019-03-02'), null, '01,02', null],
    ['whole days of more, then from the next', on('2019-03-01', '2019-03-02', '2019-03-02'), null, '01', '2019-03-02'],
    ['a day with more than a page is shown whole', on('2019-03-01', '2019-03-01', '2019-03-01', '2019-03-04'), null, '01,01,01', '2019-03-04'],
    ['and nothing follows where it is the last', on('2019-03-01', '2019-03-01', '2019-03-01'), null, '01,01,01', null],
    ['of a plan read to some day what begins before it', on('2019-03-01', '2019-03-04'), '2019-03-04', '01', '2019-03-04'],
    ['also where that leaves none', on('2019-03-04'), '2019-03-04', '', '2019-03-04'],
    ['a full day of such a plan', on('2019-03-01', '2019-03-01', '2019-03-01', '2019-03-04'), '2019-03-04', '01,01,01', '2019-03-04'],
    ['none', [], null, '', null],
  ])('%s', (_name, groups, readTo, shown, next) => {
    const page = clashPage(groups, readTo, 2);
    expect([days(page.shown), page.next]).toEqual([shown, next]);
  });
  test('goes on from where the plan was read to, and always goes on', () => {
    const activities = [planned('a', '2019-03-01', '2019-03-09'), planned('b', '2019-03-06', '2019-03-06')];
    expect([readUpTo({ activities, total: 2 }, '2019-03-04'), readUpTo({ activities, total: 3 }, '2019-03-04'), readUpTo({ activities, total: 3 }, '2019-03-06'), readUpTo({ activities: [], total: 0 }, '2019-03-06')]).toEqual([null, '2019-03-06', '2019-03-07', null]);
  });
  test('is asked for from today or a later day', () => {
    expect([undefined, 'x', '2019-02-31', '2019-03-03', '2019-03-05'].map((asked) => clashesFrom(asked, '2019-03-04'))).toEqual(['2019-03-04', '2019-03-04', '2019-03-04', '2019-03-04', '2019-03-05']);
  });
});

test('clashes of one institution on touching days are one, with all its activities; of others, or on other days, each by itself', () => {
  const found = clashes([planned('a', '2019-03-04', '2019-03-05', ['unit', 'border']), planned('b', '2019-03-04', '2019-03-04', ['unit']), planned('c', '2019-03-05', '2019-03-06', ['unit', 'border']), planned('d', '2019-03-04', '2019-03-04', ['unit']), planned('e', '2019-04-01', '2019-04-01', ['unit']), planned('f', '2019-04-01', '2019-04-01', ['unit'])]);
  const groups = clashGroups(found).map(({ institutionId, from, to, activities }) => [institutionId, from, to, activities.map(({ reference }) => reference).join()]);
  expect(groups.toSorted()).toEqual([['border', '2019-03-05', '2019-03-05', 'a,c'], ['unit', '2019-03-04', '2019-03-04', 'a,b,d'], ['unit', '2019-03-05', '2019-03-05', 'a,c'], ['unit', '2019-04-01', '2019-04-01', 'e,f']]);
  expect(clashGroups([])).toEqual([]);
});

test('months: asked for or of today, before and after, first to last day, weeks from Monday', () => {
  expect([monthAsked('2019-02'), monthAsked('2019-13'), monthAsked(undefined)]).toEqual(['2019-02', null, null]);
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

test('the plan opens at this month while the project runs, else at the nearest month with activities', () => {
  const project = { startDate: '2019-01-01', endDate: '2019-12-31' };
  const planned = { first: '2019-02-10', last: '2019-11-20' };
  const at = (today: string, more: object = {}, span: typeof planned | null = planned) => openingMonth({ ...project, ...more }, span, today);
  expect([at('2019-06-05'), at('2019-12-31'), at('2020-01-01'), at('2026-11-30'), at('2018-05-05')]).toEqual(['2019-06', '2019-12', '2019-11', '2019-11', '2019-02']);
  expect([at('2026-11-30', { endDate: null }), at('2026-11-30', {}, null), at('2018-12-31', {}, { first: '2018-10-01', last: '2019-02-01' })]).toEqual(['2026-11', '2026-11', '2018-12']);
});

test('every day of a timeline stands at a place that leads back to it; days outside stand at its ends', () => {
  const months = timelineOf('2020-02');
  expect(months).toEqual(['2019-11', '2019-12', '2020-01', '2020-02', '2020-03', '2020-04']);
  for (let day = '2019-11-01', before = -1; day <= '2020-04-30'; day = addDays(day, 1)) {
    const place = placeOn(months, day);
    expect(place).toBeGreaterThan(before);
    expect(dayAt(months, place)).toBe(day);
    before = place;
  }
  expect([placeOn(months, '2019-10-31'), placeOn(months, '2020-05-01')]).toEqual([0, 6]);
  expect([dayAt(months, -2), dayAt(months, 7)]).toEqual(['2019-11-01', '2020-04-30']);
});

test('only what has not begun may move', () => {
  const one = planned('TR-001', '2019-03-04', '2019-03-04');
  expect([one, { ...one, implementation: 'postponed' as const }, { ...one, begun: true }, { ...one, implementation: 'completed' as const }, { ...one, implementation: 'cancelled' as const }].map(canMove)).toEqual([true, true, false, false, false]);
});

test('a long timeline shows one month: the one asked for, the plan’s own, or the first with any; a short one all', () => {
  const counts = (...all: number[]) => all.map((n, at) => ({ month: `2019-0${at + 1}`, n }));
  expect(monthShown(counts(0, planRows, 0), '2019-02', '2019-02')).toBeNull();
  const many = counts(0, planRows, 1);
  expect([monthShown(many, '2019-03', '2019-02'), monthShown(many, '2019-01', '2019-02'), monthShown(many, undefined, '2019-03'), monthShown(many, 'x', '2019-01')]).toEqual(['2019-03', '2019-02', '2019-03', '2019-02']);
});

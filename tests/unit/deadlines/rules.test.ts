import { expect, test } from 'vitest';
import { alertsOf, fundDeadlines, nextOf, standing, reportState } from '@/lib/deadlines/rules';

const due = (start: string | null, end: string | null) => fundDeadlines(start, end).map(({ key, due: day }) => [key, day]);

test('the deadlines of the Fund follow from the dates of the project', () => {
  expect(due('2019-01-01', '2020-06-30')).toEqual([
    ['framework', '2019-02-01'],
    ['workPlan', '2019-02-01'],
    ['interim:1', '2019-08-11'],
    ['interim:2', '2020-02-11'],
    ['extension', '2020-05-30'],
    ['final', '2020-09-30'],
    ['evaluation', '2021-06-30'],
  ]);
  expect(fundDeadlines('2019-01-01', '2020-06-30').find(({ kind }) => kind === 'evaluation')?.from).toBe('2020-12-30');
});

test('the last half-year is answered by the final report; a short project has no interim one', () => {
  expect(due('2019-01-01', '2019-06-30').map(([key]) => key)).not.toContain('interim:1');
  expect(due('2019-01-01', '2019-07-01').map(([key]) => key)).toContain('interim:1');
});

test('what hangs on a date that is missing is not there', () => {
  expect(due(null, null)).toEqual([]);
  expect(due('2019-01-31', null).map(([key, day]) => [key, day])).toEqual([['framework', '2019-02-28'], ['workPlan', '2019-02-28']]);
  expect(due(null, '2019-12-31').map(([key]) => key)).toEqual(['extension', 'final', 'evaluation']);
});

test('a deadline is met, overdue from the day after, soon from thirty days before', () => {
  const at = (today: string, done: [string, string][] = []) => Object.fromEntries(standing(fundDeadlines('2019-01-01', '2020-06-30'), { marked: done.map(([key, doneOn]) => ({ key, doneOn })), issued: [] }, today).map(({ key, state }) => [key, state]));
  expect(at('2019-02-01')).toMatchObject({ framework: 'soon', 'interim:1': 'coming' });
  expect(at('2019-02-02').framework).toBe('overdue');
  expect(at('2019-01-01').framework).toBe('coming');
  expect(at('2019-01-02').framework).toBe('soon');
  expect(at('2019-03-01', [['framework', '2019-01-20']])).toMatchObject({ framework: 'done', workPlan: 'overdue' });
  const all = standing(fundDeadlines('2019-01-01', '2020-06-30'), { marked: [{ key: 'framework', doneOn: '2019-01-20' }, { key: 'workPlan', doneOn: '2019-01-20' }], issued: [] }, '2019-03-01');
  expect(nextOf(all)?.key).toBe('interim:1');
  expect(nextOf([])).toBeNull();
});

test('an extension nobody asked for is not owed once its day has passed; the next deadline is the one after it', () => {
  const done = { marked: ['framework', 'workPlan', 'interim:1', 'interim:2'].map((key) => ({ key, doneOn: '2019-02-01' })), issued: [] };
  const at = (today: string) => standing(fundDeadlines('2019-01-01', '2020-06-30'), done, today);
  const state = (today: string) => at(today).find(({ key }) => key === 'extension')?.state;
  expect([state('2020-05-01'), state('2020-05-30'), state('2020-05-31')]).toEqual(['soon', 'soon', 'passed']);
  expect([nextOf(at('2020-05-30'))?.key, nextOf(at('2020-05-31'))?.key]).toEqual(['extension', 'final']);
});

test('an issued report answers the interim deadline of its half-year, and the final one that of the final report; a mark says more', () => {
  const issued = [{ to: '2019-06-30', final: false, on: '2019-08-01' }, { to: '2019-11-30', final: false, on: '2019-12-01' }];
  const at = (more: Partial<Parameters<typeof standing>[1]> = {}) => Object.fromEntries(standing(fundDeadlines('2019-01-01', '2020-06-30'), { marked: [], issued, ...more }, '2020-10-15').map(({ key, state, doneOn, reported }) => [key, [state, doneOn, reported]]));
  expect(at()).toMatchObject({ 'interim:1': ['done', '2019-08-01', true], 'interim:2': ['overdue', null, false], final: ['overdue', null, false] });
  expect(at({ marked: [{ key: 'interim:1', doneOn: '2019-08-10' }] })['interim:1']).toEqual(['done', '2019-08-10', false]);
  expect(at({ issued: [{ to: '2020-06-30', final: true, on: '2020-09-01' }] }).final).toEqual(['done', '2020-09-01', true]);
});

test('the report on a period is due from the day after it until one is issued, and overdue once its day has passed', () => {
  const period = { to: '2019-06-30', due: '2019-08-15', answered: false };
  expect(['2019-06-30', '2019-07-01', '2019-08-15', '2019-08-16'].map((today) => reportState(period, today))).toEqual(['coming', 'due', 'due', 'overdue']);
  expect([reportState({ ...period, answered: true }, '2020-01-01'), reportState({ ...period, due: null }, '2020-01-01'), reportState({ ...period, due: null, answered: true }, '2019-01-01')]).toEqual(['issued', 'none', 'issued']);
});

test('what is past its day or comes within the month is told, the longest overdue first, reports on periods among the deadlines of the Fund', () => {
  const today = '2019-08-01';
  const all = standing(fundDeadlines('2019-01-01', '2020-06-30'), { marked: [{ key: 'workPlan', doneOn: '2019-01-30' }], issued: [] }, today);
  const owed = [{ periodId: 'p1', period: '2019-1', to: '2019-05-31', due: '2019-07-31' }, { periodId: 'p2', period: '2019-2', to: '2019-06-30', due: '2019-08-31' }, { periodId: 'p3', period: '2019-3', to: '2019-07-31', due: '2019-09-01' }];
  expect(alertsOf(all, owed, today)).toEqual([
    { key: 'framework', kind: 'framework', number: null, due: '2019-02-01', days: -181, state: 'overdue' },
    { key: 'p1', period: '2019-1', due: '2019-07-31', days: -1, state: 'overdue' },
    { key: 'interim:1', kind: 'interim', number: 1, due: '2019-08-11', days: 10, state: 'soon' },
    { key: 'p2', period: '2019-2', due: '2019-08-31', days: 30, state: 'soon' },
  ]);
  // The report on the half-year, due on the day of the Fund's interim report or before it, is that report.
  const keys = (due: string) => alertsOf(all, [{ periodId: 'p2', period: '2019-2', to: '2019-06-30', due }], today).map(({ key }) => key);
  expect([keys('2019-08-11'), keys('2019-08-12')]).toEqual([['framework', 'p2'], ['framework', 'interim:1', 'p2']]);
  expect(alertsOf([], [{ periodId: 'p1', period: '2019-1', to: '2019-07-01', due: today }], today)).toMatchObject([{ days: 0, state: 'soon' }]);
  expect(alertsOf([], [], today)).toEqual([]);
});

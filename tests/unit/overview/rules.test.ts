import { expect, test } from 'vitest';
import { chosenPeriod, compared, comparedMeasures, filled, monthRuns, perPerson, placed, rearranged, trendOf, visitAt } from '@/lib/overview/rules';
import { overviewCards } from '@/lib/shared/vocabulary';

test('cards stand in the account\'s order; new ones behind, unknown words left out, each once', () => {
  expect(placed(null).map(({ card }) => card)).toEqual([...overviewCards]);
  const own = placed({ cards: ['delivery', 'figures', 'gone', 'delivery'], hidden: ['figures', 'gone'] });
  expect(own.slice(0, 3)).toEqual([{ card: 'delivery', hidden: false }, { card: 'figures', hidden: true }, { card: 'todo', hidden: false }]);
  expect(own).toHaveLength(overviewCards.length);
});

test('a card moves one place, is hidden and shown; at the ends nothing moves', () => {
  const cards = placed(null);
  expect(rearranged(cards, 'figures', 'up')).toEqual(cards);
  expect(rearranged(cards, 'changes', 'down')).toEqual(cards);
  expect(rearranged(cards, 'todo', 'up').slice(0, 2).map(({ card }) => card)).toEqual(['todo', 'figures']);
  const hidden = rearranged(cards, 'months', 'hide');
  expect(hidden.filter((one) => one.hidden).map(({ card }) => card)).toEqual(['months']);
  expect(rearranged(hidden, 'months', 'show')).toEqual(cards);
});

test('a visit goes on for half an hour; after that it is the one before', () => {
  const at = (time: string) => new Date(`2026-11-29T${time}:00Z`);
  const first = visitAt(null, at('08:00'));
  expect(first).toEqual({ seenAt: at('08:00'), beforeAt: null });
  expect(visitAt(first, at('08:30'))).toEqual({ seenAt: at('08:30'), beforeAt: null });
  const second = visitAt(first, at('08:31'));
  expect(second).toEqual({ seenAt: at('08:31'), beforeAt: at('08:00') });
  expect(visitAt(second, at('08:50')).beforeAt).toEqual(at('08:00'));
});

test('months without gaps are one bar, over the turn of the year too', () => {
  expect(monthRuns(['2019-12', '2020-01', '2019-11', '2020-03', '2020-03'])).toEqual([{ from: '2019-11', to: '2020-01' }, { from: '2020-03', to: '2020-03' }]);
  expect(monthRuns([])).toEqual([]);
});

const periods = [{ id: 'a', from: '2019-01-01' }, { id: 'b', from: '2019-07-01' }, { id: 'c', from: '2020-01-01' }];

test('the period is the one asked for, else the latest that has begun', () => {
  expect(chosenPeriod(periods, 'a', '2019-08-01')?.id).toBe('a');
  expect(chosenPeriod(periods, 'no', '2019-08-01')?.id).toBe('b');
  expect(chosenPeriod(periods, undefined, '2018-01-01')).toBeNull();
});

test('a period stands beside the one before it: counts add up, shares are taken from their parts, and no data is no 0', () => {
  const cells = [
    { periodId: 'a', measure: 'people.uniqueTrained', numerator: 10, denominator: null },
    { periodId: 'b', measure: 'people.uniqueTrained', numerator: 4, denominator: null },
    { periodId: 'c', measure: 'people.uniqueTrained', numerator: 100, denominator: null },
    { periodId: 'a', measure: 'scores.gained20.share', numerator: 1, denominator: 4 },
    { periodId: 'b', measure: 'scores.gained20.share', numerator: 3, denominator: 4 },
  ];
  const of = (key: string, chosen = 'b') => compared(cells, periods, { id: chosen, from: '' }).find((line) => line.measure === key);
  expect(of('people.uniqueTrained')).toMatchObject({ before: { value: 10 }, own: { value: 4 }, change: -6, upTo: { value: 14 } });
  expect(of('scores.gained20.share')).toMatchObject({ unit: 'share', before: { value: 25 }, own: { value: 75 }, change: 50, upTo: { value: 50, numerator: 4, denominator: 8 } });
  expect(of('scores.gained20.share', 'c')).toMatchObject({ own: { value: null }, change: null, upTo: { value: 50 } });
  expect(of('people.uniqueTrained', 'a')).toMatchObject({ before: null, change: null });
  expect(compared([], periods, { id: 'a', from: '' }).map(({ measure }) => measure)).toEqual([...comparedMeasures]);
});

test('cost per person keeps currencies apart, and nobody counted means no figure', () => {
  expect(perPerson([{ currency: 'EUR', amount: 900 }, { currency: 'USD', amount: 0 }], 30)).toEqual([{ currency: 'EUR', amount: 30 }]);
  expect(perPerson([{ currency: 'EUR', amount: 900 }], 0)).toEqual([]);
});

test('the trend of an outcome counts the indicators below it by state, moment by moment; one without any is left out', () => {
  const figures = (...states: [string | null, 'on_track' | 'off_track' | 'no_data'][]) => states.map(([outcomeId, state]) => ({ outcomeId, state, target: outcomeId === null ? null : 4 }));
  const lines = trendOf(['a', 'b', null], [figures(['a', 'no_data'], ['a', 'off_track'], [null, 'on_track']), figures(['a', 'on_track'], ['a', 'off_track'], [null, 'on_track'])]);
  expect(lines.map(({ outcomeId }) => outcomeId)).toEqual(['a', null]);
  expect(lines[0]?.columns.map(({ on_track, off_track, no_data, achieved }) => [on_track, off_track, no_data, achieved])).toEqual([[0, 1, 1, 0], [1, 1, 0, 0]]);
  expect(lines.map(({ targeted }) => targeted), 'the objective has no targets, so it has no score').toEqual([[true, true], [false, false]]);
});

test.each([
  ['full rows stay', [3, 1, 2, 2, 1, 3], [3, 1, 2, 2, 1, 3]],
  ['one without a neighbour takes the row', [3, 2, 2, 3, 1, 3], [3, 3, 3, 3, 3, 3]],
  ['the last of two takes the rest', [1, 1, 3, 1, 1, 1, 1], [1, 2, 3, 1, 1, 1, 3]],
  ['none', [], []],
])('cards fill their rows: %s', (_name, widths, expected) => expect(filled(widths)).toEqual(expected));

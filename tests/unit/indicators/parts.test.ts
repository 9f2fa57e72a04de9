import { expect, test } from 'vitest';
import { partRows } from '@/lib/indicators/queries/parts';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { ageBand } from '@/lib/indicators/rules/parts';
import { rollup } from '@/lib/indicators/rules/rollup';
import { anActivity, aParticipant, someFacts } from '../../support/facts';

test.each([[1995, '2019-12-31', 'under_25'], [1994, '2019-01-01', '25_34'], [1985, '2019-06-01', '25_34'], [1984, '2019-06-01', '35_44'], [1974, '2019-06-01', '45_54'], [1964, '2019-06-01', '55_over'], [null, '2019-06-01', null]])('born %s, counted on %s: %s', (year, date, band) => expect(ageBand(year, date)).toBe(band));

const facts = someFacts({
  activities: [anActivity('t1', { topics: ['documents', 'interviews'], placeId: 'bar' }), anActivity('t2', { endDate: '2019-04-01' })],
  participants: [...['a', 'b', 'c', 'd', 'e', 'f'].map((id, n) => aParticipant('t1', id, { birthYear: n < 5 ? 1990 : null })), aParticipant('t2', 'a', { birthYear: 1990 }), aParticipant('t2', 'g', { birthYear: 1960 })],
});
const stored = (key: string) => rollup(facts, [{ measure: key, indicatorId: 'i', filter: {} }], []).parts;
const rows = (key: string, dimension: 'age' | 'place' | 'topic', aggregatesOnly = false) => {
  const measure = findMeasure(key);
  const found = measure && partRows(measure, stored(key), { aggregatesOnly, minimum: 5 })[dimension];
  return found && [...found.rows, ...(found.overlap ? [found.overlap] : [])].map((row) => [row.key, row.withheld ? '*' : row.numerator]);
};

test('a person counts once, in the place, topic and age of the training that counted them', () => {
  expect(rows('people.uniqueTrained', 'age')).toEqual([['25_34', 5], ['55_over', 1], [null, 1]]);
  expect(rows('people.uniqueTrained', 'place')).toEqual([['bar', 6], [null, 1]]);
  expect(rows('people.uniqueTrained', 'topic')).toEqual([['documents', 6], ['interviews', 6], [null, 1], [null, -6]]);
  expect(rows('trainings.delivered', 'topic')).toEqual([['documents', 1], ['interviews', 1], [null, 1], [null, -1]]);
});

test('who sees aggregates gets no small cell, no topics where one would have to be hidden, and no share of officials', () => {
  expect(rows('people.uniqueTrained', 'place', true)).toEqual([['bar', '*'], [null, '*']]);
  expect(rows('people.uniqueTrained', 'topic', true)).toBeNull();
  expect(rows('people.womenTrained.share', 'place', true)).toBeNull();
  expect(rows('trainings.delivered', 'place', true)).toEqual([['bar', 1], [null, 1]]);
  expect(rows('meetings.held', 'topic')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { codeOf, readCode } from '@/lib/reports/rules/code';
import { hideSmall } from '@/lib/reports/rules/breakdown';
import { remainder } from '@/lib/reports/rules/remainder';
import { type EarlierPeriod, outstanding, restatementsIn } from '@/lib/reports/rules/restatements';
import { completeness, indicatorKey, resultKey, sectionKeys, sectionOrder, writtenSections } from '@/lib/reports/rules/sections';

const results = [{ id: 'o', level: 'objective' }, { id: 'c', level: 'outcome' }, { id: 'a', level: 'output' }, { id: 'b', level: 'output' }];

test('the keys of a report are its sections, its outcomes and outputs, and its indicators', () => {
  expect(sectionKeys(results, [{ id: 'i' }])).toEqual(['summary', 'context', 'crossCutting', 'partnerships', 'challenges', 'sustainability', 'visibility', 'nextPeriod', 'output:c', 'output:a', 'output:b', 'indicator:i']);
  expect([resultKey('x'), indicatorKey('x')]).toEqual(['output:x', 'indicator:x']);
});

test('progress is written when every output has its comment; blanks are no text', () => {
  expect(writtenSections({ summary: ' \n', 'output:a': 'x' }, results)).toMatchObject({ summary: false, progress: false });
  expect(writtenSections({ summary: 'x', 'output:a': 'x', 'output:b': 'x' }, results)).toMatchObject({ summary: true, progress: true, context: false });
  expect(writtenSections({}, []).progress).toBe(false);
  expect(completeness({ summary: 'x', 'output:a': 'x', 'output:b': 'x' }, results)).toEqual({ written: 2, of: sectionOrder.length });
});

test('a code has ten signs without I, L, O, U, and is read however it is typed', () => {
  const code = codeOf(Uint8Array.from([0, 1, 2, 3, 31, 32, 63, 200, 255, 18]));
  expect(code).toBe('0123Z-0Z8ZJ');
  expect(readCode(' oi23z 0z8zj ')).toBe(code);
  expect(readCode('0123z\u20130z8zj')).toBe(code);
  for (const wrong of ['', '0123Z-0Z8Z', '0123Z-0Z8ZJJ', '0123Z-0Z8ZU', '0123Z_0Z8ZJ']) expect(readCode(wrong)).toBeNull();
  expect(() => codeOf(new Uint8Array(9))).toThrow('ten bytes');
});

test('neither column gives away what the other hides', () => {
  const rows = [{ key: 'a', before: 2, period: 8 }, { key: 'b', before: 20, period: 9 }, { key: 'c', before: 0, period: 0 }];
  // the cumulative 10 is fine; with the period's 8 beside it the 2 before could be told
  expect(hideSmall(rows, 5)).toEqual([{ key: 'a', period: null, cumulative: 10 }, { key: 'b', period: null, cumulative: 29 }, { key: 'c', period: 0, cumulative: 0 }]);
  expect(hideSmall([{ key: 'a', before: 6, period: 7 }], 5)).toEqual([{ key: 'a', period: 7, cumulative: 13 }]);
});

const amount = (numerator: number, denominator: number | null = null) => ({ numerator, denominator });
const period = (id: string, reported: number | null, raw: number, more: Partial<EarlierPeriod> = {}): EarlierPeriod => ({ id, reported: reported === null ? null : amount(reported), raw: amount(raw), shown: amount(reported ?? raw), listed: [], ...more });

test('nothing is restated where reported and recorded agree, or nothing was reported', () => {
  expect(outstanding([period('1', 6, 6), period('2', null, 4)])).toEqual([]);
});

test('what differs from what was reported is restated with both numbers', () => {
  expect(restatementsIn([period('1', 6, 11)], { frozen: null, raw: amount(3) })).toEqual([{ periodId: '1', reported: amount(6), corrected: amount(11) }]);
  const share = { id: '1', reported: amount(3, 6), raw: amount(3, 8), shown: amount(3, 6), listed: [] };
  expect(restatementsIn([share], { frozen: null, raw: amount(1, 1) })).toHaveLength(1);
});

test('a correction that a later period already took in is not restated again', () => {
  // period 2 was closed showing 10 of its own and the 5 that were missing in period 1
  expect(outstanding([period('1', 6, 11), period('2', 15, 10)])).toEqual([]);
  expect(restatementsIn([period('1', 6, 11)], { frozen: amount(8), raw: amount(3) })).toHaveLength(1);
  const share = (id: string, reported: [number, number], raw: [number, number]) => ({ id, reported: amount(...reported), raw: amount(...raw), shown: amount(...reported), listed: [] });
  expect(outstanding([share('1', [3, 6], [3, 8]), share('2', [1, 4], [1, 2])])).toEqual([]);
});

test('a correction that an issued report already lists is not restated again', () => {
  expect(outstanding([period('1', 6, 11), period('2', 4, 4, { listed: ['1'] })])).toEqual([]);
  // the same report listed one correction and is itself corrected by another amount
  expect(outstanding([period('1', 6, 11), period('2', 4, 7, { listed: ['1'] })]).map((one) => one.periodId)).toEqual(['2']);
  // two outstanding, of which period 3 took in the one that it lists
  expect(outstanding([period('1', 6, 11), period('2', 4, 5), period('3', 25, 20, { listed: ['1'] })]).map((one) => one.periodId)).toEqual(['2']);
});

test('a closed period shows no correction made after its closing, unless the earlier column itself moved', () => {
  const after = period('1', 6, 11);
  expect(restatementsIn([after], { frozen: amount(3), raw: amount(3) })).toEqual([]);
  expect(restatementsIn([{ ...after, shown: amount(11) }], { frozen: amount(3), raw: amount(3) })).toHaveLength(1);
});

test('a register adds up to its totals: what the lines do not explain is a line of its own', () => {
  const lines = [{ period: 2, cumulative: 5, valueUsd: 0.1 }, { period: 0, cumulative: 1, valueUsd: 0.2 }];
  expect(remainder(lines, { period: 2, cumulative: 6, valueUsd: 0.3 })).toBeNull();
  expect(remainder(lines, { period: 3, cumulative: 6, valueUsd: 0.3 })).toEqual({ period: 1, cumulative: 0, valueUsd: 0 });
});

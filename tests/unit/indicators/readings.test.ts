import { describe, expect, test } from 'vitest';
import { type CellInput, isEntered, readingInWordsSchema, readingIssues, readingSchema, saveReadingsSchema, readValue } from '@/lib/indicators/schema/reading';
import { newId } from '@/lib/shared/ids';

const cell = (more: Partial<CellInput>): CellInput => ({ id: newId(), version: null, indicatorId: newId(), periodId: newId(), value: null, readOn: null, source: null, comment: null, ...more });
const part = (key: string, value: number | null, dimension: 'sex' | 'age' = 'sex') => ({ dimension, key, value });

describe('what is wrong with a reading', () => {
  test.each<[string, string, Partial<CellInput>, Record<string, string>]>([
    ['a number', 'cases', { value: 3 }, {}],
    ['nothing', 'cases', {}, { value: 'required' }],
    ['words for a number', 'cases', { value: 3, answer: 'three' }, { answer: 'numbersOnly' }],
    ['words', 'qualitative', { answer: 'They use it.' }, {}],
    ['a number for words', 'qualitative', { value: 3 }, { answer: 'required', value: 'wordsOnly' }],
    ['a percentage over 100', '%', { value: 101 }, { value: 'tooLarge:100' }],
    ['part and whole', '%', { numerator: 12, denominator: 40 }, {}],
    ['a part without its whole', '%', { numerator: 12 }, { denominator: 'required', value: 'required' }],
    ['a whole without its part', '%', { denominator: 40 }, { numerator: 'required', value: 'required' }],
    ['a whole of 0', '%', { numerator: 0, denominator: 0 }, { denominator: 'wholeIsZero', value: 'required' }],
    ['a part larger than its whole', '%', { numerator: 41, denominator: 40 }, { numerator: 'tooLarge:40', value: 'tooLarge:100' }],
    ['part and whole of a count', 'cases', { value: 3, numerator: 1, denominator: 2 }, { numerator: 'shareOnly' }],
    ['parts that add up', 'cases', { value: 5, parts: [part('female', 3), part('male', 2), part('other', null)] }, {}],
    ['parts that do not', 'cases', { value: 5, parts: [part('female', 3), part('male', 1)] }, { 'parts.0.value': 'partsDoNotSum:4' }],
    ['each dimension by itself', 'cases', { value: 5, parts: [part('female', 5), part('25_34', 4, 'age')] }, { 'parts.1.value': 'partsDoNotSum:4' }],
    ['decimals that add up', 'km', { value: 0.3, parts: [part('female', 0.1), part('male', 0.2)] }, {}],
    ['parts of a percentage', '%', { value: 50, parts: [part('female', 50)] }, { 'parts.0.value': 'shareHasNoParts' }],
    ['a part nobody knows', 'cases', { value: 5, parts: [part('nobody', 5)] }, { 'parts.0.value': 'invalidChoice' }],
    ['half a yes', 'yes/no', { value: 0.5 }, { value: 'yesOrNo' }],
  ])('%s (%s)', (_what, unit, entered, issues) => expect(readingIssues(unit, cell(entered))).toEqual(issues));
});

test('a percentage follows from part and whole; 0 is a value, empty is none', () => {
  expect(readValue({ value: null, numerator: 1, denominator: 3 })).toBe(33.3333);
  expect(readValue({ value: 7, numerator: null, denominator: null })).toBe(7);
  expect([isEntered(cell({ value: 0 })), isEntered(cell({})), isEntered(cell({ answer: 'x' }))]).toEqual([true, false, true]);
});

test('a reading by itself must hold something, a cell of the grid need not', () => {
  const empty = { ...cell({}), value: '', numerator: '', denominator: '', answer: '', parts: [{ ...part('female', null), value: '' }] };
  expect(readingSchema.safeParse({ projectId: newId(), ...empty }).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['value', 'required']]);
  expect(readingInWordsSchema.safeParse({ projectId: newId(), ...empty }).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['answer', 'required']]);
  expect(saveReadingsSchema.safeParse({ projectId: newId(), submit: false, readings: [empty] }).success).toBe(true);
  expect(saveReadingsSchema.safeParse({ projectId: newId(), submit: false, readings: [{ ...empty, value: 'many' }] }).error?.issues[0]?.path.join('.')).toBe('readings.0.value');
});

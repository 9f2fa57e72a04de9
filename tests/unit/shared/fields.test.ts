import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as fields from '@/lib/shared/fields';
import { newId } from '@/lib/shared/ids';
import { flattenZodIssues, keyOfIssue } from '@/lib/shared/issues';

const keyFor = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? { ok: result.data } : flattenZodIssues(result.error)[''];
};

describe('text', () => {
  test.each([
    ['  Đorđe  ', { ok: 'Đorđe' }],
    ['', 'required'],
    [' \u200b\u0000\u202e ', 'required'],
    [undefined, 'required'],
    [5, 'required'],
    ['abcdef', 'tooLong:5'],
    ['c\u030c', { ok: 'č' }],
    ['a\r\nb\tc', { ok: 'a\nb\tc' }],
  ])('required %j', (value, expected) => expect(keyFor(fields.requiredText(5), value)).toEqual(expected));

  test.each([
    ['', null],
    [undefined, null],
    [null, null],
    ['  ', null],
    [' x ', 'x'],
  ])('optional %j', (value, expected) => expect(keyFor(fields.optionalText(5), value)).toEqual({ ok: expected }));
});

describe('dates', () => {
  test.each([
    ['2026-11-23', { ok: '2026-11-23' }],
    ['2026-02-30', 'notADate'],
    ['', 'required'],
    [undefined, 'required'],
  ])('required %j', (value, expected) => expect(keyFor(fields.calendarDate(), value)).toEqual(expected));
  test('optional', () => {
    expect(keyFor(fields.optionalDate(), '')).toEqual({ ok: null });
    expect(keyFor(fields.optionalDate(), '23.11.2026')).toBe('notADate');
  });
});

describe('numbers', () => {
  test.each([
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1234.50', 1234.5],
    ['1234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234', 1234],
    ['1,234', 1234],
    ['0.234', 0.234],
    ['12.345.678', 12345678],
    ['12.345.678,9', 12345678.9],
    ['\u22123,5', -3.5],
    ['1.23.4', null],
    ['1,2,3.4', null],
    ['12.34,567.8', null],
    ['1234.567,8', null],
    ['abc', null],
    ['1e5', null],
    ['', null],
    ['1.', null],
  ])('reads %j as %j', (text, expected) => expect(fields.parseDecimal(text)).toBe(expected));
  test('three decimals stay decimals where the scale allows them', () => expect(fields.parseDecimal('1.234', 3)).toBe(1.234));

  test.each([
    ['-1', 'tooSmall:0'],
    ['101', 'tooLarge:100'],
    ['1,555', 'tooLarge:100'],
    ['0.555', 'tooManyDecimals:2'],
    ['', 'required'],
    [null, 'required'],
    [Number.NaN, 'notANumber'],
    [{}, 'notANumber'],
    ['9'.repeat(41), 'notANumber'],
    [12.5, { ok: 12.5 }],
    [0.1 + 0.2, { ok: 0.1 + 0.2 }],
  ])('decimal %j', (value, expected) => expect(keyFor(fields.decimal({ min: 0, max: 100 }), value)).toEqual(expected));

  test.each([
    ['', { ok: null }],
    [undefined, { ok: null }],
    ['0', { ok: 0 }],
    ['1,5', 'notAWholeNumber'],
    ['-2', 'tooSmall:0'],
  ])('optional count %j', (value, expected) => expect(keyFor(fields.optionalCount(), value)).toEqual(expected));
  test('positive', () => expect(keyFor(fields.positiveInt(), '0')).toBe('tooSmall:1'));

  test('text that may mean thousands or three decimals is asked about where it matters, a number is not, and a stored one is written so that it is read again', () => {
    const amount = fields.optionalDecimal({ scale: 4, plain: true });
    expect(['1.200', '1,200', '-12.345', ' 999,000 '].map((text) => keyFor(amount, text))).toEqual(['thousandsOrDecimals:1200', 'thousandsOrDecimals:1200', 'thousandsOrDecimals:-12345', 'thousandsOrDecimals:999000']);
    expect(['1200', '1.2', '1,2000', '0.125', '1.200,50', '1 200', 1.234].map((given) => amount.parse(given))).toEqual([1200, 1.2, 1.2, 0.125, 1200.5, 1200, 1.234]);
    expect([1.234, 1200, 0.125, 12.5].map(fields.plainText)).toEqual(['1.2340', '1200', '0.125', '12.5']);
    expect([1.234, 12.345, -1.5].map((value) => amount.parse(fields.plainText(value)))).toEqual([1.234, 12.345, -1.5]);
    expect(fields.optionalDecimal({ scale: 4 }).parse('1.085'), 'a rate has three decimals').toBe(1.085);
  });

  test('a number written in either language is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e11, max: 9e11 }), fc.constantFrom('en-GB', 'sr-Latn-ME'), (cents, locale) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
        expect(fields.parseDecimal(text)).toBeCloseTo(cents / 100, 2);
      }),
    );
  });
});

describe('choices and ids', () => {
  const list = ['a', 'b'] as const;
  test.each([
    ['a', { ok: 'a' }],
    ['', 'required'],
    [undefined, 'required'],
    ['c', 'invalidChoice'],
  ])('oneOf %j', (value, expected) => expect(keyFor(fields.oneOf(list), value)).toEqual(expected));
  test('optionalOneOf', () => {
    expect(keyFor(fields.optionalOneOf(list), '')).toEqual({ ok: null });
    expect(keyFor(fields.optionalOneOf(list), 'b')).toEqual({ ok: 'b' });
    expect(keyFor(fields.optionalOneOf(list), 'c')).toBe('invalidChoice');
  });
  test('ids', () => {
    expect(keyFor(fields.id(), '5f0c7b52-6a3a-4c52-9c55-1b1f9a4a9f10')).toBe('invalid');
    expect(keyFor(fields.id(), '')).toBe('required');
    expect(keyFor(fields.id(), newId())).toHaveProperty('ok');
    expect(keyFor(fields.optionalId(), '')).toEqual({ ok: null });
    expect(keyFor(fields.optionalId(), 'x')).toBe('invalid');
  });
  test.each([
    [' Ana@Example.ORG ', { ok: 'ana@example.org' }],
    ['ana', 'invalidEmail'],
    ['a@b', 'invalidEmail'],
    ['a b@c.me', 'invalidEmail'],
    ['', 'required'],
  ])('email %j', (value, expected) => expect(keyFor(fields.email(), value)).toEqual(expected));
});

describe('every helper accepts its own output', () => {
  test.each([
    [fields.optionalText(9), ''],
    [fields.optionalDate(), ''],
    [fields.decimal(), '1,5'],
    [fields.optionalDecimal(), ''],
    [fields.optionalId(), ''],
    [fields.optionalOneOf(['a']), ''],
    [fields.email(), 'A@b.me'],
  ])('%#', (schema: z.ZodType, value) => {
    const once = schema.parse(value);
    expect(schema.parse(once)).toEqual(once);
  });
});

describe('flattenZodIssues', () => {
  const schema = z.strictObject({
    name: z.string().max(3),
    list: z
      .array(z.strictObject({ n: z.number().int().min(2).max(9) }))
      .min(2)
      .max(3),
    code: z.string().min(2),
    kind: z.enum(['x']),
  });
  test('names every field with the key of its message', () => {
    const error = schema.safeParse({ name: 'long', list: [{ n: 1 }], code: '', kind: 'y', extra: 1 }).error as z.ZodError;
    expect(flattenZodIssues(error)).toEqual({
      name: 'tooLong:3',
      list: 'tooFew:2',
      'list.0.n': 'tooSmall:2',
      code: 'tooShort:2',
      kind: 'invalidChoice',
      extra: 'unknownField',
    });
  });
  test('missing, mistyped and nested', () => {
    const error = schema.safeParse({ name: null, list: [{ n: 'x' }, { n: 10, m: 1 }, { n: 2.5 }], code: 7 }).error as z.ZodError;
    expect(flattenZodIssues(error)).toEqual({
      name: 'required',
      'list.0.n': 'notANumber',
      'list.1.n': 'tooLarge:9',
      'list.1.m': 'unknownField',
      'list.2.n': 'notAWholeNumber',
      kind: 'invalidChoice',
      code: 'invalid',
    });
  });
  test('missing and too many', () => {
    const error = schema.safeParse({ name: 'a', list: [{}, { n: 2 }], code: 'ab', kind: 'x' }).error as z.ZodError;
    expect(flattenZodIssues(error)).toEqual({ 'list.0.n': 'required' });
    const many = schema.safeParse({ name: 'a', list: Array(4).fill({ n: 2 }), code: 'ab', kind: 'x' }).error as z.ZodError;
    expect(flattenZodIssues(many)).toEqual({ list: 'tooMany:3' });
  });
  test('as an error map it sees the input itself', () => {
    expect(keyOfIssue({ code: 'invalid_type', expected: 'string', input: undefined })).toBe('required');
    expect(keyOfIssue({ code: 'invalid_type', expected: 'string', input: null })).toBe('required');
    expect(keyOfIssue({ code: 'invalid_type', expected: 'string', input: 5 })).toBe('invalid');
    expect(keyOfIssue({ code: 'custom', input: 5 })).toBe('invalid');
    expect(keyOfIssue({ code: 'too_small', origin: 'string', minimum: 1, input: '' })).toBe('required');
  });
});

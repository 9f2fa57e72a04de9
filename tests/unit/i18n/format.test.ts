import { describe, expect, test } from 'vitest';
import { errorText } from '@/lib/i18n/error-text';
import { createFormat } from '@/lib/i18n/format';
import { languageOf, preferredLanguage } from '@/lib/i18n/languages';

const en = createFormat('en-GB');
const cnr = createFormat('sr-Latn-ME');

describe('formats', () => {
  test.each([
    [en.date('2026-11-23'), '23 Nov 2026'],
    [cnr.date('2026-11-23'), '23. nov 2026.'],
    [en.date('2026-01-01'), '1 Jan 2026'],
    [en.date(null), '–'],
    [en.dateRange('2026-11-23', '2026-11-23'), '23 Nov 2026'],
    [en.dateRange(null, '2026-11-23'), '23 Nov 2026'],
    [en.month('2026-11'), 'Nov 2026'],
    [en.monthShort('2026-11-23'), 'Nov'],
    [en.moment(new Date('2026-11-23T23:30:00Z'), 'Europe/Podgorica'), '24 Nov 2026, 00:30'],
    [cnr.moment(new Date('2026-11-23T13:02:00Z')), '23. nov 2026. 13:02'],
    [en.time(new Date('2026-11-23T13:02:00Z')), '13:02'],
    [en.number(1234567.5), '1,234,567.5'],
    [cnr.number(1234567.5), '1.234.567,5'],
    [en.number(0), '0'],
    [en.number(null), '–'],
    [en.percent(0.8333), '83.3\u00a0%'],
    [cnr.percent(0.8333), '83,3\u00a0%'],
    [en.percent(null), '–'],
    [en.points(12.34), '+12.3'],
    [en.points(null), '–'],
    [en.money(1234.5, 'EUR'), 'EUR\u00a01,234.50'],
    [cnr.money(1234, 'EUR'), 'EUR\u00a01.234'],
    [en.money(null, 'EUR'), '–'],
    [en.fileSize(512), '1\u00a0kB'],
    [en.fileSize(2_340_000), '2.3\u00a0MB'],
  ])('%s', (actual, expected) => expect(actual).toBe(expected));
  test('ranges name both days', () => {
    expect(en.dateRange('2026-11-23', '2026-12-02')).toMatch(/^23 Nov.*2 Dec 2026$/);
    expect(cnr.dateRange('2026-11-23', '2026-12-02')).toMatch(/^23\. nov.*\s2\. dec 2026\.$/);
  });
  test('are made once per locale', () => expect(createFormat('en-GB')).toBe(en));
});

describe('languages', () => {
  test.each([
    ['sr-Latn-ME', 'cnr'],
    ['hr', 'cnr'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('%s is %s', (tag, language) => expect(languageOf(tag)).toBe(language));
  test.each([
    ['cnr,en;q=0.8', 'cnr'],
    ['de,en;q=0.5,bs;q=0.9', 'cnr'],
    ['sr;q=0, en', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['fr', 'en'],
    ['sr;q=x', 'en'],
  ])('%s asks for %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
});

test('errorText falls back to a sentence, never to the raw key', () => {
  const texts: Record<string, string> = { tooLong: 'at most {n}', invalid: 'check' };
  const t = Object.assign((key: string, params?: Record<string, string | number>) => (texts[key] ?? '').replace('{n}', String(params?.n)), {
    has: (key: string) => key in texts,
  });
  expect(errorText(t, 'tooLong:200')).toBe('at most 200');
  expect(errorText(t, 'tooLong', { n: 5 })).toBe('at most 5');
  expect(errorText(t, 'Invalid input: expected string')).toBe('check');
});

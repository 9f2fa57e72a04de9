import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '@/lib/shared/dates';

const text = (moment: Date) => moment.toISOString().slice(0, 10);
const date = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map(text);
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

test('counting days and months in whole numbers is what Date counts', () => {
  fc.assert(
    fc.property(date, date, fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -600, max: 600 }), (a, b, days, months) => {
      expect(daysBetween(a, b)).toBe((utc(b) - utc(a)) / 86_400_000);
      expect(addDays(a, days)).toBe(text(new Date(utc(a) + days * 86_400_000)));
      const [year = 0, month = 1, day = 1] = a.split('-').map(Number);
      const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
      expect(addMonths(a, months)).toBe(text(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 1, '2024-03-01'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2000-02-28', 1, '2000-02-29'],
  ['1999-12-31', 1, '2000-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days: %s', (from, days, to) => expect(addDays(from, days)).toBe(to));

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-05-31', -18, '2024-11-30'],
])('%s and %i months: %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

test('what is no date throws, as before', () => {
  expect(() => addDays('soon', 1)).toThrow(RangeError);
  expect(() => addMonths('', 1)).toThrow(RangeError);
});

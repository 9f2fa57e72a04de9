import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attentionOf, checkFailed, nextCheckDue } from '@/lib/equipment/rules/checks';
import { itemOfCode, labelCode, labelPath, readLabel } from '@/lib/equipment/rules/labels';
import { projectSettingsSchema } from '@/lib/projects/schema';
import { addDays, addMonths } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';

describe('when checks fall due', () => {
  test('by the months of the project, whatever their order', () => {
    expect(nextCheckDue('2019-01-31', [], [6, 1])).toBe('2019-02-28');
    expect(nextCheckDue('2019-01-31', ['2019-02-10'], [6, 1])).toBe('2019-07-31');
    expect(nextCheckDue('2019-01-31', ['2019-08-01'], [6, 1])).toBeNull();
  });

  test('as many checks as months settle it, and the due dates never move back', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(months, fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 10 }), (list, days) => {
        const checks = days.map((day) => addDays('2019-01-15', day));
        const due = checks.map((_check, index) => nextCheckDue('2019-01-15', checks.slice(0, index + 1).sort(), list));
        const first = nextCheckDue('2019-01-15', [], list);
        expect(first).toBe(addMonths('2019-01-15', Math.min(...list)));
        for (const [index, date] of due.entries()) {
          if (date !== null) expect(date >= (first ?? '')).toBe(true);
          if (index + 1 >= list.length) expect(date).toBeNull();
        }
      }),
    );
  });

  test('an item asks for attention when found wrong, overdue, or due within a month', () => {
    const good = { checkedOn: '2019-06-01', inUse: true, condition: 'worn' as const };
    const of = (due: string | null, latest: Parameters<typeof attentionOf>[0]['latest']) => attentionOf({ due, latest }, '2019-07-01');
    expect(of(null, good)).toEqual([]);
    expect(of('2019-08-01', null)).toEqual([]);
    expect(of('2019-07-31', null)).toEqual(['due']);
    expect(of('2019-07-01', null)).toEqual(['due']);
    expect(of('2019-06-30', null)).toEqual(['overdue']);
    expect(of('2019-06-30', { ...good, inUse: false })).toEqual(['failed', 'overdue']);
    expect([checkFailed({ inUse: true, condition: 'damaged' }), checkFailed({ inUse: true, condition: 'not_found' }), checkFailed({ inUse: true, condition: null })]).toEqual([true, true, false]);
  });

  test('the setting reads months with commas and refuses what is none', () => {
    const months = (checkMonths: unknown) => projectSettingsSchema.safeParse({ projectId: newId(), version: 1, attendancePercent: 80, suppressionMinimum: 5, followUpMonths: 3, checkMonths, timeZone: 'UTC' });
    expect([months('12; 3,6 3').data?.checkMonths, months([6]).data?.checkMonths]).toEqual([[3, 6, 12], [6]]);
    for (const wrong of ['', '0', '3,x', '121', '1.5', Array.from({ length: 13 }, (_, n) => n + 1)]) expect(months(wrong).error?.issues[0]?.message, String(wrong)).toBe('notMonths');
  });
});

describe('the code on a label', () => {
  test('names one item, in one way, on any server', () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const id = newId();
      expect(itemOfCode(labelCode(id))).toBe(id);
      expect(readLabel(`https://any.example${labelPath(id)}`)).toBe(id);
    }
    expect(labelPath(newId())).toMatch(/^\/i\/[A-Za-z0-9_-]{22}$/);
  });

  test('nothing else is one', () => {
    const code = labelCode('0190a0a0-0000-7000-8000-000000000001');
    const other = `${code.slice(0, -1)}${code.endsWith('Q') ? 'R' : 'Q'}`;
    for (const text of ['', 'x'.repeat(22), 'https://example.org/projects/px-0009', `${code}A`, code.slice(1)]) expect(itemOfCode(text)).toBeNull();
    expect([readLabel(code), readLabel(`/i/${other}/x`)]).toEqual([null, null]);
    fc.assert(fc.property(fc.string(), (text) => readLabel(text) === null || itemOfCode(text.split('/i/')[1] ?? '') !== null));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemOfCode, labelCode, labelPath, readLabel } from '@/lib/equipment/rules/labels';
import { projectSettingsSchema } from '@/lib/projects/schema';
import { newId } from '@/lib/shared/ids';

describe('the months of checks', () => {
  test('the setting reads months with commas and refuses what is none', () => {
    const months = (checkMonths: unknown) => projectSettingsSchema.safeParse({ projectId: newId(), version: 1, attendancePercent: 80, suppressionMinimum: 5, followUpMonths: 3, retentionMonths: 24, checkMonths, timeZone: 'UTC' });
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

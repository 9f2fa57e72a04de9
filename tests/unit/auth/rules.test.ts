import { describe, expect, test } from 'vitest';
import { delayAfter, safeNext, waitSeconds } from '@/lib/auth/rules';

describe('waiting after failures', () => {
  test('three are free, then it doubles up to a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 20].map(delayAfter)).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('time passed counts, and an hour forgets', () => {
    const lastAt = new Date('2026-01-01T10:00:00Z');
    const at = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000);
    expect(waitSeconds(undefined, lastAt)).toBe(0);
    expect(waitSeconds({ failures: 2, lastAt }, lastAt)).toBe(0);
    expect(waitSeconds({ failures: 5, lastAt }, at(3))).toBe(5);
    expect(waitSeconds({ failures: 5, lastAt }, at(8))).toBe(0);
    expect(waitSeconds({ failures: 20, lastAt }, at(59.5))).toBe(1);
    expect(waitSeconds({ failures: 20, lastAt }, at(3601))).toBe(0);
  });
});

describe('where to go after sign-in', () => {
  test.each(['/projects/px-0009?tab=1#a', '/admin/users'])('keeps %s', (next) => expect(safeNext(next)).toBe(next));
  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b', '/sign-in?next=/', '', null, undefined, 7])('refuses %s', (next) => expect(safeNext(next)).toBe('/projects'));
});

import { describe, expect, test } from 'vitest';
import { delayAfter, safeNext, waitSeconds } from '@/lib/auth/rules';

test('three tries are free, then the wait doubles up to a minute', () => expect([0, 2, 3, 4, 5, 8, 50].map(delayAfter)).toEqual([0, 0, 2, 4, 8, 60, 60]));

describe('how long still to wait', () => {
  const lastAt = new Date('2019-01-01T10:00:00Z');
  const after = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000);
  test('nothing failed: nothing', () => expect(waitSeconds(undefined, lastAt)).toBe(0));
  test.each([
    [5, 1, 7],
    [5, 8, 0],
    [50, 3601, 0],
    [2, 0, 0],
  ])('%i failures, %i s later: %i s', (failures, later, expected) => expect(waitSeconds({ failures, lastAt }, after(later))).toBe(expected));
});

test.each([
  ['/projects/px-0009?a=1', '/projects/px-0009?a=1'],
  ['//evil.example', '/projects'],
  ['/\\evil.example', '/projects'],
  ['https://evil.example', '/projects'],
  ['javascript:alert(1)', '/projects'],
  ['/sign-in?next=/sign-in', '/projects'],
  ['/a b', '/projects'],
  [null, '/projects'],
])('after sign-in %s leads to %s', (next, expected) => expect(safeNext(next)).toBe(expected));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { may, permissions, rolesIn, rolesWith, seesOnlyAggregates } from '@/lib/access/rules';
import { suppress } from '@/lib/access/suppression';

const values = (numbers: number[], minimum = 5, about?: 'officials' | 'victims'): (number | null)[] => suppress(numbers.map((value, key) => ({ key, value })), minimum, about).map((cell) => cell.value);

/** All ways to fill the hidden cells that an attacker must consider: at least 1 each, together what is missing from the known total. */
function solutions(shown: (number | null)[], total: number): number[][] {
  const hidden = shown.filter((value) => value === null).length;
  const missing = total - shown.map((value) => value ?? 0).reduce((sum, value) => sum + value, 0);
  const fill = (cells: number, rest: number): number[][] => (cells === 0 ? (rest === 0 ? [[] as number[]] : []) : Array.from({ length: Math.max(0, rest - cells + 1) }, (_, i) => i + 1).flatMap((first) => fill(cells - 1, rest - first).map((others) => [first, ...others])));
  return fill(hidden, missing);
}

test('small cells are hidden with a second one; zero is shown', () => expect(values([3, 0, 12, 7])).toEqual([null, 0, 12, null]));
test('nothing small: nothing hidden', () => expect(values([5, 9, 0])).toEqual([5, 9, 0]));
test('two ones and nothing else would give themselves away, so the next is hidden too', () => expect(values([1, 1, 20])).toEqual([null, null, null]));
test('one small cell alone in the breakdown is hidden though its total is known', () => expect(values([3, 0])).toEqual([null, 0]));
test('the minimum may only be raised', () => expect([values([4, 9, 6], 1), values([8, 30, 40], 10)]).toEqual([[null, 9, null], [null, null, 40]]));
test('figures about victims are hidden under 11', () => expect(values([10, 30, 40], 5, 'victims')).toEqual([null, null, 40]));

test('no hidden cell can be derived from what is shown and the total', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 }), (numbers) => {
    const shown = values(numbers);
    if (!shown.includes(null)) return;
    const possible = solutions(shown, numbers.reduce((sum, value) => sum + value, 0));
    const free = shown.filter((value) => value !== null && value > 0).length;
    const hiddenCount = shown.length - shown.filter((value) => value !== null).length;
    for (let cell = 0; cell < hiddenCount; cell += 1) {
      const seen = new Set(possible.map((solution) => solution[cell]));
      // Only where every cell above zero is hidden already can nothing more be done.
      expect(seen.size > 1 || free === 0).toBe(true);
    }
  }));
});

test('DOMAIN §4: the permission table', () => {
  expect(rolesWith('periods.close')).toEqual(['manager']);
  expect(may(['staff'], 'review.approve')).toBe(false);
  expect(may(['donor'], 'records.read')).toBe(false);
  expect(may([], 'figures.read')).toBe(false);
  expect(seesOnlyAggregates(['donor'])).toBe(true);
  expect(seesOnlyAggregates(['donor', 'staff'])).toBe(false);
  for (const permission of permissions) expect(rolesWith(permission).length).toBeGreaterThan(0);
});
test('an administrator is one beside what they are in the project', () => {
  const viewer = { isAdmin: true, memberships: [{ projectId: 'a', role: 'staff' as const }] };
  expect([rolesIn(viewer, 'a'), rolesIn(viewer, 'b'), rolesIn({ ...viewer, isAdmin: false }, 'b')]).toEqual([['admin', 'staff'], ['admin'], []]);
});

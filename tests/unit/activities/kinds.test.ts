import { expect, test } from 'vitest';
import { kindSpecs } from '@/lib/activity-kinds';

test('prefixes of references have two letters, as the index of their numbers expects, and no two kinds share one', () => {
  const prefixes = Object.values(kindSpecs).map(({ prefix }) => prefix);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Z]{2}$/);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

import { expect, test } from 'vitest';
import { remember } from '@/lib/shared/remember';

test('what was made for a key is made once, until there are too many', () => {
  const [kept, made] = [new Map<string, string>(), [] as string[]];
  const ask = (key: string) => remember(kept, 2, key, () => (made.push(key), key.toUpperCase()));
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'B']);
  expect(['c', 'a'].map(ask)).toEqual(['C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

import { expect, test } from 'vitest';
import { repeats } from '@/db/prepared';

test('a statement is kept prepared from its second run on', () => {
  const again = repeats();
  expect([again('select $1', 1), again('select $1', 1), again('select $1', 1)]).toEqual([false, true, true]);
  expect([again('select 1', 0), again('select 1', 0)]).toEqual([false, false]);
});

test('long ones, and more than the server shall hold, never are', () => {
  const again = repeats({ most: 2, remembered: 10, longest: 20 });
  const twice = (text: string) => (again(text, 1), again(text, 1));
  expect([twice('a'), twice('b'), twice('c')]).toEqual([true, true, false]);
  expect(again('a', 1)).toBe(true);
  expect(twice('x'.repeat(21))).toBe(false);
});

test('statements of ever another shape push nothing out and are forgotten', () => {
  const again = repeats({ most: 5, remembered: 3, longest: 20 });
  again('kept', 1);
  expect(again('kept', 1)).toBe(true);
  again('early', 1);
  for (let n = 0; n < 10; n += 1) again(`shape ${n}`, 1);
  expect(again('early', 1)).toBe(false);
  expect(again('kept', 1)).toBe(true);
});

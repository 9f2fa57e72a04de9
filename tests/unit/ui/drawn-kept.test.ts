import { expect, test } from 'vitest';
import { keepForMarkup, takeForMarkup } from '@/components/ui/drawn-kept';

test('what is kept for the markup is taken once, each at its own place', () => {
  const [one, other] = [keepForMarkup('<p>1</p>'), keepForMarkup('<p>1</p>')];
  expect(one).not.toBe(other);
  expect(takeForMarkup(one)).toBe('<p>1</p>');
  expect(() => takeForMarkup(one)).toThrow();
  expect(takeForMarkup(other)).toBe('<p>1</p>');
});

test('what a broken-off request left is forgotten after a minute, not before', () => {
  const now = Date.now();
  const [old, young] = [keepForMarkup('old', now), keepForMarkup('young', now + 30_000)];
  keepForMarkup('later', now + 61_000);
  expect(() => takeForMarkup(old)).toThrow();
  expect(takeForMarkup(young)).toBe('young');
});

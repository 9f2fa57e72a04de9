import { expect, test } from 'vitest';
import { difference } from '@/lib/sheets/rules';

const rows = [{ id: 'a', present: true }, { id: 'b', present: false }, { id: 'c', present: true }];

test('names who signed without being recorded, and who was recorded without signing', () => {
  expect(difference(rows, new Set(['a', 'b']))).toEqual({ signedNotPresent: ['b'], presentNotSigned: ['c'] });
});

test('is nothing where all agree, and where nothing was recorded before', () => {
  expect(difference(rows, new Set(['a', 'c']))).toBeNull();
  expect(difference(rows.map(({ id }) => ({ id, present: false })), new Set(['a']))).toBeNull();
});

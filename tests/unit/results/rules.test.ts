import { expect, test } from 'vitest';
import { inMatrixOrder } from '@/lib/results/rules';

const node = (id: string, parentId: string | null, position: number) => ({ id, parentId, position });

test('the matrix reads objective, outcome, its outputs, next outcome, by position, not by code', () => {
  const rows = [node('1.2', '1', 1), node('2', '0', 1), node('1', '0', 0), node('1.10', '1', 2), node('0', null, 0), node('1.1', '1', 0)];
  expect(inMatrixOrder(rows).map((row) => [row.id, row.depth])).toEqual([['0', 0], ['1', 1], ['1.1', 2], ['1.2', 2], ['1.10', 2], ['2', 1]]);
});

test('what hangs in a loop, or on nothing, does not hang the page', () => expect(inMatrixOrder([node('a', 'b', 0), node('b', 'a', 0)])).toEqual([]));

import { expect, test } from 'vitest';
import { codesOf, inMatrixOrder, letters, moved } from '@/lib/results/rules/matrix';
import type { ResultLevel } from '@/lib/shared/vocabulary';

const node = (id: string, parentId: string | null, position: number) => ({ id, parentId, position });

test('the matrix reads objective, outcome, its outputs, next outcome, by position, not by code', () => {
  const rows = [node('1.2', '1', 1), node('2', '0', 1), node('1', '0', 0), node('1.10', '1', 2), node('0', null, 0), node('1.1', '1', 0)];
  expect(inMatrixOrder(rows).map((row) => [row.id, row.depth])).toEqual([['0', 0], ['1', 1], ['1.1', 2], ['1.2', 2], ['1.10', 2], ['2', 1]]);
});

test('what hangs in a loop, or on nothing, does not hang the page', () => expect(inMatrixOrder([node('a', 'b', 0), node('b', 'a', 0)])).toEqual([]));

test('codes follow the order: objective 0, outcomes, outputs, indicators by letter; an output without an outcome counts below 0', () => {
  const leveled = (id: string, level: ResultLevel, parentId: string | null, position: number) => ({ id, level, parentId, position });
  const tree = [leveled('goal', 'objective', null, 0), leveled('b', 'outcome', 'goal', 2), leveled('a', 'outcome', 'goal', 1), leveled('a1', 'output', 'a', 0), leveled('a2', 'output', 'a', 5), leveled('loose', 'output', null, 9)];
  const codes = codesOf(tree, [{ id: 'second', resultId: 'a2', position: 4 }, { id: 'first', resultId: 'a2', position: 1 }, { id: 'top', resultId: 'goal', position: 0 }]);
  expect(Object.fromEntries(codes)).toEqual({ goal: '0', a: '1', a1: '1.1', a2: '1.2', b: '2', loose: '0.1', first: '1.2.a', second: '1.2.b', top: '0.a' });
});

test('after z comes aa', () => expect([0, 25, 26, 27, 51, 52].map(letters)).toEqual(['a', 'z', 'aa', 'ab', 'az', 'ba']));

test.each([['b', 'up', 'b a c'], ['b', 'down', 'a c b'], ['a', 'up', 'a b c'], ['c', 'down', 'a b c'], ['x', 'up', 'a b c']] as const)('%s moves %s: %s', (id, direction, order) => expect(moved(['a', 'b', 'c'], id, direction).join(' ')).toBe(order));

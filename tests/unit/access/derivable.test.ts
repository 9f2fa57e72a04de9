import { expect, test } from 'vitest';
import { suppress } from '@/lib/access/suppression';

/** All tables of this many cells with this total. */
function tables(cells: number, total: number): number[][] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) => tables(cells - 1, total - first).map((rest) => [first, ...rest]));
}
function orders(cells: number): number[][] {
  if (cells === 0) return [[]];
  return orders(cells - 1).flatMap((order) => Array.from({ length: cells }, (_, at) => [...order.slice(0, at), cells - 1, ...order.slice(at)]));
}

/** What may be published of a table. Which of two equal cells is hidden is not told to anybody, so every order of the cells is tried. */
function publications(table: readonly number[], every: readonly number[][]): Set<string> {
  const shown = every.map((order) => {
    const cells = suppress(order.map((cell) => ({ cell, value: table[cell] ?? 0 })), 5);
    return JSON.stringify(table.map((_, cell) => cells.find((one) => one.cell === cell)?.value ?? null));
  });
  return new Set(shown);
}

// A strong reader: knows the total, the minimum and the rule by which cells are hidden, and keeps every table that could have been published like this.
test.each([
  [2, 30],
  [3, 22],
  [4, 19],
])('of %i cells with totals up to %i no hidden cell can be derived, even by who knows the rule', (cells, most) => {
  const every = orders(cells);
  for (let total = 1; total <= most; total += 1) {
    const alike = new Map<string, number[][]>();
    for (const table of tables(cells, total)) for (const key of publications(table, every)) alike.set(key, [...(alike.get(key) ?? []), table]);
    for (const [key, group] of alike) {
      const shown: (number | null)[] = JSON.parse(key);
      const derived = shown.filter((value, cell) => value === null && new Set(group.map((table) => table[cell])).size === 1);
      // Where all above zero is hidden nothing more can be done: a lone cell is its total.
      if (shown.some((value) => value !== null && value > 0)) expect([key, derived]).toEqual([key, []]);
    }
  }
});

test('cells that are all as large as a small one can be would be given away by their sum, so the next is hidden too', () => {
  expect(suppress([{ value: 4 }, { value: 4 }, { value: 9 }, { value: 30 }], 5).map((cell) => cell.value)).toEqual([null, null, null, 30]);
});

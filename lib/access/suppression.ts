/** Smallest number shown in a breakdown: of officials, and of victims (DOMAIN §5). Settings may only raise it. */
export const smallestShown = { officials: 5, victims: 11 } as const;

export type ShownCell<T> = T & { value: number | null };

/**
 * Hides small numbers of one breakdown whose total is known. Zero is shown as 0. Further cells are hidden until none of the hidden can be derived:
 * k hidden cells, each at least 1 and together S, are safe only if k ≥ 2 and S > k; and where all of them are small, only if they are not all as large as
 * a small cell can be. Where that cannot be reached, all cells above zero are hidden: a cell that stands alone is then given away by its total.
 */
export function suppress<T extends { value: number }>(cells: readonly T[], minimum: number, about: keyof typeof smallestShown = 'officials'): ShownCell<T>[] {
  const least = Math.max(minimum, smallestShown[about]);
  const hidden = new Set(cells.filter((cell) => cell.value > 0 && cell.value < least));
  const others = cells.filter((cell) => cell.value > 0 && !hidden.has(cell)).sort((a, b) => a.value - b.value);
  while (hidden.size > 0 && !safe([...hidden], least) && others.length > 0) hidden.add(others.shift() as T);
  return cells.map((cell) => ({ ...cell, value: hidden.has(cell) ? null : cell.value }));
}

// Alone, all at the least or all at the most that the reader knows to be possible: the sum gives every one of them away.
function safe(hidden: readonly { value: number }[], least: number): boolean {
  const sum = hidden.reduce((total, cell) => total + cell.value, 0);
  return hidden.length >= 2 && sum > hidden.length && hidden.some((cell) => cell.value !== least - 1);
}

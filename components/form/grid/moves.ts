import type { Cell, GridColumn, GridRow, Range } from './types';

export const rangeOf = (a: Cell, b: Cell): Range => ({ top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column) });

const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
/** A step, kept inside `rows` × `columns`. */
export const moved = (cell: Cell, down: number, right: number, rows: number, columns: number): Cell => ({ row: within(cell.row + down, rows - 1), column: within(cell.column + right, columns - 1) });

/** The next cell in reading order, or the one before; null past the end, where the focus leaves the grid. */
export function following(cell: Cell, step: 1 | -1, rows: number, columns: number): Cell | null {
  const at = cell.row * columns + cell.column + step;
  return at < 0 || at >= rows * columns ? null : { row: Math.floor(at / columns), column: at % columns };
}

type Columns<R extends GridRow> = readonly GridColumn<R>[];
const open = <R extends GridRow>(column: GridColumn<R>, row: R) => Boolean(column.write) && !column.locked?.(row);

/** Writes one text, or what `text` gives for a row, into every cell of the range that can be written. Rows that do not change stay the same objects. */
export function writeRange<R extends GridRow>(rows: readonly R[], columns: Columns<R>, range: Range, text: string | ((row: R, column: GridColumn<R>) => string)): R[] {
  return rows.map((row, index) => {
    if (index < range.top || index > range.bottom) return row;
    return columns.slice(range.left, range.right + 1).reduce((now, column) => {
      if (!open(column, now)) return now;
      const wanted = typeof text === 'string' ? text : text(now, column);
      return wanted === column.text(now) ? now : (column.write as NonNullable<typeof column.write>)(now, wanted);
    }, row);
  });
}

/** Copies the range's first row into those below it; a single row takes from the one above. */
export function fillDown<R extends GridRow>(rows: readonly R[], columns: Columns<R>, range: Range): R[] {
  const source = rows[range.top === range.bottom ? range.top - 1 : range.top];
  if (!source) return [...rows];
  const target = range.top === range.bottom ? range : { ...range, top: range.top + 1 };
  return writeRange(rows, columns, target, (_row, column) => column.text(source));
}

/** Ticks all of the range, or unticks it where all is ticked already. */
export function toggleRange<R extends GridRow>(rows: readonly R[], columns: Columns<R>, range: Range): R[] {
  const ticks = columns.slice(range.left, range.right + 1).filter((column) => column.kind === 'tick');
  const all = rows.slice(range.top, range.bottom + 1).every((row) => ticks.every((column) => column.text(row) === '1'));
  return writeRange(rows, columns, range, (row, column) => (column.kind === 'tick' ? (all ? '' : '1') : column.text(row)));
}

/** Lays a block over the cells from `at` on; rows that the list lacks are made. */
export function layBlock<R extends GridRow>(rows: readonly R[], columns: Columns<R>, at: Cell, block: readonly (readonly string[])[], make: () => R): R[] {
  const longer = [...rows];
  while (longer.length < at.row + block.length) longer.push(make());
  return block.reduce<R[]>((now, cells, line) => {
    const row = at.row + line;
    return writeRange(now, columns, { top: row, bottom: row, left: at.column, right: Math.min(columns.length, at.column + cells.length) - 1 }, (_row, column) => cells[columns.indexOf(column) - at.column] ?? '');
  }, longer);
}

/** The range as texts, for the clipboard. */
export const textsOf = <R extends GridRow>(rows: readonly R[], columns: Columns<R>, range: Range): string[][] => rows.slice(range.top, range.bottom + 1).map((row) => columns.slice(range.left, range.right + 1).map((column) => column.text(row)));

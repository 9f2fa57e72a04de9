import type { Language } from '@/lib/shared/vocabulary';
import type { Cell, TableRow } from './table';

export type Wording = Record<Language, string>;
/** A word of a closed list as people write it in a file: in either language, or in another usual way. */
export type ColumnValue = { value: string; wording: Wording; also?: readonly string[] };
/** A column of a kind of file: how the template calls it, and what else people call it. */
export type Column = {
  key: string;
  wording: Wording;
  also?: readonly string[];
  values?: readonly ColumnValue[];
  required?: boolean;
  /** in characters, for the template */
  width?: number;
  /** what to write here, for the template */
  hint?: Wording;
};
/** Where each known column stands, and the headings that nobody knows: said, never dropped in silence. */
export type Heading = { row: number; at: Record<string, number>; unknown: string[] };

/** Text for comparison: case, accents, đ and dj, signs, and what stands in brackets do not matter. */
export const fold = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, '')
    .replace(/đ/gi, 'd')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('dj', 'd');

/** A cell as text: numbers as they are, nothing as ''. */
export const cellText = (cell: Cell | undefined): string => (cell == null ? '' : String(cell).trim());

const searched = 20;

/**
 * Finds the line of headings among the first lines that hold anything: the one with most known columns, and all the required ones. Either language, any order.
 * `more` names columns that come in any number (sessions). Null where no line is one.
 */
export function findHeading(rows: readonly TableRow[], columns: readonly Column[], more: (cell: string) => string | null = () => null): { heading: Heading; body: TableRow[] } | null {
  const names = new Map(columns.flatMap((column) => [...Object.values(column.wording), ...(column.also ?? [])].map((name) => [fold(name), column.key] as const)));
  const found = rows.slice(0, searched).map((row) => headingOf(row, names, more));
  const complete = found.filter((heading) => columns.every((column) => !column.required || column.key in heading.at));
  const best = complete.reduce<Heading | null>((most, heading) => (Object.keys(heading.at).length > (most ? Object.keys(most.at).length : 0) ? heading : most), null);
  return best && { heading: best, body: rows.filter((row) => row.number > best.row) };
}

function headingOf(row: TableRow, names: ReadonlyMap<string, string>, more: (cell: string) => string | null): Heading {
  const heading: Heading = { row: row.number, at: {}, unknown: [] };
  row.cells.forEach((cell, index) => {
    const text = cellText(cell);
    const key = names.get(fold(text)) ?? more(text);
    if (key && !(key in heading.at)) heading.at[key] = index;
    else if (text) heading.unknown.push(text);
  });
  return heading;
}

/** The cell of a column in a row of the body. */
export const cellAt = (row: TableRow, heading: Heading, key: string): Cell => {
  const index = heading.at[key];
  return index === undefined ? null : (row.cells[index] ?? null);
};

/** The word of a closed list that a cell means; '' for an empty cell, undefined where it means none. */
export function meantBy(values: readonly ColumnValue[], cell: Cell): string | undefined {
  const text = fold(cellText(cell));
  if (text === '') return '';
  return values.find((one) => [one.value, ...Object.values(one.wording), ...(one.also ?? [])].some((name) => fold(name) === text))?.value;
}

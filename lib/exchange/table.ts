import type { MessageKey } from '@/lib/shared/result';

/** A cell of a file: text, a number, yes or no, or nothing. Dates are text 'YYYY-MM-DD'. */
export type Cell = string | number | boolean | null;
/** A row that is not empty, with its number in the file as Excel shows it. */
export type TableRow = { number: number; cells: Cell[] };
export type ReadTable = { ok: true; rows: TableRow[] } | { ok: false; reason: MessageKey };

/** What a file may cost. More is refused with a sentence that says what to do. */
export const readLimits = {
  /** of the file, and of all that it unpacks to */
  bytes: 5_000_000,
  unpacked: 60_000_000,
  /** so many times its packed size; below `always` any ratio is harmless */
  ratio: 100,
  always: 5_000_000,
  entries: 300,
  rows: 5_000,
  scanned: 100_000,
  columns: 200,
  cells: 200_000,
  cellText: 5_000,
  text: 10_000_000,
};
export type ReadLimits = typeof readLimits;

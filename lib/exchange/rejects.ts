import { cellText } from './columns';
import type { TableRow } from './table';
import type { OutCell, OutTable } from './write';

/** The lines with a reason as a table of their own: the headings and cells of the file, and the reason in a last column. */
export function rejectedTable(rows: readonly TableRow[], headingRow: number, reasons: ReadonlyMap<number, string>, reason: string): OutTable {
  const heading = rows.find((row) => row.number === headingRow)?.cells ?? [];
  const taken = rows.filter((row) => reasons.has(row.number));
  // A file that was corrected once already brings its old column of reasons along.
  const width = Math.max(heading.length, ...taken.map((row) => row.cells.length));
  const kept = Array.from({ length: width }, (_, at) => at).filter((at) => cellText(heading[at]) !== reason);
  const cell = (row: TableRow, at: number): OutCell => (typeof row.cells[at] === 'number' ? (row.cells[at] as number) : cellText(row.cells[at]) || null);
  return {
    name: reason,
    columns: [...kept.map((at) => ({ header: cellText(heading[at]) })), { header: reason, width: 60 }],
    rows: taken.map((row) => [...kept.map((at) => cell(row, at)), reasons.get(row.number) ?? null]),
  };
}

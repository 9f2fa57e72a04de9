import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre/xlsx';
import { isCalendarDate } from '@/lib/shared/dates';
import type { Language } from '@/lib/shared/vocabulary';

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];
export const mediaTypes: Record<FileFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
/** A cell to write: text, a number as a number, or a date 'YYYY-MM-DD' in a column of dates. */
export type OutCell = string | number | null;
export type OutColumn = { header: string; type?: 'text' | 'number' | 'date'; width?: number };
export type OutTable = { name: string; columns: readonly OutColumn[]; rows: AsyncIterable<OutCell[]> | Iterable<OutCell[]> };

/** A table as the bytes of a file, row by row: memory does not grow with it. */
export const tableStream = (format: FileFormat, table: OutTable, language: Language): ReadableStream<Uint8Array> => (format === 'xlsx' ? xlsxStream(table) : csvStream(table, language));

function xlsxStream({ name, columns, rows }: OutTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(typedRows(rows, columns), {
    name: sheetName(name),
    // Long text is not wrapped: rows written one by one carry no height, and LibreOffice then lays their lines over each other.
    columns: columns.map((column) => ({ header: column.header, width: column.width ?? 18, ...(column.type === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}) })),
    freezePane: { rows: 1 },
  });
}

// Text is written as text, so '=1+1' stays four letters; only a column of dates makes dates of text.
async function* typedRows(rows: OutTable['rows'], columns: readonly OutColumn[]): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const row of rows) yield row.map((cell, at) => (columns[at]?.type === 'date' && isCalendarDate(cell) ? new Date(`${cell}T00:00:00Z`) : typeof cell === 'string' ? printable(cell) : cell));
}

/** A name that Excel accepts for a sheet. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31).trim() || 'Sheet';

// XML knows no control characters, and Excel no cell of more than 32,767 letters.
const printable = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '').slice(0, 32_000);

const batch = 500;

function csvStream({ columns, rows }: OutTable, language: Language): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks = csvText(columns, rows, language);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* csvText(columns: readonly OutColumn[], rows: OutTable['rows'], language: Language): AsyncGenerator<string> {
  // The mark tells Excel that this is UTF-8; where the decimal sign is a comma, Excel expects semicolons between the cells.
  const options = language === 'cnr' ? { delimiter: ';' } : { delimiter: ',' };
  const lines = (records: OutCell[][]) => stringify(records.map((record) => record.map((cell) => csvCell(cell, language))), { ...options, record_delimiter: 'windows' });
  yield `\ufeff${lines([columns.map((column) => column.header)])}`;
  let waiting: OutCell[][] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < batch) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

/** A number stays a number; text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(cell: OutCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return language === 'cnr' ? String(cell).replace('.', ',') : String(cell);
  return /^[\s]*[=+\-@]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

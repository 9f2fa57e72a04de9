import 'server-only';
import { writeXlsx } from 'hucre/xlsx';
import type { Language } from '@/lib/shared/vocabulary';
import type { Column } from './columns';
import { sheetName } from './write';

/** What a template needs beside its columns: the names of its sheets, lists that only the project knows, and a few lines on how to fill it in. */
export type TemplateTexts = { sheet: string; lists: string; help: string; lines: readonly string[] };
type Lists = Record<string, readonly string[]>;

const lastRow = 1000;

/** An empty workbook to fill in: headings in one language, a list to choose from where the words are closed, and a sheet that explains it. */
export async function templateXlsx(columns: readonly Column[], language: Language, texts: TemplateTexts, lists: Lists = {}): Promise<Uint8Array> {
  const listed = columns.flatMap((column) => {
    const values = column.values?.map((one) => one.wording[language]) ?? lists[column.key] ?? [];
    return values.length > 0 ? [{ column, values, at: columns.indexOf(column) }] : [];
  });
  const head = (column: Column) => `${column.wording[language]}${column.required ? ' *' : ''}`;
  const lines = Math.max(0, ...listed.map(({ values }) => values.length));
  return writeXlsx({
    sheets: [
      {
        name: sheetName(texts.sheet),
        columns: columns.map((column) => ({ header: head(column), width: column.width ?? 18 })),
        rows: [columns.map(head)],
        freezePane: { rows: 1 },
        dataValidations: listed.map(({ values, at }, list) => ({ type: 'list' as const, formula1: `'${sheetName(texts.lists)}'!$${letter(list)}$2:$${letter(list)}$${values.length + 1}`, range: `${letter(at)}2:${letter(at)}${lastRow}`, allowBlank: true, showErrorMessage: false })),
      },
      { name: sheetName(texts.lists), rows: [listed.map(({ column }) => column.wording[language]), ...Array.from({ length: lines }, (_, line) => listed.map(({ values }) => values[line] ?? null))] },
      { name: sheetName(texts.help), columns: [{ width: 32 }, { width: 90 }], rows: [...texts.lines.map((line) => [line]), [], ...columns.map((column) => [head(column), column.hint?.[language] ?? ''])] },
    ],
  });
}

/** 0 → 'A', 26 → 'AA': how a spreadsheet names its columns. */
export const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

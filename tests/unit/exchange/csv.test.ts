import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '@/lib/exchange/csv/parse.mjs';
import { readLimits } from '@/lib/exchange/table';
import { csvCell, type OutCell, tableStream } from '@/lib/exchange/write';

const cells = (bytes: Uint8Array) => parseCsv(bytes, readLimits).map((row) => row.cells);
const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ['semicolon', 'Ime;Prezime\nAna;Popović'],
  ['comma', 'Ime,Prezime\nAna,Popović'],
  ['tab', 'Ime\tPrezime\nAna\tPopović'],
  ['commas inside quoted headings', '"Ime, kratko";Prezime\nAna;Popović'],
  ['a line that says it', 'sep=;\r\nIme;Prezime\r\nAna;Popović'],
])('the delimiter is found: %s', (_name, text) => expect(cells(utf8(text)).at(-1)).toEqual(['Ana', 'Popović']));

test('UTF-8 with and without a mark, Windows-1250 and UTF-16 give the same letters', () => {
  const text = 'Ime;Prezime\nŽeljko;Đuković Šćepan';
  const windows = Uint8Array.from([...'Ime;Prezime\n'].map((sign) => sign.charCodeAt(0)).concat([0x8e, 0x65, 0x6c, 0x6a, 0x6b, 0x6f, 0x3b, 0xd0, 0x75, 0x6b, 0x6f, 0x76, 0x69, 0xe6, 0x20, 0x8a, 0xe6, 0x65, 0x70, 0x61, 0x6e]));
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), windows, utf16]) expect(cells(bytes)).toEqual([['Ime', 'Prezime'], ['Željko', 'Đuković Šćepan']]);
});

test('rows keep their number, empty ones are left out', () => {
  expect(parseCsv(utf8('a;b\n\n;;\nc;d'), readLimits)).toEqual([{ number: 1, cells: ['a', 'b'] }, { number: 4, cells: ['c', 'd'] }]);
});

test('what a spreadsheet would run gets an apostrophe; numbers stay numbers', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1']) expect(csvCell(text, 'en')).toBe(`'${text}`);
  expect([csvCell(-1.5, 'en'), csvCell(-1.5, 'cnr'), csvCell('a=b', 'en'), csvCell(null, 'en')]).toEqual(['-1.5', '-1,5', 'a=b', '']);
});

test('law: what is written is read again, in both languages and formats of numbers', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '' && !/[\0\r]/.test(one));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.integer({ min: -999, max: 999 })), { minLength: 1, maxLength: 20 }), fc.constantFrom('en' as const, 'cnr' as const), async (rows, language) => {
      const written = tableStream('csv', { name: 'x', columns: [{ header: 'text' }, { header: 'number' }], rows: rows as OutCell[][] }, language);
      const read = cells(new Uint8Array(await new Response(written).arrayBuffer())).slice(1);
      expect(read).toEqual(rows.map(([one, number]) => [csvCell(one, language), String(number)]));
    }),
    { numRuns: 300 },
  );
});

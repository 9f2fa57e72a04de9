import { expect, test } from 'vitest';
import { type Column, cellAt, findHeading, fold, meantBy } from '@/lib/exchange/columns';
import { letter, templateXlsx } from '@/lib/exchange/template';
import { readLimits } from '@/lib/exchange/table';
import { tableStream } from '@/lib/exchange/write';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';

const columns: Column[] = [
  { key: 'familyName', wording: { en: 'Family name', cnr: 'Prezime' }, also: ['surname'], required: true },
  { key: 'givenName', wording: { en: 'Given name', cnr: 'Ime' }, required: true },
  { key: 'sex', wording: { en: 'Sex', cnr: 'Pol' }, values: [{ value: 'female', wording: { en: 'Female', cnr: 'Žensko' }, also: ['f', 'ž'] }, { value: 'male', wording: { en: 'Male', cnr: 'Muško' } }] },
  { key: 'birthYear', wording: { en: 'Birth year', cnr: 'Godina rođenja' } },
];
const row = (number: number, ...cells: (string | number)[]) => ({ number, cells });

test('the headings are found below a title, in either language and any order, and what nobody knows is named', () => {
  const found = findHeading([row(1, 'Spisak učesnika'), row(3, 'R. br.', 'IME', 'Prezime *', 'godina rodjenja (GGGG)'), row(4, 1, 'Ana', 'Popović', 1990)], columns);
  expect(found?.heading).toEqual({ row: 3, at: { givenName: 1, familyName: 2, birthYear: 3 }, unknown: ['R. br.'] });
  const [first] = found?.body ?? [];
  expect(first && found && [cellAt(first, found.heading, 'familyName'), cellAt(first, found.heading, 'sex')]).toEqual(['Popović', null]);
});

test('a heading that stands twice counts once, one that may come often is named by its own rule', () => {
  const session = (text: string) => /^session (\d+)$/i.exec(text)?.[1] ?? null;
  expect(findHeading([row(1, 'Ime', 'Prezime', 'Ime', 'Session 2')], columns, session)?.heading).toEqual({ row: 1, at: { givenName: 0, familyName: 1, '2': 3 }, unknown: ['Ime'] });
});

test('without the required headings there is none', () => expect(findHeading([row(1, 'Ime', 'Pol'), row(2, 'Ana', 'ž')], columns)).toBeNull());

test('closed words are understood in both languages, and nothing else is guessed', () => {
  const values = columns[2]?.values ?? [];
  expect(['Female', 'žensko', 'ZENSKO', 'F', ' ž ', 'Muško', '', null, 'x'].map((cell) => meantBy(values, cell))).toEqual(['female', 'female', 'female', 'female', 'female', 'male', '', '', undefined]);
  expect(fold('Đorđe Đukić (novi)')).toBe(fold('djordje dukic'));
});

test.each(['en', 'cnr'] as const)('the template in %s is read back by its own headings', async (language) => {
  const bytes = await templateXlsx(columns, language, { sheet: 'People', lists: 'Lists', help: 'Help', lines: ['Fill in'] }, { birthYear: ['1990'] });
  const rows = await parseXlsx(bytes, readLimits);
  expect(rows).toHaveLength(1);
  expect(Object.keys(findHeading(rows, columns)?.heading.at ?? {})).toEqual(columns.map((column) => column.key));
  expect([0, 25, 26, 701, 702].map(letter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('a workbook that is written row by row is read again: text as text, dates as dates, numbers as numbers', async () => {
  const rows = [['=1+1', '2019-02-28', 1.5], ['ćčđšž & <b>\u0001', null, -3]];
  const written = tableStream('xlsx', { name: 'a/b: [c]', columns: [{ header: 'Text' }, { header: 'Date', type: 'date' }, { header: 'Number', type: 'number' }], rows }, 'cnr');
  const read = await parseXlsx(new Uint8Array(await new Response(written).arrayBuffer()), readLimits);
  expect(read.map((one) => one.cells)).toEqual([['Text', 'Date', 'Number'], ['=1+1', '2019-02-28', 1.5], ['ćčđšž & <b>', null, -3]]);
});

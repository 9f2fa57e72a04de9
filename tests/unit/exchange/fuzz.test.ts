import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '@/lib/exchange/csv/parse.mjs';
import { readTable } from '@/lib/exchange/read';
import { FileRefusal } from '@/lib/exchange/refusal.mjs';
import { type Cell, readLimits, type TableRow } from '@/lib/exchange/table';
import { tableStream } from '@/lib/exchange/write';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { decideMatch } from '@/lib/people/rules/matching';
import type { RosterTarget } from '@/lib/people/rules/roster/columns';
import { decideRoster } from '@/lib/people/rules/roster/decide';
import { parseRoster } from '@/lib/people/rules/roster/parse';
import { type KnownPerson, planRoster } from '@/lib/people/rules/roster/plan';
import { newId } from '@/lib/shared/ids';
import { workbookParts, xmlRow, zip } from '../../support/zip';

// Files as people and machines make them: right, wrong and damaged. None may crash the reader, and no line may vanish without a word.
const unit = newId();
const institutions = [{ id: unit, names: ['Special Unit', 'Posebna jedinica'], near: true }];
const target: RosterTarget = { sessions: [{ id: newId(), date: '2019-03-04' }, { id: newId(), date: '2019-03-05' }], roles: ['trainee', 'trainer', 'observer'], scores: true };
const register: KnownPerson[] = ['Popović', 'Marić', 'Đukić'].map((familyName) => ({ id: newId(), version: 1, givenName: 'Ana', familyName, sex: 'female', birthYear: 1985, institutionId: unit, post: null, rank: null, email: null, phone: null, inProject: true }));

const headings = ['Prezime', 'Ime', 'Family name', 'Given name', 'Ime i prezime', 'Prezime i ime', 'Pol', 'Birth year', 'Institucija', 'Radno mjesto', 'E-mail', 'Uloga', 'Score before', 'Rezultat poslije', 'Session 1', 'S2', '04.03.2019', 'R. br.', 'Napomena', ''];
const usual = fc.constantFrom('Popović', 'Popovic', 'Marić', 'Đukić', 'Djukic', 'Ana', 'ANA', 'ž', 'm', 'Special Unit', 'Nowhere', 'x', 'da', '1985', '85', '12.05.1985.', '45,5', '101', 'ana@x.me', '@', '=1+1', "'=cmd|' /C calc'!A0", 'Polaznik', '');
const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('\u202eabc', '\u0000', 'a\nb', '"', '";"', '__proto__', 'constructor', '𝕬', 'x'.repeat(200)));
const cell: fc.Arbitrary<Cell> = fc.oneof({ weight: 6, arbitrary: usual }, { weight: 2, arbitrary: odd }, { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer({ min: 1900, max: 2030 }), fc.boolean(), fc.constant(null)) });
const sheet = fc.record({ heading: fc.shuffledSubarray(headings, { minLength: 2 }), body: fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }), title: fc.boolean() }).map(({ heading, body, title }): Cell[][] => [...(title ? [['Spisak učesnika']] : []), heading, ...body]);

/** Every line has a state, every refused one a reason, and what can be chosen is what was offered. */
type Seen = { lines: number; taken: number };
function holds(rows: TableRow[], to: RosterTarget | null, seen: Seen = { lines: 0, taken: 0 }): void {
  const parsed = parseRoster(rows, to, institutions);
  if (!parsed) return;
  seen.lines += parsed.rows.length;
  seen.taken += parsed.rows.filter((row) => row.values !== null).length;
  expect(parsed.rows.map((row) => row.number)).toEqual(rows.filter((row) => row.number > parsed.heading.row).map((row) => row.number));
  for (const row of parsed.rows) expect(row.values === null, `line ${row.number}`).toBe(row.reasons.length > 0);
  const planned = planRoster(parsed, { matches: parsed.rows.flatMap((row) => (row.values ? [decideMatch(row.values, register)] : [])), listed: to ? [] : null });
  expect(planned).toHaveLength(parsed.rows.length);
  for (const row of planned) expect(row.state === 'rejected', `line ${row.number}`).toBe(row.reasons.length > 0);
  const open = planned.filter((row) => row.state !== 'rejected' && row.state !== 'same');
  const decided = decideRoster(planned, open.map((row) => ({ row: row.number, personId: row.options[0]?.personId ?? null, changes: [] })));
  if (decided.ok) expect(decided.decisions.every(({ values }) => values.givenName.trim() && values.familyName.trim())).toBe(true);
  else expect(['importNothingChosen', 'importPersonTwice']).toContain(decided.reason);
}

async function read(run: () => TableRow[] | Promise<TableRow[]>, to: RosterTarget | null, seen: Seen): Promise<'read' | 'refused'> {
  try {
    holds(await run(), to, seen);
    return 'read';
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    expect(error.reason).toMatch(/^import/);
    return 'refused';
  }
}

const damage = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }), cut: fc.boolean() });
function damaged(bytes: Uint8Array, { at, bytes: noise, cut }: { at: number; bytes: Uint8Array; cut: boolean }): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const copy = cut ? bytes.slice(0, place) : bytes.slice();
  if (!cut) copy.set(noise.subarray(0, copy.length - place), place);
  return copy;
}
const asText = (lines: Cell[][], delimiter: string) => lines.map((line) => line.map((one) => (/[;,\t"\n\r]/.test(String(one ?? '')) ? `"${String(one).replaceAll('"', '""')}"` : String(one ?? ''))).join(delimiter)).join('\r\n');
const asXlsx = (lines: Cell[][]) => zip(workbookParts(lines.map((line, at) => xmlRow(at + 1, line.map((one) => String(one ?? '').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g, '')))).join('')));
const seed = 20_261_125;

test('1,200 CSV files of every delimiter and encoding, some of them damaged', async () => {
  const encode = { utf8: (text: string) => new TextEncoder().encode(text), marked: (text: string) => new TextEncoder().encode(`\ufeff${text}`), utf16: (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]), latin: (text: string) => new Uint8Array(Buffer.from(text, 'latin1')) };
  const seen = { lines: 0, taken: 0 };
  await fc.assert(
    fc.asyncProperty(sheet, fc.constantFrom(';', ',', '\t'), fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[])), fc.option(damage), fc.boolean(), async (lines, delimiter, encoding, harm, register) => {
      const bytes = encode[encoding](asText(lines, delimiter));
      await read(() => parseCsv(harm ? damaged(bytes, harm) : bytes, readLimits), register ? null : target, seen);
    }),
    { numRuns: 1200, seed },
  );
  // The files are not so wrong that nothing of them is ever looked at.
  expect(Math.min(seen.taken, seen.lines - seen.taken)).toBeGreaterThan(30);
});

test('800 workbooks, most of them damaged', async () => {
  const [outcomes, seen] = [{ read: 0, refused: 0 }, { lines: 0, taken: 0 }];
  await fc.assert(
    fc.asyncProperty(sheet, fc.option(damage, { freq: 3 }), fc.boolean(), async (lines, harm, register) => {
      const bytes = asXlsx(lines);
      outcomes[await read(() => parseXlsx(harm ? damaged(bytes, harm) : bytes, readLimits), register ? null : target, seen)] += 1;
    }),
    { numRuns: 800, seed },
  );
  expect(Math.min(outcomes.read, outcomes.refused, seen.taken, seen.lines - seen.taken)).toBeGreaterThan(40);
});

test('40 files through the thread itself: the same rows as without it, or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, fc.boolean(), fc.option(damage, { freq: 2 }), async (lines, text, harm) => {
      const whole = text ? new TextEncoder().encode(asText(lines, ';')) : new Uint8Array(await new Response(tableStream('xlsx', { name: 'a', columns: [{ header: 'Prezime' }], rows: lines.map((line) => line.map((one) => (typeof one === 'boolean' ? String(one) : one))) }, 'en')).arrayBuffer());
      const result = await readTable(harm ? damaged(whole, harm) : whole);
      if (result.ok) holds(result.rows, target);
      else expect(result.reason).toMatch(/^(import|fileEmpty)/);
    }),
    { numRuns: 40, seed },
  );
});

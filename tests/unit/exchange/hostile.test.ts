import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/exchange/read';
import { FileRefusal } from '@/lib/exchange/refusal.mjs';
import { readLimits } from '@/lib/exchange/table';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { workbookParts, xmlRow, zip } from '../../support/zip';

const million = () => `<row><c><v>1</v></c></row>`.repeat(1_000_000);
const sheetPart = 'xl/worksheets/sheet1.xml';
const lying = (data: string) => workbookParts('').map((part) => (part.name === sheetPart ? { ...part, data, declared: 2_000 } : part));
const manyTexts = `<sst>${'<si><t>'.padEnd(4_900, 'x')}</t></si></sst>`;
const widest = (rows: number) => Array.from({ length: rows }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('');

const numbers = (n: number) => Array.from({ length: n }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36).slice(-4));

type File = { make: () => Uint8Array; reason: RegExp };
/** What costs time or memory to find out: each is read in a thread of its own. */
const heavy: Record<string, File> = {
  'a zip bomb that says so': { make: () => zip(workbookParts(' '.repeat(100_000_000))), reason: /^importUnpacks/ },
  'a zip bomb that hides behind its directory': { make: () => zip(lying(' '.repeat(80_000_000))), reason: /^importUnpacks/ },
  'a bomb within the limits of size, not of ratio': { make: () => zip(workbookParts(' '.repeat(40_000_000))), reason: /^importUnpacks/ },
  'rows beyond the limit, none like another': { make: () => zip(workbookParts(numbers(250_000).map((one) => `<row><c t="str"><v>${one}</v></c></row>`).join(''))), reason: /^importTooManyRows:5000/ },
  'more texts than the thread may hold': { make: () => zip(workbookParts('', [{ name: 'xl/sharedStrings.xml', data: `<sst>${numbers(900_000).map((one) => `<si><t>${one}</t></si>`).join('')}</sst>` }])), reason: /^importTooComplex/ },
  'a million rows': { make: () => zip(workbookParts(million())), reason: /^import(TooManyRows|Unpacks)/ },
  'a million rows of text': { make: () => new TextEncoder().encode('a\n'.repeat(1_000_000)), reason: /^importTooManyRows:5000/ },
  'the last column of Excel in every row': { make: () => zip(workbookParts(widest(5_000))), reason: /^importTooManyColumns|^importTooComplex/ },
  'one long text named by every cell': { make: () => zip(workbookParts(Array.from({ length: 4_000 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`).join(''), [{ name: 'xl/sharedStrings.xml', data: manyTexts }])), reason: /^importTooComplex/ },
  'a quote that never closes': { make: () => new TextEncoder().encode(`a;b\n"${'x";"'.repeat(1_000_000)}`), reason: /^import/ },
};

/** What the first look at a file shows. */
const light: Record<string, File> = {
  'a text without end': { make: () => zip(workbookParts(xmlRow(1, ['x'.repeat(6_000)]))), reason: /^importCellTooLong/ },
  'thousands of parts': { make: () => zip(workbookParts('', Array.from({ length: 500 }, (_, at) => ({ name: `xl/media/${at}.png`, data: 'x' })))), reason: /^importTooComplex/ },
  'broken XML': { make: () => zip(workbookParts('<row><c></row></c><row')), reason: /^importBroken|^importNoRows/ },
  'no XML at all': { make: () => zip(workbookParts('').map((part) => (part.name === 'xl/workbook.xml' ? { ...part, data: '\0\x01garbage<' } : part))), reason: /^importBroken|^importNoRows/ },
  'a damaged zip': { make: () => zip(workbookParts(xmlRow(1, ['a']))).slice(0, -30), reason: /^importBroken/ },
  'a zip that is cut in the middle': { make: () => { const bytes = zip(workbookParts(xmlRow(1, ['a']))); bytes.fill(0, 200, 500); return bytes; }, reason: /^importBroken/ },
  'entities that expand': { make: () => zip(workbookParts('').map((part) => (part.name === sheetPart ? { ...part, data: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>` } : part))), reason: /^importBroken/ },
  'an entity that names a file': { make: () => zip(workbookParts('').map((part) => (part.name === 'xl/workbook.xml' ? { ...part, data: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${part.data}` } : part))), reason: /^importBroken/ },
  'links to other workbooks': { make: () => zip(workbookParts(xmlRow(1, ['a']), [{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }])), reason: /^importLinks/ },
  macros: { make: () => zip(workbookParts(xmlRow(1, ['a']), [{ name: 'xl/vbaProject.bin', data: 'x' }])), reason: /^importMacros/ },
  'an encrypted part': { make: () => zip(workbookParts('').map((part) => ({ ...part, encrypted: true }))), reason: /^importEncrypted/ },
  'a workbook under a password': { make: () => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')])), reason: /^importEncrypted/ },
  'the old binary format': { make: () => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(5000)])), reason: /^importOldExcel/ },
  'a zip that is no workbook': { make: () => zip([{ name: 'word/document.xml', data: '<x/>' }]), reason: /^importNotATable/ },
  'a PDF': { make: () => new TextEncoder().encode('%PDF-1.7\nsome text'), reason: /^importNotATable/ },
  'a picture': { make: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), reason: /^importNotATable/ },
  'binary after a page of text': { make: () => new Uint8Array(Buffer.concat([Buffer.from('a;b\n'.repeat(2_000)), Buffer.alloc(100)])), reason: /^importNotATable/ },
  'a file beyond the limit': { make: () => new Uint8Array(5_000_001).fill(97), reason: /^importTooLarge:5/ },
  'an empty file': { make: () => new Uint8Array(), reason: /^fileEmpty/ },
};

describe('refused with a reason while this thread goes on working', () => {
  test.each(Object.entries(heavy))('%s', async (_name, { make, reason }) => {
    const bytes = make();
    let [last, longestPause] = [performance.now(), 0];
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 10);
    const begin = performance.now();
    const result = await readTable(bytes, { patience: 14_000 }); // the reason, not the time it takes on a busy machine; the bound below holds
    clearInterval(beat);
    expect(result.ok ? 'read' : result.reason).toMatch(reason);
    expect(performance.now() - begin).toBeLessThan(15_000);
    expect(longestPause).toBeLessThan(2_000);
  });

  test('what takes too long is stopped', async () => {
    const bytes = zip(workbookParts(numbers(100_000).map((one) => xmlRow(1, [one])).join('')));
    expect(await readTable(bytes, { patience: 5 })).toEqual({ ok: false, reason: 'importTooComplex' });
    expect(await readTable(zip(workbookParts(xmlRow(1, ['still', 'here']))))).toEqual({ ok: true, rows: [{ number: 1, cells: ['still', 'here'] }] });
  });

  test('more files than the machine reads at once wait, and the rest is told to come back', async () => {
    const bytes = zip(workbookParts(xmlRow(1, ['a'])));
    const results = await Promise.all(Array.from({ length: 13 }, () => readTable(bytes)));
    expect(results.filter((result) => result.ok)).toHaveLength(10);
    expect(results.filter((result) => !result.ok && result.reason === 'importBusy')).toHaveLength(3);
  });
});

/** The same without a thread, for what needs none to be found out. */
async function readHere(bytes: Uint8Array): Promise<string> {
  if (bytes[0] !== 0x50) {
    const result = await readTable(bytes);
    return result.ok ? 'read' : result.reason;
  }
  return parseXlsx(bytes, readLimits).then(
    (rows) => (rows.length === 0 ? 'importNoRows' : 'read'),
    (error: unknown) => (error instanceof FileRefusal ? error.reason : `threw ${error}`),
  );
}

test.each(Object.entries(light))('refused at once: %s', async (_name, { make, reason }) => {
  expect(await readHere(make())).toMatch(reason);
});

test('a formula gives the value it had when the file was saved, and is never worked out', async () => {
  const cells = '<c><f>1+1</f><v>2</v></c><c t="str"><f>CONCATENATE("a","b")</f><v>ab</v></c><c><f>HYPERLINK("http://x")</f></c><c t="inlineStr"><is><t>=1+1</t></is></c>';
  expect(await parseXlsx(zip(workbookParts(`<row r="3">${cells}</row>`)), readLimits)).toEqual([{ number: 3, cells: [2, 'ab', null, '=1+1'] }]);
});

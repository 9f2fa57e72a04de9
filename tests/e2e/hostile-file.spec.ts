import { newId } from '@/lib/shared/ids';
import { workbookParts, xmlRow, zip } from '../support/zip';
import { expect, signIn, test } from './world';

const sheetPart = 'xl/worksheets/sheet1.xml';
const texts = (text: string) => new TextEncoder().encode(text);
const sheet = (data: string, declared?: number) => workbookParts('').map((part) => (part.name === sheetPart ? { ...part, data, ...(declared && { declared }) } : part));
const hostile: [name: string, bytes: () => Uint8Array, reason: RegExp][] = [
  ['a zip bomb', () => zip(workbookParts(' '.repeat(100_000_000))), /^importUnpacks/],
  ['a zip bomb that lies about its size', () => zip(sheet(' '.repeat(80_000_000), 2_000)), /^importUnpacks/],
  ['a million rows', () => zip(workbookParts('<row><c><v>1</v></c></row>'.repeat(1_000_000))), /^import(TooManyRows|Unpacks)/],
  ['a million lines of text', () => texts('a\n'.repeat(1_000_000)), /^importTooManyRows/],
  ['a quote that never closes', () => texts(`a;b\n"${'x";"'.repeat(1_000_000)}`), /^import/],
  ['broken XML', () => zip(workbookParts('<row><c></row></c><row')), /^import(Broken|NoRows)/],
  ['entities that expand', () => zip(sheet('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>')), /^importBroken/],
  ['a PDF that calls itself a workbook', () => texts('%PDF-1.7\nnothing'), /^importNotATable/],
  ['a workbook with macros', () => zip(workbookParts(xmlRow(1, ['a']), [{ name: 'xl/vbaProject.bin', data: 'x' }])), /^importMacros/],
  ['more than the limit', () => new Uint8Array(6_000_000).fill(97), /^importTooLarge/],
];
const most = 15_000;

test('the server refuses hostile files within seconds, says why, and goes on answering', async ({ page, world, baseURL }) => {
  test.setTimeout(240_000);
  await signIn(page, world.emails.staff);
  const origin = { origin: baseURL as string, 'sec-fetch-site': 'same-origin' };
  const upload = (bytes: Uint8Array) =>
    page.request.post('/api/imports', { headers: origin, timeout: 60_000, multipart: { projectId: world.projectId, id: newId(), kind: 'people', activityId: '', file: { name: 'list.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) } } });
  // Somebody else keeps asking whether the server lives, all the while.
  const beats: number[] = [];
  let over = false;
  const beating = (async () => {
    while (!over) {
      const begin = performance.now();
      const response = await fetch(`${baseURL}/api/health`, { signal: AbortSignal.timeout(most) });
      expect(response.status).toBe(200);
      beats.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  try {
    for (const [name, make, reason] of hostile) {
      const bytes = make();
      const begin = performance.now();
      const response = await upload(bytes);
      const answer = (await response.json()) as { ok: boolean; reason: string };
      expect([response.status(), answer.ok], name).toEqual([400, false]);
      expect(answer.reason, name).toMatch(reason);
      expect(performance.now() - begin, name).toBeLessThan(most);
    }
    // All at once, too: what the machine cannot read now is told to come back.
    const together = await Promise.all(hostile.slice(0, 8).map(([, make]) => upload(make())));
    expect(together.map((response) => response.status())).toEqual(together.map(() => 400));
  } finally {
    over = true;
    await beating;
  }
  expect(beats.length).toBeGreaterThan(10);
  expect(Math.max(...beats)).toBeLessThan(5_000);

  // A formula is a value like any other, never worked out.
  const formula = await upload(zip(workbookParts(`${xmlRow(1, ['Prezime', 'Ime'])}<row r="2"><c t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c><c><f>1+1</f><v>2</v></c></row>`)));
  expect(formula.status()).toBe(200);
});

import fc from 'fast-check';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qr, qrRuns, signatures } from '@/lib/exchange/pdf/marks';
import { pdfBytes, pdfResponse } from '@/lib/exchange/pdf/response';
import { type Draw, type PdfPlan, writePdf } from '@/lib/exchange/pdf/sheet';
import { table } from '@/lib/exchange/pdf/table';
import { facts, heading, paragraph, title } from '@/lib/exchange/pdf/text';
import { wording } from '@/lib/i18n/wording';
import { readPdf } from '@/tests/support/pdf';

const moment = new Date('2018-05-18T08:00:00Z');
const frame = { head: 'PX.0009', reference: 'TR-001', foot: 'Printed', pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`, notice: 'ILLUSTRATIVE' };
const plan: PdfPlan = { title: 'Spisak učesnika', languages: ['cnr', 'en'], moment, frame };
const written = async (draw: Draw, options: Partial<PdfPlan> = {}) => pdfBytes(writePdf({ ...plan, ...options }, draw));

describe('a PDF', () => {
  it('holds every letter of both languages, says its title and language, and is tagged for readers', async () => {
    const read = await readPdf(
      await written((sheet) => {
        title(sheet, ['Šćepan Đurđević, Žabljak', 'čćšžđ ČĆŠŽĐ']);
        heading(sheet, ['Učesnici', 'Participants']);
        facts(sheet, [{ label: 'Mjesto', value: 'Nikšić' }, null, { label: 'Prazno', value: '' }]);
        paragraph(sheet, ['Riječ', 'Word']);
        signatures(sheet, [{ label: ['Predao', 'Handed over'], name: 'Đorđe Šćekić' }]);
        qr(sheet, 'https://example.org', { left: 50, top: 500, side: 80 }, 'Opens the list');
      }),
    );
    expect(read.pages).toHaveLength(1);
    for (const text of ['Šćepan Đurđević, Žabljak', 'čćšžđ ČĆŠŽĐ', 'Učesnici', 'Participants', 'Nikšić', 'Riječ', 'Word', 'Đorđe Šćekić', 'PX.0009', 'ILLUSTRATIVE', 'Page 1 of 1']) expect(read.pages[0]).toContain(text);
    expect(read.pages[0]).not.toContain('Prazno');
    expect(read).toMatchObject({ title: 'Spisak učesnika', language: 'sr-Latn-ME', tagged: true });
  });

  it('breaks a long table between rows, with its head and the page number on every page', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [String(index + 1), { text: `Osoba ${index + 1}`, soft: 'Podgorica' }, '']);
    const columns = [{ head: ['Br.', 'No'], share: 0.1 }, { head: ['Ime', 'Name'], share: 0.6 }, { head: 'Potpis', share: 0.3 }];
    const { pages } = await readPdf(await written((sheet) => table(sheet, { columns, rows, rowHeight: 26, striped: true })));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toContain('Potpis');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    const seen = pages.flatMap((page) => [...page.matchAll(/Osoba (\d+)/g)].map((match) => Number(match[1])));
    expect(seen).toEqual(rows.map((_, index) => index + 1));
  });

  it('breaks a long paragraph over pages without losing a word', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `r${index}`);
    const { pages } = await readPdf(await written((sheet) => paragraph(sheet, words.join(' '))));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join(' ').match(/\br\d+\b/g)).toEqual(words);
  });

  it('has the same bytes when made again', async () => {
    const make = () => written((sheet) => paragraph(sheet, 'Isto'));
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
  });

  it('is sent while it is drawn: bare pages wait for their reader', async () => {
    let drawn = 0;
    const pdf = writePdf({ ...plan, frame: undefined }, async (sheet) => {
      for (let page = 0; page < 400; page += 1) {
        if (page > 0) sheet.page();
        for (let row = 0; row < 40; row += 1) paragraph(sheet, `${page} ${row} ${Math.sin(page * row)}`);
        await sheet.breathe();
        drawn += 1;
      }
    });
    const reader = pdf[Symbol.asyncIterator]();
    await reader.next();
    for (let before = -1; before !== drawn; ) {
      before = drawn;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(drawn).toBeLessThan(400);
    while (!(await reader.next()).done);
    expect(drawn).toBe(400);
  });

  it('goes out with the right type and a file name of any letters', () => {
    const response = pdfResponse(writePdf(plan, () => {}), 'TR-001 potpisni list Žabljak');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''TR-001%20potpisni%20list%20%C5%BDabljak.pdf");
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('fails as a stream when drawing fails', async () => {
    await expect(written(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});

it('draws a QR code that a phone reads', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const { size, runs } = qrRuns(url);
      const [scale, quiet] = [4, 4];
      const side = (size + 2 * quiet) * scale;
      const picture = new Uint8ClampedArray(side * side * 4).fill(255);
      for (const [column, row, length] of runs)
        for (let y = (row + quiet) * scale; y < (row + quiet + 1) * scale; y += 1)
          for (let x = (column + quiet) * scale; x < (column + quiet + length) * scale; x += 1) picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      expect(jsqr(picture, side, side)?.data).toBe(url);
    }),
    { numRuns: 6 },
  );
});

it('says a text in each language asked for, outside any request', () => {
  const both = wording(['cnr', 'en'], 'trainings');
  expect(both.all('participants')).toEqual(['Učesnici', 'Participants']);
  expect(both.one('participants')).toBe('Učesnici');
  expect(both.format.locale).toBe('sr-Latn-ME');
});

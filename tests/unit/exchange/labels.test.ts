import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { labelFormats, labelSheets, perPage, placeOf, startOf } from '@/lib/equipment/rules/label-sheets';
import { labelPath, readLabel } from '@/lib/equipment/rules/labels';
import { labelSheet } from '@/lib/exchange/pdf/labels';
import { qrRuns } from '@/lib/exchange/pdf/marks';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { newId } from '@/lib/shared/ids';
import { readPdf } from '@/tests/support/pdf';

const labels = (count: number) => Array.from({ length: count }, (_, index) => ({ id: newId(), assetTag: `PX.0009-${String(index + 1).padStart(4, '0')}`, description: 'Prenosni računar Šćepanović Edition' }));
const data = { owner: 'Međunarodna organizacija za migracije', contact: 'nadjeno@example.org', origin: 'https://capacity.example.org', printed: new Date('2019-03-20T10:00:00Z') };
const paper = (format: keyof typeof labelSheets, count: number, start = 0) => labelSheet({ ...data, sheet: labelSheets[format], labels: labels(count), start }, ['cnr', 'en']);

describe('sheets of labels', () => {
  it('lie within their page, none over another', () => {
    for (const format of labelFormats) {
      const sheet = labelSheets[format];
      const places = Array.from({ length: perPage(sheet) }, (_, index) => placeOf(sheet, index));
      for (const [index, { left, top }] of places.entries()) {
        expect(left >= 0 && top >= 0 && left + sheet.label[0] <= sheet.page[0] + 0.01 && top + sheet.label[1] <= sheet.page[1] + 0.01, `${format} ${index}`).toBe(true);
        const clear = places.slice(0, index).every((other) => other.left + sheet.label[0] <= left + 0.01 || other.top + sheet.label[1] <= top + 0.01 || other.top >= top + sheet.label[1]);
        expect(clear, `${format} ${index}`).toBe(true);
      }
    }
  });

  it('start at the first free label that was named', () => {
    expect(['1', '5', '99', '0', 'x', null].map((asked) => startOf(labelSheets.a4_21, asked))).toEqual([0, 4, 20, 0, 0, 0]);
  });

  it('carry tag, owner and contact in both languages, as many to a page as fit', async () => {
    const { pages, tagged } = await readPdf(await pdfBytes(paper('a4_21', 45, 4)));
    expect([pages.length, tagged]).toEqual([3, true]);
    expect(pages[0]).toContain('PX.0009-0017');
    expect(pages[0]).not.toContain('PX.0009-0018');
    for (const part of ['Vlasništvo / Property of: Međunarodna', 'Javiti na / Report to: nadjeno@example.org', 'Prenosni računar']) expect(pages[0]).toContain(part);
    const single = await readPdf(await pdfBytes(paper('roll_62', 3)));
    expect(single.pages).toHaveLength(3);
    for (const format of labelFormats) expect((await readPdf(await pdfBytes(paper(format, 2)))).pages.join(' '), format).toContain('PX.0009-0002');
  });

  it('have a code that a reader finds and that leads back to the item', () => {
    const id = newId();
    const { size, runs } = qrRuns(`${data.origin}${labelPath(id)}`);
    const [module, edge] = [4, (size + 8) * 4];
    const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
    for (const [column, row, length] of runs)
      for (let y = 0; y < module; y += 1) for (let x = 0; x < length * module; x += 1) pixels.fill(0, (((row + 4) * module + y) * edge + (column + 4) * module + x) * 4, (((row + 4) * module + y) * edge + (column + 4) * module + x) * 4 + 3);
    expect(readLabel(jsQR(pixels, edge, edge)?.data ?? '')).toBe(id);
  });

  it('500 of them take under 10 seconds of work while hardly anything is held', async () => {
    const began = process.cpuUsage();
    let [waiting, bytes] = [0, 0];
    const pdf = paper('a4_65', 500);
    for await (const chunk of pdf) {
      bytes += (chunk as Buffer).byteLength;
      waiting = Math.max(waiting, pdf.readableLength);
    }
    // Time of the processor, not of the clock: other tests run beside this one.
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(10_000);
    expect(bytes).toBeGreaterThan(50_000);
    // A page beside the buffer at most: what is drawn waits for who reads.
    expect(waiting).toBeLessThan(1_500_000);
  }, 60_000);
});

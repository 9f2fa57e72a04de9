import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type HandOverPaper, handOverCertificate } from '@/lib/exchange/pdf/hand-over';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { readPdf } from '@/tests/support/pdf';

const items = Array.from({ length: 60 }, (_, index) => ({ assetTag: `PX.0009-${String(index + 1).padStart(4, '0')}`, description: 'Prenosni računar', make: 'Acme', model: 'R1', serialNumber: index === 59 ? null : `SN-Č${index + 1}`, quantity: index === 59 ? 12 : 1, value: index === 0 ? null : '1250.50', currency: index === 1 ? 'USD' : 'EUR' }));
const data: HandOverPaper = {
  project: { projectsId: 'PX.0009', title: 'Enhancing the capacities of Montenegro', illustrative: true },
  organisation: 'IOM',
  title: 'IT oprema za Specijalnu jedinicu',
  place: 'Podgorica',
  recipient: ['Sektor granične policije', 'Border Police'],
  content: { reference: 'EQ-004', date: '2019-03-20', recipientInstitutionId: 'x', hander: 'Milena Đurović', receiver: 'Željko Šćepanović', receiverPost: 'Načelnik', terms: 'Oprema postaje vlasništvo primaoca.', items },
  sha: '7f3a90c1'.padEnd(64, '0'),
  signatures: [],
  verificationCode: '7K3QX-M9T2B',
  address: 'http://localhost:3000/verify?code=7K3QX-M9T2B&print=7F3A90C1',
  printed: new Date('2019-03-20T23:30:00Z'),
  timeZone: 'Europe/Podgorica',
};
const read = async (languages: ['en' | 'cnr', ...('en' | 'cnr')[]], changes: Partial<HandOverPaper> = {}) => readPdf(await pdfBytes(handOverCertificate({ ...data, ...changes }, languages)));

describe('the certificate of a hand-over', () => {
  it('names every item with number, tag, serial and value, both parties, terms and code, in two languages', async () => {
    const { pages, language, tagged } = await read(['cnr', 'en']);
    const text = pages.join(' ');
    for (const [index, item] of items.entries()) for (const part of [`${index + 1} `, item.assetTag, item.serialNumber ?? '–']) expect(text).toContain(part);
    for (const part of ['Zapisnik o primopredaji', 'Certificate of hand-over', 'Sektor granične policije / Border Police', 'Željko Šćepanović, Načelnik', 'Milena Đurović, IOM', 'Oprema postaje vlasništvo primaoca.', '7K3QX-M9T2B', '7F3A 90C1', '20. mart 2019', 'Predao/la: ime, potpis, datum', 'Received: name, signature, date, stamp']) expect(text).toContain(part);
    // Totals per currency, never added up; the item without a value adds nothing.
    expect(text.replace(/\u00a0/g, ' ')).toContain('EUR 72.529,00'.replace(',00', ''));
    expect(text.replace(/\u00a0/g, ' ')).toContain('USD 1.250,50');
    expect(text).toContain('21. mart 2019. 00:30');
    expect([pages.length > 1, tagged, language]).toEqual([true, true, 'sr-Latn-ME']);
    expect(pages[1]).toContain('Serijski broj'); // the head of the table comes again
  });

  it('shows who signed, how, when and on whose behalf, with the drawing', async () => {
    const drawing = await sharp({ create: { width: 200, height: 60, channels: 4, background: { r: 0, g: 0, b: 60, alpha: 1 } } }).png().toBuffer();
    const signed = { party: 'receiver' as const, way: 'link' as const, signerName: 'Ana Kovač', signerPost: 'Zamjenica', onBehalfOf: 'Željko Šćepanović', reason: 'Na službenom putu', drawing, signedAt: new Date('2019-03-20T10:00:00Z') };
    const text = (await read(['en'], { signatures: [signed] })).pages.join(' ');
    expect(text).toContain('signed by link by Ana Kovač, Zamjenica, 20 Mar 2019, 11:00, on behalf of Željko Šćepanović: Na službenom putu.');
    expect(text).not.toContain('Received: name, signature, date, stamp');
    expect(text).toContain('Handed over: name, signature, date');
    const typed = (await read(['en'], { signatures: [{ ...signed, drawing: null, onBehalfOf: null, reason: null, way: 'screen' }] })).pages.join(' ');
    expect(typed).toContain('signed on screen by Ana Kovač, Zamjenica, 20 Mar 2019, 11:00.');
  });
});

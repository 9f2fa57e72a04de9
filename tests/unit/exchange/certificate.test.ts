import { describe, expect, it } from 'vitest';
import { type CertificateBatch, certificatesPdf } from '@/lib/exchange/pdf/certificate';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { readPdf } from '@/tests/support/pdf';

const one = { number: 'PX.0009-C-0001', name: 'Đurđica Šćepanović-Žižić', course: 'Prepoznavanje žrtava trgovine ljudima na graničnim prelazima', place: 'Nikšić', heldFrom: '2018-05-16', heldTo: '2018-05-18', hours: 18, issuedOn: '2018-06-01', verificationCode: '7K3QX-M9T2B' };
const batch: CertificateBatch = {
  project: { projectsId: 'PX.0009', title: 'Enhancing Counter Smuggling capacities', implementer: 'IOM Montenegro', donor: 'Donor Fund', illustrative: false },
  certificates: [one, { ...one, number: 'PX.0009-C-0002', name: 'Ćamil Čelebić', verificationCode: 'AAAAA-22222' }],
  verifyAt: 'https://capacity.example.org/verify',
  moment: new Date('2018-06-01T10:00:00Z'),
};

describe('certificates', () => {
  it('come as one file, a page each, with what was learnt, when, and what proves it', async () => {
    const { pages, title, tagged } = await readPdf(await pdfBytes(certificatesPdf(batch, ['cnr', 'en'])));
    expect(pages).toHaveLength(2);
    for (const text of ['Certificate', one.name, one.course, 'Nikšić', '18 sati / 18 hours', 'PX.0009-C-0001', '7K3QX-M9T2B', 'capacity.example.org/verify', 'IOM Montenegro', 'Donor Fund', 'Izdato 1. jun 2018. / Issued 1 Jun 2018']) expect(pages[0]).toContain(text);
    expect(pages[0]?.replaceAll(' ', '')).toContain('SERTIFIKAT');
    expect(pages[1]).toContain('Ćamil Čelebić');
    expect(pages[1]).not.toContain(one.name);
    expect(title).toBe('Sertifikati PX.0009');
    expect(tagged).toBe(true);
  });

  it('keep a very long name and course on their page', async () => {
    const long = { ...one, name: 'Maksimilijan Aleksandar '.repeat(8).trim(), course: 'Otkrivanje i istraživanje krijumčarenja '.repeat(7).trim() };
    const { pages } = await readPdf(await pdfBytes(certificatesPdf({ ...batch, certificates: [long] }, ['en'])));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Maksimilijan');
    expect(pages[0]).not.toContain('Sertifikat');
  });

  it('say so where people are made up', async () => {
    const { pages } = await readPdf(await pdfBytes(certificatesPdf({ ...batch, project: { ...batch.project, illustrative: true, donor: null, implementer: null } }, ['en'])));
    expect(pages[0]).toContain('ILLUSTRATIVE');
    expect(pages[0]).not.toContain('Funded');
  });
});

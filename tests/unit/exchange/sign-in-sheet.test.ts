import { describe, expect, it } from 'vitest';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { type SignInSheet, signInSheet, walkInRows } from '@/lib/exchange/pdf/sign-in-sheet';
import { listCode } from '@/lib/sheets/rules';
import { readPdf } from '@/tests/support/pdf';

const rows = Array.from({ length: 40 }, (_, index) => ({ participantId: `p${index}`, name: index === 6 ? null : `Đorđe Šćepanović-Žižić ${index + 1}`, institution: 'Sektor granične policije, Specijalna jedinica', post: index % 3 ? 'Viši inspektor' : null }));
const data: SignInSheet = {
  project: { projectsId: 'PX.0009', title: 'Enhancing the capacities of Montenegro in combating smuggling of migrants', illustrative: true },
  activity: { reference: 'TR-014', title: 'Prepoznavanje žrtava na graničnim prelazima', place: 'Nikšić', venue: 'Policijska akademija' },
  session: { number: 2, of: 3, date: '2018-05-18', hours: 6.5, topic: 'Razgovor sa žrtvom' },
  rows,
  address: 'http://localhost:3000/projects/px-0009/activities/TR-014/sheet/0190a0a0-0000-7000-8000-000000000001?list=40-ABCD',
  printed: new Date('2018-05-17T22:30:00Z'),
  timeZone: 'Europe/Podgorica',
};
const read = async (languages: ['en' | 'cnr', ...('en' | 'cnr')[]], changes: Partial<SignInSheet> = {}) => readPdf(await pdfBytes(signInSheet({ ...data, ...changes }, languages)));

describe('the sign-in sheet', () => {
  it('has a numbered row for everybody, room for walk-ins, and says which list it is', async () => {
    const { pages, language } = await read(['cnr', 'en']);
    const text = pages.join(' ');
    for (const row of rows.filter(({ name }) => name)) expect(text).toContain(row.name);
    for (let number = 1; number <= 40 + walkInRows(40); number += 1) expect(text, `row ${number}`).toMatch(new RegExp(`(^| )${number} `));
    for (const part of ['Potpisna lista', 'Sign-in sheet', 'Prepoznavanje žrtava na graničnim prelazima', 'Nikšić, Policijska akademija', '18. maj 2018', 'sesija 2 od 3', 'Razgovor sa žrtvom', 'ILUSTRATIVNO', listCode(rows.map((row) => row.participantId))]) expect(text).toContain(part);
    // Printed in the project's time zone: half past midnight of the next day.
    expect(text).toContain('18. maj 2018. 00:30');
    expect(pages.every((page, index) => page.includes(`Strana ${index + 1} od ${pages.length}`))).toBe(true);
    expect(language).toBe('sr-Latn-ME');
  });

  it('is in one language where one is wanted', async () => {
    const { pages, language } = await read(['en'], { project: { ...data.project, illustrative: false } });
    expect(pages[0]).toContain('Signature');
    expect(pages.join(' ')).not.toMatch(/Potpis|ILLUSTRATIVE/);
    expect(language).toBe('en-GB');
  });

  it('serves an activity without a list: only rows to fill in', async () => {
    const { pages } = await read(['en'], { rows: [], session: { number: 1, of: 1, date: null, hours: null, topic: null } });
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain('session 1 of 1');
  });
});

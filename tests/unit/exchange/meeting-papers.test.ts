import { describe, expect, it } from 'vitest';
import type { RecordOf } from '@/lib/activities/queries/record';
import { documentDocx } from '@/lib/exchange/docx/document';
import { type Audience, type MeetingPaper, type MeetingPaperKind, meetingPaper } from '@/lib/exchange/meeting-papers';
import { documentPdf } from '@/lib/exchange/pdf/document';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { readPdf } from '@/tests/support/pdf';
import { unzip } from '@/tests/support/zip';

const letters = 'čćšžđ ČĆŠŽĐ';
const point = { institutionId: 'unit', person: 'Đorđe Šćepanović', dueDate: '2019-04-01', priority: 'normal', status: 'open', doneOn: null };
const decision = { version: 1, state: 'open', settledOn: null, note: null, confirmations: [] };
const detail = {
  ...{ type: 'coordination', minutes: `Zapisano: ${letters}.\n\nDrugi pasus.`, restricted: false, nextDate: '2019-06-10', startTime: '10:00', endTime: '12:00', series: [], expected: [{ institutionId: 'unit', count: 3 }] },
  agenda: [
    { id: 'i1', title: 'Kalendar obuka', presenter: 'Željka Đukić', startsAt: '10:00', notes: 'Dogovoreno je šest termina.', restricted: false },
    { id: 'i2', title: 'ZATVORENA tema', presenter: 'ZATVORENI izlagač', startsAt: '11:00', notes: 'ZATVORENE bilješke', restricted: true },
  ],
  decisions: [{ ...decision, id: 'd1', number: 7, text: 'Sastanak je kvartalno', agendaItemId: 'i1' }, { ...decision, id: 'd2', number: 8, text: 'ZATVORENA odluka', agendaItemId: 'i2' }],
  actionPoints: [{ ...point, id: 'p1', number: 3, text: 'Poslati obrazac', agendaItemId: null }, { ...point, id: 'p2', number: 4, text: 'ZATVORENA obaveza', agendaItemId: 'i2' }],
  carriedOver: [{ ...point, id: 'p0', number: 1, text: 'Ranija obaveza', agendaItemId: null, reference: 'ME-001', restricted: false }, { ...point, id: 'p9', number: 2, text: 'ZATVORENA ranija', agendaItemId: null, reference: 'ME-001', restricted: true }],
};
const person = (name: string, present: boolean) => ({ id: name, personId: name, name, sex: 'female', role: 'member', institutionId: 'unit', post: 'Inspektor', preScore: null, postScore: null, sessionIds: present ? ['s'] : [], attended: present, counts: present });
const meeting = {
  ...{ kind: 'meeting', reference: 'ME-004', title: 'Kvartalna koordinacija', place: 'Nikšić', venue: 'Sala 2', plannedStart: '2019-03-10', plannedEnd: '2019-03-10', actualStart: null, actualEnd: null },
  ...{ participants: [person('Šćepan Žižić', true), person('Čedomir Ćetković', false)], headcounts: [], detail },
} as unknown as RecordOf<'meeting'>;
const data: MeetingPaper = { project: { projectsId: 'PX.0009', title: 'Project', illustrative: false, timeZone: 'Europe/Podgorica' }, meeting, institution: () => 'Specijalna jedinica', printed: new Date('2019-03-01T10:00:00Z') };

async function texts(kind: MeetingPaperKind, audience: Audience, given: MeetingPaper = data): Promise<string[]> {
  const document = meetingPaper(kind, given, audience, ['cnr', 'en']);
  if (!document) throw new Error('no paper');
  const { pages, language, tagged } = await readPdf(await pdfBytes(documentPdf(document)));
  expect([language, tagged]).toEqual(['sr-Latn-ME', true]);
  const docx = await documentDocx(document);
  const parts = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml'].map((part) => unzip(docx, part).toString('utf8'));
  return [pages.join(' '), parts.join(' ').replace(/<[^>]+>/g, '')];
}

describe('the papers of a meeting, as PDF and as Word file', () => {
  it('the agenda: bilingual, items with time and presenter, what is still open; the letters are right', async () => {
    for (const text of await texts('agenda', 'outside')) for (const part of ['Dnevni red', 'Agenda', 'Kalendar obuka', 'Željka Đukić', '10:00', '10:00–12:00', 'Nikšić, Sala 2', '10. mart 2019', 'Ranija obaveza', 'ME-004']) expect(text).toContain(part);
  });
  it('the minutes: notes, decisions and action points under their items, who came by institution; letters right', async () => {
    for (const text of await texts('minutes', 'outside')) for (const part of ['Zapisnik sa sastanka', 'Minutes of the meeting', 'Dogovoreno je šest termina.', 'Odluka br. 7: Sastanak je kvartalno', 'Poslati obrazac', letters, 'Drugi pasus', 'Specijalna jedinica']) expect(text).toContain(part);
  });
  it('what is restricted and who came by name stay out of what goes outside, and stand in what stays inside', async () => {
    for (const kind of ['agenda', 'minutes'] as const) for (const text of await texts(kind, 'outside')) expect(text).not.toMatch(/ZATVOREN|Šćepan|Čedomir|Đorđe|INTERNO/);
    for (const text of await texts('minutes', 'inside')) for (const part of ['ZATVORENA tema', 'ZATVORENE bilješke', 'ZATVORENA odluka', 'ZATVORENA obaveza', 'Šćepan Žižić', 'Đorđe Šćepanović', 'INTERNO']) expect(text).toContain(part);
    for (const text of await texts('agenda', 'inside')) expect(text).toContain('ZATVORENA ranija');
  });
  it('nothing of a restricted meeting goes outside; inside it does', async () => {
    const restricted = { ...data, meeting: { ...meeting, detail: { ...meeting.detail, restricted: true } } };
    for (const kind of ['agenda', 'minutes'] as const) expect(meetingPaper(kind, restricted, 'outside', ['en'])).toBeNull();
    for (const text of await texts('minutes', 'inside', restricted)) expect(text).toContain('INTERNO');
  });
  it('one language where one is wanted; nothing to say is said', async () => {
    const empty = { ...data, meeting: { ...meeting, participants: [], detail: { ...meeting.detail, agenda: [], decisions: [], actionPoints: [], carriedOver: [], minutes: null, expected: [] } } };
    const document = meetingPaper('agenda', empty, 'outside', ['en']);
    if (!document) throw new Error('no paper');
    const { pages } = await readPdf(await pdfBytes(documentPdf(document)));
    expect(pages[0]).toContain('No agenda yet');
    expect(pages[0]).not.toContain('Dnevni red');
  });
});

import type { ActionPointView } from '@/lib/activities/queries/details';
import type { RecordOf } from '@/lib/activities/queries/record';
import { type Wording, wording } from '@/lib/i18n/wording';
import { expectations, outsideOf } from '@/lib/meetings/rules';
import type { Block, Document, Text } from './document';
import type { PaperLanguages } from './papers';

export const meetingPapers = ['agenda', 'minutes'] as const;
export type MeetingPaperKind = (typeof meetingPapers)[number];
/** outside: for circulation, without what is restricted and without names of people; inside: as the record has it. */
export type Audience = 'outside' | 'inside';
export type MeetingPaper = { project: { projectsId: string; title: string; illustrative: boolean; timeZone: string }; meeting: RecordOf<'meeting'>; institution: (id: string | null) => string; printed: Date };

type Meeting = RecordOf<'meeting'>;
type Detail = Meeting['detail'];

/** What of a meeting may be told to an audience; null: nothing of it leaves the project (DOMAIN §5). */
export function toldTo(detail: Detail, audience: Audience): Pick<Detail, 'agenda' | 'decisions' | 'actionPoints' | 'carriedOver' | 'minutes'> | null {
  if (audience === 'inside') return detail;
  const open = outsideOf(detail);
  const nameless = <T extends { person: string | null }>(rows: readonly T[]): T[] => rows.map((row) => ({ ...row, person: null }));
  return open && { ...open, minutes: detail.minutes, actionPoints: nameless(open.actionPoints), carriedOver: nameless(detail.carriedOver.filter((point) => !point.restricted)) };
}

/** The agenda or the minutes of a meeting as a paper, in one language or two; null where nothing of it may be told to this audience. */
export function meetingPaper(kind: MeetingPaperKind, data: MeetingPaper, audience: Audience, languages: PaperLanguages): Document | null {
  const { meeting, project } = data;
  const told = toldTo(meeting.detail, audience);
  if (!told) return null;
  const words = wording(languages, 'meetings');
  const blocks = kind === 'agenda' ? agendaBlocks(told, data, words) : minutesBlocks(told, data, audience, words);
  const inside = audience === 'inside' && (meeting.detail.restricted || [...meeting.detail.agenda, ...meeting.detail.carriedOver].some((row) => row.restricted));
  return {
    title: words.all(`paper.${kind}`),
    head: `${project.projectsId} · ${project.title}`,
    reference: meeting.reference,
    foot: words.one('paper.printed', { when: words.format.moment(data.printed, project.timeZone) }),
    notice: [inside && words.all('paper.internal').join(' / '), project.illustrative && words.all('paper.illustrative').join(' / ')].filter(Boolean).join(' · ') || null,
    blocks: [{ facts: factsOf(meeting, words) }, ...blocks],
    words,
    moment: data.printed,
  };
}

function factsOf(meeting: Meeting, words: Wording) {
  const { detail } = meeting;
  const type = detail.type ? wording(words.languages as PaperLanguages, 'vocabulary').all(`meetingTypes.${detail.type}`).join(' / ') : '';
  const day = words.format.dateRange(meeting.actualStart ?? meeting.plannedStart, meeting.actualEnd ?? meeting.plannedEnd);
  return [
    { label: words.all('paper.meeting'), value: meeting.title },
    { label: words.all('type'), value: type },
    { label: words.all('date'), value: day === '–' ? '' : day },
    { label: words.all('time'), value: [detail.startTime, detail.endTime].filter(Boolean).join('–') },
    { label: words.all('paper.place'), value: [meeting.place, meeting.venue].filter(Boolean).join(', ') },
    { label: words.all('nextDate'), value: detail.nextDate ? words.format.date(detail.nextDate) : '' },
  ];
}

type Told = NonNullable<ReturnType<typeof toldTo>>;

function agendaBlocks({ agenda, carriedOver }: Told, data: MeetingPaper, words: Wording): Block[] {
  const columns = [{ head: '#', share: 0.06, align: 'center' as const }, { head: words.all('time'), share: 0.12 }, { head: words.all('paper.subject'), share: 0.54 }, { head: words.all('paper.presenter'), share: 0.28 }];
  const rows = agenda.map((item, index) => [String(index + 1), item.startsAt ?? '', item.title, item.presenter ?? '']);
  return [...(rows.length > 0 ? [{ table: { columns, rows } }] : [{ paragraph: words.all('noAgenda'), soft: true }]), ...pointBlocks(words.all('carriedOver'), carriedOver, data, words)];
}

function minutesBlocks(told: Told, data: MeetingPaper, audience: Audience, words: Wording): Block[] {
  const under = (itemId: string | null) => [
    ...told.decisions.filter((row) => row.agendaItemId === itemId).map((row) => words.one('paper.decided', { n: row.number, text: row.text })),
    ...told.actionPoints.filter((row) => row.agendaItemId === itemId).map((row) => words.one('paper.agreed', { n: row.number, text: row.text })),
  ];
  const items = told.agenda.flatMap((item, index): Block[] => {
    const below = under(item.id);
    return [
      { heading: [`${index + 1}. ${[item.startsAt, item.title].filter(Boolean).join(' ')}`], level: 2 },
      ...(item.presenter && audience === 'inside' ? [{ paragraph: words.all('presenter', { name: item.presenter }), soft: true }] : []),
      ...(item.notes ? [{ paragraph: item.notes }] : []),
      ...(below.length > 0 ? [{ list: below }] : []),
    ];
  });
  return [
    { heading: words.all('paper.attendance') },
    attendance(data, audience, words),
    ...(items.length > 0 ? [{ heading: words.all('agenda') }, ...items] : []),
    ...(told.minutes ? [{ heading: words.all('minutes') }, ...told.minutes.split(/\n{2,}/).map((paragraph) => ({ paragraph }))] : []),
    ...(told.decisions.length > 0 ? [{ heading: words.all('decisions') }, { list: told.decisions.map((row) => words.one('paper.numbered', { n: row.number, text: row.text })) }] : []),
    ...pointBlocks(words.all('actionPoints'), told.actionPoints, data, words),
  ];
}

// For outside who came is told by institution; names stay inside.
function attendance({ meeting, institution }: MeetingPaper, audience: Audience, words: Wording): Block {
  const rows = expectations({ expected: meeting.detail.expected, participants: meeting.participants.map(({ institutionId, sessionIds }) => ({ institutionId, present: sessionIds.length > 0 })), headcounts: meeting.headcounts });
  const named = (institutionId: string | null) => meeting.participants.filter((row) => row.institutionId === institutionId && row.sessionIds.length > 0 && row.name).map((row) => [row.name, row.post].filter(Boolean).join(', '));
  const columns = [{ head: words.all('institution'), share: 0.64 }, { head: words.all('expectedCount'), share: 0.18, align: 'right' as const }, { head: words.all('presentCount'), share: 0.18, align: 'right' as const }];
  return { table: { columns, rows: rows.map((row) => [{ text: institution(row.institutionId) || words.one('noInstitution'), soft: (audience === 'inside' && named(row.institutionId).join('\n')) || undefined }, words.format.number(row.expected), words.format.number(row.present)]) } };
}

function pointBlocks(heading: Text, points: readonly ActionPointView[], { institution }: MeetingPaper, words: Wording): Block[] {
  if (points.length === 0) return [];
  const columns = [{ head: words.all('number'), share: 0.08, align: 'center' as const }, { head: words.all('point'), share: 0.48 }, { head: words.all('responsible'), share: 0.28 }, { head: words.all('due'), share: 0.16 }];
  const rows = points.map((point) => [String(point.number), point.text, { text: institution(point.institutionId) || '–', soft: point.person ?? undefined }, words.format.date(point.dueDate)]);
  return [{ heading }, { table: { columns, rows } }];
}

import 'server-only';
import type { Readable } from 'node:stream';
import { type Wording, wording } from '@/lib/i18n/wording';
import { listCode } from '@/lib/sheets/rules';
import type { Language } from '@/lib/shared/vocabulary';
import { qr, signatures } from './marks';
import { type Sheet, writePdf } from './sheet';
import { colors, sizes } from './style';
import { type Cell, table } from './table';
import { facts, oneLine, paragraph, title } from './text';

export type SignInSheet = {
  project: { projectsId: string; title: string; illustrative: boolean };
  activity: { reference: string; title: string; place: string | null; venue: string | null };
  session: { number: number; of: number; date: string | null; hours: number | null; topic: string | null };
  /** in the order of the record: the row number is the place in this list; name null: anonymised */
  rows: readonly { participantId: string; name: string | null; institution: string; post: string | null }[];
  /** opens the screen on which the signed list is entered */
  address: string;
  printed: Date;
  timeZone: string;
};

const qrSide = 92;
/** Room for people who were not expected: a fifth of the list, at least six rows. */
export const walkInRows = (listed: number): number => Math.max(6, Math.ceil(listed / 5));

/** The list that people sign in one session: numbered rows, room for walk-ins, and a QR code that leads back to it. */
export function signInSheet(data: SignInSheet, languages: readonly [Language, ...Language[]]): Readable {
  const words = wording(languages, 'sheets');
  const { project, activity, session } = data;
  const part = session.of > 1 ? ` · ${words.one('paper.sessionOf', { n: session.number, of: session.of })}` : '';
  const frame = {
    head: `${project.projectsId} · ${project.title}`,
    reference: `${activity.reference}${part}`,
    foot: words.one('paper.printed', { when: words.format.moment(data.printed, data.timeZone), code: listCode(data.rows.map((row) => row.participantId)) }),
    pageOf: (page: number, pages: number) => words.one('paper.pageOf', { page, pages }),
    notice: project.illustrative ? oneLine(words.all('paper.illustrative')) : null,
  };
  return writePdf({ title: `${words.one('paper.title')} ${activity.reference}`, languages, moment: data.printed, frame }, (sheet) => {
    drawTop(sheet, data, words);
    drawList(sheet, data, words);
    paragraph(sheet, words.all('paper.privacy'), { size: sizes.tiny, soft: true });
    signatures(sheet, [{ label: words.all('paper.heldBy') }, { label: words.all('paper.takenBy') }]);
  });
}

// Title and facts stand at the left, the code at the right; the list begins below both.
function drawTop(sheet: Sheet, data: SignInSheet, words: Wording): void {
  const { activity, session } = data;
  const top = sheet.y;
  const { right, width } = sheet.box;
  sheet.box.width = width - qrSide - 12;
  title(sheet, words.all('paper.title'));
  facts(sheet, [{ label: words.all('paper.activity'), value: activity.title }], 1);
  facts(sheet, [
    { label: words.all('paper.date'), value: [words.format.date(session.date), session.hours ? words.one('paper.hours', { n: words.format.number(session.hours) }) : ''].filter(Boolean).join(' · ') },
    { label: words.all('paper.place'), value: [activity.place, activity.venue].filter(Boolean).join(', ') },
  ]);
  if (session.topic) facts(sheet, [{ label: words.all('paper.topic'), value: session.topic }], 1);
  sheet.box.width = width;
  qr(sheet, data.address, { left: right - qrSide + 8, top: top - 8, side: qrSide }, words.one('paper.qrAlt'));
  sheet.tag('P', () => sheet.font('plain', sizes.tiny, colors.soft).put(words.one('paper.scan'), right - qrSide - 2, top + qrSide - 12, { width: qrSide + 2, align: 'center' }));
  sheet.y = Math.max(sheet.y, top + qrSide + 8);
}

function drawList(sheet: Sheet, data: SignInSheet, words: Wording): void {
  const columns = [
    { head: words.all('paper.number'), share: 0.07, align: 'center' as const },
    { head: words.all('paper.name'), share: 0.3 },
    { head: words.all('paper.institution'), share: 0.35 },
    { head: words.all('paper.signature'), share: 0.28 },
  ];
  const listed = data.rows.map((row, index): Cell[] => [String(index + 1), { text: row.name ?? '', strong: true }, { text: row.institution, soft: row.post ?? undefined }, '']);
  const walkIns = Array.from({ length: walkInRows(listed.length) }, (_, index): Cell[] => [String(listed.length + index + 1), '', '', '']);
  table(sheet, { columns, rows: listed, rowHeight: 27, ruled: true });
  sheet.ensure(27 * 3);
  paragraph(sheet, words.all('paper.walkIns'), { size: sizes.small });
  table(sheet, { columns, rows: walkIns, rowHeight: 27, ruled: true });
}

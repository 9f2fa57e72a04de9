import { cellAt, cellText, findHeading, fold, type Heading, meantBy } from '@/lib/exchange/columns';
import type { TableRow } from '@/lib/exchange/table';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { MessageKey } from '@/lib/shared/result';
import type { ParticipantRole, Sex } from '@/lib/shared/vocabulary';
import { rosterRowSchema } from '../../schema/roster';
import type { Incoming } from '../matching';
import { presence, readColumns, type RosterTarget, sessionHeading, sessionPlace } from './columns';

export type InstitutionNames = { id: string; names: readonly string[]; /** the project lists it or something around it */ near: boolean; /** what lists of the project call it, as somebody said */ said?: readonly string[] };
/** A name that no institution, or more than one, bears, and in how many lines it stands. */
export type UnknownInstitution = { name: string; lines: number };
/** What one line of a list says; null: it does not say. */
export type RosterValues = Incoming & { rank: string | null; email: string | null; phone: string | null; role: ParticipantRole | null; preScore: number | null; postScore: number | null; sessionIds: string[] | null };
/** Why a line is refused: the column's key, and a key of errors.json. */
export type RowReason = { column: string; message: MessageKey };
export type ParsedRow = { number: number; label: string; values: RosterValues | null; reasons: RowReason[] };
export type ParsedRoster = { heading: Heading; rows: ParsedRow[]; saysAttendance: boolean; unknownInstitutions: UnknownInstitution[] };

/** The lines of a list as people with what the list says of each, or why a line cannot be taken. Null where no heading names people. */
export function parseRoster(rows: readonly TableRow[], target: RosterTarget | null, institutions: readonly InstitutionNames[]): ParsedRoster | null {
  const columns = readColumns(target);
  const found = findHeading(rows, columns, sessionHeading(target));
  if (!found || !namesPeople(found.heading)) return null;
  const { body } = found;
  const heading = { ...found.heading, unknown: found.heading.unknown.filter((text) => !aside.has(fold(text))) };
  const known = institutionIndex(institutions);
  const unknown = new Map<string, UnknownInstitution>();
  const reader: Reader = { heading, target, known, unknown, columns: new Map(columns.map((column) => [column.key, column.values ?? []])) };
  return { heading, rows: body.map((row) => parseRow(row, reader)), saysAttendance: Object.keys(heading.at).some((key) => sessionPlace(key) !== null), unknownInstitutions: [...unknown.values()] };
}

// Columns that every list has and nobody needs to be told about: running numbers, signatures, and the reason column of an earlier attempt.
const aside = new Set(['rbr', 'rb', 'redbr', 'redbroj', 'redni broj', 'br', 'no', 'nr', 'n', 'Number', 'Potpis', 'Signature', 'Reason', 'Razlog', ''].map(fold));

const namesPeople = ({ at }: Heading) => 'givenFirst' in at || 'familyFirst' in at || ('familyName' in at && 'givenName' in at);

type Reader = { heading: Heading; target: RosterTarget | null; known: Map<string, string | null>; unknown: Map<string, UnknownInstitution>; columns: Map<string, readonly Parameters<typeof meantBy>[0][number][]> };

function parseRow(row: TableRow, reader: Reader): ParsedRow {
  const reasons: RowReason[] = [];
  const text = (key: string) => cellText(cellAt(row, reader.heading, key));
  const names = namesIn(text);
  const checked = rosterRowSchema.safeParse({ ...names, birthYear: yearIn(text('birthYear')), post: text('post'), rank: text('rank'), email: text('email'), phone: text('phone'), preScore: text('preScore').replace(/\s*%$/, ''), postScore: text('postScore').replace(/\s*%$/, '') });
  if (!checked.success) for (const [column, message] of Object.entries(flattenZodIssues(checked.error))) reasons.push({ column, message });
  const word = <T extends string>(key: string): T | null => closedWord<T>(row, reader, key, reasons);
  const [sex, role, institutionId, sessionIds] = [word<Sex>('sex'), word<ParticipantRole>('role'), institutionIn(text('institution'), reader, reasons), sessionsIn(row, reader, reasons)];
  const label = [names.familyName, names.givenName].filter(Boolean).join(', ');
  return { number: row.number, label, values: checked.success && reasons.length === 0 ? { ...checked.data, sex, role, institutionId, sessionIds } : null, reasons };
}

// 'Ana Marija Popović': where one cell holds both names, the family name is the one word that stands last (or first).
function namesIn(text: (key: string) => string): { givenName: string; familyName: string } {
  if (text('familyName') || text('givenName')) return { givenName: text('givenName'), familyName: text('familyName') };
  const first = text('givenFirst').split(/\s+/).filter(Boolean);
  if (first.length > 0) return { givenName: first.slice(0, -1).join(' '), familyName: first.at(-1) ?? '' };
  const [familyName = '', ...given] = text('familyFirst').split(/[\s,]+/).filter(Boolean);
  return { givenName: given.join(' '), familyName };
}

// A date of birth gives its year; nothing more of it is kept.
const yearIn = (text: string): string => /^(\d{4})-\d{2}-\d{2}/.exec(text)?.[1] ?? /^\d{1,2}[./-]\s?\d{1,2}[./-]\s?(\d{4})\.?$/.exec(text)?.[1] ?? text.replace(/\.$/, '');

function closedWord<T extends string>(row: TableRow, { heading, columns }: Reader, key: string, reasons: RowReason[]): T | null {
  const meant = meantBy(columns.get(key) ?? [], cellAt(row, heading, key));
  if (meant === undefined) reasons.push({ column: key, message: 'invalidChoice' });
  return (meant || null) as T | null;
}

/** Every name of every institution; null where a name means several. The project's own win over others of the same name, and what somebody said over all. */
function institutionIndex(institutions: readonly InstitutionNames[]): Map<string, string | null> {
  const index = new Map<string, string | null>();
  for (const near of [false, true]) {
    const own = new Map<string, Set<string>>();
    for (const one of institutions) if (one.near === near) for (const name of one.names) own.set(fold(name), (own.get(fold(name)) ?? new Set()).add(one.id));
    for (const [name, ids] of own) index.set(name, ids.size === 1 ? ([...ids][0] ?? null) : null);
  }
  for (const { id, said } of institutions) for (const name of said ?? []) index.set(fold(name), id);
  return index;
}

function institutionIn(text: string, { known, unknown }: Reader, reasons: RowReason[]): string | null {
  if (text === '') return null;
  const id = known.get(fold(text));
  if (!id && text.length <= 300) unknown.set(fold(text), { name: unknown.get(fold(text))?.name ?? text, lines: (unknown.get(fold(text))?.lines ?? 0) + 1 });
  if (!id) reasons.push({ column: 'institution', message: id === null ? 'institutionAmbiguous' : 'institutionUnknown' });
  return id ?? null;
}

function sessionsIn(row: TableRow, { heading, target }: Reader, reasons: RowReason[]): string[] | null {
  const stated = Object.keys(heading.at).flatMap((key) => (sessionPlace(key) === null ? [] : [{ key, session: target?.sessions[sessionPlace(key) ?? -1] }]));
  if (stated.length === 0) return null;
  return stated.flatMap(({ key, session }) => {
    const there = presence(cellText(cellAt(row, heading, key)));
    if (there === undefined) reasons.push({ column: key, message: 'attendanceUnknown' });
    return there && session ? [session.id] : [];
  });
}

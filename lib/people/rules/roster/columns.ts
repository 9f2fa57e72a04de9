import { type Column, fold } from '@/lib/exchange/columns';
import type { ParticipantRole } from '@/lib/shared/vocabulary';

// Headings and closed words as people write them in lists, in both languages. The template uses the first wording; reading understands them all.
const names: Column[] = [
  { key: 'familyName', wording: { en: 'Family name', cnr: 'Prezime' }, also: ['Surname', 'Last name'], required: true, width: 22 },
  { key: 'givenName', wording: { en: 'Given name', cnr: 'Ime' }, also: ['First name', 'Name'], required: true, width: 22 },
];
/** Both names in one cell: known when reading, never in the template. */
const fullNames: Column[] = [
  { key: 'givenFirst', wording: { en: 'Given and family name', cnr: 'Ime i prezime' }, also: ['Full name', 'Name and surname', 'First and last name', 'Participant', 'Učesnik', 'Polaznik'] },
  { key: 'familyFirst', wording: { en: 'Family and given name', cnr: 'Prezime i ime' }, also: ['Surname and name', 'Last and first name'] },
];
const facts: Column[] = [
  {
    key: 'sex',
    wording: { en: 'Sex', cnr: 'Pol' },
    also: ['Gender', 'Rod', 'Spol', 'M/F', 'F/M', 'M/Ž', 'Ž/M'],
    width: 14,
    values: [
      { value: 'female', wording: { en: 'Female', cnr: 'Ženski' }, also: ['f', 'ž', 'w', 'woman', 'žena', 'žensko'] },
      { value: 'male', wording: { en: 'Male', cnr: 'Muški' }, also: ['m', 'man', 'muškarac', 'muško'] },
      { value: 'other', wording: { en: 'Other', cnr: 'Drugo' }, also: ['o', 'x'] },
      { value: 'not_stated', wording: { en: 'Not stated', cnr: 'Nije navedeno' }, also: ['n/a', '-', '?'] },
    ],
  },
  { key: 'birthYear', wording: { en: 'Birth year', cnr: 'Godina rođenja' }, also: ['Year of birth', 'Born', 'Date of birth', 'Birth date', 'Datum rođenja', 'Godište', 'Rođen'], width: 14, hint: { en: 'Four digits, for example 1985', cnr: 'Četiri cifre, na primjer 1985' } },
  { key: 'institution', wording: { en: 'Institution', cnr: 'Institucija' }, also: ['Organisation', 'Organization', 'Unit', 'Organizacija', 'Ustanova', 'Jedinica', 'Organ'], width: 40, hint: { en: 'As in the list on the next sheet', cnr: 'Kao u spisku na sljedećem listu' } },
  { key: 'post', wording: { en: 'Post', cnr: 'Radno mjesto' }, also: ['Position', 'Function', 'Job title', 'Title', 'Funkcija', 'Pozicija', 'Zvanje i funkcija'], width: 30 },
  { key: 'rank', wording: { en: 'Rank', cnr: 'Čin' }, also: ['Zvanje'], width: 18 },
  { key: 'email', wording: { en: 'E-mail', cnr: 'E-pošta' }, also: ['Email', 'Mail', 'E-mail address', 'Imejl'], width: 28 },
  { key: 'phone', wording: { en: 'Phone', cnr: 'Telefon' }, also: ['Telephone', 'Mobile', 'Mobilni', 'Broj telefona'], width: 18 },
];
const roleWords: Record<ParticipantRole, { en: string; cnr: string; also: string[] }> = {
  trainee: { en: 'Trainee', cnr: 'Polaznik', also: ['Participant', 'Učesnik', 'Polaznica', 'Učesnica'] },
  trainer: { en: 'Trainer', cnr: 'Predavač', also: ['Lecturer', 'Facilitator', 'Trener', 'Trenerica', 'Predavačica'] },
  chair: { en: 'Chair', cnr: 'Predsjedavajući', also: ['Chairperson', 'Predsjedavajuća'] },
  member: { en: 'Member', cnr: 'Član', also: ['Participant', 'Članica', 'Učesnik', 'Učesnica'] },
  observer: { en: 'Observer', cnr: 'Posmatrač', also: ['Posmatračica'] },
};
const scores: Column[] = [
  { key: 'preScore', wording: { en: 'Score before (%)', cnr: 'Rezultat prije (%)' }, also: ['Pre-test', 'Pre score', 'Pretest', 'Ulazni test', 'Početni test', 'Test prije'], width: 18, hint: { en: '0 to 100', cnr: '0 do 100' } },
  { key: 'postScore', wording: { en: 'Score after (%)', cnr: 'Rezultat poslije (%)' }, also: ['Post-test', 'Post score', 'Posttest', 'Izlazni test', 'Završni test', 'Test poslije'], width: 18, hint: { en: '0 to 100', cnr: '0 do 100' } },
];

/** What a list is read for: the people of the register, or who stood in an activity. */
export type RosterTarget = { sessions: readonly { id: string; date: string | null }[]; roles: readonly ParticipantRole[]; scores: boolean };

const roleColumn = (roles: readonly ParticipantRole[]): Column => ({
  key: 'role',
  wording: { en: 'Role', cnr: 'Uloga' },
  width: 16,
  values: roles.map((value) => ({ value, wording: { en: roleWords[value].en, cnr: roleWords[value].cnr }, also: roleWords[value].also })),
});
/** A list of one session has one column of attendance, which needs no number; with several it would not say which. */
const attendanceWords = ['Attendance', 'Attended', 'Present', 'Prisustvo', 'Prisutan', 'Prisutna', 'Prisutan/na', 'Prisutni'];
const sessionColumn = (date: string | null, at: number, only: boolean): Column => ({
  key: sessionKey(at),
  wording: { en: `Session ${at + 1}`, cnr: `Sesija ${at + 1}` },
  also: [...(date ? [date, date.split('-').reverse().join('.')] : []), ...(only ? attendanceWords : [])],
  width: 12,
  hint: { en: `${date ? `${date}: ` : ''}x where present`, cnr: `${date ? `${date}: ` : ''}x ako je prisutan` },
});
const sessionKey = (at: number) => `session ${at}`;

/** The columns that a list for this target may have, for the template and for reading. */
export const rosterColumns = (target: RosterTarget | null): Column[] =>
  target ? [...names, ...facts, roleColumn(target.roles), ...(target.scores ? scores : []), ...target.sessions.map(({ date }, at) => sessionColumn(date, at, target.sessions.length === 1))] : [...names, ...facts];

/** The same when reading: a full name in one cell will do too. */
export const readColumns = (target: RosterTarget | null): Column[] => [...rosterColumns(target).map((column) => ({ ...column, required: false })), ...fullNames];

/** 'S1', 'Day 2', '3. sesija', '12.03.2019.': headings of sessions beside the template's own. */
export function sessionHeading(target: RosterTarget | null): (cell: string) => string | null {
  const dates = (target?.sessions ?? []).map(({ date }) => date);
  return (cell) => {
    const place = Number(/^(?:s|session|sesija|day|dan)(\d{1,2})$/.exec(fold(cell))?.[1] ?? /^(\d{1,2})(?:session|sesija|day|dan)$/.exec(fold(cell))?.[1]) - 1;
    if (place >= 0 && place < dates.length) return sessionKey(place);
    const [, day = '', month = '', year] = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})?\.?$/.exec(cell.trim()) ?? [];
    const matching = day ? dates.flatMap((date, at) => (date?.endsWith(`-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) && (!year || date.startsWith(year)) ? [at] : [])) : [];
    return matching.length === 1 ? sessionKey(matching[0] as number) : null;
  };
}

/** The key of the column that a title names, in either language or another usual way ('session 0' for the first session); null where nobody knows it. */
export function columnOf(target: RosterTarget | null): (title: string) => string | null {
  const known = new Map(readColumns(target).flatMap(({ key, wording, also = [] }) => [...Object.values(wording), ...also].map((name) => [fold(name), key] as const)));
  const ofSession = sessionHeading(target);
  return (title) => known.get(fold(title)) ?? ofSession(title);
}

const present = new Set(['x', '1', 'da', 'd', 'yes', 'y', 'p', 'true', 'prisutan', 'prisutna', 'present', '✓', '✔', '+', '√']);
const absent = new Set(['', '0', 'ne', 'n', 'no', 'a', 'o', 'false', 'odsutan', 'odsutna', 'absent', '-', '–', '—', '/']);
/** Was the person there? undefined where the cell says neither. */
export function presence(cell: string): boolean | undefined {
  const text = cell.trim().toLowerCase();
  return present.has(text) ? true : absent.has(text) ? false : undefined;
}

export const sessionPlace = (key: string): number | null => (key.startsWith('session ') ? Number(key.slice(8)) : null);

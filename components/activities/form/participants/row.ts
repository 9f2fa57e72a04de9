import type { Change, Incoming, MatchReason, MatchState } from '@/lib/people/rules/matching';

export type PersonEntry = { id: string; givenName: string; familyName: string; sex: string; birthYear: string | number | null; institutionId: string | null; post: string | null };
type ChangeEntry = { personId: string; version: number } & Partial<Record<Change['field'], string | number | null>>;
/** A line of the list as the form holds it: texts as typed until the schema reads them. */
export type ParticipantRow = {
  id: string;
  personId: string;
  /** null: somebody from the register */
  person: PersonEntry | null;
  role: string;
  institutionId: string | null;
  post: string | null;
  preScore: string | number | null;
  postScore: string | number | null;
  sessionIds: string[];
  change?: ChangeEntry | null;
  unsure?: boolean;
};
/** Somebody of the register as the grid shows them. */
export type PersonFacts = { givenName: string; familyName: string; sex: string; birthYear: number | null; institutionId?: string | null; post?: string | null; version?: number };
export type Candidate = PersonFacts & { id: string; version: number; institutionId: string | null; post: string | null; score: number; reasons: MatchReason[]; sameName: boolean; changes: Change[] };
export type Answer = { state: MatchState; candidates: Candidate[] };

type Fields = Partial<Pick<PersonEntry, 'givenName' | 'familyName' | 'sex' | 'birthYear' | 'institutionId' | 'post'>>;
/** Writes what a new person's entry and the line share: both stand for the same words on the list. */
export function withFields(row: ParticipantRow, fields: Fields): ParticipantRow {
  const { institutionId = row.institutionId, post = row.post } = fields;
  return { ...row, institutionId, post, person: row.person && { ...row.person, ...fields } };
}

/** What the line says of somebody who is compared with others. */
export function incomingOf({ person, institutionId, post }: ParticipantRow): Incoming {
  const year = Number(person?.birthYear);
  return {
    givenName: person?.givenName.slice(0, 200) ?? '',
    familyName: person?.familyName.slice(0, 200) ?? '',
    sex: person?.sex === 'female' || person?.sex === 'male' || person?.sex === 'other' ? person.sex : null,
    birthYear: Number.isInteger(year) && year > 1900 && year < 2100 ? year : null,
    institutionId: institutionId && /^[0-9a-f-]{36}$/i.test(institutionId) ? institutionId : null,
    post: post?.slice(0, 200) || null,
  };
}

export function blankRow(role: string, sessionIds: string[], makeId: () => string): ParticipantRow {
  const personId = makeId();
  return { id: makeId(), personId, person: { id: personId, givenName: '', familyName: '', sex: '', birthYear: '', institutionId: '', post: '' }, role, institutionId: '', post: '', preScore: '', postScore: '', sessionIds };
}

/** The line stands for this person of the register; what the list said of place and post stays, what it left out is filled in. */
export function linked(row: ParticipantRow, person: Pick<Candidate, 'id' | 'institutionId' | 'post'>): ParticipantRow {
  const { unsure: _unsure, change: _change, ...rest } = row;
  return { ...rest, personId: person.id, person: null, institutionId: row.institutionId || person.institutionId || '', post: row.post || (row.institutionId && row.institutionId !== person.institutionId ? '' : person.post) || '' };
}

/** The line stands for what was typed again. */
export const unlinked = ({ change: _change, ...row }: ParticipantRow, typed: PersonEntry): ParticipantRow => ({ ...row, personId: typed.id, person: { ...typed, institutionId: row.institutionId, post: row.post } });

export function settled(row: ParticipantRow): ParticipantRow {
  const { unsure: _unsure, ...rest } = row;
  return rest;
}

/** Takes over, or leaves, one thing that the list says anew about the person. */
export function withChange(row: ParticipantRow, person: { id: string; version: number }, change: Change, take: boolean): ParticipantRow {
  const { personId, version, ...fields } = row.change ?? { personId: person.id, version: person.version };
  const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== change.field));
  const next = take ? { ...kept, [change.field]: change.to } : kept;
  const { change: _old, ...rest } = row;
  return Object.keys(next).length > 0 ? { ...rest, change: { personId, version, ...next } } : rest;
}

/** People who stand in the list before this line: the later one is the one too many. */
export function repeatedPeople(rows: readonly ParticipantRow[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id, personId } of rows) {
    if (seen.has(personId)) twice.add(id);
    seen.add(personId);
  }
  return twice;
}

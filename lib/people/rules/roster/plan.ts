import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { type Match, type MatchReason, type Registered, repeatedRows } from '../matching';
import type { ParsedRoster, ParsedRow, RosterValues, RowReason } from './parse';

export type RosterState = 'new' | 'matched' | 'changed' | 'likely' | 'same' | 'rejected';
export type Contact = { rank: string | null; email: string | null; phone: string | null };
/** A person of the register with all that a list may change on them. */
export type KnownPerson = Registered & Contact & { version: number; /** stands in this project's register */ inProject: boolean };
/** How a person stands in the activity at present. */
export type Listed = { personId: string; role: ParticipantRole; institutionId: string | null; post: string | null; preScore: number | null; postScore: number | null; sessionIds: string[] };
/** Something that the line would change; `on`: the person's own record, or their place in the activity. `fills`: nothing stood there before. */
export type RosterChange = { key: string; on: 'person' | 'list'; field: string; from: string | number | string[] | null; to: string | number | string[]; fills: boolean };
export type RosterOption = Pick<KnownPerson, 'givenName' | 'familyName' | 'birthYear' | 'institutionId' | 'post' | 'version' | 'inProject'> & {
  personId: string;
  reasons: MatchReason[];
  /** stands on the list of the activity already */
  listed: boolean;
  changes: RosterChange[];
};
export type PlannedRow = { number: number; label: string; state: RosterState; values: RosterValues | null; reasons: RowReason[]; options: RosterOption[] };

export type RosterFacts = { matches: readonly Match<KnownPerson>[]; listed: readonly Listed[] | null };

/** What would become of each line: `facts.matches` stands beside the lines that can be taken, in their order. */
export function planRoster(parsed: ParsedRoster, { matches, listed }: RosterFacts): PlannedRow[] {
  const taken = parsed.rows.filter((row) => row.values !== null);
  const repeated = repeatedRows(taken.map((row) => row.values as RosterValues));
  const planned = new Map(taken.map((row, at) => [row.number, planRow(row, matches[at], listed, taken[repeated.get(at) ?? -1])]));
  return refuseSamePerson(parsed.rows.map((row) => planned.get(row.number) ?? { number: row.number, label: row.label, state: 'rejected', values: null, reasons: row.reasons, options: [] }));
}

function planRow(row: ParsedRow, match: Match<KnownPerson> | undefined, listed: RosterFacts['listed'], earlier: ParsedRow | undefined): PlannedRow {
  const { number, label, values } = row;
  const refused = (reason: RowReason): PlannedRow => ({ number, label, state: 'rejected', values: null, reasons: [reason], options: [] });
  if (!values || !match || match.state === 'invalid') return refused({ column: 'familyName', message: 'nameWithoutLetters' });
  if (earlier) return refused({ column: 'familyName', message: `rowRepeated:${earlier.number}` });
  const options = match.candidates.map((person) => optionFor(person, values, listed));
  const here = match.state === 'likely' ? sameAgain(match, options, listed !== null) : undefined;
  if (here) return { number, label, values, reasons: [], options: [here], state: stateOf('matched', here, listed !== null) };
  return { number, label, values, reasons: [], options, state: stateOf(match.state, options[0], listed !== null) };
}

/**
 * A bare name decides nothing, except where the one person of that name stands on this very list already (or, in the register, differs in nothing that the
 * line says): so the same file, sent twice, finds whom it added.
 */
function sameAgain(match: Match<KnownPerson>, options: RosterOption[], onList: boolean): RosterOption | undefined {
  const alike = match.candidates.flatMap((person, at) => (person.sameName && !person.reasons.some((reason) => against.includes(reason)) ? [options[at] as RosterOption] : []));
  const here = alike.filter((option) => (onList ? option.listed : option.inProject && option.changes.length === 0));
  return here.length === 1 ? here[0] : undefined;
}
const against: MatchReason[] = ['birthYearNear', 'birthYearDiffers', 'sexDiffers'];

function stateOf(state: 'matched' | 'likely' | 'new', option: RosterOption | undefined, onList: boolean): RosterState {
  if (state !== 'matched' || !option) return state;
  if (option.changes.length > 0) return 'changed';
  return (onList ? option.listed : option.inProject) ? 'same' : 'matched';
}

// Two lines that mean one person beyond doubt: the later one is refused, whatever its spelling.
function refuseSamePerson(rows: PlannedRow[]): PlannedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const person = ['matched', 'changed', 'same'].includes(row.state) ? row.options[0]?.personId : undefined;
    if (person === undefined) return row;
    const earlier = seen.get(person);
    if (earlier === undefined) seen.set(person, row.number);
    return earlier === undefined ? row : { ...row, state: 'rejected', values: null, options: [], reasons: [{ column: 'familyName', message: `rowRepeated:${earlier}` }] };
  });
}

function optionFor(person: Match<KnownPerson>['candidates'][number], values: RosterValues, listed: RosterFacts['listed']): RosterOption {
  const here = listed?.find((one) => one.personId === person.id);
  const own = person.changes.map(({ field, from, to }) => change('person', field, from, to));
  const contact = (['rank', 'email', 'phone'] as const).map((field) => change('person', field, person[field], values[field]));
  const place = here ? listChanges(here, values) : [];
  const { id: personId, version, reasons, inProject, givenName, familyName, birthYear, institutionId, post } = person;
  return { personId, version, reasons, inProject, givenName, familyName, birthYear, institutionId, post, listed: here !== undefined, changes: [...own, ...contact, ...place].filter((one) => one !== null) };
}

function listChanges(here: Listed, values: RosterValues): (RosterChange | null)[] {
  const sessions = values.sessionIds && change('list', 'sessionIds', [...here.sessionIds].sort(), [...values.sessionIds].sort());
  return [...(['role', 'institutionId', 'post', 'preScore', 'postScore'] as const).map((field) => change('list', field, here[field], values[field])), sessions];
}

function change(on: RosterChange['on'], field: string, from: RosterChange['from'], to: RosterChange['from']): RosterChange | null {
  if (to === null || canonicalize(from) === canonicalize(to)) return null;
  const fills = from === null || (Array.isArray(from) && Array.isArray(to) && from.every((one) => to.includes(one)));
  return { key: `${on}.${field}`, on, field, from, to, fills };
}

/** One text for all that a preview showed: a commit that rests on another preview is refused. */
export const planDigest = (rows: readonly PlannedRow[], version: number | null): string => createHash('sha256').update(canonicalize({ rows, version }) ?? '').digest('hex');

import type { Sex } from '@/lib/shared/vocabulary';
import { type NameLikeness, nameLikeness } from './likeness';
import { fold, sound, words } from './names';

/** A person as a list names them; null is "the list does not say". */
export type Incoming = { givenName: string; familyName: string; sex: Sex | null; birthYear: number | null; institutionId: string | null; post: string | null };
/** A person as the register holds them, with their present post. */
export type Registered = { id: string; givenName: string; familyName: string; sex: Sex; birthYear: number | null; institutionId: string | null; post: string | null };
export type MatchState = 'matched' | 'likely' | 'new' | 'invalid';
/** Why two descriptions are, or are not, taken for one person. Texts stand in the messages `matching.reasons`. */
export type MatchReason =
  | NameLikeness['reasons'][number]
  | 'birthYear' | 'birthYearNear' | 'birthYearDiffers' | 'institution' | 'institutionDiffers' | 'post' | 'sexDiffers';
export type Score = { score: number; reasons: MatchReason[]; /** the same name, written otherwise at most */ sameName: boolean };
export type Change = { field: 'givenName' | 'familyName' | 'sex' | 'birthYear' | 'institutionId' | 'post'; from: string | number | null; to: string | number };
export type Candidate<P extends Registered = Registered> = P & Score & { changes: Change[] };
export type Match<P extends Registered = Registered> = { state: MatchState; /** best first; one where matched, none where new */ candidates: Candidate<P>[] };

/** From here on a pair is shown to a person to choose. */
export const likelyFrom = 66;
const shown = 5;
/** The most that a pair with a slip in the name can reach. */
const surest = 95;

const weights = { birthYear: 6, birthYearNear: -10, birthYearDiffers: -30, institution: 6, institutionDiffers: -6, post: 2, sexDiffers: -20 } as const;

/** How far two descriptions speak of one person, 0 to 100, and why. Symmetric: the register's own pairs are scored by it too. */
export function scorePair(a: Omit<Incoming, 'sex'> & { sex: Sex | null }, b: Omit<Incoming, 'sex'> & { sex: Sex | null }): Score {
  const name = nameLikeness(a, b);
  const facts = factsOf(a, b);
  const score = Math.round(100 * name.likeness) + facts.reduce((sum, fact) => sum + weights[fact], 0);
  return { score: Math.max(0, Math.min(name.same ? 100 : surest, score)), reasons: [...name.reasons, ...facts], sameName: name.same };
}

type Fact = keyof typeof weights;
function factsOf(a: Incoming, b: Incoming): Fact[] {
  const facts: Fact[] = [];
  if (a.birthYear !== null && b.birthYear !== null) facts.push(yearFact(a.birthYear, b.birthYear));
  if (a.institutionId && b.institutionId) facts.push(a.institutionId === b.institutionId ? 'institution' : 'institutionDiffers');
  if (a.post && b.post && fold(a.post) === fold(b.post)) facts.push('post');
  if (stated(a.sex) && stated(b.sex) && a.sex !== b.sex) facts.push('sexDiffers');
  return facts;
}

const stated = (sex: Sex | null) => sex !== null && sex !== 'not_stated';

// 1985 and 1986 or 1958: a slip of the pen as likely as another person.
function yearFact(a: number, b: number): Fact {
  if (a === b) return 'birthYear';
  const digits = (year: number) => [...String(year)].sort().join('');
  return Math.abs(a - b) === 1 || digits(a) === digits(b) ? 'birthYearNear' : 'birthYearDiffers';
}

/** A row can be compared when it has both names, with letters in them. */
export const isNamed = ({ givenName, familyName }: Pick<Incoming, 'givenName' | 'familyName'>): boolean => [givenName, familyName].every((name) => /[a-z]/.test(fold(name)) && name.length <= 100);

/**
 * What an incoming row is to the register. *Matched*: one person of the same name, whose birth year or institution agrees too and nothing speaks against it.
 * *Likely*: near enough for a person to choose. Nothing is decided on a name alone: two people may bear it.
 */
export function decideMatch<P extends Registered>(incoming: Incoming, register: readonly P[]): Match<P> {
  if (!isNamed(incoming)) return { state: 'invalid', candidates: [] };
  const candidates = register
    .map((person) => ({ ...person, ...scorePair(incoming, person), changes: changesOn(person, incoming) }))
    .filter((one) => one.score >= likelyFrom)
    .sort((a, b) => b.score - a.score || Number(b.sameName) - Number(a.sameName) || (a.id < b.id ? -1 : 1))
    .slice(0, shown);
  const sure = candidates.filter(isSure);
  const [only] = sure;
  if (only && sure.length === 1) return { state: 'matched', candidates: [only] };
  return { state: candidates.length > 0 ? 'likely' : 'new', candidates };
}

const against: MatchReason[] = ['birthYearNear', 'birthYearDiffers', 'sexDiffers'];
/** The same name, one more thing in common and nothing against it. */
export const isSure = ({ sameName, reasons }: Score): boolean => sameName && reasons.some((reason) => reason === 'birthYear' || reason === 'institution') && !reasons.some((reason) => against.includes(reason));

/** What the incoming row would change on the person, old → new; what the row does not say changes nothing. */
export function changesOn(person: Registered, incoming: Incoming): Change[] {
  const names = sameWords(person, incoming) ? [] : (['givenName', 'familyName'] as const);
  // A post is held somewhere: without an institution there is none to change.
  const rest = (['sex', 'birthYear', 'institutionId', 'post'] as const).filter((field) => field !== 'post' || incoming.institutionId || person.institutionId);
  return [...names, ...rest].flatMap((field) => {
    const [from, to] = [person[field], incoming[field]];
    return to === null || to === '' || to === 'not_stated' || same(from, to) ? [] : [{ field, from: from === 'not_stated' ? null : from, to }];
  });
}

const same = (a: string | number | null, b: string | number) => (typeof a === 'string' ? a.normalize('NFC').trim() : a) === (typeof b === 'string' ? b.normalize('NFC').trim() : b);
// 'POPOVIC Marko' says nothing new about Marko Popović; 'Marko Popović-Lalić' does.
const sameWords = (a: Registered, b: Incoming) => nameKey(a) === nameKey(b);

/** One form for all spellings and both orders of a name. */
export const nameKey = ({ givenName, familyName }: Pick<Incoming, 'givenName' | 'familyName'>): string => words(sound(`${givenName} ${familyName}`)).sort().join(' ');

/** Rows of one list that name somebody whom an earlier row named: place of the later row → place of the earlier one. */
export function repeatedRows(rows: readonly Incoming[]): Map<number, number> {
  const seen = new Map<string, number[]>();
  const found = new Map<number, number>();
  rows.forEach((row, index) => {
    if (!isNamed(row)) return;
    const key = nameKey(row);
    const earlier = (seen.get(key) ?? []).find((other) => !scorePair(row, rows[other] as Incoming).reasons.some((reason) => [...against, 'institutionDiffers'].includes(reason)));
    if (earlier !== undefined) found.set(index, earlier);
    else seen.set(key, [...(seen.get(key) ?? []), index]);
  });
  return found;
}

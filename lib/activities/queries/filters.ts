import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { isCalendarDate } from '@/lib/shared/dates';
import { cleanText } from '@/lib/shared/text';
import { isId } from '@/lib/shared/ids';
import { type ActivityKind, activityKinds, type ImplementationState, implementationStates, type ReviewState, reviewStates } from '@/lib/shared/vocabulary';

export const activitySorts = ['date', 'title', 'updated', 'reference'] as const;
export type ActivitySort = (typeof activitySorts)[number];
export type SortOrder = 'asc' | 'desc';

/** What a list of activities is narrowed to; null: not. All that are given must hold. */
export type ActivityFilters = {
  kind: ActivityKind | null;
  /** code of an output, or of an outcome or objective with all below it; '-': serves none */
  output: string | null;
  /** id of an institution, with its units: of participants, headcounts or the recipient */
  institution: string | null;
  implementation: ImplementationState | null;
  review: ReviewState | null;
  /** first and last day of the date that decides the period */
  from: string | null;
  to: string | null;
  /** part of the title or reference, accents and case apart */
  q: string | null;
  /** name of a place */
  place: string | null;
  /** evidence: completed or submitted, and some needed piece neither attached nor waived; scores: a completed training in which nobody has both */
  lacks: 'evidence' | 'scores' | null;
  /** a draft made more than 14 days ago */
  stale: '1' | null;
  /** key of a measure: what adds to that figure, the way from a number to its records */
  counted: string | null;
  /** id of a reporting period: what it counts, together with `counted`; else the records whose date lies in it */
  period: string | null;
  /** in the plan: neither cancelled nor withdrawn */
  planned: '1' | null;
  /** its cost is recorded */
  costed: '1' | null;
  /** made or last edited by the viewer */
  mine: '1' | null;
};
export type FilterName = keyof ActivityFilters;

/** A place in the sorted list: the rows after it or before it. `key` is the sort value as text, null where the row has none. */
export type ListCursor = { side: 'after' | 'before'; key: string | null; id: string };
export type SearchProblem = { parameter: string; problem: 'unknown' | 'malformed' };
export type ActivitySearch = { filters: ActivityFilters; sort: ActivitySort; order: SortOrder; cursor: ListCursor | null; problems: SearchProblem[] };

const word =
  <T extends string>(list: readonly T[]) =>
  (text: string): T | null =>
    list.find((known) => known === text) ?? null;
const short =
  (max: number) =>
  (text: string): string | null =>
    cleanText(text).length <= max ? cleanText(text) || null : null;
const day = (text: string) => (isCalendarDate(text) ? text : null);

// A reader per parameter: the value, or null where the text is none.
const readers: { [K in FilterName]: (text: string) => ActivityFilters[K] } = {
  kind: word(activityKinds),
  output: short(20),
  institution: (text) => (isId(text) ? text : null),
  implementation: word(implementationStates),
  review: word(reviewStates),
  from: day,
  to: day,
  q: short(200),
  place: short(200),
  lacks: word(['evidence', 'scores']),
  stale: word(['1']),
  counted: (text) => findMeasure(text)?.key ?? null,
  period: (text) => (isId(text) ? text : null),
  planned: word(['1']),
  costed: word(['1']),
  mine: word(['1']),
};
export const filterNames = Object.keys(readers) as FilterName[];

/** The order in which a sort starts: newest first, A to Z. */
export const usualOrder = (sort: ActivitySort): SortOrder => (sort === 'date' || sort === 'updated' ? 'desc' : 'asc');

type Params = Record<string, string | string[] | undefined>;

/** Reads the address of the list. What is unknown or makes no sense is left out and named in `problems`; it never fails. */
export function parseActivitySearch(params: Params): ActivitySearch {
  const problems: SearchProblem[] = [];
  const read = <T>(parameter: string, reader: (text: string) => T | null): T | null => {
    const raw = params[parameter];
    if (raw === undefined || raw === '') return null;
    const value = typeof raw === 'string' ? reader(raw) : null;
    if (value === null) problems.push({ parameter, problem: 'malformed' });
    return value;
  };
  const filters = Object.fromEntries(filterNames.map((name) => [name, read<string>(name, readers[name])])) as ActivityFilters;
  if (filters.from && filters.to && filters.to < filters.from) {
    filters.to = null;
    problems.push({ parameter: 'to', problem: 'malformed' });
  }
  const sort = read('sort', word(activitySorts)) ?? 'date';
  const order = read('order', word<SortOrder>(['asc', 'desc'])) ?? usualOrder(sort);
  const cursor = read('after', cursorReader('after', sort, order)) ?? read('before', cursorReader('before', sort, order));
  const known = [...filterNames, 'sort', 'order', 'after', 'before'] as string[];
  problems.push(
    ...Object.keys(params)
      .filter((name) => !known.includes(name))
      .map((parameter) => ({ parameter: parameter.slice(0, 40), problem: 'unknown' as const })),
  );
  return { filters, sort, order, cursor, problems };
}

/** The place of a row as opaque text; it says for which order it was made. */
export const encodeCursor = (sort: ActivitySort, order: SortOrder, key: string | null, id: string): string =>
  Buffer.from(JSON.stringify([sort, order, key, id])).toString('base64url');

const keyHolds: Record<ActivitySort, (key: string | null) => boolean> = {
  date: (key) => key === null || isCalendarDate(key),
  title: (key) => key !== null && key.length <= 300 && !key.includes('\0'),
  updated: (key) => key !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  reference: (key) => key !== null && key.length <= 30 && !key.includes('\0'),
};

const cursorReader =
  (side: ListCursor['side'], sort: ActivitySort, order: SortOrder) =>
  (text: string): ListCursor | null => {
    const parts = decoded(text);
    if (!Array.isArray(parts) || parts.length !== 4 || parts[0] !== sort || parts[1] !== order) return null;
    const [, , key, id] = parts as unknown[];
    return (key === null || typeof key === 'string') && isId(id) && keyHolds[sort](key) ? { side, key, id } : null;
  };

function decoded(text: string): unknown {
  try {
    return text.length > 2000 ? null : JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

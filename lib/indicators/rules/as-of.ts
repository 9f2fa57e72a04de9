import { isCalendarDate } from '@/lib/shared/dates';
import type { Aggregation, CollectionFrequency, Direction, Disaggregation, IndicatorMethod } from '@/lib/shared/vocabulary';
import type { MeasureFilter } from './facts';

/** The day of the past for which figures are asked in an address; null: none, or no day of the project that is over, which is answered as today. */
export const asOfDay = (asked: string | undefined, { startDate, today }: { startDate: string | null; today: string }): string | null =>
  isCalendarDate(asked) && asked < today && (startDate === null || asked >= startDate) ? asked : null;

/** The plan of an indicator: its reference sheet, and what its figures rest on. Its place in the matrix is no part of it. */
export type Plan = {
  statement: string;
  definition: string | null;
  unit: string;
  direction: Direction;
  method: IndicatorMethod;
  measure: string | null;
  filter: MeasureFilter;
  aggregation: Aggregation;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  /** period id → value expected by its end */
  milestones: Record<string, number>;
  source: string | null;
  collectionMethod: string | null;
  responsible: string | null;
  frequency: CollectionFrequency | null;
  disaggregateBy: Disaggregation[];
};
/** One change of a plan: field → [before, after]. */
export type PlanChanges = Record<string, readonly [unknown, unknown]>;

const asNumber = (value: unknown) => (value === null ? null : Number(value));
const numbers = new Set(['baseline', 'baselineYear', 'target']);

/** What a figure is made of: where any of it was changed since, a stored figure and the target of then speak of different things. */
const counted = ['unit', 'method', 'measure', 'filter', 'aggregation'] as const;
const judged = ['direction', 'baseline', 'baselineYear', 'target', 'milestones'] as const;
export type Judged = Pick<Plan, (typeof judged)[number]>;

/**
 * What a figure that is counted as today was judged against before the changes made since (the oldest first): of target, baseline, milestones and direction
 * those that were otherwise. null: what is counted was changed as well, so that only today's plan speaks of this figure.
 */
export function judgedBefore(later: readonly PlanChanges[]): Partial<Judged> | null {
  const was = planBefore(later);
  if (counted.some((field) => field in was)) return null;
  return Object.fromEntries(judged.flatMap((field) => (field in was ? [[field, was[field]]] : [])));
}

/** What of a plan was otherwise on a day, given the changes made after it, the oldest first: each field as it stood before the first of them. */
export function planBefore(later: readonly PlanChanges[]): Partial<Plan> {
  const was = new Map<string, unknown>();
  for (const changes of later) for (const [field, [before]] of Object.entries(changes)) if (field !== 'resultId' && !was.has(field)) was.set(field, numbers.has(field) ? asNumber(before) : before);
  return Object.fromEntries(was) as Partial<Plan>;
}

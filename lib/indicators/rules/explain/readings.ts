import type { Aggregation, ReviewState } from '@/lib/shared/vocabulary';
import { combineReadings } from '../figures';

export type ReadingFact = { id: string; periodId: string; value: number | null; answer?: string | null; reviewState: ReviewState };
export type ReadingReason = Exclude<ReviewState, 'approved'> | 'superseded' | 'noReading' | 'notHandedIn' | 'notBegun' | 'otherPeriod';
type Line = { periodId: string; reading: ReadingFact | null };
/** `adds`: what a reading adds to the figure (of an average: its value, one of `n`). */
export type ReadingExplanation = { counted: (Line & { adds: number | null })[]; leftOut: (Line & { reason: ReadingReason })[]; value: number | null; n: number };
type Period = { id: string; from: string };
/** `ofPast`: on a day of the past, of which only readings handed in by then are known. */
type Plan = { aggregation: Aggregation; unit: string; today: string; ofPast?: boolean };

/** How the figure of a reported indicator comes about, period by period in order of time: which reading counts, and why the others do not (DOMAIN §2.11). */
export function explainReadings(periods: readonly Period[], readings: readonly ReadingFact[], plan: Plan, periodId: string | null): ReadingExplanation {
  const lines = periods.map((period) => ({ period, reading: readings.find((one) => one.periodId === period.id) ?? null }));
  const approved = lines.filter(({ period, reading }) => reading?.reviewState === 'approved' && (periodId === null || period.id === periodId));
  const { value, n } = combineReadings(approved.flatMap(({ reading }) => reading?.value ?? []), plan.aggregation, plan.unit);
  // The latest takes the place of all before it, also where percentages were to be summed.
  const onlyLast = combineReadings([1, 2], plan.aggregation, plan.unit).value === 2;
  const counts = new Set(onlyLast ? approved.slice(-1) : approved);
  return {
    counted: lines.flatMap((line) => (counts.has(line) && line.reading ? [{ periodId: line.period.id, reading: line.reading, adds: line.reading.value }] : [])),
    leftOut: lines.flatMap((line) => (counts.has(line) ? [] : [{ periodId: line.period.id, reading: line.reading, reason: reasonOf(line, plan, periodId) }])),
    value,
    n,
  };
}

function reasonOf({ period, reading }: { period: Period; reading: ReadingFact | null }, { today, ofPast }: Plan, periodId: string | null): ReadingReason {
  if (periodId !== null && period.id !== periodId) return 'otherPeriod';
  if (!reading) return period.from > today ? 'notBegun' : ofPast ? 'notHandedIn' : 'noReading';
  return reading.reviewState === 'approved' ? 'superseded' : reading.reviewState;
}

import { periodOf } from '@/lib/projects/rules';
import type { CountingFacts, MeasureFilter, PeriodFact } from '../facts';
import { type FigureValue, figure } from '../figures';
import type { Measure } from '../measure';
import { type Counted, isCounted, type LeftOut, type ReasonKey, type Verdict } from './verdict';

/** What the records say: each thing counted with what it adds, each thing left out with the reason why; `figure` is what the counted ones make. */
export type Explanation = { counted: Counted[]; leftOut: LeftOut[]; figure: FigureValue };

/**
 * How a figure comes about, of the whole project up to `facts.today` or of one period (DOMAIN §2.14). Facts may hold records that do not count, each with its
 * standing. Law: the figure is that of the roll-up over the same facts; of a closed period it is what the records say now, not what was frozen.
 */
export function explain(facts: CountingFacts, measure: Measure, filter: MeasureFilter, period: PeriodFact | null): Explanation {
  // A state is looked at on the last day of the period; what adds up is looked at as a whole and placed by its date.
  const asOf = period && measure.combine === 'latest' && period.to < facts.today ? period.to : facts.today;
  const byDate = period !== null && (measure.combine === 'sum' || period.from > facts.today);
  const placed = measure.judge(facts, filter, asOf).map((verdict) => (byDate ? inPeriod(verdict, facts.periods, period) : verdict));
  const counted = placed.filter(isCounted);
  return { counted, leftOut: placed.filter((verdict): verdict is LeftOut => !isCounted(verdict)), figure: figure(counted.map(({ adds }) => adds), measure.unit) };
}

function inPeriod(verdict: Verdict, periods: readonly PeriodFact[], period: PeriodFact): Verdict {
  if (!isCounted(verdict) || periodOf(periods, verdict.adds.date)?.id === period.id) return verdict;
  const { subject, adds } = verdict;
  return { subject, activityId: adds.activityId, date: adds.date, n: 1, reason: { key: 'otherPeriod' } };
}

/** How often each reason stands, the most frequent first; `n` people or pieces behind them. */
export function reasonsOf(leftOut: readonly LeftOut[]): { key: ReasonKey; lines: number; n: number }[] {
  const sums = new Map<ReasonKey, { lines: number; n: number }>();
  for (const { reason, n } of leftOut) {
    const sum = sums.get(reason.key) ?? { lines: 0, n: 0 };
    sums.set(reason.key, { lines: sum.lines + 1, n: sum.n + n });
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum })).sort((a, b) => b.lines - a.lines || (a.key < b.key ? -1 : 1));
}

import { latestClosed } from '@/lib/projects/rules';
import { daysBetween } from '@/lib/shared/dates';
import { type Direction, type IndicatorState, indicatorStates } from '@/lib/shared/vocabulary';
import type { PeriodFact } from './facts';

export type AssessmentFacts = {
  actual: number | null;
  /** null: unknown; counted from 0 and said so */
  baseline: number | null;
  target: number | null;
  /** which way is better; decides only where baseline and target do not say it. Default: increase */
  direction?: Direction;
  /** period id → value expected by its end */
  milestones: ReadonlyMap<string, number>;
  periods: readonly PeriodFact[];
  projectStart: string | null;
  projectEnd: string | null;
  today: string;
};
export type Assessment = {
  state: IndicatorState;
  /** share of the way from baseline to target, 1 = reached */
  achievement: number | null;
  expected: number | null;
  expectedFrom: 'milestone' | 'linear' | null;
  /** share of what was expected by now */
  ratio: number | null;
  baselineAssumed: boolean;
};

/** Where the indicator should stand: the milestone of the latest closed period, else linear in time between baseline and target (DOMAIN §2.12). */
function expectedNow(facts: AssessmentFacts, baseline: number, target: number): { expected: number | null; expectedFrom: Assessment['expectedFrom'] } {
  const closed = latestClosed(facts.periods);
  const milestone = closed ? facts.milestones.get(closed.id) : undefined;
  if (milestone !== undefined) return { expected: milestone, expectedFrom: 'milestone' };
  if (!facts.projectStart || !facts.projectEnd) return { expected: null, expectedFrom: null };
  const length = Math.max(1, daysBetween(facts.projectStart, facts.projectEnd));
  const passed = Math.min(1, Math.max(0, daysBetween(facts.projectStart, facts.today) / length));
  return { expected: baseline + (target - baseline) * passed, expectedFrom: 'linear' };
}

// Thousandths of a percent: a boundary that arithmetic misses by a hair still counts as reached.
const atLeast = (value: number, bound: number) => value >= bound - 1e-9;
/** Share of the way from `from` to `to`; where there is no way to go, whether `to` is met. */
const wayTo = (actual: number, from: number, to: number, decreasing: boolean): number => (to === from ? ((decreasing ? actual <= to : actual >= to) ? 1 : 0) : (actual - from) / (to - from));

/** Share of what was expected. Where nothing, or less than the start, was expected, whether that is met. */
const ratioTo = (expected: number, actual: number, baseline: number, decreasing: boolean): number =>
  (decreasing ? expected < baseline : expected > baseline) ? (actual - baseline) / (expected - baseline) : wayTo(actual, expected, expected, decreasing);

/** How an indicator stands: achieved ≥ 100 % of target, on track ≥ 90 % of expected, at risk ≥ 60 %, else off track (DOMAIN §2.12). A decreasing one works the same way. */
export function assess(facts: AssessmentFacts): Assessment {
  const baselineAssumed = facts.baseline === null;
  const none = { achievement: null, expected: null, expectedFrom: null, ratio: null, baselineAssumed } as const;
  if (facts.target === null) return { state: facts.actual === null ? 'no_data' : 'no_target', ...none };
  const falling = facts.direction === 'decrease';
  // A decrease cannot start from an assumed 0: without a baseline only the target itself can be met or not.
  const baseline = facts.baseline ?? (falling ? facts.target : 0);
  const decreasing = facts.target < baseline || (facts.target === baseline && falling);
  const { expected, expectedFrom } = expectedNow(facts, baseline, facts.target);
  if (facts.actual === null) return { state: 'no_data', ...none, expected, expectedFrom };
  const achievement = wayTo(facts.actual, baseline, facts.target, decreasing);
  const ratio = expected === null ? null : ratioTo(expected, facts.actual, baseline, decreasing);
  return { state: stateOf(achievement, ratio), achievement, expected, expectedFrom, ratio, baselineAssumed };
}

function stateOf(achievement: number, ratio: number | null): IndicatorState {
  if (atLeast(achievement, 1)) return 'achieved';
  if (ratio === null) return 'no_data';
  if (atLeast(ratio, 0.9)) return 'on_track';
  return atLeast(ratio, 0.6) ? 'at_risk' : 'off_track';
}

/** How many stand in which state, every state named. */
export function countStates(states: readonly IndicatorState[]): Record<IndicatorState, number> {
  const counts = Object.fromEntries(indicatorStates.map((state) => [state, 0])) as Record<IndicatorState, number>;
  for (const state of states) counts[state] += 1;
  return counts;
}

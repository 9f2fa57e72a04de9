import { nextOpenPeriod, periodOf } from '@/lib/projects/rules';
import { findMeasure } from './catalogue';
import type { Contribution, CountingFacts, PeriodFact, Rollup, RollupCell, RollupRecord, Series } from './facts';
import { indexOf } from './index-of-facts';
import type { Measure } from './measure';
import { firstCounts } from './people';

type Place = Pick<RollupCell, 'scope' | 'periodId'>;
type Amount = { numerator: number; denominator: number | null };
const cumulative: Place = { scope: 'cumulative', periodId: null };
const placed = (period: PeriodFact | null): Place => (period ? { scope: 'period', periodId: period.id } : { scope: 'outside', periodId: null });

const exact = (value: number) => Math.round(value * 10_000) / 10_000;
const add = (a: Amount, b: Amount, sign: 1 | -1 = 1): Amount => ({
  numerator: exact(a.numerator + sign * b.numerator),
  denominator: a.denominator === null && b.denominator === null ? null : exact((a.denominator ?? 0) + sign * (b.denominator ?? 0)),
});
const isZero = (cell: Amount) => cell.numerator === 0 && (cell.denominator ?? 0) === 0;
const keyOf = (cell: RollupCell) => [cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement].join(' ');

/** Adds up cells of one series that stand in the same place; drops what is zero. */
function gather(cells: Iterable<RollupCell>): RollupCell[] {
  const sums = new Map<string, RollupCell>();
  for (const cell of cells) {
    const known = sums.get(keyOf(cell));
    sums.set(keyOf(cell), known ? { ...known, ...add(known, cell) } : cell);
  }
  return [...sums.values()].filter((cell) => !isZero(cell));
}

const cellOf = (series: Series, place: Place, row: Contribution): RollupCell => ({ measure: series.measure, indicatorId: series.indicatorId, ...place, institutionId: row.institutionId, sex: row.sex, restatement: false, numerator: row.numerator, denominator: row.denominator });

/** Periods add up: each contribution falls into the period of its date; closed periods show what was frozen. */
function summed(facts: CountingFacts, series: Series, rows: Contribution[], frozen: RollupCell[]): RollupCell[] {
  const raw = gather(rows.map((row) => cellOf(series, placed(periodOf(facts.periods, row.date)), row)));
  return [...settle(facts, raw, frozen), ...gather(rows.map((row) => cellOf(series, cumulative, row)))];
}

/** Replaces frozen periods by what was frozen; the difference becomes a restatement in the next open period (DOMAIN §2.3). */
function settle(facts: CountingFacts, raw: RollupCell[], frozen: RollupCell[]): RollupCell[] {
  const settled: RollupCell[] = raw.filter((cell) => !frozen.some((old) => old.periodId === cell.periodId));
  for (const period of facts.periods) {
    const kept = frozen.filter((cell) => cell.periodId === period.id);
    if (kept.length === 0) continue;
    const target = placed(nextOpenPeriod(facts.periods, period));
    const restated = (cell: RollupCell, sign: 1 | -1): RollupCell => ({ ...cell, ...target, restatement: true, ...add({ numerator: 0, denominator: cell.denominator === null ? null : 0 }, cell, sign) });
    settled.push(...kept, ...raw.filter((cell) => cell.periodId === period.id).map((cell) => restated(cell, 1)), ...kept.map((cell) => restated(cell, -1)));
  }
  return gather(settled);
}

/** Each period shows the state at its end, the whole project the state today. */
function stock(facts: CountingFacts, series: Series, measure: Measure, frozen: RollupCell[]): RollupCell[] {
  const at = (place: Place, asOf: string) => measure.contributions(facts, series.filter, asOf).map((row) => cellOf(series, place, row));
  const periods = facts.periods.filter((period) => period.from <= facts.today);
  const cells = periods.flatMap((period) => {
    const kept = frozen.filter((cell) => cell.periodId === period.id);
    return kept.length > 0 ? kept : at(placed(period), period.to < facts.today ? period.to : facts.today);
  });
  return gather([...cells, ...at(cumulative, facts.today)]);
}

/** What each activity adds; the rows of a series sum to its cumulative figure. */
function recordsOf(facts: CountingFacts, series: Series, measure: Measure, rows: Contribution[]): RollupRecord[] {
  const sums = new Map<string, RollupRecord>();
  for (const row of rows) {
    if (row.activityId === null) continue;
    const place = measure.combine === 'latest' ? cumulative : placed(periodOf(facts.periods, row.date));
    const key = `${row.activityId} ${place.periodId}`;
    const known = sums.get(key) ?? { measure: series.measure, indicatorId: series.indicatorId, activityId: row.activityId, ...place, numerator: 0, denominator: row.denominator === null ? null : 0 };
    sums.set(key, { ...known, ...add(known, row) });
  }
  return [...sums.values()];
}

/**
 * All figures of a project from its facts. `frozen`: the cells stored when a period was first closed; a series that has any in a period keeps
 * exactly those there. Law: for every series that sums, period and outside cells (restatements included) add up to the cumulative ones.
 */
export function rollup(facts: CountingFacts, series: readonly Series[], frozen: readonly RollupCell[]): Rollup {
  const cells: RollupCell[] = [];
  const records: RollupRecord[] = [];
  for (const one of series) {
    const measure = findMeasure(one.measure);
    if (!measure) continue;
    const rows = measure.contributions(facts, one.filter, facts.today);
    const old = frozen.filter((cell) => cell.measure === one.measure && cell.indicatorId === one.indicatorId);
    cells.push(...(measure.combine === 'sum' ? summed(facts, one, rows, old) : stock(facts, one, measure, old)));
    records.push(...recordsOf(facts, one, measure, rows));
  }
  return { cells, records, firstCounts: ledger(facts) };
}

const ledger = (facts: CountingFacts): Rollup['firstCounts'] =>
  firstCounts(indexOf(facts), 'training', {}, facts.today).map(({ activity, row }) => ({
    personId: row.personId,
    activityId: activity.id,
    countedOn: activity.endDate,
    periodId: periodOf(facts.periods, activity.endDate)?.id ?? null,
    institutionId: row.institutionId,
    sex: row.sex,
  }));

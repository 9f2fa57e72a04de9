import { nextOpenPeriod, periodOf } from '@/lib/projects/rules';
import { groupBy } from '@/lib/shared/group-by';
import { findMeasure } from './catalogue';
import type { Contribution, CountingFacts, PartCell, Rollup, RollupCell, RollupRecord, Series } from './facts';
import { addTo, cellsOf, entry, exact, type Grid, type Place, pour, rowsOf } from './grid';
import { indexOf, remembering } from './index-of-facts';
import type { Measure } from './measure';
import { partsOf } from './parts';
import { firstCounts } from './people';

type PeriodId = string | null;
/** The contributions of one measure under one filter, added up; several series may share them. */
type Counted = { measure: Measure; rows: readonly Contribution[]; byPeriod: Map<PeriodId, Grid>; total: Grid; records: Omit<RollupRecord, 'measure' | 'indicatorId'>[] };

const cumulative: Place = { scope: 'cumulative', periodId: null };
const placed = (periodId: PeriodId): Place => ({ scope: periodId === null ? 'outside' : 'period', periodId });
const newGrid = (): Grid => new Map();

/**
 * All figures of a project from its facts (DOMAIN §2). `frozen`: the cells stored when a period was first closed; a series that has any in a period
 * keeps exactly those there. Law: for every series that sums, period and outside cells (restatements included) add up to the cumulative ones.
 * A series whose measure is unknown is left out.
 */
export function rollup(facts: CountingFacts, series: readonly Series[], frozen: readonly RollupCell[]): Rollup {
  const counted = new Map<string, Counted>();
  const frozenOf = groupBy(frozen, (cell) => `${cell.measure} ${cell.indicatorId}`);
  const cells: RollupCell[][] = [];
  const records: RollupRecord[] = [];
  const parts: PartCell[][] = [];
  for (const one of series) {
    const measure = findMeasure(one.measure);
    if (!measure) continue;
    const found = entry(counted, `${one.measure} ${JSON.stringify(one.filter)}`, () => count(facts, measure, one));
    const kept = groupBy(frozenOf.get(`${one.measure} ${one.indicatorId}`) ?? [], (cell) => cell.periodId);
    cells.push(measure.combine === 'sum' ? summed(facts, one, found, kept) : stock(facts, one, measure, kept), cellsOf(found.total, one, cumulative));
    parts.push(partsOf(indexOf(facts), measure, found.rows, one));
    for (const record of found.records) records.push({ measure: one.measure, indicatorId: one.indicatorId, ...record });
  }
  return { cells: cells.flat(), parts: parts.flat(), records, firstCounts: ledger(facts) };
}

/** Each contribution falls into the period of its date; a state (combine 'latest') belongs to the project as it is today. */
function count(facts: CountingFacts, measure: Measure, { filter }: Series): Counted {
  const periodIdOf = remembering((date) => periodOf(facts.periods, date)?.id ?? null);
  const rows = measure.contributions(facts, filter, facts.today);
  const byPeriod = new Map<PeriodId, Grid>();
  const rowsByPeriod = groupBy(rows, (row) => periodIdOf(row.date));
  for (const [periodId, own] of rowsByPeriod) byPeriod.set(periodId, pour(newGrid(), own));
  const records =
    measure.combine === 'latest' ? recordsOf(rows, cumulative) : [...rowsByPeriod].flatMap(([periodId, own]) => recordsOf(own, placed(periodId)));
  return { measure, rows, byPeriod, total: pour(newGrid(), rows), records };
}

/** What each activity adds in one place; what belongs to no activity has no record to show. */
function recordsOf(rows: readonly Contribution[], place: Place): Counted['records'] {
  const sums = new Map<string, Counted['records'][number]>();
  for (const row of rows) {
    const { activityId } = row;
    if (activityId !== null) addTo(entry(sums, activityId, () => ({ activityId, ...place, numerator: 0, denominator: null })), row, 1);
  }
  return [...sums.values()].map((sum) => ({ ...sum, numerator: exact(sum.numerator) }));
}

/** Frozen periods show what was frozen; what the records now say beyond it becomes a restatement in the next open period (DOMAIN §2.3). */
function summed(facts: CountingFacts, series: Series, { byPeriod }: Counted, kept: ReadonlyMap<PeriodId, RollupCell[]>): RollupCell[] {
  const own = [...byPeriod].flatMap(([periodId, grid]) => (kept.has(periodId) ? [] : cellsOf(grid, series, placed(periodId))));
  const restated = new Map<PeriodId, Grid>();
  for (const period of facts.periods) {
    const old = kept.get(period.id);
    if (!old) continue;
    const target = entry(restated, nextOpenPeriod(facts.periods, period)?.id ?? null, newGrid);
    pour(pour(target, rowsOf(byPeriod.get(period.id) ?? newGrid())), old, -1);
  }
  return [...own, ...frozenCells(series, kept), ...[...restated].flatMap(([periodId, grid]) => cellsOf(grid, series, placed(periodId), true))];
}

/** Each period that has begun shows the state at its end, or today; frozen ones what was frozen. States are never restated. */
function stock(facts: CountingFacts, series: Series, measure: Measure, kept: ReadonlyMap<PeriodId, RollupCell[]>): RollupCell[] {
  const begun = facts.periods.filter((period) => period.from <= facts.today && !kept.has(period.id));
  const own = begun.flatMap((period) => {
    const rows = measure.contributions(facts, series.filter, period.to < facts.today ? period.to : facts.today);
    return cellsOf(pour(newGrid(), rows), series, placed(period.id));
  });
  return [...own, ...frozenCells(series, kept)];
}

const frozenCells = (series: Series, kept: ReadonlyMap<PeriodId, RollupCell[]>): RollupCell[] =>
  [...kept].flatMap(([periodId, cells]) =>
    [false, true].flatMap((flag) =>
      cellsOf(
        pour(
          newGrid(),
          cells.filter((cell) => cell.restatement === flag),
        ),
        series,
        placed(periodId),
        flag,
      ),
    ),
  );

const ledger = (facts: CountingFacts): Rollup['firstCounts'] =>
  firstCounts(indexOf(facts), 'training', {}, facts.today).map(({ activity, row }) => ({
    personId: row.personId,
    activityId: activity.id,
    countedOn: activity.endDate,
    periodId: periodOf(facts.periods, activity.endDate)?.id ?? null,
    institutionId: row.institutionId,
    sex: row.sex,
  }));

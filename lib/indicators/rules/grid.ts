import type { Sex } from '@/lib/shared/vocabulary';
import type { RollupCell, Series } from './facts';

export type Amount = { numerator: number; denominator: number | null };
export type Place = Pick<RollupCell, 'scope' | 'periodId'>;
type Row = Amount & { institutionId: string | null; sex: Sex | null };
/** Sums by institution and sex: the breakdown of one figure. Nested maps, because thousands of rows are added per figure. */
export type Grid = Map<string | null, Map<Sex | null, Amount>>;

/** Four decimals, as the roll-up stores them: what arithmetic leaves behind that is no difference. */
export const exact = (value: number): number => Math.round(value * 10_000) / 10_000;

const isZero = ({ numerator, denominator }: Amount) => numerator === 0 && (denominator ?? 0) === 0;

/** The entry of a map, made on first use. */
export function entry<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Adds an amount to a running sum, or takes it away. A denominator stays null until a row brings one. */
export function addTo(sum: Amount, amount: Amount, sign: 1 | -1): void {
  sum.numerator += sign * amount.numerator;
  if (amount.denominator !== null) sum.denominator = (sum.denominator ?? 0) + sign * amount.denominator;
}

/** Adds rows to a grid, or takes them away. */
export function pour(grid: Grid, rows: Iterable<Row>, sign: 1 | -1 = 1): Grid {
  for (const row of rows) addTo(entry(entry(grid, row.institutionId, () => new Map()), row.sex, () => ({ numerator: 0, denominator: null })), row, sign);
  return grid;
}

/** The sums of a grid as rows again. */
export function* rowsOf(grid: Grid): Generator<Row> {
  for (const [institutionId, bySex] of grid) for (const [sex, amount] of bySex) yield { institutionId, sex, ...amount };
}

/** A grid as cells of one series in one place; what is zero is dropped. */
export function cellsOf(grid: Grid, series: Series, place: Place, restatement = false): RollupCell[] {
  const cells: RollupCell[] = [];
  for (const { institutionId, sex, numerator, denominator } of rowsOf(grid)) {
    const sum = { numerator: exact(numerator), denominator: denominator === null ? null : exact(denominator) };
    if (!isZero(sum)) cells.push({ measure: series.measure, indicatorId: series.indicatorId, ...place, institutionId, sex, restatement, ...sum });
  }
  return cells;
}

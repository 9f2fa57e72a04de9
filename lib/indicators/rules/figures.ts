import { type Aggregation, type Sex, sexes } from '@/lib/shared/vocabulary';
import { groupBy } from '@/lib/shared/group-by';
import type { InstitutionFact } from './facts';
import type { Measure } from './measure';

export type Amounts = { numerator: number; denominator: number | null };
/** `unvalued`: pieces that a sum of money leaves out because nobody recorded their value; absent: none. */
export type FigureValue = { value: number | null; numerator: number; denominator: number | null; unvalued?: number };

/** One figure of a set of cells: counts and sums add, where a sum of money of which no part is known is no data, never 0; a share is 100 × Σ numerator ÷ Σ denominator, an average the same without the 100, null (no data) over nothing. Neither is ever averaged. */
export function figure(cells: readonly Amounts[], unit: Measure['unit']): FigureValue {
  const numerator = round(cells.reduce((sum, cell) => sum + cell.numerator, 0));
  const denominator = round(cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0));
  if (unit === 'usd' && denominator > 0) return { value: numerator === 0 ? null : numerator, numerator, denominator: null, unvalued: denominator };
  if (unit !== 'share' && unit !== 'average') return { value: numerator, numerator, denominator: null };
  return { value: denominator > 0 ? ((unit === 'share' ? 100 : 1) * numerator) / denominator : null, numerator, denominator };
}
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Cells by sex, in the order of the vocabulary, "not stated" included; cells without a sex belong there. */
export function bySex<T extends Amounts & { sex: Sex | null }>(cells: readonly T[]): { sex: Sex; cells: T[] }[] {
  return sexes.map((sex) => ({ sex, cells: cells.filter((cell) => (cell.sex ?? 'not_stated') === sex) })).filter((row) => row.cells.length > 0);
}

export type InstitutionCells<T> = { institutionId: string | null; depth: number; own: T[]; cells: T[] };

/**
 * Cells rolled up the institution tree, each row with its own cells and those of the units below, parents before children; a last row holds those
 * that stand in no tree. Law: the rows of depth 0 add up to the total, whatever the tree looks like (DOMAIN §2.6).
 */
export function byInstitution<T extends Amounts & { institutionId: string | null }>(cells: readonly T[], institutions: readonly InstitutionFact[]): InstitutionCells<T>[] {
  const known = new Set(institutions.map((institution) => institution.id));
  const children = groupBy(institutions, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const standing = groupBy(cells, (cell) => cell.institutionId);
  const reached = new Set<string | null>();
  const branch = (parentId: string | null, depth: number): InstitutionCells<T>[] =>
    (children.get(parentId) ?? []).flatMap(({ id }) => {
      reached.add(id);
      const below = branch(id, depth + 1);
      const own = standing.get(id) ?? [];
      const all = [...own, ...below.flatMap((row) => row.own)];
      return all.length > 0 ? [{ institutionId: id, depth, own, cells: all }, ...below] : [];
    });
  const rows = branch(null, 0);
  const rest = cells.filter((cell) => !reached.has(cell.institutionId));
  return rest.length > 0 ? [...rows, { institutionId: null, depth: 0, own: rest, cells: rest }] : rows;
}

const isPercentage = (unit: string) => /^\s*(%|per ?cent|procen|posto)/i.test(unit);

/** How periods combine in truth: percentages, and yes or no, are never summed; they take the latest. */
export const combinedAs = (aggregation: Aggregation, unit: string): Aggregation => (aggregation === 'sum' && (isPercentage(unit) || unit === 'yes/no' || unit === 'qualitative') ? 'latest' : aggregation);

/** Readings of a reported indicator in order of time, combined as the indicator says (DOMAIN §2.11, `combinedAs`). No reading: null, never zero. `n` readings went in. */
export function combineReadings(values: readonly number[], aggregation: Aggregation, unit: string): { value: number | null; n: number } {
  const n = values.length;
  if (n === 0) return { value: null, n };
  const how = combinedAs(aggregation, unit);
  if (how === 'latest') return { value: values[n - 1] ?? null, n };
  const sum = round(values.reduce((total, value) => total + value, 0));
  return { value: how === 'sum' ? sum : sum / n, n };
}

/** Mean gain in percentage points over those who have both scores, with n tested of n present (DOMAIN §2.7). */
export function knowledgeGain(rows: readonly { preScore: number | null; postScore: number | null }[]): { mean: number | null; tested: number; present: number } {
  const gains = rows.flatMap((row) => (row.preScore === null || row.postScore === null ? [] : [row.postScore - row.preScore]));
  return { mean: gains.length > 0 ? gains.reduce((sum, gain) => sum + gain, 0) / gains.length : null, tested: gains.length, present: rows.length };
}

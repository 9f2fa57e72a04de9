import 'server-only';
import { sql } from 'drizzle-orm';
import { suppress } from '@/lib/access/suppression';
import { ageBands } from '@/lib/shared/vocabulary';
import type { PartCell } from '../rules/facts';
import { figure } from '../rules/figures';
import type { Measure } from '../rules/measure';
import { countsActionPoints, countsOfficials } from '../rules/shown';
import type { BreakdownRow, Sight } from './breakdown';

/** The stored parts of the indicator `i` of the query around, places by their names. */
export const storedParts = sql`(select coalesce(json_agg(json_build_object('dimension', c.dimension, 'key', case when c.dimension = 'place' then coalesce(p.name, c.key) else c.key end, 'overlap', c.overlap,
  'numerator', c.numerator::float8, 'denominator', c.denominator::float8)), '[]') from rollup_parts c left join places p on c.dimension = 'place' and p.id::text = c.key where c.indicator_id = i.id)`;

/** A stored part with the name of its place in place of the id. */
export type StoredPart = Omit<PartCell, 'measure' | 'indicatorId'>;
/** Lines of one dimension; key null: not stated. They and what is taken off for several topics add up to the figure. */
export type PartRows = { rows: BreakdownRow[]; overlap: BreakdownRow | null };
/** undefined: the measure has no such breakdown; null: this viewer may not see it */
export type Parts = Partial<Record<PartCell['dimension'], PartRows | null>>;

/**
 * The figure of an indicator by place, topic and age band, largest part first, ages in their order. For viewers of aggregates small numbers of officials
 * are hidden, neither shares of officials nor action points are broken down, and topics only where none would have to be hidden: lines that overlap cannot be hidden safely.
 */
export function partRows(measure: Pick<Measure, 'key' | 'unit' | 'dimensions'>, parts: readonly StoredPart[], sight: Sight): Parts {
  const untold = sight.aggregatesOnly && countsActionPoints(measure);
  const guarded = sight.aggregatesOnly && countsOfficials(measure);
  const found: Parts = {};
  for (const dimension of ['age', 'place', 'topic'] as const) {
    if (!measure.dimensions.includes(dimension)) continue;
    const own = parts.filter((part) => part.dimension === dimension);
    if (own.length === 0) continue;
    const rows = own.filter(({ overlap }) => !overlap).map((part) => rowOf(part, measure)).sort(dimension === 'age' ? byBand : bySize);
    const [twice] = own.filter(({ overlap }) => overlap);
    const all = { rows, overlap: twice ? rowOf(twice, measure) : null };
    found[dimension] = untold ? null : guarded ? hidden(all, measure, sight.minimum) : all;
  }
  return found;
}

const rowOf = (part: StoredPart, { unit }: Pick<Measure, 'unit'>): BreakdownRow => {
  const value = figure([part], unit);
  return { key: part.key, depth: 0, own: value.value, ...value, withheld: false };
};
const band = ({ key }: BreakdownRow) => (key === null ? ageBands.length : ageBands.indexOf(key as (typeof ageBands)[number]));
const byBand = (a: BreakdownRow, b: BreakdownRow) => band(a) - band(b);
const bySize = (a: BreakdownRow, b: BreakdownRow) => Number(a.key === null) - Number(b.key === null) || (b.numerator ?? 0) - (a.numerator ?? 0) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1);

function hidden({ rows, overlap }: PartRows, { unit }: Pick<Measure, 'unit'>, minimum: number): PartRows | null {
  if (unit === 'share' || unit === 'average') return null;
  const shown = suppress(rows.map((row) => ({ ...row, value: row.value ?? 0 })), minimum);
  if (overlap && (shown.some(({ value }) => value === null) || Math.abs(overlap.numerator ?? 0) < minimum)) return null;
  return { rows: shown.map((row) => (row.value === null ? { ...row, own: null, numerator: null, denominator: null, withheld: true } : row)), overlap };
}

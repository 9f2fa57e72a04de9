import 'server-only';
import { suppress } from '@/lib/access/suppression';
import { inTreeOrder } from '@/lib/institutions/rules';
import type { Sex } from '@/lib/shared/vocabulary';
import type { InstitutionFact } from '../rules/facts';
import { type Amounts, byInstitution, bySex, figure } from '../rules/figures';
import type { Measure } from '../rules/measure';
import { countsActionPoints, countsOfficials } from '../rules/shown';

export type Cell = Amounts & { institutionId: string | null; sex: Sex | null };
/** One line of a breakdown. value null: no data, or withheld where `withheld` says so. `own`: without the units below. */
export type BreakdownRow = { key: string | null; depth: number; value: number | null; own: number | null; numerator: number | null; denominator: number | null; /** as of a figure */ unvalued?: number; withheld: boolean };
/** null: the measure has no such breakdown, or the viewer may not see it */
export type Breakdown = { sex: BreakdownRow[] | null; institution: BreakdownRow[] | null };

/** How a viewer may see breakdowns: everything, or aggregates with cells under `minimum` hidden. */
export type Sight = { aggregatesOnly: boolean; minimum: number };

/**
 * The breakdowns of a figure by sex and by institution; the lines add up to the figure. For viewers of aggregates small numbers of officials are
 * hidden, institutions stand flat (each with its own people, so that no level gives another away), and neither shares of officials nor action points are broken down.
 */
export function breakdownOf(measure: Pick<Measure, 'key' | 'unit' | 'dimensions'>, cells: readonly Cell[], institutions: readonly InstitutionFact[], sight: Sight): Breakdown {
  const has = (dimension: 'sex' | 'institution') => measure.dimensions.includes(dimension);
  if (sight.aggregatesOnly && countsActionPoints(measure)) return { sex: null, institution: null };
  if (!sight.aggregatesOnly || !countsOfficials(measure)) {
    return { sex: has('sex') ? sexRows(cells, measure.unit) : null, institution: has('institution') ? institutionRows(cells, institutions, measure.unit) : null };
  }
  if (measure.unit === 'share' || measure.unit === 'average') return { sex: null, institution: null };
  return {
    sex: has('sex') ? hideSmall(sexRows(cells, measure.unit), sight.minimum) : null,
    institution: has('institution') ? hideSmall(flatRows(cells, institutions, measure.unit), sight.minimum) : null,
  };
}

type Unit = Measure['unit'];
const row = (key: string | null, depth: number, cells: readonly Cell[], unit: Unit, own: readonly Cell[] = cells): BreakdownRow => {
  return { key, depth, own: figure(own, unit).value, ...figure(cells, unit), withheld: false };
};

const sexRows = (cells: readonly Cell[], unit: Unit) => bySex(cells).map((group) => row(group.sex, 0, group.cells, unit));
const institutionRows = (cells: readonly Cell[], institutions: readonly InstitutionFact[], unit: Unit) =>
  byInstitution(cells, institutions).map((group) => row(group.institutionId, group.depth, group.cells, unit, group.own));

function flatRows(cells: readonly Cell[], institutions: readonly InstitutionFact[], unit: Unit): BreakdownRow[] {
  const known = inTreeOrder(institutions).map(({ node }) => node.id);
  const groups = [...known, null].map((id) => ({ id, cells: cells.filter((cell) => (id === null ? cell.institutionId === null || !known.includes(cell.institutionId) : cell.institutionId === id)) }));
  return groups.filter((group) => group.cells.length > 0).map((group) => row(group.id, 0, group.cells, unit));
}

function hideSmall(rows: readonly BreakdownRow[], minimum: number): BreakdownRow[] {
  return suppress(rows.map((one) => ({ ...one, value: one.value ?? 0 })), minimum).map((one) => (one.value === null ? { ...one, own: null, numerator: null, denominator: null, withheld: true } : one));
}

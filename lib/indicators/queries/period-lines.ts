import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import { listPeriods, type PeriodView, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import { findMeasure } from '../rules/catalogue';
import type { CellScope } from '../rules/facts';
import { combineReadings, type FigureValue, figure } from '../rules/figures';
import type { Measure } from '../rules/measure';
import { partsWithheld, withheld } from '../rules/shown';
import type { Cell, Sight } from './breakdown';
import { figureOf, type IndicatorFigure, type IndicatorRow, indicatorRows, periodFacts } from './figures';
import { type StoredPart, storedParts } from './parts';

export type PeriodLine = {
  period: PeriodView;
  /** what this period adds (sum) or the state at its end (latest, reading); null: no data or not begun */
  own: FigureValue;
  /** all periods up to this one, what milestones are compared with */
  upTo: FigureValue;
  milestone: number | null;
  /** part of `own` that corrects an earlier, closed period; 0 mostly */
  restated: number;
};
export type StoredCell = Cell & { scope: CellScope; periodId: string | null; restatement: boolean };
export type PeriodReading = { periodId: string; value: number; /** part and whole of a percentage that was entered by them */ numerator?: number | null; denominator?: number | null };
type Stored = { row: IndicatorRow; measure: Measure | null; periods: readonly PeriodView[]; cells: readonly StoredCell[]; approved: readonly PeriodReading[]; today: string };

const noData: FigureValue = { value: null, numerator: 0, denominator: null };

/**
 * The figure of one indicator period by period, from stored cells or approved readings. For viewers of aggregates there are none where the whole is
 * withheld, or where the number of any period would be (DOMAIN §5): hiding one period alone would let it be derived from the others.
 */
export function periodLines({ row, measure, periods, cells, approved, today }: Stored, { aggregatesOnly, minimum }: Sight, wholeWithheld: boolean): PeriodLine[] {
  if (wholeWithheld) return [];
  const lines = periods.map((period, index) => {
    const begun = period.from <= today && (row.method === 'reported' || row.computed);
    const until = periods.slice(0, index + 1);
    const values = measure ? computedValues(measure, cells, period, until) : readValues(row, approved, period, until);
    return { period, milestone: row.milestones[period.id] ?? null, ...(begun ? values : { own: noData, upTo: noData, restated: 0 }) };
  });
  const small = aggregatesOnly && lines.some(({ own, upTo }) => withheld(row, own, minimum) || withheld(row, upTo, minimum));
  if (small) return [];
  const hidden = aggregatesOnly && partsWithheld(row, lines.flatMap(({ own, upTo }) => [own, upTo]), minimum);
  return hidden ? lines.map((line) => ({ ...line, own: withoutParts(line.own), upTo: withoutParts(line.upTo) })) : lines;
}

function computedValues(measure: Measure, cells: readonly StoredCell[], period: PeriodView, until: readonly PeriodView[]) {
  const inPeriods = (wanted: readonly PeriodView[]) => cells.filter((cell) => cell.scope === 'period' && wanted.some(({ id }) => id === cell.periodId));
  const own = inPeriods([period]);
  const ownFigure = figure(own, measure.unit);
  const upTo = measure.combine === 'latest' ? ownFigure : figure(inPeriods(until), measure.unit);
  return { own: ownFigure, upTo, restated: own.filter((cell) => cell.restatement).reduce((sum, cell) => sum + cell.numerator, 0) };
}

const withoutParts = ({ value }: FigureValue): FigureValue => ({ value, numerator: value ?? 0, denominator: null });
const asRead = (reading: PeriodReading | undefined): FigureValue =>
  reading?.numerator != null && reading.denominator != null ? { value: reading.value, numerator: reading.numerator, denominator: reading.denominator } : withoutParts({ value: reading?.value ?? null, numerator: 0, denominator: null });

function readValues(row: IndicatorRow, approved: readonly PeriodReading[], period: PeriodView, until: readonly PeriodView[]) {
  const read = (wanted: readonly PeriodView[]) => wanted.flatMap(({ id }) => approved.filter((reading) => reading.periodId === id));
  const [own, upTo] = [read([period]), read(until)];
  const combined = combineReadings(upTo.map(({ value }) => value), row.aggregation, row.unit).value;
  // Where periods combine to the latest reading, its part and whole are those of the figure; of an average there are none.
  const latest = upTo.at(-1);
  return { own: asRead(own[0]), upTo: latest?.value === combined && row.aggregation !== 'average' ? asRead(latest) : withoutParts({ value: combined, numerator: combined ?? 0, denominator: null }), restated: 0 };
}


export type IndicatorSeries = { indicator: IndicatorFigure; measure: Measure | null; periods: PeriodLine[]; cumulative: Cell[]; /** by place, topic and age band */ parts: StoredPart[] };
type Row = { id: string; cells: StoredCell[]; parts: StoredPart[]; approved: PeriodReading[] };

/** Every indicator of the project with its figures period by period, in matrix order, as a viewer of `sight` may see them; one statement for all cells. `computedAt`: when they were last computed. */
export async function indicatorSeries(viewer: Viewer, project: ProjectView, sight: Sight): Promise<{ computedAt: Date | null; series: IndicatorSeries[] }> {
  const scope = sql`projects.id = ${project.id} and ${visibleProjects(viewer)}`;
  const [rows, periods, stored, [state]] = await Promise.all([
    indicatorRows(scope),
    listPeriods(viewer, project.id),
    database().execute<Row>(storedOf(scope)),
    database().execute<{ at: string }>(sql`select s.computed_at as at from rollup_states s join projects on projects.id = s.project_id where ${scope}`),
  ]);
  const byId = new Map(stored.map((row) => [row.id, row]));
  const series = rows.map((row) => {
    const { cells = [], approved = [], parts = [] } = byId.get(row.id) ?? {};
    const indicator = figureOf(row, project, periodFacts(periods), sight.aggregatesOnly);
    const measure = row.measure ? (findMeasure(row.measure) ?? null) : null;
    return { indicator, measure, periods: periodLines({ row, measure, periods, cells, approved, today: project.today }, sight, indicator.withheld), cumulative: cells.filter((cell) => cell.scope === 'cumulative'), parts };
  });
  return { computedAt: state ? new Date(state.at) : null, series };
}

const storedOf = (scope: SQL) => sql`
  select i.id, (select coalesce(json_agg(json_build_object('scope', c.scope, 'periodId', c.period_id, 'institutionId', c.institution_id, 'sex', c.sex, 'restatement', c.restatement,
      'numerator', c.numerator::float8, 'denominator', c.denominator::float8)), '[]') from rollup_cells c where c.indicator_id = i.id) as cells, ${storedParts} as parts,
    (select coalesce(json_agg(json_build_object('periodId', d.period_id, 'value', d.value::float8)), '[]') from readings d where d.indicator_id = i.id and d.review_state = 'approved' and d.value is not null) as approved
  from indicators i join projects on projects.id = i.project_id where ${scope}`;

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { listPeriods, type PeriodView, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import { type Assessment, assess } from '../rules/achievement';
import type { Plan } from '../rules/as-of';
import { findMeasure } from '../rules/catalogue';
import type { PeriodFact } from '../rules/facts';
import { combinedAs, combineReadings, type FigureValue, figure } from '../rules/figures';
import { byCode } from '../rules/order';
import { partsWithheld, withheld } from '../rules/shown';

/** An indicator as the matrix holds it, with what its figure is made of. */
export type IndicatorRow = Plan & {
  id: string;
  projectId: string;
  resultId: string;
  resultCode: string;
  /** the outcome it serves, itself or through an output; null: of the objective */
  outcomeId: string | null;
  code: string;
  version: number;
  numerator: number | null;
  denominator: number | null;
  /** approved readings in order of time */
  readings: number[];
  /** of the latest approved reading with a value: part and whole, where it was entered by them; null: none */
  share: { part: number | null; whole: number | null } | null;
  /** the latest approved words of an indicator that asks for words */
  answer: string | null;
  /** were figures ever computed? Without, a computed indicator has no data */
  computed: boolean;
};

/** Indicators of the projects in `scope` (a condition on "projects") with what their figures are made of, in the columns asked for; `told`: more of their approved readings `r`. */
const indicatorsIn = (scope: SQL, columns: SQL, told: SQL = sql``) => sql`
    with totals as (
      select c.indicator_id, sum(c.numerator)::float8 as numerator, sum(c.denominator)::float8 as denominator
      from rollup_cells c join projects on projects.id = c.project_id
      where ${scope} and c.scope = 'cumulative' and c.indicator_id is not null group by 1
    ), told as (
      select r.indicator_id, coalesce(json_agg(r.value::float8 order by p.from_date) filter (where r.value is not null), '[]') as readings, (array_agg(r.answer order by p.from_date desc) filter (where r.answer is not null))[1] as answer ${told}
      from readings r join reporting_periods p on p.id = r.period_id join projects on projects.id = r.project_id
      where ${scope} and r.review_state = 'approved' group by 1
    ), planned as (
      select m.indicator_id, json_object_agg(m.period_id, m.value::float8) as milestones
      from milestones m join projects on projects.id = m.project_id where ${scope} group by 1
    )
    select i.project_id as "projectId", r.code as "resultCode", case r.level when 'outcome' then r.id when 'output' then r.parent_id end as "outcomeId", i.unit, i.direction, i.method, i.measure, i.aggregation, i.baseline::float8 as baseline, i.target::float8 as target,
      t.numerator, t.denominator, coalesce(told.readings, '[]') as readings, told.answer, coalesce(planned.milestones, '{}') as milestones, s.project_id is not null as computed ${columns}
    from indicators i join projects on projects.id = i.project_id join results r on r.id = i.result_id
      left join totals t on t.indicator_id = i.id left join told on told.indicator_id = i.id left join planned on planned.indicator_id = i.id
      left join rollup_states s on s.project_id = i.project_id
    where ${scope}`;

/** Indicators of the projects in `scope` (a condition on "projects"), in matrix order, with what their figures are made of: one statement, whatever their number. */
export const indicatorRows = (scope: SQL): Promise<IndicatorRow[]> => rowsWith(scope, sql``);

const latestShare = sql`, (array_agg(json_build_object('part', r.numerator::float8, 'whole', r.denominator::float8) order by p.from_date desc) filter (where r.value is not null))[1] as share`;

/** The same with further columns of the indicator `i`. */
export async function rowsWith<M extends Record<string, unknown> = Record<never, never>>(scope: SQL, more: SQL): Promise<(IndicatorRow & M)[]> {
  return database().execute<Record<string, unknown>>(sql`${indicatorsIn(scope, sql`, i.id, i.result_id as "resultId", i.code, i.statement, i.definition, i.filter, i.baseline_year as "baselineYear", i.source,
      i.collection_method as "collectionMethod", i.responsible, i.frequency, i.disaggregate_by as "disaggregateBy", i.version, told.share ${more}`, latestShare)} order by i.project_id, r.code, i.position, i.code`) as unknown as Promise<(IndicatorRow & M)[]>;
}

/** What says where an indicator stands, without its words. */
export type IndicatorStanding = Pick<IndicatorRow, 'projectId' | 'resultCode' | 'outcomeId' | 'unit' | 'direction' | 'method' | 'measure' | 'aggregation' | 'baseline' | 'target' | 'numerator' | 'denominator' | 'readings' | 'answer' | 'milestones' | 'computed'>;

/** The same of many projects at once, only what their states need; in no order. */
export const indicatorStandings = (scope: SQL): Promise<IndicatorStanding[]> => database().execute<IndicatorStanding>(indicatorsIn(scope, sql``));

const noData: FigureValue = { value: null, numerator: 0, denominator: null };

/** The actual of an indicator: from the roll-up where it is computed, from approved readings where it is reported, with part and whole of the latest where that is the figure. No data is null, never 0. */
export function actualOf(row: IndicatorStanding & Partial<Pick<IndicatorRow, 'share'>>): FigureValue & { n: number | null } {
  if (row.method === 'reported') {
    const { value, n } = combineReadings(row.readings, row.aggregation, row.unit);
    const { part, whole } = row.share ?? { part: null, whole: null };
    const shared = value !== null && part !== null && whole !== null && combinedAs(row.aggregation, row.unit) === 'latest';
    return { value, numerator: shared ? part : (value ?? 0), denominator: shared ? whole : null, n };
  }
  const unit = row.measure ? findMeasure(row.measure)?.unit : undefined;
  if (!row.computed || !unit) return { ...noData, n: null };
  const found = figure([{ numerator: row.numerator ?? 0, denominator: row.denominator }], unit);
  return { ...found, n: found.denominator };
}

export type IndicatorFigure = Omit<IndicatorRow, 'numerator' | 'denominator' | 'readings' | 'computed' | 'share'> & {
  actual: number | null;
  /** of computed figures; of a share its parts, also where it was reported by them */
  numerator: number | null;
  denominator: number | null;
  /** what the figure rests on: the denominator of a share, the number of readings; null for counts */
  n: number | null;
  /** pieces that a sum of money leaves out, because nobody recorded their value; absent: none */
  unvalued?: number;
  /** too small to be shown to this viewer (DOMAIN §5); then actual, parts and achievement are null though there is data */
  withheld: boolean;
} & Assessment;

type Frame = { startDate: string | null; endDate: string | null; today: string; suppressionMinimum: number };

/** Where an indicator stands (DOMAIN §2.12), given its actual value. Words cannot be weighed against a target; they are data all the same. */
export function standingOf(row: IndicatorStanding, actual: number | null, frame: Omit<Frame, 'suppressionMinimum'>, periods: readonly PeriodFact[]): Assessment {
  const found = assess({ actual, baseline: row.baseline, target: row.target, direction: row.direction, milestones: new Map(Object.entries(row.milestones)), periods, projectStart: frame.startDate, projectEnd: frame.endDate, today: frame.today });
  return row.answer === null ? found : { ...found, state: 'no_target' };
}

/** The figure of one indicator with its state (DOMAIN §2.12), as a viewer of everything or of aggregates only may see it. */
export function figureOf(row: IndicatorRow, frame: Frame, periods: readonly PeriodFact[], aggregatesOnly: boolean): IndicatorFigure {
  const { numerator: _n, denominator: _d, readings: _r, computed: _c, share: _s, ...described } = row;
  const found = actualOf(row);
  const state = standingOf(row, found.value, frame, periods);
  if (aggregatesOnly && withheld(row, found, frame.suppressionMinimum)) {
    return { ...described, ...state, actual: null, numerator: null, denominator: null, n: null, achievement: null, ratio: null, withheld: true };
  }
  // Viewers of aggregates read no free text.
  const answer = aggregatesOnly ? null : row.answer;
  const told = row.method === 'computed' || (found.denominator !== null && !(aggregatesOnly && partsWithheld(row, [found], frame.suppressionMinimum)));
  const parts = told && found.value !== null ? { numerator: found.numerator, denominator: found.denominator } : { numerator: null, denominator: null };
  return { ...described, ...state, actual: found.value, ...parts, n: found.n, ...(found.unvalued && { unvalued: found.unvalued }), withheld: false, answer };
}

/** Periods as the rules know them: closed means that their numbers were frozen. */
export const periodFacts = (periods: readonly PeriodView[]): PeriodFact[] => periods.map(({ id, from, to, frozen }) => ({ id, from, to, closed: frozen }));

/** Indicators in the order of the matrix. */
export const inOrder = <T extends { code: string }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => byCode(a.code, b.code));

/** The indicators of one project with what their figures are made of; none for who may not see it. */
export const projectIndicators = (viewer: Viewer, project: Pick<ProjectView, 'id'>): Promise<IndicatorRow[]> => indicatorRows(sql`projects.id = ${project.id} and ${visibleProjects(viewer)}`);

/** Their figures in the order of their codes, with baseline, target, actual, its parts, expected-by-now and state, as this viewer may see them. */
export function figuresIn(project: ProjectView, rows: readonly IndicatorRow[], periods: readonly PeriodView[]): IndicatorFigure[] {
  const facts = periodFacts(periods);
  return inOrder(rows).map((row) => figureOf(row, project, facts, seesOnlyAggregates(project.roles)));
}

/** All indicators of a project with their figures. `code` narrows to one. */
export async function indicatorFigures(viewer: Viewer, project: ProjectView, code?: string): Promise<IndicatorFigure[]> {
  const [rows, periods] = await Promise.all([projectIndicators(viewer, project), listPeriods(viewer, project.id)]);
  return figuresIn(project, rows.filter((row) => code === undefined || row.code === code), periods);
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { listPeriods, type PeriodView, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import { judgedBefore, type PlanChanges } from '../rules/as-of';
import { findMeasure } from '../rules/catalogue';
import { figureOf, figuresIn, type IndicatorFigure, type IndicatorRow, inOrder, rowsWith } from './figures';
import { periodLines, type PeriodReading, type StoredCell } from './period-lines';

/** A change of the plan, and the day of the project on which it was made. */
type DatedChange = { on: string; changes: PlanChanges };
/** An indicator with what its roll-up holds per period, its approved readings, and how its plan changed, the oldest change first. */
type Past = { cells: StoredCell[]; approved: (PeriodReading & { answer: string | null })[]; changes: DatedChange[] };
export type PastRow = Past & { row: IndicatorRow };

/** The indicators of a project with their past, in one statement; none of a project that the viewer may not see. */
export async function indicatorPasts(viewer: Viewer, project: Pick<ProjectView, 'id'>): Promise<PastRow[]> {
  const rows = await rowsWith<Past>(
    sql`projects.id = ${project.id} and ${visibleProjects(viewer)}`,
    sql`, (select coalesce(json_agg(json_build_object('scope', 'period', 'periodId', c.period_id, 'institutionId', null, 'sex', null, 'restatement', false, 'numerator', c.numerator, 'denominator', c.denominator)), '[]')
        from (select period_id, sum(numerator)::float8 as numerator, sum(denominator)::float8 as denominator from rollup_cells where indicator_id = i.id and scope = 'period' group by 1) c) as cells,
      (select coalesce(json_agg(json_build_object('periodId', d.period_id, 'value', d.value::float8, 'numerator', d.numerator::float8, 'denominator', d.denominator::float8, 'answer', d.answer)), '[]') from readings d where d.indicator_id = i.id and d.review_state = 'approved') as approved,
      (select coalesce(json_agg(json_build_object('on', (h.at at time zone projects.time_zone)::date, 'changes', h.changes) order by h.version), '[]') from indicator_changes h where h.indicator_id = i.id) as changes`,
  );
  return rows.map(({ cells, approved, changes, ...row }) => ({ row, cells, approved, changes }));
}

const upToPeriod = (periods: readonly PeriodView[], at: PeriodView) => periods.filter(({ to }) => to <= at.to);

/** The row of an indicator as it would have been at the end of a period: only what had been counted or read by then. */
function rowAt({ row, cells: stored, approved }: PastRow, periods: readonly PeriodView[], at: PeriodView): IndicatorRow {
  const until = upToPeriod(periods, at);
  if (row.method === 'reported') {
    const told = until.flatMap(({ id }) => approved.filter((reading) => reading.periodId === id));
    const latest = told.findLast(({ value }) => value !== null);
    return { ...row, share: latest ? { part: latest.numerator ?? null, whole: latest.denominator ?? null } : null, readings: told.flatMap(({ value }) => value ?? []), answer: told.at(-1)?.answer ?? null };
  }
  const measure = row.measure ? findMeasure(row.measure) : undefined;
  const wanted = measure?.combine === 'latest' ? [at] : until;
  const cells = stored.filter((cell) => wanted.some(({ id }) => id === cell.periodId));
  const parts = cells.flatMap(({ denominator }) => denominator ?? []);
  return { ...row, numerator: cells.reduce((sum, cell) => sum + cell.numerator, 0), denominator: parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : null };
}

const changedAfter = ({ changes }: Past, { to }: PeriodView): PlanChanges[] => changes.filter(({ on }) => on > to).map((change) => change.changes);

/**
 * Where an indicator stood at the end of a period that is over: what its periods hold up to then against the milestone of that period, else linear in
 * time (DOMAIN §2.12); target, baseline and milestones as they were planned by the end of it (`judgedBefore`). Closed periods say what they said, with later corrections in later ones. From viewers of aggregates all of it is withheld
 * where the number of any period is.
 */
export function figureAt(project: ProjectView, past: PastRow, periods: readonly PeriodView[], at: PeriodView): IndicatorFigure {
  const { row, cells, approved } = past;
  const aggregatesOnly = seesOnlyAggregates(project.roles);
  const frame = { startDate: project.startDate, endDate: project.endDate, today: at.to, suppressionMinimum: project.suppressionMinimum };
  const found = figureOf({ ...rowAt(past, periods, at), ...judgedBefore(changedAfter(past, at)) }, frame, [{ id: at.id, from: at.from, to: at.to, closed: true }], aggregatesOnly);
  const readings = approved.filter(({ value }) => value !== null);
  const shown = !aggregatesOnly || periodLines({ row, measure: row.measure ? (findMeasure(row.measure) ?? null) : null, periods, cells, approved: readings, today: project.today }, { aggregatesOnly, minimum: project.suppressionMinimum }, found.withheld).length > 0;
  return shown ? found : { ...found, actual: null, numerator: null, denominator: null, n: null, achievement: null, ratio: null, answer: null, withheld: true };
}

/** The indicators of a project as they stood at the end of a period, in the order of their codes. */
export const figuresAt = (project: ProjectView, rows: readonly PastRow[], periods: readonly PeriodView[], at: PeriodView): IndicatorFigure[] => inOrder(rows.map((past) => figureAt(project, past, periods, at)));

/** Of indicators at the end of a period: how many had another target, baseline, milestones or direction then, and how many are counted otherwise since and stand by today's plan. */
export type PlansThen = { judged: number; counted: number };
export type IndicatorList = { indicators: IndicatorFigure[]; /** periods that are over, in order of time */ over: PeriodView[]; /** as at the end of this one; null: now */ at: PeriodView | null; plans: PlansThen };

function plansThen(rows: readonly PastRow[], at: PeriodView): PlansThen {
  const before = rows.map((row) => judgedBefore(changedAfter(row, at)));
  return { judged: before.filter((was) => was !== null && Object.keys(was).length > 0).length, counted: before.filter((was) => was === null).length };
}

/** The indicators of a project with their figures now, or as they stood at the end of the period asked for; what is no period that is over asks for nothing. */
export async function indicatorList(viewer: Viewer, project: ProjectView, asked: string | undefined): Promise<IndicatorList> {
  const [rows, periods] = await Promise.all([indicatorPasts(viewer, project), listPeriods(viewer, project.id)]);
  const over = periods.filter(({ to }) => to < project.today);
  const at = over.find(({ id }) => id === asked) ?? null;
  return { indicators: at ? figuresAt(project, rows, periods, at) : figuresIn(project, rows.map(({ row }) => row), periods), over, at, plans: at ? plansThen(rows, at) : { judged: 0, counted: 0 } };
}

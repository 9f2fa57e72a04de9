import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import { visibleProjects } from '@/lib/projects/queries';
import { dateIn } from '@/lib/shared/dates';
import { type IndicatorState, indicatorStates, type ProjectStatus } from '@/lib/shared/vocabulary';
import type { PeriodFact } from '../rules/facts';
import { actualOf, type IndicatorStanding, indicatorStandings, standingOf } from './figures';

type Row = {
  id: string;
  slug: string;
  projectsId: string;
  title: string;
  status: ProjectStatus;
  startDate: string | null;
  endDate: string | null;
  year: number | null;
  coverage: string | null;
  budgetUsd: number | null;
  timeZone: string;
  illustrative: boolean;
  asOf: string | null;
  trained: number | null;
  participations: number | null;
  periods: PeriodFact[];
};
export type PortfolioProject = Omit<Row, 'periods' | 'timeZone'> & {
  /** indicators per state */
  states: Record<IndicatorState, number>;
  indicators: number;
};

/** The projects a viewer may see with their figures, by title; two statements, whatever their number. Numbers of people are null where never computed. */
export async function portfolio(viewer: Viewer): Promise<PortfolioProject[]> {
  const [rows, indicators] = await Promise.all([readProjects(viewer), indicatorStandings(visibleProjects(viewer))]);
  const byProject = new Map<string, IndicatorStanding[]>(rows.map((project) => [project.id, []]));
  for (const indicator of indicators) byProject.get(indicator.projectId)?.push(indicator);
  return rows.map(({ periods, timeZone, ...project }) => {
    const own = byProject.get(project.id) ?? [];
    return { ...project, indicators: own.length, states: statesOf(own, { ...project, today: dateIn(timeZone, new Date()) }, periods) };
  });
}

function statesOf(rows: readonly IndicatorStanding[], frame: Parameters<typeof standingOf>[2], periods: readonly PeriodFact[]): Record<IndicatorState, number> {
  const counts = Object.fromEntries(indicatorStates.map((state) => [state, 0])) as Record<IndicatorState, number>;
  for (const row of rows) counts[standingOf(row, actualOf(row).value, frame, periods).state] += 1;
  return counts;
}

async function readProjects(viewer: Viewer): Promise<Row[]> {
  return database().execute<Row>(sql`
    select projects.id, slug, projects_id as "projectsId", title, status, start_date as "startDate", end_date as "endDate", year, coverage, budget_usd::float8 as "budgetUsd",
      time_zone as "timeZone", illustrative, s.as_of as "asOf",
      case when s.project_id is null then null else coalesce(c.trained, 0) end as trained,
      case when s.project_id is null then null else coalesce(c.participations, 0) end as participations,
      (select coalesce(json_agg(json_build_object('id', p.id, 'from', p.from_date, 'to', p.to_date, 'closed', p.frozen_at is not null) order by p.from_date), '[]')
        from reporting_periods p where p.project_id = projects.id) as periods
    from projects left join rollup_states s on s.project_id = projects.id
      left join lateral (
        select (sum(numerator) filter (where measure = 'people.uniqueTrained'))::float8 as trained,
          (sum(numerator) filter (where measure in ('people.participations', 'people.unnamed')))::float8 as participations
        from rollup_cells where project_id = projects.id and indicator_id is null and scope = 'cumulative') c on true
    where ${visibleProjects(viewer)} order by title, projects.id`);
}

export type ProjectChoice = { slug: string; name: string };

/** The projects a viewer may open, for the switcher: the first 200 by id. */
export async function projectChoices(viewer: Viewer): Promise<ProjectChoice[]> {
  return database().execute<ProjectChoice>(sql`select slug, projects_id || ' ' || title as name from projects where ${visibleProjects(viewer)} order by projects_id limit 200`);
}

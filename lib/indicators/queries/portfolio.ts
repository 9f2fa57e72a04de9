import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { rolesIn, seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type DeadlineView, fundDeadlines, nextOf, reportState, standing } from '@/lib/deadlines/rules';
import { visibleProjects } from '@/lib/projects/queries';
import { dateIn } from '@/lib/shared/dates';
import type { IndicatorState, ProjectStatus } from '@/lib/shared/vocabulary';
import { countStates } from '../rules/achievement';
import type { PeriodFact } from '../rules/facts';
import { outcomeState, type PortfolioFilter, portfolioFilter, type Risk, riskOf, sorted } from '../rules/portfolio';
import { actualOf, type IndicatorStanding, indicatorStandings, standingOf } from './figures';

type Amount = { currency: string; amount: number };
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
  type: string | null;
  region: string | null;
  /** the states that benefit */
  countries: string[];
  budgetUsd: number | null;
  timeZone: string;
  illustrative: boolean;
  asOf: string | null;
  computedAt: string | null;
  trained: number | null;
  /** named and unnamed */
  participations: number | null;
  /** of these, the headcount without names */
  unnamed: number | null;
  equipment: number | null;
  /** `issued`: of the reports issued on it, 1 where one is the final one, else 0; null: there is none */
  periods: (PeriodFact & { due: string | null; issued: 0 | 1 | null })[];
  met: { key: string; doneOn: string }[];
  stale: number;
  waiting: number;
};
export type PortfolioProject = Omit<Row, 'periods' | 'timeZone' | 'met' | 'computedAt' | 'stale' | 'waiting'> & {
  /** indicators per state */
  states: Record<IndicatorState, number>;
  indicators: number;
  /** indicators of which there is data */
  withData: number;
  /** outcomes per state: as bad as the worst indicator below each */
  outcomes: Record<IndicatorState, number>;
  /** costs of approved, completed activities, each currency by itself */
  spending: Amount[];
  /** reports of periods that are over, not issued yet; those of them past their day; the earliest day */
  reports: { due: number; overdue: number; next: string | null };
  /** the Fund's next deadline that was not met */
  deadline: DeadlineView | null;
  /** null: not for viewers of aggregates */
  drafts: { stale: number; waiting: number } | null;
  risk: Risk;
};
export type Portfolio = {
  projects: PortfolioProject[];
  /** persons trained in any of them, each once however many projects trained them; null where nothing was ever computed */
  people: number | null;
};

const none: PortfolioFilter = portfolioFilter({});

/** The projects a viewer may see with their figures, filtered and sorted; three statements, whatever their number. Numbers of people are null where never computed. */
export async function portfolioOf(viewer: Viewer, filter: PortfolioFilter = none): Promise<Portfolio> {
  const scope = sql`${visibleProjects(viewer)} and ${matching(filter)}`;
  const [rows, indicators] = await Promise.all([readProjects(scope), indicatorStandings(scope)]);
  const sums = await sumsOf(rows);
  const byProject = new Map<string, IndicatorStanding[]>(rows.map((project) => [project.id, []]));
  for (const indicator of indicators) byProject.get(indicator.projectId)?.push(indicator);
  const projects = rows.map((row) => described(row, byProject.get(row.id) ?? [], sums.spending.get(row.id) ?? [], seesOnlyAggregates(rolesIn(viewer, row.id))));
  return { projects: sorted(projects, filter.sort), people: rows.some((row) => row.asOf !== null) ? sums.people : null };
}

/** The same as a plain list by title. */
export const portfolio = async (viewer: Viewer): Promise<PortfolioProject[]> => (await portfolioOf(viewer)).projects;

function matching({ q, region, country, type, year, status }: PortfolioFilter): SQL {
  const is = (column: SQL, value: string | number | null) => (value === null ? [] : [sql`${column} = ${value}`]);
  const text = q === null ? [] : [sql`search_text(projects.projects_id || ' ' || projects.title) like '%' || search_text(${q.replace(/[\\%_]/g, '\\$&')}) || '%'`];
  return sql.join([sql`true`, ...is(sql`projects.idf_region`, region), ...(country === null ? [] : [sql`${country} = any(projects.benefiting_member_states)`]), ...is(sql`projects.type`, type), ...is(sql`projects.year`, year), ...is(sql`projects.status`, status), ...text], sql` and `);
}

function described(row: Row, indicators: readonly IndicatorStanding[], spending: Amount[], aggregatesOnly: boolean): PortfolioProject {
  const { periods: listed, timeZone, met, computedAt: _c, stale, waiting, ...project } = row;
  const periods = listed.map((period) => ({ ...period, answered: period.issued !== null }));
  const today = dateIn(timeZone, new Date());
  const frame = { ...project, today }; // once, not for each of its indicators: copying it was a tenth of the page
  const stands = indicators.map((indicator) => ({ outcomeId: indicator.outcomeId, state: standingOf(indicator, actualOf(indicator).value, frame, periods).state }));
  const outcomes = [...new Set(stands.flatMap(({ outcomeId }) => outcomeId ?? []))].map((id) => outcomeState(stands.filter(({ outcomeId }) => outcomeId === id).map(({ state }) => state)));
  const deadlines = standing(fundDeadlines(project.startDate, project.endDate), { marked: met, issued: periods.flatMap(({ to, issued }) => (issued === null ? [] : [{ to, final: issued === 1, on: to }])) }, today); // on which day is not shown here
  const owed = periods.filter((period) => ['due', 'overdue'].includes(reportState(period, today))).map((period) => period.due ?? '');
  const states = countStates(stands.map(({ state }) => state));
  const reports = { due: owed.length, overdue: periods.filter((period) => reportState(period, today) === 'overdue').length, next: owed.sort()[0] ?? null };
  const risk = riskOf({ states, reportsOverdue: reports.overdue, deadlinesOverdue: deadlines.filter(({ state }) => state === 'overdue').length, stale: aggregatesOnly ? 0 : stale });
  return { ...project, indicators: stands.length, withData: stands.length - states.no_data, states, outcomes: countStates(outcomes), spending, reports, deadline: nextOf(deadlines), drafts: aggregatesOnly ? null : { stale, waiting }, risk };
}

async function readProjects(scope: SQL): Promise<Row[]> {
  return database().execute<Row>(sql`
    with cells as (
      select c.project_id, (sum(numerator) filter (where measure = 'people.uniqueTrained'))::float8 as trained, (sum(numerator) filter (where measure = 'equipment.handedOver'))::float8 as equipment,
        (sum(numerator) filter (where measure in ('people.participations', 'people.unnamed')))::float8 as participations, (sum(numerator) filter (where measure = 'people.unnamed'))::float8 as unnamed
      from rollup_cells c join projects on projects.id = c.project_id where ${scope} and indicator_id is null and scope = 'cumulative' group by 1
    ), spans as (
      select p.project_id, json_agg(json_build_object('id', p.id, 'from', p.from_date, 'to', p.to_date, 'closed', p.frozen_at is not null, 'due', p.due_date,
        'issued', (select max((r.kind = 'final')::int) from reports r join report_versions v on v.report_id = r.id where r.period_id = p.id)) order by p.from_date) as periods
      from reporting_periods p join projects on projects.id = p.project_id where ${scope} group by 1
    ), open as (
      select a.project_id, (count(*) filter (where a.review_state = 'draft' and a.created_at < now() - interval '14 days'))::int as stale, (count(*) filter (where a.review_state = 'submitted'))::int as waiting
      from activities a join projects on projects.id = a.project_id where ${scope} and a.review_state in ('draft', 'submitted') group by 1
    )
    select projects.id, slug, projects_id as "projectsId", title, status, start_date as "startDate", end_date as "endDate", year, coverage, type, idf_region as region, benefiting_member_states as countries, budget_usd::float8 as "budgetUsd",
      time_zone as "timeZone", illustrative, s.as_of as "asOf", s.computed_at as "computedAt",
      case when s.project_id is null then null else coalesce(c.trained, 0) end as trained,
      case when s.project_id is null then null else coalesce(c.participations, 0) end as participations,
      case when s.project_id is null then null else coalesce(c.unnamed, 0) end as unnamed,
      case when s.project_id is null then null else coalesce(c.equipment, 0) end as equipment,
      coalesce(spans.periods, '[]') as periods, coalesce(open.stale, 0) as stale, coalesce(open.waiting, 0) as waiting,
      (select coalesce(json_agg(json_build_object('key', d.key, 'doneOn', d.done_on)), '[]') from deadlines_met d where d.project_id = projects.id) as met
    from projects left join rollup_states s on s.project_id = projects.id left join cells c on c.project_id = projects.id left join spans on spans.project_id = projects.id left join open on open.project_id = projects.id
    where ${scope} order by title, projects.id`);
}

type Sums = { people: number; spending: Map<string, Amount[]> };
const kept = new Map<string, Sums>();
const most = 50;

// Both rest on approved records alone, and every change of those computes its project anew: with the same projects computed at the same moments the sums are the same.
async function sumsOf(rows: readonly Row[]): Promise<Sums> {
  const key = rows.map((row) => `${row.id} ${row.computedAt}`).join();
  const known = kept.get(key);
  if (known) return known;
  const ids = JSON.stringify(rows.map((row) => row.id));
  const [found] = await database().execute<{ people: number; costs: (Amount & { projectId: string })[] }>(sql`
    with wanted as materialized (select w::uuid as id from json_array_elements_text(${ids}::json) w)
    select (select count(distinct f.person_id)::int from first_counts f join wanted on wanted.id = f.project_id) as people,
      (select coalesce(json_agg(t), '[]') from (select a.project_id as "projectId", a.cost_currency as currency, sum(a.cost)::float8 as amount from activities a join wanted on wanted.id = a.project_id
        where a.cost is not null and a.review_state = 'approved' and a.implementation = 'completed' group by 1, 2 order by 1, 2) t) as costs`);
  const spending = new Map<string, Amount[]>();
  for (const { projectId, currency, amount } of found?.costs ?? []) spending.set(projectId, [...(spending.get(projectId) ?? []), { currency, amount }]);
  const sums = { people: found?.people ?? 0, spending };
  if (kept.size >= most) kept.clear();
  kept.set(key, sums);
  return sums;
}

export type PortfolioChoices = Record<'region' | 'country' | 'type' | 'year', string[]>;

/** What the filters of the portfolio can be set to: the words that its projects hold. */
export async function portfolioChoices(viewer: Viewer): Promise<PortfolioChoices> {
  const [row] = await database().execute<PortfolioChoices>(sql`
    select array(select distinct idf_region from projects where ${visibleProjects(viewer)} and idf_region is not null order by 1) as region,
      array(select distinct state from projects, unnest(benefiting_member_states) state where ${visibleProjects(viewer)} order by 1) as country,
      array(select distinct type from projects where ${visibleProjects(viewer)} and type is not null order by 1) as type,
      array(select distinct year::text from projects where ${visibleProjects(viewer)} and year is not null order by 1 desc) as year`);
  return row ?? { region: [], country: [], type: [], year: [] };
}

export type ProjectChoice = { slug: string; name: string };

/** The projects a viewer may open, for the switcher: the first 200 by id. */
export async function projectChoices(viewer: Viewer): Promise<ProjectChoice[]> {
  return database().execute<ProjectChoice>(sql`select slug, projects_id || ' ' || title as name from projects where ${visibleProjects(viewer)} order by projects_id limit 200`);
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type PeriodView, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import type { Sex } from '@/lib/shared/vocabulary';
import { findMeasure } from '../rules/catalogue';
import { type FigureValue, figure } from '../rules/figures';
import { type BreakdownRow, breakdownOf, type Cell } from './breakdown';

type Row = {
  asOf: string | null;
  cells: { measure: string; sex: Sex | null; numerator: number; denominator: number | null }[];
  /** of items handed over, per currency in which they were bought: value, the pieces it is of, and how many of these have no rate to USD */
  values: CurrencyValue[];
  unvalued: number;
  unpriced: number;
  points: { open: number; overdue: number };
  perPeriod: PeriodCell[];
  periods: PeriodView[];
};

/** A figure of one period, to be compared with another's. */
export type PeriodCell = { periodId: string; measure: string; numerator: number; denominator: number | null };
type CurrencyValue = { currency: string; value: number; items: number; unrated: number };

export type Headline = {
  /** the day for which the figures were computed; null: never yet */
  asOf: string | null;
  /** 0…1, the share of sessions that counts as attended */
  threshold: number;
  people: { unique: number; bySex: BreakdownRow[]; participations: number; unnamed: number; trainings: number };
  /** knowledge gain: share of those tested who gained 20 points or more, with n tested of n present */
  tested: { gained: FigureValue; tested: number; present: number };
  equipment: { items: number; valueUsd: number; values: CurrencyValue[]; /** items handed over that have no value in USD */ unvalued: number; /** of these, without a value in any currency */ unpriced: number; inUse: FigureValue };
  meetings: { held: number; interInstitutional: number; regional: number };
  actionPoints: { open: number; overdue: number; onTime: FigureValue };
  /** the reporting periods in order of time, and the figures of each */
  periods: PeriodView[];
  perPeriod: PeriodCell[];
};

/**
 * The headline figures of a project up to today, from its roll-ups (DOMAIN §2). Open and overdue action points stand as they are now; viewers
 * of aggregates get those of approved meetings only, and small numbers by sex hidden.
 */
export async function headline(viewer: Viewer, project: ProjectView): Promise<Headline> {
  const aggregatesOnly = seesOnlyAggregates(project.roles);
  const row = await readHeadline(viewer, project, aggregatesOnly);
  const cells = (measure: string): Cell[] => row.cells.filter((cell) => cell.measure === measure).map((cell) => ({ ...cell, institutionId: null }));
  const of = (key: string): FigureValue => figure(cells(key), findMeasure(key)?.unit ?? 'count');
  const count = (key: string) => of(key).numerator;
  const trained = findMeasure('people.uniqueTrained');
  const breakdown = trained && breakdownOf(trained, cells(trained.key), [], { aggregatesOnly, minimum: project.suppressionMinimum });
  const gained = of('scores.gained20.share');
  return {
    asOf: row.asOf,
    threshold: Number(project.attendanceThreshold),
    people: { unique: count('people.uniqueTrained'), bySex: breakdown?.sex ?? [], participations: count('people.participations'), unnamed: count('people.unnamed'), trainings: count('trainings.delivered') },
    tested: { gained, tested: gained.denominator ?? 0, present: count('people.participations') },
    equipment: { items: count('equipment.handedOver'), valueUsd: count('equipment.valueHandedOver'), values: row.values, unvalued: row.unvalued, unpriced: row.unpriced, inUse: of('equipment.inUse.share') },
    meetings: { held: count('meetings.held'), interInstitutional: count('meetings.interInstitutional'), regional: count('meetings.regional') },
    actionPoints: { ...row.points, onTime: of('actionPoints.onTime.share') },
    periods: row.periods,
    perPeriod: row.perPeriod,
  };
}

/** Items that count as handed over (DOMAIN §2.8) of the project in the query around. */
const handed = (today: string) => sql`from equipment_items e join activities a on a.id = e.activity_id
  where e.project_id = projects.id and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${today} and exists (select from signed_hand_overs f where f.activity_id = a.id)`;

async function readHeadline(viewer: Viewer, project: ProjectView, approvedOnly: boolean): Promise<Row> {
  const [row] = await database().execute<Row>(sql`
    select (select s.as_of from rollup_states s where s.project_id = projects.id) as "asOf",
      (select coalesce(json_agg(c), '[]') from (
        select c.measure, c.sex, sum(c.numerator)::float8 as numerator, sum(c.denominator)::float8 as denominator from rollup_cells c
        where c.project_id = projects.id and c.indicator_id is null and c.scope = 'cumulative' group by 1, 2) c) as cells,
      (select coalesce(json_agg(c), '[]') from (
        select c.period_id as "periodId", c.measure, sum(c.numerator)::float8 as numerator, sum(c.denominator)::float8 as denominator from rollup_cells c
        where c.project_id = projects.id and c.indicator_id is null and c.scope = 'period' group by 1, 2) c) as "perPeriod",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'from', p.from_date, 'to', p.to_date, 'dueDate', p.due_date, 'closed', p.closed_at is not null, 'frozen', p.frozen_at is not null) order by p.from_date), '[]')
        from reporting_periods p where p.project_id = projects.id) as periods,
      (select coalesce(json_agg(v order by v.value desc), '[]') from (select e.currency, sum(e.handed_value)::float8 as value, sum(e.handed_quantity)::int as items, coalesce(sum(e.handed_quantity) filter (where e.value_usd is null), 0)::int as unrated ${handed(project.today)} and e.value is not null group by 1) v) as values,
      (select coalesce(sum(e.handed_quantity), 0)::int ${handed(project.today)} and e.value_usd is null) as unvalued,
      (select coalesce(sum(e.handed_quantity), 0)::int ${handed(project.today)} and e.value is null) as unpriced,
      (select json_build_object('open', count(*), 'overdue', count(*) filter (where p.due_date < ${project.today})) from action_points p
        left join activities a on a.id = p.activity_id
        where p.project_id = projects.id and p.status in ('open', 'in_progress') and a.review_state is distinct from 'withdrawn' and (not ${approvedOnly} or a.id is null or a.review_state = 'approved')) as points
    from projects where projects.id = ${project.id} and ${visibleProjects(viewer)}`);
  return row ?? { asOf: null, cells: [], values: [], unvalued: 0, unpriced: 0, points: { open: 0, overdue: 0 }, perPeriod: [], periods: [] };
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { signedHandOvers } from '@/db/signed-hand-overs';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type PeriodView, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import type { Sex } from '@/lib/shared/vocabulary';
import { findMeasure } from '../rules/catalogue';
import { type FigureValue, figure } from '../rules/figures';
import { approvedBy, endOfDay } from '../mutations/facts';
import { withheld } from '../rules/shown';
import type { Known } from './as-of';
import { type BreakdownRow, breakdownOf, type Cell } from './breakdown';

type Row = {
  asOf: string | null;
  cells: { measure: string; sex: Sex | null; numerator: number; denominator: number | null }[];
  /** of items handed over, per currency in which they were bought: value, the pieces it is of, and how many of these have no rate to USD */
  values: CurrencyValue[];
  unvalued: number;
  unpriced: number;
  lines: LineCost[];
  points: { open: number; overdue: number };
  perPeriod: PeriodCell[];
  periods: PeriodView[];
};

/** A figure of one period, to be compared with another's. */
export type PeriodCell = { periodId: string; measure: string; numerator: number; denominator: number | null };
type CurrencyValue = { currency: string; value: number; items: number; unrated: number };
/** A line of the approved equipment budget with what was handed over under it, in USD; `id` null: handed over without a line. `unvalued`: pieces of it without a value in USD. */
export type LineCost = { id: string | null; code: string; description: string; approvedUsd: number; items: number; deliveredUsd: number; unvalued: number };

export type Headline = {
  /** the day for which the figures were computed; null: never yet */
  asOf: string | null;
  /** 0…1, the share of sessions that counts as attended */
  threshold: number;
  people: { unique: number; bySex: BreakdownRow[]; participations: number; unnamed: number; trainings: number };
  /** knowledge gain: share of those tested who gained 20 points or more, with n tested of n present */
  tested: { gained: FigureValue; tested: number; present: number };
  equipment: { items: number; valueUsd: number; values: CurrencyValue[]; /** items handed over that have no value in USD */ unvalued: number; /** of these, without a value in any currency */ unpriced: number; inUse: FigureValue };
  /** the approved equipment budget against what was handed over, by line; none for viewers of aggregates */
  budget: LineCost[];
  /** of people trained, who was still in post so many months later (stored figures); withheld where it would give away a small number of officials */
  retained: { months: 6 | 12; measure: string; share: FigureValue; withheld: boolean }[];
  meetings: { held: number; interInstitutional: number; regional: number };
  actionPoints: { /** null: not known for that day */ open: number | null; overdue: number; onTime: FigureValue };
  /** the reporting periods in order of time, and the figures of each */
  periods: PeriodView[];
  perPeriod: PeriodCell[];
};

/**
 * The headline figures of a project up to today, from its roll-ups (DOMAIN §2). Open and overdue action points stand as they are now; viewers
 * of aggregates get those of approved meetings only, and small numbers by sex hidden. `known`: on a day of the past instead; then without breakdown for viewers of aggregates,
 * who could subtract one day from the next, and without what stands open, since that is known for now alone.
 */
export async function headline(viewer: Viewer, project: ProjectView, known: Known | null = null): Promise<Headline> {
  const aggregatesOnly = seesOnlyAggregates(project.roles);
  const row = knownRow(await readHeadline(viewer, project, aggregatesOnly, known?.day ?? null), known);
  const cells = (measure: string): Cell[] => row.cells.filter((cell) => cell.measure === measure).map((cell) => ({ ...cell, institutionId: null }));
  const of = (key: string): FigureValue => figure(cells(key), findMeasure(key)?.unit ?? 'count');
  const count = (key: string) => of(key).numerator;
  const trained = findMeasure('people.uniqueTrained');
  const breakdown = trained && breakdownOf(trained, cells(trained.key), [], { aggregatesOnly, minimum: project.suppressionMinimum });
  const gained = of('scores.gained20.share');
  const stayed = (months: 6 | 12) => {
    const measure = `people.inPostAt${months}.share`;
    const share = of(measure);
    return { months, measure, share, withheld: aggregatesOnly && withheld({ method: 'computed', measure, unit: '%', statement: '' }, share, known ? Number.POSITIVE_INFINITY : project.suppressionMinimum) };
  };
  return {
    asOf: row.asOf,
    threshold: known?.facts.threshold ?? Number(project.attendanceThreshold),
    people: { unique: count('people.uniqueTrained'), bySex: (known && aggregatesOnly ? null : breakdown?.sex) ?? [], participations: count('people.participations'), unnamed: count('people.unnamed'), trainings: count('trainings.delivered') },
    tested: { gained, tested: gained.denominator ?? 0, present: count('people.participations') },
    equipment: { items: count('equipment.handedOver'), valueUsd: count('equipment.valueHandedOver'), values: row.values, unvalued: row.unvalued, unpriced: row.unpriced, inUse: of('equipment.inUse.share') },
    budget: project.may('records.read') ? row.lines : [],
    retained: [stayed(6), stayed(12)],
    meetings: { held: count('meetings.held'), interInstitutional: count('meetings.interInstitutional'), regional: count('meetings.regional') },
    actionPoints: { ...(known ? { open: null, overdue: 0 } : row.points), onTime: of('actionPoints.onTime.share') },
    periods: row.periods,
    perPeriod: row.perPeriod,
  };
}

/** The row with what was known on a day in place of what is stored. */
function knownRow(row: Row, known: Known | null): Row {
  if (!known) return row;
  const own = known.cells.filter(({ indicatorId }) => indicatorId === null);
  const perPeriod = own.flatMap(({ scope, periodId, measure, numerator, denominator }) => (scope === 'period' && periodId ? [{ periodId, measure, numerator, denominator }] : []));
  return { ...row, asOf: known.day, cells: own.filter(({ scope }) => scope === 'cumulative'), perPeriod, periods: known.periods(row.periods) };
}

async function readHeadline(viewer: Viewer, project: ProjectView, approvedOnly: boolean, day: string | null): Promise<Row> {
  const [today, approved] = [day ?? project.today, day ? approvedBy(endOfDay(day, project.timeZone)) : sql`a.review_state = 'approved'`];
  const [row] = await database().execute<Row>(sql`
    with signed as materialized (${signedHandOvers(project.id, sql`${approved} and a.implementation = 'completed' and a.on_date <= ${today}`)}), handed as materialized (
      select e.budget_line_id as line, e.currency, e.value is null as unpriced, e.value_usd is null as unrated, sum(e.handed_quantity)::int as items, sum(e.handed_value)::float8 as value, coalesce(sum(e.handed_value_usd), 0)::float8 as usd
      from equipment_items e join signed on signed.id = e.activity_id where e.project_id = ${project.id} group by 1, 2, 3, 4
    ), delivered as (select line, sum(items)::int as items, sum(usd)::float8 as usd, coalesce(sum(items) filter (where unrated), 0)::int as unvalued from handed group by 1)
    select (select s.as_of from rollup_states s where s.project_id = projects.id) as "asOf",
      (select coalesce(json_agg(c), '[]') from (
        select c.measure, c.sex, sum(c.numerator)::float8 as numerator, sum(c.denominator)::float8 as denominator from rollup_cells c
        where c.project_id = projects.id and c.indicator_id is null and c.scope = 'cumulative' group by 1, 2) c) as cells,
      (select coalesce(json_agg(c), '[]') from (
        select c.period_id as "periodId", c.measure, sum(c.numerator)::float8 as numerator, sum(c.denominator)::float8 as denominator from rollup_cells c
        where c.project_id = projects.id and c.indicator_id is null and c.scope = 'period' group by 1, 2) c) as "perPeriod",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'from', p.from_date, 'to', p.to_date, 'dueDate', p.due_date, 'closed', p.closed_at is not null, 'frozen', p.frozen_at is not null) order by p.from_date), '[]')
        from reporting_periods p where p.project_id = projects.id) as periods,
      (select coalesce(json_agg(v order by v.value desc), '[]') from (select currency, sum(value)::float8 as value, sum(items)::int as items, coalesce(sum(items) filter (where unrated), 0)::int as unrated from handed where not unpriced group by 1) v) as values,
      (select coalesce(sum(items) filter (where unrated), 0)::int from handed) as unvalued,
      (select coalesce(sum(items) filter (where unpriced), 0)::int from handed) as unpriced,
      (select coalesce(json_agg(l order by l.id is null, lower(l.code)), '[]') from (
        select b.id, coalesce(b.code, '') as code, coalesce(b.description, '') as description, coalesce(b.approved_usd, 0)::float8 as "approvedUsd", coalesce(d.items, 0) as items, coalesce(d.usd, 0) as "deliveredUsd", coalesce(d.unvalued, 0) as unvalued
        from (select * from budget_lines where project_id = projects.id) b full join delivered d on d.line = b.id) l) as lines,
      (select json_build_object('open', count(*), 'overdue', count(*) filter (where p.due_date < ${project.today})) from action_points p
        left join activities a on a.id = p.activity_id
        where p.project_id = projects.id and p.status in ('open', 'in_progress') and a.review_state is distinct from 'withdrawn' and (not ${approvedOnly} or a.id is null or a.review_state = 'approved')) as points
    from projects where projects.id = ${project.id} and ${visibleProjects(viewer)}`);
  return row ?? { asOf: null, cells: [], values: [], unvalued: 0, unpriced: 0, lines: [], points: { open: 0, overdue: 0 }, perPeriod: [], periods: [] };
}

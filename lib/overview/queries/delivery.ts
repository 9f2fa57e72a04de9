import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn, seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type ActivityKind, activityKinds } from '@/lib/shared/vocabulary';
import { type Money, monthRuns } from '../rules';

type Run = { from: string; to: string };
export type DeliveryLine = {
  /** null: activities that serve no output */
  outputId: string | null;
  planned: number;
  delivered: number;
  costs: { planned: Money[]; delivered: Money[] };
  /** months in which something was planned, and in which something was delivered */
  plannedRuns: Run[];
  deliveredRuns: Run[];
};
export type MonthOfActivities = { month: string; counts: Record<ActivityKind, number> };
/** Delivered activities of one kind, those of them whose cost is known, and what these cost. */
export type KindCost = { kind: ActivityKind; delivered: number; costed: number; costs: Money[] };
export type Delivery = {
  lines: DeliveryLine[];
  /** approved and completed per calendar month and kind, months in between included; at most the last 36 */
  months: MonthOfActivities[];
  /** in the order of kinds; each activity once */
  kinds: KindCost[];
  /** delivered trainings, those of them whose cost is known, and what these cost */
  trainings: { delivered: number; costed: number; costs: Money[] };
};
type Totals = { output: string | null; currency: string | null; planned: number; delivered: number; plannedCost: number; deliveredCost: number };
type Row = { totals: Totals[]; months: { output: string | null; month: string; planned: boolean; delivered: boolean }[]; kinds: { kind: ActivityKind; currency: string | null; n: number; cost: number }[]; byMonth: { month: string; kind: ActivityKind | null; n: number }[] };

/**
 * What was planned and what was delivered per output: number, cost, months. Delivered is approved and completed (DOMAIN §2.5); planned is all that was
 * not cancelled, of which viewers of aggregates know only what is approved. An activity that serves two outputs stands in both.
 */
export async function delivery(viewer: Viewer, projectId: string, today: string): Promise<Delivery> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'figures.read')) return nothing;
  const [row] = await database().execute<Row>(sql`
    with own as (
      select a.id, a.kind, a.cost, a.cost_currency, a.on_date, a.planned_start, coalesce(a.planned_end, a.planned_start) as planned_end, coalesce(a.actual_start, a.actual_end) as actual_start, coalesce(a.actual_end, a.actual_start) as actual_end,
        a.implementation = 'completed' and a.review_state = 'approved' as delivered
      from activities a where a.project_id = ${projectId} and a.implementation <> 'cancelled' and a.review_state <> 'withdrawn' and (not ${seesOnlyAggregates(roles)} or a.review_state = 'approved')
    ), linked as (select o.result_id as output, own.* from own left join activity_outputs o on o.activity_id = own.id),
    spans as (
      select output, date_trunc('month', planned_start::timestamp) as first, date_trunc('month', planned_end::timestamp) as last, true as planned, false as delivered from linked where planned_start is not null group by 1, 2, 3
      union all
      select output, date_trunc('month', actual_start::timestamp), date_trunc('month', actual_end::timestamp), false, true from linked where delivered and actual_start is not null group by 1, 2, 3
    ), months as (
      select output, month, planned, delivered from spans, generate_series(first, last, interval '1 month') month
    ), held as (select date_trunc('month', on_date::timestamp)::date as month, kind, count(*)::int as n from own where delivered and on_date <= ${today} group by 1, 2),
    span as (select greatest(min(month), max(month) - interval '35 months') as first, max(month) as last from held)
    select
      (select coalesce(json_agg(t), '[]') from (select output, case when cost is null then null else cost_currency end as currency, count(*)::int as planned, (count(*) filter (where delivered))::int as delivered,
        coalesce(sum(cost), 0)::float8 as "plannedCost", coalesce(sum(cost) filter (where delivered), 0)::float8 as "deliveredCost" from linked group by 1, 2) t) as totals,
      (select coalesce(json_agg(t), '[]') from (select output, to_char(month, 'YYYY-MM') as month, bool_or(planned) as planned, bool_or(delivered) as delivered from months group by 1, 2) t) as months,
      (select coalesce(json_agg(t), '[]') from (select kind, case when cost is null then null else cost_currency end as currency, count(*)::int as n, coalesce(sum(cost), 0)::float8 as cost from own where delivered group by 1, 2 order by 2) t) as kinds,
      (select coalesce(json_agg(t order by t.month), '[]') from (select to_char(m.month, 'YYYY-MM') as month, held.kind, coalesce(held.n, 0) as n
        from span cross join lateral generate_series(span.first, span.last, interval '1 month') as m(month) left join held on held.month = m.month::date) t) as "byMonth"`);
  return row ? told(row) : nothing;
}

const nothing: Delivery = { lines: [], months: [], kinds: [], trainings: { delivered: 0, costed: 0, costs: [] } };

function told({ totals, months, kinds, byMonth }: Row): Delivery {
  const outputs = [...new Set(totals.map((total) => total.output))];
  const sum = (rows: readonly { n: number }[]) => rows.reduce((all, { n }) => all + n, 0);
  const money = (rows: readonly Totals[], key: 'plannedCost' | 'deliveredCost') => rows.flatMap((row) => (row.currency !== null && row[key] > 0 ? [{ currency: row.currency, amount: row[key] }] : []));
  const lines = outputs.map((output) => {
    const own = totals.filter((total) => total.output === output);
    const runs = (key: 'planned' | 'delivered') => monthRuns(months.filter((month) => month.output === output && month[key]).map(({ month }) => month));
    return {
      outputId: output,
      planned: sum(own.map(({ planned }) => ({ n: planned }))),
      delivered: sum(own.map(({ delivered }) => ({ n: delivered }))),
      costs: { planned: money(own, 'plannedCost'), delivered: money(own, 'deliveredCost') },
      plannedRuns: runs('planned'),
      deliveredRuns: runs('delivered'),
    };
  });
  const costOf = (kind: ActivityKind): KindCost => {
    const own = kinds.filter((row) => row.kind === kind);
    const costed = own.flatMap(({ currency, n, cost }) => (currency === null ? [] : [{ currency, n, amount: cost }]));
    return { kind, delivered: sum(own), costed: sum(costed), costs: costed.map(({ currency, amount }) => ({ currency, amount })) };
  };
  const { kind: _kind, ...trainings } = costOf('training');
  return { lines, months: monthsOf(byMonth), kinds: activityKinds.map(costOf).filter(({ delivered }) => delivered > 0), trainings };
}

function monthsOf(rows: Row['byMonth']): MonthOfActivities[] {
  const none = (): Record<ActivityKind, number> => ({ training: 0, equipment: 0, meeting: 0 });
  return [...new Set(rows.map(({ month }) => month))].map((month) => ({ month, counts: rows.reduce((counts, row) => (row.month === month && row.kind ? { ...counts, [row.kind]: row.n } : counts), none()) }));
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { ActivityKind } from '@/lib/shared/vocabulary';

export type Desk = {
  /** activities and readings handed in and not decided on; for who does not decide, their own */
  waiting: number;
  /** when the one that waits longest was handed in */
  oldest: Date | null;
  /** completed or submitted activities that miss a required piece of evidence without a waiver: the list's filter `lacks=evidence` */
  lacksEvidence: number;
};

const empty: Desk = { waiting: 0, oldest: null, lacksEvidence: 0 };
/** What waits on a manager's desk in one project; nothing for who may not read its records. Once per request. */
export const desk = cache(async (viewer: Viewer, projectId: string): Promise<Desk> => {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'records.read')) return empty;
  const concerns = may(roles, 'review.approve') ? sql`true` : sql`${viewer.id} in (x.created_by, x.last_edited_by)`;
  const [row] = await database().execute<{ waiting: number; oldest: string | null; lacks: number }>(sql`
    with waiting as (
      select coalesce((select max(s.at) from reviews s where s.activity_id = x.id and s.step = 'submitted'), x.updated_at) as since
      from activities x where x.project_id = ${projectId} and x.review_state = 'submitted' and ${concerns}
      union all
      select coalesce((select max(s.at) from reading_reviews s where s.reading_id = x.id and s.step = 'submitted'), x.updated_at)
      from readings x where x.project_id = ${projectId} and x.review_state = 'submitted' and ${concerns}
    )
    select (select count(*)::int from waiting) as waiting, (select min(since) from waiting) as oldest,
      (select count(distinct g.activity_id)::int from evidence_gaps g where g.project_id = ${projectId} and g.asked) as lacks`);
  return row ? { waiting: row.waiting, oldest: row.oldest ? new Date(row.oldest) : null, lacksEvidence: row.lacks } : empty;
});

export type MonthOfActivities = { month: string; counts: Record<ActivityKind, number> };

/** Approved and completed activities per calendar month and kind, months in between included; at most the last 36. */
export async function activitiesByMonth(viewer: Viewer, projectId: string, today: string): Promise<MonthOfActivities[]> {
  if (!may(rolesIn(viewer, projectId), 'figures.read')) return [];
  const rows = await database().execute<{ month: string; kind: ActivityKind | null; count: number }>(sql`
    with held as (
      select date_trunc('month', a.on_date)::date as month, a.kind, count(*)::int as count from activities a
      where a.project_id = ${projectId} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${today} group by 1, 2
    ), span as (select greatest(min(month), max(month) - interval '35 months') as first, max(month) as last from held)
    select to_char(m.month, 'YYYY-MM') as month, held.kind, coalesce(held.count, 0) as count
    from span cross join lateral generate_series(span.first, span.last, interval '1 month') as m(month) left join held on held.month = m.month::date
    order by 1`);
  const months = new Map<string, MonthOfActivities>();
  for (const { month, kind, count } of rows) {
    const found = months.get(month) ?? { month, counts: { training: 0, equipment: 0, meeting: 0 } };
    months.set(month, kind ? { month, counts: { ...found.counts, [kind]: count } } : found);
  }
  return [...months.values()];
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { requirements } from '@/lib/review/rules';
import { type ActivityKind, activityKinds } from '@/lib/shared/vocabulary';

export type Desk = {
  /** activities and readings handed in and not decided on; for who does not decide, their own */
  waiting: number;
  /** when the one that waits longest was handed in */
  oldest: Date | null;
  /** completed or submitted activities that miss a required piece of evidence without a waiver: the list's filter `lacks=evidence` */
  lacksEvidence: number;
};

const empty: Desk = { waiting: 0, oldest: null, lacksEvidence: 0 };
// Which kind of activity needs which evidence, as rows for SQL: the rules of lib/review are the one source.
const needed = activityKinds.flatMap((kind) => requirements.filter((rule) => rule.waivable && rule.kinds.includes(kind)).map((rule) => ({ kind, evidence: rule.key })));

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
    ), needed as (select * from json_to_recordset(${JSON.stringify(needed)}::json) as n(kind text, evidence text))
    select (select count(*)::int from waiting) as waiting, (select min(since) from waiting) as oldest,
      (select count(*)::int from activities a where a.project_id = ${projectId} and (a.implementation = 'completed' or a.review_state = 'submitted') and a.implementation <> 'cancelled'
        and exists (select 1 from needed n where n.kind = a.kind
          and not exists (select 1 from evidence e where e.activity_id = a.id and e.kind = n.evidence and e.removed_at is null)
          and not exists (select 1 from evidence_waivers w where w.activity_id = a.id and w.requirement = n.evidence)
          and not (n.evidence = 'certificate' and exists (select 1 from signed_hand_overs s where s.activity_id = a.id))
          and not (n.evidence = 'minutes' and exists (select 1 from meetings m where m.activity_id = a.id and m.minutes is not null)))) as lacks`);
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

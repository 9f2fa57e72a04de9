import 'server-only';
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { database } from '@/db/client';
import { signedHandOvers } from '@/db/signed-hand-overs';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

export type Waiting = {
  /** activities and readings handed in and not decided on; for who does not decide, their own */
  waiting: number;
  /** when the one that waits longest was handed in */
  oldest: Date | null;
};
export type ReadingDue = { code: string; periodId: string; period: string; dueDate: string | null };
export type Gaps = {
  /** completed or submitted activities that miss a required piece of evidence without a waiver: the list's filter `lacks=evidence` */
  lacksEvidence: number;
  /** drafts made more than 14 days ago: `stale=1` */
  stale: number;
  /** completed trainings in which nobody has both scores: `lacks=scores` */
  lacksScores: number;
  /** items handed over that no end-use check has seen: the register's `handed=yes&state=unchecked` */
  unchecked: number;
  /** readings of periods that are over and not closed, neither handed in nor approved; the first of them */
  readingsDue: number;
  readings: ReadingDue[];
  /** when the next draft will be older than 14 days; null: none will */
  nextStale: Date | null;
};

/** What waits for a decision in one project; nothing for who may not read its records. Once per request: every page of the project says it. */
export const waitingFor = cache(async (viewer: Viewer, projectId: string): Promise<Waiting> => {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'records.read')) return { waiting: 0, oldest: null };
  const concerns = may(roles, 'review.approve') ? sql`true` : sql`${viewer.id} in (x.created_by, x.last_edited_by)`;
  const [row] = await database().execute<{ waiting: number; oldest: string | null }>(sql`
    select count(*)::int as waiting, min(since) as oldest from (
      select coalesce((select max(s.at) from reviews s where s.activity_id = x.id and s.step = 'submitted'), x.updated_at) as since
      from activities x where x.project_id = ${projectId} and x.review_state = 'submitted' and ${concerns}
      union all
      select coalesce((select max(s.at) from reading_reviews s where s.reading_id = x.id and s.step = 'submitted'), x.updated_at)
      from readings x where x.project_id = ${projectId} and x.review_state = 'submitted' and ${concerns}) waiting`);
  return { waiting: row?.waiting ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null };
});

const noGaps: Gaps = { lacksEvidence: 0, stale: 0, lacksScores: 0, unchecked: 0, readingsDue: 0, readings: [], nextStale: null };

/** Where the data of a project has holes, each a number that a list opens; none for who may not read its records. */
export async function dataGaps(viewer: Viewer, projectId: string, today: string): Promise<Gaps> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return noGaps;
  const [row] = await database().execute<Omit<Gaps, 'nextStale'> & { nextStale: string | null }>(sql`
    with due as (
      select i.code, p.id as "periodId", p.name as period, p.due_date as "dueDate", p.from_date from indicators i join reporting_periods p on p.project_id = i.project_id
      where i.project_id = ${projectId} and i.method = 'reported' and p.to_date < ${today} and p.closed_at is null and (i.frequency is distinct from 'once' or not exists (select from readings o where o.indicator_id = i.id))
        and not exists (select from readings r where r.indicator_id = i.id and r.period_id = p.id and r.review_state in ('submitted', 'approved'))
    ), signed as materialized (${signedHandOvers(projectId)})
    select
      (select count(distinct g.activity_id)::int from evidence_gaps g where g.project_id = ${projectId} and g.asked) as "lacksEvidence",
      (select count(*)::int from activities a where a.project_id = ${projectId} and a.review_state = 'draft' and a.created_at < now() - interval '14 days') as stale,
      (select min(a.created_at) + interval '14 days' from activities a where a.project_id = ${projectId} and a.review_state = 'draft' and a.created_at >= now() - interval '14 days') as "nextStale",
      (select count(*)::int from activities a where a.project_id = ${projectId} and a.kind = 'training' and a.implementation = 'completed' and a.review_state <> 'withdrawn'
        and not exists (select from participants p where p.activity_id = a.id and p.pre_score is not null and p.post_score is not null)) as "lacksScores",
      (select count(*)::int from equipment_items e join signed on signed.id = e.activity_id where e.project_id = ${projectId} and not exists (select from end_use_checks c where c.item_id = e.id)) as unchecked,
      (select count(*)::int from due) as "readingsDue",
      (select coalesce(json_agg(d order by d.from_date, d.code), '[]') from (select * from due order by from_date, code limit 20) d) as readings`);
  return row ? { ...row, nextStale: row.nextStale ? new Date(row.nextStale) : null } : noGaps;
}

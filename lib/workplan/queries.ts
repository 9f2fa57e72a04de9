import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { LinkScope } from '@/lib/links/rules';
import type { PlannedActivity } from './rules';

const planned = (projectId: string, which: SQL) => sql`
  select a.id, a.reference, a.kind, a.title, p.name as place, a.planned_start as "from", coalesce(a.planned_end, a.planned_start) as "to", a.actual_start is not null or a.actual_end is not null as begun,
    a.implementation, a.version, array(select r.institution_id from participants r where r.activity_id = a.id and r.institution_id is not null
      union select h.institution_id from headcounts h where h.activity_id = a.id
      union select h.recipient_institution_id from hand_overs h where h.activity_id = a.id and h.recipient_institution_id is not null) as "institutionIds"
  from activities a left join places p on p.id = a.place_id
  where a.project_id = ${projectId} and a.planned_start is not null and a.review_state <> 'withdrawn' and a.implementation <> 'cancelled' and ${which}
  order by a.planned_start, a.reference limit 1000`;

/** What is planned in a span of days, and what is still to be held whenever that is: at most a thousand each. None for who may not read records. */
export async function workplan(viewer: Viewer, projectId: string, span: { from: string; to: string }): Promise<{ month: PlannedActivity[]; open: PlannedActivity[] }> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return { month: [], open: [] };
  const [month, open] = await Promise.all([
    database().execute<PlannedActivity>(planned(projectId, sql`a.planned_start <= ${span.to} and coalesce(a.planned_end, a.planned_start) >= ${span.from}`)),
    database().execute<PlannedActivity>(planned(projectId, sql`a.implementation in ('planned', 'postponed', 'under_way')`)),
  ]);
  return { month: [...month], open: [...open] };
}

/** One activity as the plan knows it, or null: not of this project, not planned, or already begun. */
export async function plannedActivity(viewer: Viewer, projectId: string, reference: string): Promise<PlannedActivity | null> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return null;
  const [found] = await database().execute<PlannedActivity>(planned(projectId, sql`a.reference = ${reference} and a.implementation in ('planned', 'postponed') and a.review_state in ('draft', 'returned', 'reopened')`));
  return found && !found.begun ? found : null;
}

export type FeedEntry = { id: string; reference: string; title: string; place: string | null; from: string; to: string; updatedAt: string };

/** What the secret address of a workplan tells: what is planned or under way, with its town; no people, no venue (DOMAIN §5). */
export async function feedOf(link: LinkScope): Promise<{ project: string; slug: string; entries: FeedEntry[] }> {
  const [row] = await database().execute<{ project: string; slug: string; entries: FeedEntry[] }>(sql`
    select p.projects_id as project, p.slug, (select coalesce(json_agg(e order by e."from", e.reference), '[]') from (
      select a.id, a.reference, a.title, l.name as place, a.planned_start as "from", coalesce(a.planned_end, a.planned_start) as "to", a.updated_at as "updatedAt"
      from activities a left join places l on l.id = a.place_id
      where a.project_id = p.id and a.planned_start is not null and a.review_state <> 'withdrawn' and a.implementation in ('planned', 'under_way') order by a.planned_start desc limit 1000) e) as entries
    from projects p where p.id = ${link.projectId} and p.id = ${link.subjectId}`);
  return row ?? { project: '', slug: '', entries: [] };
}

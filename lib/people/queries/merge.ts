import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { ActivityKind, ParticipantRole } from '@/lib/shared/vocabulary';
import { type Mergeable, mergeObstacle } from '../rules/merge';
import type { Held } from '../rules/posts';

export type MergeSide = Mergeable & { id: string; version: number; posts: Held[]; participations: number; elsewhere: number; actionPoints: number; followUps: number; merges: number };
type Stood = { role: ParticipantRole; sessions: string[]; preScore: number | null; postScore: number | null; followUp: boolean };
/** An activity in which both stood. Of other projects only the number is told. */
export type SharedActivity = { id: string; own: boolean; reference: string; title: string; kind: ActivityKind; sessions: number; first: Stood; second: Stood };
export type MergePreview = { kept: MergeSide; merged: MergeSide; shared: SharedActivity[]; otherProjects: number; obstacle: ReturnType<typeof mergeObstacle> };

/** Two records side by side and what a merge would move; null where one of them does not exist for the viewer here. */
export async function mergePreview(viewer: Viewer, project: { id: string }, keptId: string, mergedId: string): Promise<MergePreview | null> {
  if (!may(rolesIn(viewer, project.id), 'people.merge') || !isId(keptId) || !isId(mergedId) || keptId === mergedId) return null;
  const [sides, shared, knowing] = await Promise.all([sidesOf(project.id, [keptId, mergedId]), sharedBy(project.id, keptId, mergedId), knowingOf([keptId, mergedId])]);
  const [kept, merged] = [sides.find(({ id }) => id === keptId), sides.find(({ id }) => id === mergedId)];
  if (!kept || !merged) return null;
  const managed = viewer.memberships.filter(({ role }) => role === 'manager').map(({ projectId }) => projectId);
  const obstacle = mergeObstacle({ isAdmin: viewer.isAdmin, managed, knowBoth: knowing.filter(({ both }) => both).map(({ id }) => id) });
  return { kept, merged, shared, otherProjects: knowing.filter(({ id }) => id !== project.id).length, obstacle };
}

const sidesOf = (projectId: string, ids: string[]) =>
  database().execute<MergeSide>(sql`
    select p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.sex, p.birth_year as "birthYear", p.rank, p.email, p.phone, p.lawful_basis as "lawfulBasis",
      p.consent_on as "consentOn", p.retain_until as "retainUntil",
      (select coalesce(json_agg(json_build_object('id', h.id, 'institutionId', h.institution_id, 'post', h.post, 'from', h.from_date, 'to', h.to_date) order by h.to_date desc nulls first, h.from_date desc nulls last), '[]') from person_posts h where h.person_id = p.id) as posts,
      (select count(*)::int from participants r join activities a on a.id = r.activity_id where r.person_id = p.id and a.project_id = ${projectId}) as participations,
      (select count(*)::int from participants r join activities a on a.id = r.activity_id where r.person_id = p.id and a.project_id <> ${projectId}) as elsewhere,
      (select count(*)::int from action_points q where q.person_id = p.id) as "actionPoints",
      (select count(*)::int from follow_ups f join participants r on r.id = f.participant_id where r.person_id = p.id) as "followUps",
      (select count(*)::int from people m where m.merged_into_id = p.id) as merges
    from people p join project_people k on k.person_id = p.id and k.project_id = ${projectId} where p.id in ${ids} and p.merged_into_id is null and p.anonymised_at is null`);

const stood = (row: 'f' | 's') => sql.raw(`json_build_object('role', ${row}.role, 'preScore', ${row}.pre_score, 'postScore', ${row}.post_score,
  'sessions', (select coalesce(json_agg(t.session_id), '[]') from attendance t where t.participant_id = ${row}.id), 'followUp', exists (select from follow_ups u where u.participant_id = ${row}.id))`);

const sharedBy = (projectId: string, keptId: string, mergedId: string) =>
  database().execute<SharedActivity>(sql`
    select a.id, a.project_id = ${projectId} as own, a.reference, a.title, a.kind, (select count(*)::int from sessions x where x.activity_id = a.id) as sessions, ${stood('f')} as first, ${stood('s')} as second
    from participants f join participants s on s.activity_id = f.activity_id and s.person_id = ${mergedId} join activities a on a.id = f.activity_id where f.person_id = ${keptId} order by a.on_date, a.id`);

const knowingOf = (ids: string[]) => database().execute<{ id: string; both: boolean }>(sql`select project_id as id, count(*) = 2 as both from project_people where person_id in ${ids} group by 1`);

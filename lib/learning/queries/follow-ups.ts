import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { isId } from '@/lib/shared/ids';
import type { FollowUpStanding } from '../rules/follow-up';

export type FollowUpLine = {
  id: string;
  /** null: anonymised */
  name: string | null;
  personId: string;
  email: string | null;
  supervisorEmail: string | null;
  reference: string;
  training: string;
  dueOn: string;
  answeredOn: string | null;
  applied: boolean | null;
  supervisorConfirmed: boolean | null;
};
export type FollowUpSums = {
  /** fell due, or were answered before */
  due: number;
  answered: number;
  applied: number;
  confirmed: number;
  standings: Record<FollowUpStanding, number>;
};
export type FollowUpFilter = { standing: FollowUpStanding; training?: string };

const size = 50;
// The same as followUpStanding() says of one; tests hold them together.
const standingOf = (today: string): SQL => sql`case when f.answered_on is null then case when f.due_on <= ${today} then 'due' else 'later' end
  when f.applied and f.supervisor_confirmed is null then 'supervisor' else 'settled' end`;
const from = (projectId: string, training?: string): SQL =>
  sql`follow_ups f join activities a on a.id = f.activity_id and a.project_id = ${projectId} and a.review_state = 'approved'${training ? sql` and a.reference = ${training}` : sql``}`;

/** The follow-ups of a project's approved trainings at one standing, longest due first; none for a viewer who may not read its records. */
export async function listFollowUps(viewer: Viewer, project: { id: string; today: string }, filter: FollowUpFilter, at: PageAt): Promise<KeysetPage<FollowUpLine>> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null };
  const key = readCursor(at.before ?? at.after, 2);
  const backwards = Boolean(key && at.before);
  const beyond = key ? sql`(f.due_on, f.id) ${sql.raw(backwards ? '<' : '>')} (${key[0]}::date, ${key[1]}::uuid)` : sql`true`;
  const order = sql.raw(backwards ? 'desc' : 'asc');
  const rows = await database().execute<FollowUpLine>(sql`
    select f.id, case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end as name, p.id as "personId", p.email, f.supervisor_email as "supervisorEmail", a.reference, a.title as training, f.due_on as "dueOn",
      f.answered_on as "answeredOn", f.applied, f.supervisor_confirmed as "supervisorConfirmed"
    from ${from(project.id, filter.training)} join participants r on r.id = f.participant_id join people p on p.id = r.person_id
    where ${standingOf(project.today)} = ${filter.standing} and ${beyond} order by f.due_on ${order}, f.id ${order} limit ${size + 1}`);
  return cutPage(rows, size, key ? at : {}, (row) => [row.dueOn, row.id]);
}

export type PersonFollowUp = Omit<FollowUpLine, 'name' | 'personId' | 'email' | 'supervisorEmail'>;

/** What one person was or will be asked after the approved trainings of a project, latest first; none for a viewer who may not read its people. */
export async function followUpsOfPerson(viewer: Viewer, project: { id: string }, personId: string): Promise<PersonFollowUp[]> {
  if (!isId(personId) || !may(rolesIn(viewer, project.id), 'people.read')) return [];
  return database().execute<PersonFollowUp>(sql`
    select f.id, a.reference, a.title as training, f.due_on as "dueOn", f.answered_on as "answeredOn", f.applied, f.supervisor_confirmed as "supervisorConfirmed"
    from ${from(project.id)} join participants r on r.id = f.participant_id where r.person_id = ${personId} order by f.due_on desc, f.id desc`);
}

/** How a project's follow-ups stand, and the trainings that have any. */
export async function followUpSums(viewer: Viewer, project: { id: string; today: string }, training?: string): Promise<FollowUpSums & { trainings: { reference: string; title: string }[] }> {
  const none = { due: 0, answered: 0, applied: 0, confirmed: 0, standings: { due: 0, supervisor: 0, settled: 0, later: 0 }, trainings: [] };
  if (!may(rolesIn(viewer, project.id), 'records.read')) return none;
  const [row] = await database().execute<Omit<FollowUpSums, 'standings'> & { standings: Partial<Record<FollowUpStanding, number>>; trainings: { reference: string; title: string }[] }>(sql`
    with all_of as (select f.*, ${standingOf(project.today)} as standing from ${from(project.id, training)})
    select count(*) filter (where standing <> 'later')::int as due, count(answered_on)::int as answered, count(*) filter (where applied)::int as applied,
      count(*) filter (where applied and supervisor_confirmed)::int as confirmed,
      (select coalesce(json_object_agg(standing, n), '{}') from (select standing, count(*)::int as n from all_of group by 1) s) as standings,
      (select coalesce(json_agg(json_build_object('reference', t.reference, 'title', t.title) order by t.reference), '[]')
        from (select distinct a.reference, a.title from ${from(project.id)}) t) as trainings
    from all_of`);
  return row ? { ...row, standings: { ...none.standings, ...row.standings } } : none;
}

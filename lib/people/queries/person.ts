import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { ActivityKind, ImplementationState, ParticipantRole, ReviewState, Sex } from '@/lib/shared/vocabulary';
import { inRegister } from './names';

export type PersonPost = { id: string; version: number; institutionId: string; post: string | null; from: string | null; to: string | null };
export type PersonActivity = {
  id: string;
  reference: string;
  title: string;
  kind: ActivityKind;
  date: string | null;
  role: ParticipantRole;
  present: number;
  sessions: number;
  /** of the sessions at which the person was present */
  hours: number;
  topics: string[];
  preScore: number | null;
  postScore: number | null;
  reviewState: ReviewState;
  implementation: ImplementationState;
};
export type PersonView = {
  id: string;
  version: number;
  givenName: string;
  familyName: string;
  sex: Sex;
  birthYear: number | null;
  rank: string | null;
  email: string | null;
  phone: string | null;
  lawfulBasis: string | null;
  consentOn: string | null;
  retainUntil: string | null;
  anonymised: boolean;
  posts: PersonPost[];
  activities: PersonActivity[];
};

/** One person of the project's register with posts held and activities of this project; null where they do not exist for the viewer. */
export async function findPerson(viewer: Viewer, project: { id: string }, personId: string): Promise<PersonView | null> {
  if (!isId(personId) || !may(rolesIn(viewer, project.id), 'people.read')) return null;
  const [[person], posts, activities] = await Promise.all([
    database().execute<Omit<PersonView, 'posts' | 'activities'>>(sql`
      select p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.sex, p.birth_year as "birthYear", p.rank, p.email, p.phone,
        p.lawful_basis as "lawfulBasis", p.consent_on as "consentOn", p.retain_until as "retainUntil", p.anonymised_at is not null as anonymised
      ${inRegister(project.id)} and p.id = ${personId}`),
    database().execute<PersonPost>(sql`
      select id, version, institution_id as "institutionId", post, from_date as "from", to_date as "to" from person_posts where person_id = ${personId} order by to_date desc nulls first, from_date desc nulls last, id desc`),
    database().execute<PersonActivity>(sql`
      select a.id, a.reference, a.title, a.kind, a.on_date as date, r.role, r.pre_score::float8 as "preScore", r.post_score::float8 as "postScore", a.review_state as "reviewState", a.implementation,
        x.present, x.hours, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions,
        (select coalesce(json_agg(tt.topic order by tt.topic), '[]') from training_topics tt where tt.activity_id = a.id) as topics
      from participants r join activities a on a.id = r.activity_id and a.project_id = ${project.id}
      cross join lateral (select count(*)::int as present, coalesce(sum(s.hours), 0)::float8 as hours from attendance t join sessions s on s.activity_id = t.activity_id and s.id = t.session_id
        where t.activity_id = a.id and t.participant_id = r.id) x where r.person_id = ${personId} order by a.on_date desc nulls first, a.id desc limit 200`),
  ]);
  return person ? { ...person, posts, activities } : null;
}

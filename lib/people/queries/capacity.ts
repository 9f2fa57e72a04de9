import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { attended } from '@/lib/indicators/rules/attendance';
import type { CapacityPerson, CapacityPost } from '../rules/capacity';

type Stood = { date: string; institutionId: string | null; topics: string[]; present: number; sessions: number };
type Found = Omit<CapacityPerson, 'trainings' | 'posts'> & { posts: CapacityPost[]; stood: Stood[] };
type Project = { id: string; today: string; attendanceThreshold: string };

/**
 * Everybody of the project's register with posts held and trainings attended (approved, completed, as a trainee): what retained capacity is read from.
 * Nothing for donors, who never see people (DOMAIN §5).
 */
export async function capacityPeople(viewer: Viewer, project: Project): Promise<CapacityPerson[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<Found>(sql`
    with known as materialized (
      select p.id, p.given_name, p.family_name, p.anonymised_at from people p join project_people k on k.person_id = p.id and k.project_id = ${project.id} where p.merged_into_id is null
    ), trained as materialized (
      select a.id, a.on_date, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions, (select coalesce(json_agg(t.topic), '[]') from training_topics t where t.activity_id = a.id) as topics
      from activities a where a.project_id = ${project.id} and a.kind = 'training' and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
    ), present as materialized (select x.participant_id, count(*)::int as n from attendance x where x.activity_id in (select id from trained) group by 1),
    stood as materialized (
      select r.person_id, json_agg(json_build_object('date', t.on_date, 'institutionId', r.institution_id, 'topics', t.topics, 'present', coalesce(x.n, 0), 'sessions', t.sessions)) as list
      from participants r join trained t on t.id = r.activity_id left join present x on x.participant_id = r.id where r.role = 'trainee' group by 1
    ), posts as materialized (
      select h.person_id, json_agg(json_build_object('institutionId', h.institution_id, 'post', h.post, 'from', h.from_date, 'to', h.to_date)) as list from person_posts h where h.person_id in (select id from known) group by 1
    )
    select k.id, k.given_name as "givenName", k.family_name as "familyName", k.anonymised_at is not null as anonymised, coalesce(h.list, '[]') as posts, coalesce(s.list, '[]') as stood
    from known k left join posts h on h.person_id = k.id left join stood s on s.person_id = k.id
    where h.person_id is not null or s.person_id is not null order by k.family_name collate "sr-Latn-x-icu", k.given_name collate "sr-Latn-x-icu", k.id`);
  const counts = ({ present, sessions }: Stood) => attended(present, sessions, Number(project.attendanceThreshold));
  return rows.map(({ stood, ...person }) => ({ ...person, trainings: stood.filter(counts).map(({ date, institutionId, topics }) => ({ date, institutionId, topics })) }));
}

export type RetainedShare = { months: 6 | 12; numerator: number; denominator: number; asOf: string | null };

/** Trained people still in post after 6 and 12 months over the whole project, from the stored figures. */
export async function retainedShares(viewer: Viewer, project: { id: string }): Promise<RetainedShare[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<{ measure: string; numerator: number; denominator: number; asOf: string }>(sql`
    select c.measure, sum(c.numerator)::float8 as numerator, coalesce(sum(c.denominator), 0)::float8 as denominator, max(s.as_of)::text as "asOf"
    from rollup_cells c join rollup_states s on s.project_id = c.project_id
    where c.project_id = ${project.id} and c.indicator_id is null and c.scope = 'cumulative' and c.measure in ('people.inPostAt6.share', 'people.inPostAt12.share') group by 1`);
  return ([6, 12] as const).map((months) => {
    const row = rows.find(({ measure }) => measure === `people.inPostAt${months}.share`);
    return { months, numerator: row?.numerator ?? 0, denominator: row?.denominator ?? 0, asOf: row?.asOf ?? null };
  });
}

/** Topics of the project's trainings, for filters. */
export async function trainingTopicsOf(viewer: Viewer, project: { id: string }): Promise<string[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<{ topic: string }>(sql`
    select distinct t.topic from activities a cross join lateral (select topic from training_topics where activity_id = a.id offset 0) t where a.project_id = ${project.id} and a.kind = 'training' order by 1`); // per training, not through those of all projects
  return rows.map(({ topic }) => topic);
}

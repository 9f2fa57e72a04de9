import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { attended } from '@/lib/indicators/rules/attendance';
import { pooledMean, type Rated } from '@/lib/learning/rules/questionnaire';
import { byName, inRegister, nameLike } from './names';

type Project = { id: string; today: string; attendanceThreshold: string; suppressionMinimum: number };
export type TrainerFilter = { q: string; topic: string | null };
export type TrainingGiven = { reference: string; title: string; date: string; hours: number; trainees: number; topics: string[] };
/** what participants said of the trainings given; null: too few of them, or none, answered */
export type TrainerRow = { satisfaction: ReturnType<typeof pooledMean>; id: string; givenName: string; familyName: string; institutionId: string | null; post: string | null; anonymised: boolean; given: TrainingGiven[]; topics: string[]; hours: number; trainees: number };

type Given = Omit<TrainingGiven, 'trainees'> & { sessions: number; present: number[]; rated: Rated | null };

/** A register of trainers is short; who searches for more narrows it by name or topic. */
export const trainerCap = 200;

/**
 * Who trained in the approved, completed trainings of a project, by name: what they gave, on which topics, for how many hours, and how many trainees attended
 * (participations by the project's threshold, DOMAIN §2.1), and how satisfied those were who answered. Hours are those of the sessions in which the trainer was present. Empty for who may not read people.
 */
export async function listTrainers(viewer: Viewer, project: Project, filter: TrainerFilter): Promise<TrainerRow[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<Omit<TrainerRow, 'given' | 'topics' | 'hours' | 'trainees' | 'satisfaction'> & { given: Given[] }>(sql`
    with held as (
      select a.id, a.reference, a.title, a.on_date as date, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions,
        array(select t.topic from training_topics t where t.activity_id = a.id order by t.topic) as topics
      from activities a where a.project_id = ${project.id} and a.kind = 'training' and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
        and exists (select from participants r where r.activity_id = a.id and r.role = 'trainer')),
    present as (
      select n.activity_id, json_agg(n.present) as present from (
        select q.activity_id, q.id, count(t.session_id)::int as present from participants q left join attendance t on t.activity_id = q.activity_id and t.participant_id = q.id
        where q.role = 'trainee' and q.activity_id in (select id from held) group by q.activity_id, q.id) n group by n.activity_id),
    rated as (
      select i.activity_id, json_build_object('n', max(i.filled), 'items', json_agg(json_build_object('n', i.n, 'sum', i.sum))) as rated from (
        select q.activity_id, s.item_id, count(*)::int as n, sum(s.score)::int as sum, (select count(*)::int from questionnaire_answers x where x.activity_id = q.activity_id) as filled
        from questionnaire_answers q join questionnaire_scores s on s.answer_id = q.id where q.activity_id in (select id from held) group by q.activity_id, s.item_id) i group by i.activity_id)
    select p.id, p.given_name as "givenName", p.family_name as "familyName", h.institution_id as "institutionId", h.post, p.anonymised_at is not null as anonymised,
      (select json_agg(json_build_object('reference', held.reference, 'title', held.title, 'date', held.date, 'topics', held.topics, 'sessions', held.sessions, 'present', coalesce(present.present, '[]'), 'rated', (select rated.rated from rated where rated.activity_id = held.id),
          'hours', (select coalesce(sum(s.hours), 0)::float8 from attendance t join sessions s on s.id = t.session_id where t.activity_id = r.activity_id and t.participant_id = r.id)) order by held.date desc, held.reference desc)
        from participants r join held on held.id = r.activity_id left join present on present.activity_id = held.id where r.person_id = p.id and r.role = 'trainer') as given
    ${inRegister(project.id)} and ${nameLike(filter.q)}
      and exists (select from participants r join held on held.id = r.activity_id where r.person_id = p.id and r.role = 'trainer' and ${filter.topic === null ? sql`true` : sql`${filter.topic} = any (held.topics)`})
    order by ${byName} limit ${trainerCap}`);
  return rows.map(({ given, ...person }) => ({ ...person, ...summed(given.map((one) => withTrainees(one, Number(project.attendanceThreshold)))), satisfaction: pooledMean(given.flatMap(({ rated }) => rated ?? []), project.suppressionMinimum) }));
}

// Who attended is decided by the rule alone.
const withTrainees = ({ sessions, present, rated: _rated, ...training }: Given, threshold: number): TrainingGiven => ({ ...training, trainees: present.filter((count) => attended(count, sessions, threshold)).length });

const summed = (given: TrainingGiven[]) => ({
  given,
  topics: [...new Set(given.flatMap((training) => training.topics))].sort(),
  hours: given.reduce((sum, training) => sum + training.hours, 0),
  trainees: given.reduce((sum, training) => sum + training.trainees, 0),
});

/** The topics on which somebody trained in the project, for the filter. */
export async function trainerTopics(viewer: Viewer, project: Project): Promise<string[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<{ topic: string }>(sql`
    select distinct t.topic from training_topics t join activities a on a.id = t.activity_id
    where a.project_id = ${project.id} and a.review_state = 'approved' and a.implementation = 'completed' and exists (select from participants r where r.activity_id = a.id and r.role = 'trainer') order by t.topic`);
  return rows.map((row) => row.topic);
}

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { idsUnder } from '@/lib/institutions/rules';
import { attended } from '@/lib/indicators/rules/attendance';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { type Sex, sexes } from '@/lib/shared/vocabulary';
import { byName, byNameBackwards, inRegister, namedInRegister, registeredLike } from './names';

type Project = { id: string; today: string; attendanceThreshold: string };
export type PeopleFilter = { q: string; institutionIds: string[] | null; sex: Sex | null; trained: boolean | null; topic: string | null; inPost: boolean | null; /** Ž before A */ backwards: boolean };
export type PersonRow = { id: string; givenName: string; familyName: string; sex: Sex; institutionId: string | null; post: string | null; anonymised: boolean; trainings: number; lastTraining: string | null; hours: number };
export type PeoplePage = KeysetPage<PersonRow> & { total: number };
/** Counting stops here: a list says "1,000+". */
export const countCap = 1000;
const pageSize = 50;

type Tree = { nodes: readonly { id: string; parentId: string | null }[]; byId: ReadonlyMap<string, unknown> };

/** The filter that an address asks for; what is not known there filters nothing. */
export const peopleFilter = (given: Partial<Record<string, string>>, tree: Tree): PeopleFilter => ({
  q: given.q ?? '',
  institutionIds: idsUnder(tree, given.institution),
  sex: sexes.find((sex) => sex === given.sex) ?? null,
  trained: given.trained ? given.trained === 'yes' : null,
  topic: given.topic ?? null,
  inPost: given.post ? given.post === 'in' : null,
  backwards: given.sort === '-name',
});

function conditions(project: Project, { institutionIds, sex, trained, topic, inPost }: PeopleFilter): SQL {
  const counted = sql`exists (select 1 from first_counts f where f.project_id = ${project.id} and f.person_id = p.id)`;
  return sql.join(
    [
      institutionIds ? sql`h.institution_id in ${institutionIds}` : sql`true`,
      sex ? sql`p.sex = ${sex}` : sql`true`,
      trained === null ? sql`true` : trained ? counted : sql`not ${counted}`,
      topic === null ? sql`true` : trainedIn(project, topic),
      inPost === null ? sql`true` : inPost ? sql`h.id is not null` : sql`h.id is null`,
    ],
    sql` and `,
  );
}

// The rule of attendance (DOMAIN §2.2, lib/indicators/rules/attendance) once more as a condition, since a filter must decide before the page is cut.
const trainedIn = (project: Project, topic: string): SQL => sql`exists (
  select from participants r join activities a on a.id = r.activity_id and a.project_id = ${project.id} and a.kind = 'training' and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
    join training_topics tt on tt.activity_id = a.id and tt.topic = ${topic}
  where r.person_id = p.id and r.role = 'trainee' and exists (select from sessions s where s.activity_id = a.id)
    and (select count(*) from attendance x where x.activity_id = a.id and x.participant_id = r.id) * 1000 >= round(${project.attendanceThreshold}::numeric * 1000) * (select count(*) from sessions s where s.activity_id = a.id))`;

/** A page of the project's register of people by name, with what each has attended (DOMAIN §2.2); empty for who may not read people. */
export async function listPeople(viewer: Viewer, project: Project, filter: PeopleFilter, at: PageAt, size: number = pageSize): Promise<PeoplePage> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return { rows: [], before: null, after: null, total: 0 };
  const key = readCursor(at.before ?? at.after, 3);
  // Read against the order of the screen where the page before is asked for.
  const down = filter.backwards !== Boolean(key && at.before);
  const where = conditions(project, filter);
  const order = down ? byNameBackwards : byName;
  type Found = Omit<PersonRow, 'trainings' | 'lastTraining' | 'hours'>;
  const [found, [counted]] = await Promise.all([
    database().execute<Found>(sql`
      select p.id, p.given_name as "givenName", p.family_name as "familyName", p.sex, h.institution_id as "institutionId", h.post, p.anonymised_at is not null as anonymised
      from (${namedInRegister(project.id, filter.q, where, { backwards: down, behind: key, size: size + 1 })}) f join people p on p.id = f.id
      left join person_posts h on h.person_id = p.id and h.to_date is null order by ${order}`),
    database().execute<{ n: number }>(sql`select count(*)::int as n from (select 1 ${inRegister(project.id)} and ${where} and ${registeredLike(filter.q)} limit ${countCap + 1}) c`),
  ]);
  const page = cutPage(found, size, key ? at : {}, (row) => [row.familyName, row.givenName, row.id]);
  const history = await trainingsOf(project, page.rows.map((row) => row.id));
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...summary(history.filter((line) => line.personId === row.id)) })), total: counted?.n ?? 0 };
}

type Training = { personId: string; date: string; hours: number };

/** Approved, completed trainings that each person attended as a trainee: who counts is decided by the rule alone. */
async function trainingsOf(project: Project, personIds: string[]): Promise<Training[]> {
  if (personIds.length === 0) return [];
  const rows = await database().execute<Training & { present: number; sessions: number }>(sql`
    select r.person_id as "personId", a.on_date as date, x.present, x.hours, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions
    from participants r
    join activities a on a.id = r.activity_id and a.project_id = ${project.id} and a.kind = 'training' and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
    cross join lateral (select count(*)::int as present, coalesce(sum(s.hours), 0)::float8 as hours
      from attendance t join sessions s on s.activity_id = t.activity_id and s.id = t.session_id where t.activity_id = r.activity_id and t.participant_id = r.id) x
    where r.role = 'trainee' and r.person_id in ${personIds}`);
  return rows.filter((row) => attended(row.present, row.sessions, Number(project.attendanceThreshold)));
}

const summary = (attendedTrainings: Training[]) => ({
  trainings: attendedTrainings.length,
  lastTraining: attendedTrainings.reduce<string | null>((latest, { date }) => (latest === null || date > latest ? date : latest), null),
  hours: attendedTrainings.reduce((sum, { hours }) => sum + hours, 0),
});

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { attended } from '@/lib/indicators/rules/attendance';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { isId } from '@/lib/shared/ids';
import type { ActivityKind, ImplementationState, ParticipantRole, ReviewState, Sex } from '@/lib/shared/vocabulary';

type Project = { id: string; today: string; attendanceThreshold: string };
export type PeopleFilter = { q: string; institutionIds: string[] | null; sex: Sex | null; trained: boolean | null };
export type PersonRow = { id: string; givenName: string; familyName: string; sex: Sex; institutionId: string | null; post: string | null; anonymised: boolean; trainings: number; lastTraining: string | null; hours: number };
export type PeoplePage = KeysetPage<PersonRow> & { total: number };
/** Counting stops here: a list says "1,000+". */
export const countCap = 1000;
const pageSize = 50;

/** Words of a name in any order, with or without diacritics, 'dj' for 'đ' too: each must stand somewhere in the name. */
function nameLike(query: string): SQL {
  const words = query.normalize('NFC').split(/[\s,]+/).filter(Boolean).slice(0, 6);
  const name = sql`search_text(p.given_name || ' ' || p.family_name)`;
  const like = (word: string) => sql`${name} like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`;
  const either = (word: string) => (/dj/i.test(word) ? sql`(${like(word)} or ${like(word.replace(/dj/gi, 'd'))})` : like(word));
  return words.length > 0 ? sql.join(words.map(either), sql` and `) : sql`true`;
}

const inRegister = (projectId: string) => sql`
  from people p join project_people k on k.person_id = p.id and k.project_id = ${projectId}
  left join person_posts h on h.person_id = p.id and h.to_date is null
  where p.merged_into_id is null`;

function conditions(projectId: string, { q, institutionIds, sex, trained }: PeopleFilter): SQL {
  const counted = sql`exists (select 1 from first_counts f where f.project_id = ${projectId} and f.person_id = p.id)`;
  return sql.join(
    [
      nameLike(q),
      institutionIds ? sql`h.institution_id in ${institutionIds}` : sql`true`,
      sex ? sql`p.sex = ${sex}` : sql`true`,
      trained === null ? sql`true` : trained ? counted : sql`not ${counted}`,
    ],
    sql` and `,
  );
}

// Names sort as people here expect (č after c, đ after dž), whatever the server's own collation.
const byName = sql`p.family_name collate "sr-Latn-x-icu", p.given_name collate "sr-Latn-x-icu", p.id`;
const byNameBackwards = sql`p.family_name collate "sr-Latn-x-icu" desc, p.given_name collate "sr-Latn-x-icu" desc, p.id desc`;

/** A page of the project's register of people by name, with what each has attended (DOMAIN §2.2); empty for who may not read people. */
export async function listPeople(viewer: Viewer, project: Project, filter: PeopleFilter, at: PageAt): Promise<PeoplePage> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return { rows: [], before: null, after: null, total: 0 };
  const key = readCursor(at.before ?? at.after, 3);
  const from = key ? sql`(${byName}) ${sql.raw(at.before ? '<' : '>')} (${key[0]}, ${key[1]}, ${key[2]}::uuid)` : sql`true`;
  const where = conditions(project.id, filter);
  type Found = Omit<PersonRow, 'trainings' | 'lastTraining' | 'hours'>;
  const [found, [counted]] = await Promise.all([
    database().execute<Found>(sql`
      select p.id, p.given_name as "givenName", p.family_name as "familyName", p.sex, h.institution_id as "institutionId", h.post, p.anonymised_at is not null as anonymised
      ${inRegister(project.id)} and ${where} and ${from} order by ${key && at.before ? byNameBackwards : byName} limit ${pageSize + 1}`),
    database().execute<{ n: number }>(sql`select count(*)::int as n from (select 1 ${inRegister(project.id)} and ${where} limit ${countCap + 1}) c`),
  ]);
  const page = cutPage(found, pageSize, key ? at : {}, (row) => [row.familyName, row.givenName, row.id]);
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

export type PersonPost = { institutionId: string; post: string | null; from: string | null; to: string | null };
export type PersonActivity = {
  id: string;
  reference: string;
  title: string;
  kind: ActivityKind;
  date: string | null;
  role: ParticipantRole;
  present: number;
  sessions: number;
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
      select institution_id as "institutionId", post, from_date as "from", to_date as "to" from person_posts where person_id = ${personId} order by to_date desc nulls first, from_date desc nulls last, id desc`),
    database().execute<PersonActivity>(sql`
      select a.id, a.reference, a.title, a.kind, a.on_date as date, r.role, r.pre_score::float8 as "preScore", r.post_score::float8 as "postScore", a.review_state as "reviewState", a.implementation,
        (select count(*)::int from attendance t where t.activity_id = a.id and t.participant_id = r.id) as present, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions
      from participants r join activities a on a.id = r.activity_id and a.project_id = ${project.id} where r.person_id = ${personId} order by a.on_date desc nulls first, a.id desc limit 200`),
  ]);
  return person ? { ...person, posts, activities } : null;
}

export type FoundPerson = { id: string; name: string; sex: Sex; institutionId: string | null; post: string | null };

/**
 * People for a picker: of this project and of the others that the viewer records for, this project's first, at most 20. Needs records.read in the
 * project; the anonymised and the merged are left out.
 */
export async function searchPeople(viewer: Viewer, projectId: string, query: string): Promise<FoundPerson[]> {
  if (!isId(projectId) || !may(rolesIn(viewer, projectId), 'records.read')) return [];
  const scope = [projectId, ...viewer.memberships.filter(({ role }) => role !== 'donor').map((membership) => membership.projectId)];
  return database().execute<FoundPerson>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.sex, h.institution_id as "institutionId", h.post
    from people p left join person_posts h on h.person_id = p.id and h.to_date is null
    where p.merged_into_id is null and p.anonymised_at is null and ${nameLike(query.slice(0, 100))}
      and exists (select 1 from project_people k where k.person_id = p.id and k.project_id in ${scope})
    order by exists (select 1 from project_people k where k.person_id = p.id and k.project_id = ${projectId}) desc, ${byName} limit 20`);
}

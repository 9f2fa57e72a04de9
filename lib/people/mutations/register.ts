import 'server-only';
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { among, recordset } from '@/db/recordset';
import { people, personPosts, projectPeople } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertInstitutions } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { keptUntil } from '../rules/retention';
import type { NewPerson, SavePersonInput } from '../schema/person';
import { projectsOf, recomputeFor } from './figures';

const defaultBasis = 'Public task of the project; participant list';

/** Puts people into the register of the project, each with their present post. Refuses unknown institutions. */
export async function addPeople(work: ProjectWork, added: NewPerson[]): Promise<void> {
  if (added.length === 0) return;
  await assertInstitutions(work, added.map((person) => person.institutionId), 'participants');
  const retainUntil = keptUntil(work.project);
  const createdBy = actorId(work);
  await work.tx.execute(sql`
    insert into people (id, given_name, family_name, sex, birth_year, lawful_basis, retain_until, created_by, created_at)
    select id, "givenName", "familyName", sex, "birthYear", ${defaultBasis}, ${retainUntil}::date, ${createdBy}::uuid, ${work.now.toISOString()}::timestamptz
    from ${recordset(added)} as r(id uuid, "givenName" text, "familyName" text, sex text, "birthYear" integer)`);
  const posts = added.flatMap(({ id, institutionId, post }) => (institutionId ? [{ id: newId(), personId: id, institutionId, post }] : []));
  if (posts.length > 0)
    await work.tx.execute(sql`
      insert into person_posts (id, person_id, institution_id, post) select id, "personId", "institutionId", post
      from ${recordset(posts)} as r(id uuid, "personId" uuid, "institutionId" uuid, post text)`);
  await knowPeople(work, added.map((person) => person.id));
  for (const person of added) work.audit.add('people', person.id, {}, { ...person });
}

/** Makes people part of the project's register. Who was known to another project before is kept as long as the longer of the two needs them. */
export async function knowPeople(work: ProjectWork, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const fresh = await work.tx.execute<{ id: string }>(sql`
    insert into project_people (project_id, person_id) select ${work.project.id}::uuid, w.id from unnest(${sql.param(personIds)}::uuid[]) w(id)
    where not exists (select from project_people p where p.project_id = ${work.project.id} and p.person_id = w.id) -- else the trigger gathers names that stand there
    on conflict do nothing returning person_id as id`);
  const until = keptUntil(work.project);
  if (fresh.length > 0 && until) await work.tx.update(people).set({ retainUntil: until }).where(and(inArray(people.id, fresh.map(({ id }) => id)), lt(people.retainUntil, until)));
}

/** Refuses people whom the actor may not see: known to none of the projects they record for (DOMAIN §4). */
export async function assertPeople(work: ProjectWork, personIds: string[], field = 'participants'): Promise<void> {
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) return;
  const scope = work.actor ? [work.project.id, ...work.actor.memberships.filter((membership) => membership.role !== 'donor').map((membership) => membership.projectId)] : [work.project.id];
  const found = await work.tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(projectPeople, eq(projectPeople.personId, people.id))
    .where(and(among(people.id, wanted), inArray(projectPeople.projectId, scope), isNull(people.mergedIntoId), isNull(people.anonymisedAt)));
  if (found.length < wanted.length) throw new Refusal('noSuchPerson', { field });
}

/** Adds a person to the register or changes one; a change of institution or post closes the present post and opens a new one. */
export async function savePerson(work: ProjectWork, input: SavePersonInput): Promise<{ id: string; version: number }> {
  await assertInstitutions(work, [input.institutionId], 'institutionId');
  if (input.version === null) return addOne(work, input);
  await assertPeople(work, [input.id]);
  const [before] = await work.tx.select().from(people).where(eq(people.id, input.id)).for('no key update');
  if (!before) throw notFound();
  const fields = fieldsOf(input);
  const seen = fieldsOf({ ...input, ...before, retainUntil: before.retainUntil });
  if (before.version !== input.version) throw new Refusal('stale', { current: { version: before.version, values: seen } });
  const [after] = await work.tx.update(people).set({ ...fields, version: sql`${people.version} + 1` }).where(eq(people.id, input.id)).returning({ version: people.version });
  work.audit.add('people', input.id, { ...seen, version: input.version }, { ...fields, version: input.version + 1 });
  const moved = await movePost(work, input);
  // Figures are counted by sex, by age and by who is still in post.
  if (moved || before.sex !== input.sex || before.birthYear !== input.birthYear) await recomputeFor(work, await projectsOf(work, [input.id]));
  return { id: input.id, version: after?.version ?? input.version + 1 };
}

async function addOne(work: ProjectWork, input: SavePersonInput): Promise<{ id: string; version: number }> {
  const { id, givenName, familyName, sex, birthYear, institutionId, post } = input;
  await addPeople(work, [{ id, givenName, familyName, sex, birthYear, institutionId, post }]);
  const { rank, email, phone, consentOn } = input;
  const basis = input.lawfulBasis ?? defaultBasis;
  const retainUntil = input.retainUntil ?? keptUntil(work.project);
  await work.tx.update(people).set({ rank, email, phone, consentOn, lawfulBasis: basis, retainUntil }).where(eq(people.id, id));
  return { id, version: 1 };
}

const fieldsOf = ({ givenName, familyName, sex, birthYear, rank, email, phone, lawfulBasis, consentOn, retainUntil }: Omit<SavePersonInput, 'projectId'>) => ({ givenName, familyName, sex, birthYear, rank, email, phone, lawfulBasis, consentOn, retainUntil });

async function movePost(work: ProjectWork, input: SavePersonInput): Promise<boolean> {
  const [present] = await work.tx.select().from(personPosts).where(and(eq(personPosts.personId, input.id), isNull(personPosts.toDate)));
  if ((present?.institutionId ?? null) === input.institutionId && (present?.post ?? null) === input.post) return false;
  if (present && present.institutionId === input.institutionId) await work.tx.update(personPosts).set({ post: input.post, version: sql`${personPosts.version} + 1` }).where(eq(personPosts.id, present.id));
  else await changeInstitution(work, input, present ?? null);
  work.audit.add('person_posts', input.id, { institutionId: present?.institutionId ?? null, post: present?.post ?? null }, { institutionId: input.institutionId, post: input.post });
  return true;
}

async function changeInstitution(work: ProjectWork, input: SavePersonInput, present: { id: string; fromDate: string | null } | null): Promise<void> {
  if (present) await work.tx.update(personPosts).set({ toDate: present.fromDate && present.fromDate > work.today ? present.fromDate : work.today, version: sql`${personPosts.version} + 1` }).where(eq(personPosts.id, present.id));
  if (input.institutionId) await work.tx.insert(personPosts).values({ id: newId(), personId: input.id, institutionId: input.institutionId, post: input.post, fromDate: present ? work.today : null });
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a record needs somebody who made it');
  return work.actor.id;
}

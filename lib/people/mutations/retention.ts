import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { participants, people, personMerges, personPosts, projectPeople } from '@/db/schema';
import type { ProjectWork, Work } from '@/lib/action';
import { notFound, Refusal } from '@/lib/shared/result';
import { eraseSignatories } from '@/lib/signing/mutations/erase';
import { undoDays } from '../rules/merge';
import { nobody } from '../rules/retention';
import type { AnonymiseInput, KeepUntilInput } from '../schema/retention';
import { projectsOf, recountFor } from './figures';

/** Erases the identity of people of this project's register, now and for good. Where other projects know them too, they lose it there as well. */
export async function anonymisePeople(work: ProjectWork, { personIds, reason }: AnonymiseInput): Promise<{ anonymised: number }> {
  const ids = await lockKnown(work, personIds);
  await assertOnlyOurs(work, ids);
  await erase(work, ids);
  for (const id of ids) work.audit.add('people', id, { anonymisedAt: null }, { anonymisedAt: work.now.toISOString(), ...erasedFields }, reason);
  return { anonymised: ids.length };
}

/** Moves the day until which people are kept, with the ground. */
export async function keepUntil(work: ProjectWork, { personIds, retainUntil, reason }: KeepUntilInput): Promise<{ changed: number }> {
  const ids = await lockKnown(work, personIds);
  const before = await work.tx.select({ id: people.id, retainUntil: people.retainUntil }).from(people).where(inArray(people.id, ids));
  const changed = before.filter((person) => person.retainUntil !== retainUntil);
  if (changed.length > 0) await work.tx.update(people).set({ retainUntil, version: sql`version + 1` }).where(inArray(people.id, changed.map(({ id }) => id)));
  for (const person of changed) work.audit.add('people', person.id, { retainUntil: person.retainUntil }, { retainUntil }, reason);
  return { changed: changed.length };
}

/**
 * What falls due by itself: erases the identity of everybody whose retention date has passed, and of records merged away whose merge can no longer be
 * undone; and the names in hand-overs of projects that ended as long ago. Counts stay (DOMAIN §5). For the daily run, which has no viewer. Without `demoToo`, who is known to illustrative projects only stays: they are
 * invented, and the demo shows who would be due.
 */
export async function anonymiseDue(work: Work, { demoToo }: { demoToo: boolean }): Promise<{ anonymised: number; mergesEmptied: number; handOversEmptied: number }> {
  const invented = sql`(exists (select from project_people k where k.person_id = people.id) and not exists (select from project_people k join projects r on r.id = k.project_id and not r.illustrative where k.person_id = people.id))`;
  const due = await work.tx.execute<{ id: string }>(sql`
    select id from people where anonymised_at is null and merged_into_id is null and retain_until < ${work.today} and (${demoToo} or not ${invented}) order by id for no key update`);
  const ids = due.map(({ id }) => id);
  await erase(work, ids);
  for (const id of ids) work.audit.add('people', id, { anonymisedAt: null }, { anonymisedAt: work.now.toISOString(), ...erasedFields });
  const old = await work.tx.select({ id: personMerges.id, mergedId: personMerges.mergedId }).from(personMerges).where(and(isNotNull(personMerges.trace), lt(personMerges.mergedAt, new Date(work.now.getTime() - undoDays * 86_400_000))));
  for (const { id, mergedId } of old) {
    await work.tx.update(personMerges).set({ trace: null }).where(eq(personMerges.id, id));
    await erase(work, [mergedId]);
    work.audit.add('people', mergedId, { anonymisedAt: null }, { anonymisedAt: work.now.toISOString(), ...erasedFields });
  }
  return { anonymised: ids.length, mergesEmptied: old.length, handOversEmptied: await eraseSignatories(work, { demoToo }) };
}

// In the trail these stand by name only (lib/audit/rules).
const erasedFields = { givenName: 'erased', familyName: 'erased', birthYear: 'erased', rank: 'erased', email: 'erased', phone: 'erased' };

/**
 * Identity gone: names, contact, birth year, rank, what their posts were called, free words about them; also of the records that were merged into them,
 * of what their merges remember, of the receipt of their first save, and of mails to them. Sex, institutions, dates, attendance and scores stay, because they are counted.
 */
async function erase(work: Work, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const shells = await work.tx.select({ id: people.id }).from(people).where(inArray(people.mergedIntoId, personIds));
  const ids = [...personIds, ...shells.map(({ id }) => id)];
  const aged = await work.tx.select({ id: people.id }).from(people).where(and(inArray(people.id, ids), isNotNull(people.birthYear)));
  await work.tx.execute(sql`delete from outbox_mails where lower(address) in (select lower(email) from people where id in ${ids} and email is not null) and lower(address) not in (select lower(email) from users)`);
  await work.tx.update(people).set({ ...nobody, anonymisedAt: work.now, version: sql`version + 1` }).where(and(inArray(people.id, ids), isNull(people.anonymisedAt)));
  await work.tx.update(personPosts).set({ post: null, version: sql`version + 1` }).where(inArray(personPosts.personId, ids));
  await work.tx.update(participants).set({ post: null }).where(inArray(participants.personId, ids));
  await work.tx.update(personMerges).set({ trace: null }).where(sql`${personMerges.keptId} in ${ids} or ${personMerges.mergedId} in ${ids}`);
  await work.tx.execute(sql`update follow_ups set note = null, supervisor_email = null where participant_id in (select id from participants where person_id in ${ids})`);
  await work.tx.execute(sql`delete from receipts where id in ${ids}`);
  if (aged.length > 0) await recountFor(work, await projectsOf(work, aged.map(({ id }) => id)));
}

/** The people of this register among these, locked; refuses where one is not there or has no identity left. */
async function lockKnown(work: ProjectWork, personIds: string[]): Promise<string[]> {
  const wanted = [...new Set(personIds)];
  const rows = await work.tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(projectPeople, and(eq(projectPeople.personId, people.id), eq(projectPeople.projectId, work.project.id)))
    .where(and(inArray(people.id, wanted), isNull(people.mergedIntoId), isNull(people.anonymisedAt)))
    .orderBy(people.id)
    .for('no key update', { of: people });
  if (rows.length < wanted.length) throw notFound();
  return rows.map(({ id }) => id);
}

// A project that still works with a person keeps them: its managers, or an administrator, decide.
async function assertOnlyOurs(work: ProjectWork, ids: string[]): Promise<void> {
  if (work.actor?.isAdmin) return;
  const managed = [work.project.id, ...(work.actor?.memberships ?? []).filter(({ role }) => role === 'manager').map(({ projectId }) => projectId)];
  const [other] = await work.tx.execute(sql`select 1 from project_people where person_id in ${ids} and project_id not in ${managed} limit 1`);
  if (other) throw new Refusal('knownElsewhere');
}

import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { plannedPerRun } from '@/db/client';
import { people, personPosts } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertInstitutions } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { matchIn, peopleScope, type RowMatch } from '../queries/matching';
import type { Incoming } from '../rules/matching';
import type { PersonChange } from '../schema/change';
import { projectsOf, recomputeFor } from './figures';
import { assertPeople } from './register';

/** What the rows of a list are to the people whom the actor may see, inside the transaction that will write them. */
export const matchIncoming = (work: ProjectWork, rows: readonly Incoming[]): Promise<RowMatch[]> => plannedPerRun(work.tx, () => matchIn(work.tx, peopleScope(work.actor, work.project.id), rows));

type Present = typeof personPosts.$inferSelect;
type Before = { id: string; version: number; givenName: string; familyName: string; sex: string; birthYear: number | null };

/**
 * Applies what somebody chose to take over from a list, for all people in a handful of statements. Refuses people whom the actor may not see and those whose
 * record changed since "old → new" was shown. A change that is made already is none.
 */
export async function changePeople(work: ProjectWork, changes: PersonChange[]): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map((change) => change.personId);
  await assertPeople(work, ids);
  await assertInstitutions(work, changes.map((change) => change.institutionId), 'participants');
  const { id, version, givenName, familyName, sex, birthYear } = people;
  const rows: Before[] = await work.tx.select({ id, version, givenName, familyName, sex, birthYear }).from(people).where(inArray(people.id, ids)).orderBy(people.id).for('no key update');
  const posts = await work.tx.select().from(personPosts).where(and(inArray(personPosts.personId, ids), isNull(personPosts.toDate)));
  const plan = changes.map((change) => planned(change, rows.find((row) => row.id === change.personId) as Before, posts.find((post) => post.personId === change.personId) ?? null)).filter((one) => one.moves || one.differs);
  if (plan.some(({ before, change }) => before.version !== change.version)) throw new Refusal('personChanged', { field: 'participants' });
  await writeFields(work, plan);
  await writePosts(work, plan.filter((one) => one.moves));
  for (const one of plan) trace(work, one);
  // Figures are counted by sex, by age and by who is still in post.
  const counted = plan.filter(({ before, after, moves }) => moves || before.sex !== after.sex || before.birthYear !== after.birthYear).map(({ before }) => before.id);
  if (counted.length > 0) await recomputeFor(work, await projectsOf(work, counted));
}

type Plan = { change: PersonChange; before: Before; after: Omit<Before, 'id' | 'version'>; post: Present | null; next: { institutionId: string | null; post: string | null }; differs: boolean; moves: boolean };
function planned(change: PersonChange, before: Before, post: Present | null): Plan {
  const after = { givenName: change.givenName ?? before.givenName, familyName: change.familyName ?? before.familyName, sex: change.sex ?? before.sex, birthYear: change.birthYear ?? before.birthYear };
  const moved = change.institutionId !== null && change.institutionId !== post?.institutionId;
  // In another institution the old post says nothing; without an institution there is no post.
  const next = { institutionId: change.institutionId ?? post?.institutionId ?? null, post: change.post ?? (moved ? null : (post?.post ?? null)) };
  const differs = (['givenName', 'familyName', 'sex', 'birthYear'] as const).some((field) => after[field] !== before[field]);
  return { change, before, after, post, next, differs, moves: next.institutionId !== null && (moved || next.post !== (post?.post ?? null)) };
}

async function writeFields(work: ProjectWork, plan: Plan[]): Promise<void> {
  if (plan.length === 0) return;
  const rows = plan.map(({ before, after }) => ({ id: before.id, g: after.givenName, f: after.familyName, s: after.sex, y: after.birthYear }));
  await work.tx.execute(sql`update people set given_name = r.g, family_name = r.f, sex = r.s, birth_year = r.y, version = version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, g text, f text, s text, y int) where people.id = r.id`);
}

// A new post in the same place is written over the old one, as on the person's own page; a move closes it and opens another.
async function writePosts(work: ProjectWork, plan: Plan[]): Promise<void> {
  const stays = plan.filter(({ post, next }) => post?.institutionId === next.institutionId);
  const leaves = plan.flatMap(({ post, next }) => (post && post.institutionId !== next.institutionId ? [post.id] : []));
  if (stays.length > 0)
    await work.tx.execute(sql`update person_posts set post = r.p, version = version + 1 from json_to_recordset(${JSON.stringify(stays.map(({ post, next }) => ({ id: post?.id, p: next.post })))}::json) as r(id uuid, p text) where person_posts.id = r.id`);
  if (leaves.length > 0) await work.tx.update(personPosts).set({ toDate: sql`greatest(${personPosts.fromDate}, ${work.today}::date)`, version: sql`${personPosts.version} + 1` }).where(inArray(personPosts.id, leaves));
  const opened = plan.flatMap(({ before, post, next }) => (next.institutionId && post?.institutionId !== next.institutionId ? [{ id: newId(), personId: before.id, institutionId: next.institutionId, post: next.post, fromDate: post ? work.today : null, toDate: null }] : []));
  if (opened.length > 0) await work.tx.insert(personPosts).values(opened);
}

function trace(work: ProjectWork, { before, after, post, next, differs, moves }: Plan): void {
  const { id, version, ...old } = before;
  if (differs || moves) work.audit.add('people', id, { ...old, version }, { ...after, version: version + 1 });
  if (moves) work.audit.add('person_posts', id, { institutionId: post?.institutionId ?? null, post: post?.post ?? null }, next);
}

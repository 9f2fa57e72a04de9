import 'server-only';
import { and, eq } from 'drizzle-orm';
import { people, personPosts, projectPeople } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertInstitutions } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { postIssue } from '../rules/posts';
import type { RemovePostInput, SavePostInput } from '../schema/posts';
import { projectsOf, recomputeFor } from './figures';

type Row = typeof personPosts.$inferSelect;

/**
 * Adds a post that a person of the register holds or held, or changes one. Refuses the same post twice at one time, a second present post, a date in the
 * future, and a newer version; figures on who is still in post follow.
 */
export async function savePost(work: ProjectWork, input: SavePostInput): Promise<{ id: string; version: number }> {
  const posts = await lockPosts(work, input.personId);
  await assertInstitutions(work, [input.institutionId], 'institutionId');
  const { id, personId, institutionId, post, fromDate, toDate } = input;
  const before = input.version === null ? null : findPost(posts, id, input.version);
  const issue = postIssue(posts.map(held), { id, institutionId, post, from: fromDate, to: toDate }, work.today);
  if (issue) throw new Refusal(issue.reason, { field: issue.field });
  const version = (before?.version ?? 0) + 1;
  const values = { institutionId, post, fromDate, toDate };
  if (before) await work.tx.update(personPosts).set({ ...values, version }).where(eq(personPosts.id, id));
  else await work.tx.insert(personPosts).values({ id, personId, ...values });
  work.audit.add('person_posts', personId, before ? traced(before) : {}, values);
  await recomputeFor(work, await projectsOf(work, [personId]));
  return { id, version };
}

/** Takes a post off that was entered by mistake. Where the person stood at each activity stays in the activity. */
export async function removePost(work: ProjectWork, input: RemovePostInput): Promise<void> {
  const before = findPost(await lockPosts(work, input.personId), input.id, input.version);
  await work.tx.delete(personPosts).where(eq(personPosts.id, before.id));
  work.audit.add('person_posts', input.personId, traced(before), {});
  await recomputeFor(work, await projectsOf(work, [input.personId]));
}

const held = ({ id, institutionId, post, fromDate, toDate }: Row) => ({ id, institutionId, post, from: fromDate, to: toDate });
const traced = ({ institutionId, post, fromDate, toDate }: Row) => ({ institutionId, post, fromDate, toDate });

/** All posts of a person whom this project knows, under a lock on the person. */
async function lockPosts(work: ProjectWork, personId: string): Promise<Row[]> {
  const [person] = await work.tx
    .select({ mergedIntoId: people.mergedIntoId, anonymisedAt: people.anonymisedAt })
    .from(people)
    .innerJoin(projectPeople, and(eq(projectPeople.personId, people.id), eq(projectPeople.projectId, work.project.id)))
    .where(eq(people.id, personId))
    .for('no key update', { of: people });
  if (!person || person.mergedIntoId || person.anonymisedAt) throw notFound();
  return work.tx.select().from(personPosts).where(eq(personPosts.personId, personId));
}

function findPost(posts: Row[], id: string, version: number): Row {
  const found = posts.find((post) => post.id === id);
  if (!found) throw notFound();
  const { post, institutionId, fromDate, toDate } = found;
  if (found.version !== version) throw new Refusal('stale', { current: { version: found.version, values: { post, institutionId, fromDate, toDate } } });
  return found;
}

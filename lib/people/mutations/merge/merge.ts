import 'server-only';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { activities, people, personDistinctions, personMerges, projectPeople } from '@/db/schema';
import type { ProjectScope, ProjectWork } from '@/lib/action';
import { auditTrail } from '@/lib/audit/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { mergeObstacle } from '../../rules/merge';
import { personReferences, treated } from '../../rules/references';
import type { MergePeopleInput, NotDuplicatesInput } from '../../schema/merge';
import { projectsOf, recomputeFor } from '../figures';
import { combineParticipants, sealOf } from './participants';
import { joinPersonPosts } from './posts';
import { type Rewriter, rewriter, rowsWhere } from './rows';

/**
 * Makes two records of one person one: everything that refers to the second refers to the first from now on, counts are conserved but where both stood
 * in the same activity (DOMAIN §2.13). Every project touched is counted anew here and now; closed periods keep their frozen figures. Refuses when
 * either record is newer than the one compared, and where another project that the actor does not manage knows both.
 */
export async function mergePeople(work: ProjectWork, input: MergePeopleInput): Promise<{ id: string }> {
  const { keptId, mergedId } = input;
  if (keptId === mergedId) throw new Refusal('mergeTwo');
  await lockPair(work, input);
  await assertMayMerge(work, [keptId, mergedId]);
  const touched = await projectsOf(work, [keptId, mergedId]);
  const rows = rewriter(work.tx);
  await changePerson(work, rows, input);
  await combineParticipants(work.tx, rows, { from: mergedId, to: keptId });
  await joinPersonPosts(work, rows, input);
  await joinKnown(rows, input);
  await joinDistinctions(work.tx, rows, input);
  for (const { table, column } of treated(personReferences, 'moved')) await rows.move(table, column, { from: mergedId, to: keptId });
  await work.tx.update(people).set({ mergedIntoId: keptId, version: sql`version + 1` }).where(eq(people.id, mergedId));
  const trace = { changes: rows.changes, seal: await sealOf(work.tx, keptId, rows.changes) };
  await work.tx.insert(personMerges).values({ id: input.id, projectId: work.project.id, keptId, mergedId, mergedAt: work.now, mergedBy: actorId(work), trace });
  await renew(work, rows);
  work.audit.add('people', mergedId, { mergedIntoId: null }, { mergedIntoId: keptId });
  work.audit.add('people', keptId, {}, Object.fromEntries(input.take.map((field) => [field, 'taken'])));
  await tellOthers(work, touched, { mergedId, change: [null, keptId] });
  await recomputeFor(work, touched);
  return { id: input.id };
}

/** Remembers that two people are two. */
export async function markDistinct(work: ProjectWork, { personIds }: NotDuplicatesInput): Promise<void> {
  const [firstId, secondId] = [...personIds].sort();
  if (!firstId || !secondId || firstId === secondId) throw new Refusal('mergeTwo');
  const known = await work.tx.select({ id: projectPeople.personId }).from(projectPeople).where(and(eq(projectPeople.projectId, work.project.id), inArray(projectPeople.personId, [firstId, secondId])));
  if (known.length < 2) throw notFound();
  const [told] = await rowsWhere(work.tx, 'person_distinctions', sql`t.first_id = ${firstId} and t.second_id = ${secondId}`);
  if (told) return;
  await work.tx.insert(personDistinctions).values({ firstId, secondId, byUserId: actorId(work), at: work.now });
  work.audit.add('people', firstId, {}, { distinctFrom: secondId });
}

export function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a merge needs somebody who decides it');
  return work.actor.id;
}

/** Both people of this project's register, locked, as they were compared. */
async function lockPair(work: ProjectWork, input: MergePeopleInput): Promise<void> {
  const pair = await work.tx
    .select({ id: people.id, version: people.version })
    .from(people)
    .innerJoin(projectPeople, and(eq(projectPeople.personId, people.id), eq(projectPeople.projectId, work.project.id)))
    .where(and(inArray(people.id, [input.keptId, input.mergedId]), isNull(people.mergedIntoId), isNull(people.anonymisedAt)))
    .orderBy(people.id)
    .for('no key update', { of: people });
  if (pair.length < 2) throw notFound();
  const seen = new Map([[input.keptId, input.keptVersion], [input.mergedId, input.mergedVersion]]);
  if (pair.some(({ id, version }) => seen.get(id) !== version)) throw new Refusal('mergeStale');
}

export async function assertMayMerge(work: ProjectWork, pair: [string, string]): Promise<void> {
  const rows = await work.tx.execute<{ id: string }>(sql`select project_id as id from project_people where person_id in ${pair} group by 1 having count(*) = 2`);
  const managed = work.actor?.memberships.filter(({ role }) => role === 'manager').map(({ projectId }) => projectId) ?? [];
  const obstacle = mergeObstacle({ isAdmin: work.actor?.isAdmin ?? false, managed, knowBoth: rows.map(({ id }) => id) });
  if (obstacle) throw new Refusal(obstacle);
}

const columns = { givenName: 'given_name', familyName: 'family_name', sex: 'sex', birthYear: 'birth_year', rank: 'rank', email: 'email', phone: 'phone', lawfulBasis: 'lawful_basis', consentOn: 'consent_on', retainUntil: 'retain_until' } as const;

async function changePerson(work: ProjectWork, rows: Rewriter, { keptId, mergedId, take }: MergePeopleInput): Promise<void> {
  const [[kept], [merged]] = [await rowsWhere(work.tx, 'people', sql`t.id = ${keptId}`), await rowsWhere(work.tx, 'people', sql`t.id = ${mergedId}`)];
  if (!kept || !merged) throw notFound();
  const taken = take.flatMap((field) => (field === 'presentPost' ? [] : [[columns[field], merged[columns[field]]] as const]));
  await rows.change('people', kept, { ...Object.fromEntries(taken), version: Number(kept.version) + 1 });
}

// Every project that knew the second record knows the first.
async function joinKnown(rows: Rewriter, { keptId, mergedId }: MergePeopleInput): Promise<void> {
  await rows.remove('project_people', sql`t.person_id = ${mergedId} and exists (select from project_people k where k.project_id = t.project_id and k.person_id = ${keptId})`);
  await rows.move('project_people', 'person_id', { from: mergedId, to: keptId });
}

async function joinDistinctions(tx: Transaction, rows: Rewriter, { keptId, mergedId }: MergePeopleInput): Promise<void> {
  const gone = await rows.remove('person_distinctions', sql`${mergedId} in (t.first_id, t.second_id)`);
  for (const row of gone) {
    const other = row.first_id === mergedId ? row.second_id : row.first_id;
    const [first_id, second_id] = [keptId, String(other)].sort();
    const known = await rowsWhere(tx, 'person_distinctions', sql`t.first_id = ${first_id} and t.second_id = ${second_id}`);
    if (other !== keptId && known.length === 0) await rows.insert('person_distinctions', { ...row, first_id, second_id });
  }
}

/** Whoever has one of these records open sees that it changed; approved ones are locked anyway. */
export async function renew(work: ProjectWork, rows: Pick<Rewriter, 'changes'>): Promise<void> {
  const ids = [...new Set(rows.changes.flatMap(({ table, before }) => (table === 'participants' && before ? [String(before.activity_id)] : [])))];
  if (ids.length > 0) await work.tx.update(activities).set({ version: sql`version + 1` }).where(and(inArray(activities.id, ids), ne(activities.reviewState, 'approved')));
}

/** The other projects that a merge touches read of it in their own trails. */
export async function tellOthers(work: ProjectWork, touched: readonly ProjectScope[], { mergedId, change: [before, after] }: { mergedId: string; change: [string | null, string | null] }): Promise<void> {
  for (const project of touched.filter(({ id }) => id !== work.project.id)) {
    const trail = auditTrail({ tx: work.tx, chain: project.id, actorId: work.actor?.id ?? null, actorLabel: '', action: after ? 'people.merge' : 'people.undoMerge', now: work.now });
    trail.add('people', mergedId, { mergedIntoId: before }, { mergedIntoId: after });
    await trail.flush();
  }
}

import 'server-only';
import canonicalize from 'canonicalize';
import { and, eq, sql } from 'drizzle-orm';
import { activities, type MergeTrace, people, personMerges, type RowChange } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { notFound, Refusal } from '@/lib/shared/result';
import { undoable } from '../../rules/merge';
import type { UndoMergeInput } from '../../schema/merge';
import { projectsOf, recomputeFor } from '../figures';
import { actorId, assertMayMerge, renew, tellOthers } from './merge';
import { sealOf } from './participants';
import { insertRow, type Row, rowsWhere, sameKey, writeRow } from './rows';

/**
 * Takes a merge back, row by row, within 30 days: two records again, each with what was its own, and figures counted anew. Refuses, with the reason,
 * where later changes stand in the way: the person was merged again or anonymised, their posts changed, or a record in which both stood did.
 */
export async function undoMerge(work: ProjectWork, { mergeId }: UndoMergeInput): Promise<void> {
  const [merge] = await work.tx.select().from(personMerges).where(and(eq(personMerges.id, mergeId), eq(personMerges.projectId, work.project.id))).for('no key update');
  if (!merge) throw notFound();
  if (merge.undoneAt) throw new Refusal('wrongState');
  const { keptId, mergedId, trace } = merge;
  await lockBoth(work, keptId, mergedId);
  if (!trace || !undoable(merge.mergedAt, work.now)) throw new Refusal('mergeTooOld');
  await assertUnchanged(work, keptId, trace);
  const gone = await deletedActivities(work, trace.changes);
  // The pair must stand again before what refers to it does.
  await work.tx.update(people).set({ mergedIntoId: null, version: sql`version + 1` }).where(eq(people.id, mergedId));
  for (const change of [...trace.changes].reverse()) if (!gone.has(String((change.before ?? change.after)?.activity_id))) await takeBack(work, change);
  await knowAgain(work, [keptId, mergedId]);
  await assertMayMerge(work, [keptId, mergedId]);
  await work.tx.update(personMerges).set({ undoneAt: work.now, undoneBy: actorId(work), trace: null }).where(eq(personMerges.id, mergeId));
  await renew(work, trace);
  const touched = await projectsOf(work, [keptId, mergedId]);
  work.audit.add('people', mergedId, { mergedIntoId: keptId }, { mergedIntoId: null });
  await tellOthers(work, touched, { mergedId, change: [keptId, null] });
  await recomputeFor(work, touched);
}

async function lockBoth(work: ProjectWork, keptId: string, mergedId: string): Promise<void> {
  const rows = await work.tx.select().from(people).where(sql`${people.id} in ${[keptId, mergedId]}`).orderBy(people.id).for('no key update');
  const kept = rows.find(({ id }) => id === keptId);
  const merged = rows.find(({ id }) => id === mergedId);
  if (kept?.anonymisedAt || merged?.anonymisedAt) throw new Refusal('mergeAnonymised');
  if (kept?.mergedIntoId !== null || merged?.mergedIntoId !== keptId) throw new Refusal('mergeAgain');
}

async function assertUnchanged(work: ProjectWork, keptId: string, { seal, changes }: MergeTrace): Promise<void> {
  const now = await sealOf(work.tx, keptId, changes);
  const changed = Object.keys(seal).filter((part) => canonicalize(seal[part]) !== canonicalize(now[part]));
  if (changed.includes('posts')) throw new Refusal('mergePostsChanged');
  for (const activityId of changed) {
    const [record] = await work.tx.select({ reference: activities.reference }).from(activities).where(eq(activities.id, activityId));
    if (record) throw new Refusal('mergeRecordChanged', { params: { reference: record.reference } });
  }
}

/** Drafts that were deleted since: nothing of them can come back. */
async function deletedActivities(work: ProjectWork, changes: readonly RowChange[]): Promise<Set<string>> {
  const named = [...new Set(changes.flatMap(({ before, after }) => (before ?? after)?.activity_id ?? []))].map(String);
  if (named.length === 0) return new Set();
  const left = await work.tx.execute<{ id: string }>(sql`select id from activities where id in ${named}`);
  return new Set(named.filter((id) => !left.some((row) => row.id === id)));
}

/** One row as it was before the merge. What somebody changed in it since stays: only the columns that still hold what the merge gave go back. */
async function takeBack(work: ProjectWork, { table, before, after }: RowChange): Promise<void> {
  const key = after ?? before;
  if (!key) return;
  const [current] = await rowsWhere(work.tx, table, sameKey(table, key));
  if (!after) return current || !before ? undefined : insertRow(work.tx, table, before);
  if (!current) return;
  if (!before) return void (await work.tx.execute(sql`delete from ${sql.identifier(table)} t where ${sameKey(table, after)}`));
  const back = Object.keys(after).filter((column) => canonicalize(after[column]) !== canonicalize(before[column]) && canonicalize(current[column]) === canonicalize(after[column]));
  const restored: Row = { ...current, ...Object.fromEntries(back.map((column) => [column, before[column]])) };
  if ('version' in current) restored.version = Number(current.version) + 1;
  await writeRow(work.tx, table, current, restored);
}

// A project in whose records somebody stands by now knows them, whatever the merge found.
async function knowAgain(work: ProjectWork, ids: string[]): Promise<void> {
  await work.tx.execute(sql`
    insert into project_people (project_id, person_id)
    select a.project_id, r.person_id from participants r join activities a on a.id = r.activity_id where r.person_id in ${ids}
    union select project_id, person_id from action_points where person_id in ${ids} on conflict do nothing`);
}

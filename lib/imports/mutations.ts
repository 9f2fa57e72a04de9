import 'server-only';
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { activities, imports } from '@/db/schema';
import type { ProjectWork, Work } from '@/lib/action';
import type { TableRow } from '@/lib/exchange/table';
import { notFound, Refusal } from '@/lib/shared/result';
import type { ImportKind } from '@/lib/shared/vocabulary';
import { keptUntilAfter, listedUntilAfter } from './rules';
import type { ReceiveImportInput } from './schema';

/** Keeps what was read from a file until somebody decides on it. The lines of what is older than a day go: they hold names. */
export async function receiveImport(work: ProjectWork, input: Omit<ReceiveImportInput, 'projectId'>): Promise<{ id: string }> {
  const { id, kind, activityId, fileName, sha256, rows } = input;
  if (!work.actor) throw new Error('an import needs somebody who makes it');
  if ((kind === 'participants') !== (activityId !== null)) throw new Refusal('invalid', { field: 'activityId' });
  if (activityId) await assertActivity(work, activityId);
  await forgetImports(work);
  await work.tx.insert(imports).values({ id, projectId: work.project.id, kind, activityId, fileName, sha256, rows, lines: Math.max(rows.length - 1, 0), createdBy: work.actor.id, createdAt: work.now });
  work.audit.add('imports', id, {}, { kind, activityId, fileName, rows: rows.length });
  return { id };
}

async function assertActivity(work: ProjectWork, activityId: string): Promise<void> {
  const [activity] = await work.tx.select({ id: activities.id }).from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id)));
  if (!activity) throw notFound();
}

/** Erases the lines of what was uploaded more than a day ago, of all projects, and after 90 days the upload itself; the trail keeps that it was. Gives what went. */
export async function forgetImports(work: Work): Promise<{ emptied: string[]; dropped: string[] }> {
  const gone = lt(imports.createdAt, listedUntilAfter(work.now));
  const old = or(gone, and(lt(imports.createdAt, keptUntilAfter(work.now)), sql`${imports.rows} <> '[]'`));
  const found = await work.tx.select({ id: imports.id, gone: sql<boolean>`${gone}` }).from(imports).where(old).orderBy(imports.id).for('no key update');
  const [emptied, dropped] = [false, true].map((wanted) => found.filter((row) => row.gone === wanted).map(({ id }) => id)) as [string[], string[]];
  if (emptied.length > 0) await work.tx.update(imports).set({ rows: [] }).where(inArray(imports.id, emptied));
  if (dropped.length > 0) await work.tx.delete(imports).where(inArray(imports.id, dropped));
  return { emptied, dropped };
}

export type OpenImport = { id: string; activityId: string | null; rows: TableRow[] };

/** The upload to commit, locked. Refuses one that was committed before, and what is not there any more. */
export async function lockImport(work: ProjectWork, importId: string, kinds: readonly ImportKind[]): Promise<OpenImport> {
  const mine = and(eq(imports.id, importId), eq(imports.projectId, work.project.id), inArray(imports.kind, [...kinds]));
  const [found] = await work.tx.select({ id: imports.id, activityId: imports.activityId, rows: imports.rows, committedAt: imports.committedAt, createdAt: imports.createdAt }).from(imports).where(mine).for('no key update');
  if (!found || found.createdAt < keptUntilAfter(work.now)) throw notFound();
  if (found.committedAt) throw new Refusal('importDone');
  return { id: found.id, activityId: found.activityId, rows: found.rows as TableRow[] };
}

/** Says what became of the rows; from now on the upload cannot be committed again. */
export async function closeImport<T extends object>(work: ProjectWork, importId: string, outcome: T): Promise<void> {
  await work.tx.update(imports).set({ committedAt: work.now, committedBy: work.actor?.id ?? null, outcome }).where(and(eq(imports.id, importId), isNull(imports.committedAt)));
  work.audit.add('imports', importId, { committed: false }, { committed: true });
}

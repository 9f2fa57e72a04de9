import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { readingFiles, readings } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { ProjectWork } from '@/lib/action';
import { mayEditActivity } from '@/lib/activities/rules';
import type { AttachReadingFileInput, RemoveEvidenceInput } from '@/lib/evidence/schema';
import { notFound, Refusal } from '@/lib/shared/result';
import { openPeriod, refreshFindings } from './readings';

type Row = typeof readings.$inferSelect;
type Changed = { id: string; version: number };

/**
 * Attaches a stored file to a reading that it proves. Evidence is part of what a reviewer sees, so this is an edit: the reading gets a new version and editor.
 * Refuses: an unknown or uneditable reading, an approved one (approvedIsLocked), a closed period, the same file twice. DOMAIN §3.
 */
export async function attachReadingFile(work: ProjectWork, input: Omit<AttachReadingFileInput, 'projectId'>): Promise<Changed> {
  const { reading, actor } = await lockReading(work, input.readingId);
  const same = and(eq(readingFiles.readingId, reading.id), eq(readingFiles.kind, input.kind), eq(readingFiles.sha256, input.file.sha256), isNull(readingFiles.removedAt));
  const [earlier] = await work.tx.select({ fileName: readingFiles.fileName }).from(readingFiles).where(same).limit(1);
  if (earlier) throw new Refusal('evidenceTwice', { field: 'file', params: { name: earlier.fileName } });
  const row = { kind: input.kind, fileName: input.fileName, ...input.file };
  await work.tx.insert(readingFiles).values({ id: input.id, projectId: work.project.id, readingId: reading.id, ...row, uploadedBy: actor.id, uploadedAt: work.now });
  work.audit.add('reading_files', input.id, {}, { readingId: reading.id, ...row });
  await refreshFindings(work, reading);
  return { id: input.id, version: await touch(work, reading, actor) };
}

/** Takes a file off a reading; the row and the bytes stay, the reading gets a new version. Refuses as attaching does. */
export async function removeReadingFile(work: ProjectWork, { evidenceId }: Omit<RemoveEvidenceInput, 'projectId'>): Promise<Changed> {
  const present = and(eq(readingFiles.id, evidenceId), eq(readingFiles.projectId, work.project.id), isNull(readingFiles.removedAt));
  const [found] = await work.tx.select({ readingId: readingFiles.readingId }).from(readingFiles).where(present);
  if (!found) throw notFound();
  const { reading, actor } = await lockReading(work, found.readingId);
  const [row] = await work.tx.update(readingFiles).set({ removedAt: work.now, removedBy: actor.id }).where(present).returning({ id: readingFiles.id });
  if (!row) throw notFound();
  work.audit.add('reading_files', row.id, { removed: false }, { removed: true });
  await refreshFindings(work, reading);
  return { id: row.id, version: await touch(work, reading, actor) };
}

async function lockReading(work: ProjectWork, id: string): Promise<{ reading: Row; actor: Viewer }> {
  const { actor, project } = work;
  if (!actor) throw new Error('evidence needs somebody who attached it');
  const [reading] = await work.tx.select().from(readings).where(and(eq(readings.id, id), eq(readings.projectId, project.id))).for('no key update');
  if (!reading) throw notFound();
  if (!mayEditActivity(rolesIn(actor, project.id), actor.id, reading)) throw new Refusal(reading.reviewState === 'approved' ? 'approvedIsLocked' : 'forbidden');
  await openPeriod(work, reading.periodId);
  return { reading, actor };
}

// The row is locked, so the version cannot have moved since it was read.
async function touch(work: ProjectWork, reading: Row, actor: Viewer): Promise<number> {
  const version = reading.version + 1;
  await work.tx.update(readings).set({ version, lastEditedBy: actor.id, updatedAt: work.now }).where(eq(readings.id, reading.id));
  work.audit.add('readings', reading.id, { version: reading.version }, { version });
  return version;
}

import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { activities, evidence } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { ProjectWork } from '@/lib/action';
import { mayEditActivity } from '@/lib/activities/rules';
import { kindSpecs } from '@/lib/activity-kinds';
import { refreshFileFindings } from '@/lib/guard/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import type { AttachEvidenceInput, RemoveEvidenceInput } from './schema';

type Row = typeof activities.$inferSelect;
type Attach = Omit<AttachEvidenceInput, 'projectId'>;

/**
 * Attaches a stored file to an activity. Evidence is part of what a reviewer sees, so this is an edit: the activity gets a new version and editor.
 * Refuses: unknown or uneditable record, closed period, a kind that the activity has no use for, the same file of the same kind twice. DOMAIN §3.
 */
export async function attachEvidence(work: ProjectWork, input: Attach): Promise<{ id: string; version: number }> {
  const { activity, actor } = await lockForEvidence(work, input.activityId);
  if (!(kindSpecs[activity.kind].evidence as readonly EvidenceKind[]).includes(input.kind)) throw new Refusal('invalidChoice', { field: 'kind' });
  await refuseTwice(work, input);
  const row = { kind: input.kind, fileName: input.fileName, ...input.file };
  await work.tx.insert(evidence).values({ id: input.id, projectId: work.project.id, activityId: activity.id, ...row, uploadedBy: actor.id, uploadedAt: work.now });
  work.audit.add('evidence', input.id, {}, { activityId: activity.id, ...row });
  await refreshFileFindings(work, activity.id);
  return { id: input.id, version: await touch(work, activity, actor) };
}

/** Takes a file off an activity; the row and the bytes stay, the record gets a new version. Refuses on an approved record or in a closed period. */
export async function removeEvidence(work: ProjectWork, input: Omit<RemoveEvidenceInput, 'projectId'>): Promise<{ id: string; version: number }> {
  const present = and(eq(evidence.id, input.evidenceId), eq(evidence.projectId, work.project.id), isNull(evidence.removedAt));
  const [found] = await work.tx.select({ activityId: evidence.activityId }).from(evidence).where(present);
  if (!found) throw notFound();
  const { activity, actor } = await lockForEvidence(work, found.activityId);
  const [row] = await work.tx.update(evidence).set({ removedAt: work.now, removedBy: actor.id }).where(present).returning();
  if (!row) throw notFound();
  work.audit.add('evidence', row.id, { removed: false }, { removed: true });
  await refreshFileFindings(work, activity.id);
  return { id: row.id, version: await touch(work, activity, actor) };
}

async function lockForEvidence(work: ProjectWork, activityId: string): Promise<{ activity: Row; actor: Viewer }> {
  const { actor, project } = work;
  if (!actor) throw new Error('evidence needs somebody who attached it');
  const [activity] = await work.tx.select().from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, project.id))).for('no key update');
  if (!activity) throw notFound();
  if (!mayEditActivity(rolesIn(actor, project.id), actor.id, activity)) throw new Refusal(activity.reviewState === 'approved' ? 'approvedIsLocked' : 'forbidden');
  await assertOpen(work, activity.onDate);
  return { activity, actor };
}

async function refuseTwice(work: ProjectWork, input: Attach): Promise<void> {
  const same = and(eq(evidence.activityId, input.activityId), eq(evidence.kind, input.kind), eq(evidence.sha256, input.file.sha256), isNull(evidence.removedAt));
  const [earlier] = await work.tx.select({ fileName: evidence.fileName }).from(evidence).where(same).limit(1);
  if (earlier) throw new Refusal('evidenceTwice', { field: 'file', params: { name: earlier.fileName } });
}

// The activity's row is locked, so the version cannot have moved since it was read.
async function touch(work: ProjectWork, activity: Row, actor: Viewer): Promise<number> {
  const version = activity.version + 1;
  await work.tx.update(activities).set({ version, lastEditedBy: actor.id, updatedAt: work.now }).where(eq(activities.id, activity.id));
  work.audit.add('activities', activity.id, { version: activity.version }, { version });
  return version;
}

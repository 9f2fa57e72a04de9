import 'server-only';
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { activities, followUps, trainings, trainingTopics } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { closeLinks } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { together } from '@/lib/shared/together';
import type { AnswerFollowUpInput, TrainingDetail } from './schema';

/** The part of a training beside what all activities have. `fresh`: the record was made a moment ago, so nothing can stand there yet. */
export async function saveTraining(work: ProjectWork, activityId: string, detail: TrainingDetail, fresh: boolean): Promise<void> {
  const { type, method, language } = detail;
  const row = { type, method, language, passMark: detail.passMark === null ? null : detail.passMark.toFixed(2) };
  const [before] = fresh ? [] : await work.tx.select().from(trainings).where(eq(trainings.activityId, activityId));
  await together(
    work.tx.insert(trainings).values({ activityId, ...row }).onConflictDoUpdate({ target: trainings.activityId, set: row }).execute(),
    saveTopics(work, activityId, [...new Set(detail.topics)].sort(), fresh),
  );
  const { activityId: _id, ...old } = before ?? { activityId };
  work.audit.add('activities', activityId, old, row);
}

async function saveTopics(work: ProjectWork, activityId: string, wanted: string[], fresh: boolean): Promise<void> {
  const rows = fresh ? [] : await work.tx.select({ topic: trainingTopics.topic }).from(trainingTopics).where(eq(trainingTopics.activityId, activityId));
  const before = rows.map((row) => row.topic).sort();
  if (before.join('\n') === wanted.join('\n')) return;
  if (before.length > 0) await work.tx.delete(trainingTopics).where(eq(trainingTopics.activityId, activityId));
  if (wanted.length > 0) await work.tx.insert(trainingTopics).values(wanted.map((topic) => ({ activityId, topic })));
  work.audit.add('activities', activityId, { topics: before }, { topics: wanted });
}

/** Records the answer to a follow-up of an approved training as told to staff; figures follow in the same transaction. What was asked by link is settled by it. */
export async function answerFollowUp(work: ProjectWork, input: AnswerFollowUpInput): Promise<void> {
  // Links first, as their holders do it: so no two of them wait for each other.
  await closeLinks(work, input.supervisorConfirmed === null ? ['follow_up_participant'] : ['follow_up_participant', 'follow_up_supervisor'], input.followUpId);
  const row = await lockFollowUp(work, input.followUpId);
  if (input.answeredOn > work.today) throw new Refusal('dateInFuture', { field: 'answeredOn' });
  if (row.end && input.answeredOn < row.end) throw new Refusal('beforeTraining', { field: 'answeredOn' });
  await assertOpen(work, row.answeredOn, input.answeredOn);
  const { answeredOn, applied, supervisorConfirmed, note } = input;
  const told = supervisorConfirmed === row.supervisorConfirmed;
  const supervisor = told ? { supervisorOn: row.supervisorOn, supervisorVia: row.supervisorVia } : { supervisorOn: supervisorConfirmed === null ? null : answeredOn, supervisorVia: supervisorConfirmed === null ? null : ('staff' as const) };
  const after = { answeredOn, applied, answeredVia: 'staff' as const, supervisorConfirmed, ...supervisor };
  await writeFollowUp(work, row, after, note);
}

export type FollowUpRow = Pick<typeof followUps.$inferSelect, 'id' | 'answeredOn' | 'applied' | 'answeredVia' | 'supervisorConfirmed' | 'supervisorOn' | 'supervisorVia' | 'note'> & { end: string | null };

/** The follow-up of an approved training of this project, locked; it does not exist otherwise. */
export async function lockFollowUp(work: ProjectWork, followUpId: string): Promise<FollowUpRow> {
  const { id, answeredOn, applied, answeredVia, supervisorConfirmed, supervisorOn, supervisorVia, note } = followUps;
  const [row] = await work.tx
    .select({ id, answeredOn, applied, answeredVia, supervisorConfirmed, supervisorOn, supervisorVia, note, end: activities.onDate })
    .from(followUps)
    .innerJoin(activities, and(eq(activities.id, followUps.activityId), eq(activities.projectId, work.project.id), eq(activities.reviewState, 'approved')))
    .where(eq(id, followUpId))
    .for('no key update', { of: followUps });
  if (!row) throw notFound();
  return row;
}

/** Writes an answer, whoever gave it, and lets the figures follow. The note stays out of the trail. */
export async function writeFollowUp(work: ProjectWork, row: FollowUpRow, after: Omit<FollowUpRow, 'id' | 'end' | 'note'>, note: string | null): Promise<void> {
  const { id, end: _end, note: _note, ...before } = row;
  await work.tx.update(followUps).set({ ...after, ...(after.supervisorConfirmed === null ? {} : { supervisorEmail: null }), note, recordedBy: work.actor?.id ?? null, recordedAt: work.now }).where(eq(followUps.id, id));
  work.audit.add('follow_ups', id, before, { ...after, recordedAt: work.now.toISOString() });
  await recomputeFigures(work);
}

/** Makes the follow-ups of a training fall due when it is approved: one per trainee who attended. Answered ones stay; those still open keep their id, so that a link already sent goes on working. */
export async function scheduleFollowUps(work: ProjectWork, activityId: string, due: { id: string; participantId: string; dueOn: string }[]): Promise<void> {
  const open = and(eq(followUps.activityId, activityId), isNull(followUps.answeredOn));
  const kept = due.map((row) => row.participantId);
  await work.tx.delete(followUps).where(kept.length > 0 ? and(open, notInArray(followUps.participantId, kept)) : open);
  if (due.length === 0) return;
  const set = { dueOn: sql`excluded.due_on` };
  await work.tx.insert(followUps).values(due.map((row) => ({ ...row, activityId }))).onConflictDoUpdate({ target: followUps.participantId, set, setWhere: isNull(followUps.answeredOn) });
}

import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { activities, followUps, trainings, trainingTopics } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { AnswerFollowUpInput, TrainingDetail } from './schema';

/** The part of a training beside what all activities have. */
export async function saveTraining(work: ProjectWork, activityId: string, detail: TrainingDetail): Promise<void> {
  const { type, method, language } = detail;
  const row = { type, method, language, passMark: detail.passMark === null ? null : detail.passMark.toFixed(2) };
  const [before] = await work.tx.select().from(trainings).where(eq(trainings.activityId, activityId));
  await work.tx.insert(trainings).values({ activityId, ...row }).onConflictDoUpdate({ target: trainings.activityId, set: row });
  const { activityId: _id, ...old } = before ?? { activityId };
  work.audit.add('activities', activityId, old, row);
  await saveTopics(work, activityId, [...new Set(detail.topics)].sort());
}

async function saveTopics(work: ProjectWork, activityId: string, wanted: string[]): Promise<void> {
  const rows = await work.tx.select({ topic: trainingTopics.topic }).from(trainingTopics).where(eq(trainingTopics.activityId, activityId));
  const before = rows.map((row) => row.topic).sort();
  if (before.join('\n') === wanted.join('\n')) return;
  await work.tx.delete(trainingTopics).where(eq(trainingTopics.activityId, activityId));
  if (wanted.length > 0) await work.tx.insert(trainingTopics).values(wanted.map((topic) => ({ activityId, topic })));
  work.audit.add('activities', activityId, { topics: before }, { topics: wanted });
}

/** Records the answer to a follow-up of an approved training, once; figures follow in the same transaction. */
export async function answerFollowUp(work: ProjectWork, input: AnswerFollowUpInput): Promise<void> {
  const [row] = await work.tx
    .select({ id: followUps.id, answeredOn: followUps.answeredOn, applied: followUps.applied, supervisorConfirmed: followUps.supervisorConfirmed, end: activities.onDate })
    .from(followUps)
    .innerJoin(activities, and(eq(activities.id, followUps.activityId), eq(activities.projectId, work.project.id), eq(activities.reviewState, 'approved')))
    .where(eq(followUps.id, input.followUpId))
    .for('update', { of: followUps });
  if (!row) throw notFound();
  if (input.answeredOn > work.today) throw new Refusal('dateInFuture', { field: 'answeredOn' });
  if (row.end && input.answeredOn < row.end) throw new Refusal('beforeTraining', { field: 'answeredOn' });
  await assertOpen(work, row.answeredOn, input.answeredOn);
  const { answeredOn, applied, supervisorConfirmed, note } = input;
  await work.tx.update(followUps).set({ answeredOn, applied, supervisorConfirmed, note, recordedBy: work.actor?.id ?? null, recordedAt: work.now }).where(eq(followUps.id, row.id));
  work.audit.add('follow_ups', row.id, { answeredOn: row.answeredOn, applied: row.applied, supervisorConfirmed: row.supervisorConfirmed }, { answeredOn, applied, supervisorConfirmed, recordedAt: work.now.toISOString() });
  await recomputeFigures(work);
}

/** Makes the follow-ups of a training fall due when it is approved: one per trainee who attended; answered ones stay. */
export async function scheduleFollowUps(work: ProjectWork, activityId: string, due: { id: string; participantId: string; dueOn: string }[]): Promise<void> {
  await work.tx.delete(followUps).where(and(eq(followUps.activityId, activityId), isNull(followUps.answeredOn)));
  if (due.length > 0) await work.tx.insert(followUps).values(due.map((row) => ({ ...row, activityId }))).onConflictDoNothing();
}

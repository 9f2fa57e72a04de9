import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { activities, meetings, minutesComments } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import type { LinkWork } from '@/lib/link-action';
import { closeLinks, type IssuedLink, issueLink } from '@/lib/links/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { CommentMinutesInput } from '../schema';

type Meeting = typeof meetings.$inferSelect;
type Found = { meeting: Meeting; version: number; written: boolean };

async function lock(work: ProjectWork, activityId: string): Promise<Found> {
  const [row] = await work.tx
    .select({ meeting: meetings, version: activities.version, reviewState: activities.reviewState, written: sql<boolean>`${meetings.minutes} is not null or exists (select from agenda_items g where g.activity_id = ${meetings.activityId} and g.notes is not null)` })
    .from(meetings)
    .innerJoin(activities, eq(activities.id, meetings.activityId))
    .where(and(eq(meetings.activityId, activityId), eq(activities.projectId, work.project.id)))
    .for('no key update', { of: meetings });
  if (!row || row.reviewState === 'withdrawn') throw notFound();
  return row;
}

/**
 * Makes the link by which those who were there read the minutes and say what is wrong in them; the same one while it is valid. Refuses restricted minutes,
 * empty ones and those that are agreed.
 */
export async function circulateMinutes(work: ProjectWork, { activityId }: { activityId: string }): Promise<IssuedLink> {
  const { meeting, written } = await lock(work, activityId);
  if (meeting.restricted) throw new Refusal('minutesRestricted');
  if (!written) throw new Refusal('minutesEmpty');
  if (meeting.agreedOn) throw new Refusal('minutesAgreed');
  if (!meeting.circulatedAt) {
    await work.tx.update(meetings).set({ circulatedAt: work.now }).where(eq(meetings.activityId, activityId));
    work.audit.add('activities', activityId, { circulatedAt: null }, { circulatedAt: work.now });
  }
  return issueLink(work, { purpose: 'minutes_comment', subjectId: activityId });
}

/** Keeps what somebody says about the minutes. Refuses once they are agreed or restricted, and an institution that was not at the meeting. */
export async function commentByLink(work: LinkWork, { institutionId, text }: CommentMinutesInput): Promise<void> {
  const activityId = work.link.subjectId;
  const { meeting } = await lock(work, activityId).catch((error) => Promise.reject(error instanceof Refusal ? new Refusal('linkClosed') : error));
  if (meeting.agreedOn || meeting.restricted) throw new Refusal('linkClosed');
  if (institutionId) await assertThere(work, activityId, institutionId);
  const id = newId();
  await work.tx.insert(minutesComments).values({ id, activityId, institutionId, text, saidAt: work.now });
  work.audit.add('minutes_comments', id, {}, { institutionId, text });
}

async function assertThere(work: ProjectWork, activityId: string, institutionId: string): Promise<void> {
  const rows = await work.tx.execute(sql`
    select from participants r where r.activity_id = ${activityId} and r.institution_id = ${institutionId} union all select from headcounts h where h.activity_id = ${activityId} and h.institution_id = ${institutionId}
    union all select from expected_attendance e where e.activity_id = ${activityId} and e.institution_id = ${institutionId} limit 1`);
  if (rows.length === 0) throw new Refusal('noSuchInstitution', { field: 'institutionId' });
}

/** Says that a comment was dealt with, and how. */
export async function handleComment(work: ProjectWork, { commentId, note }: { commentId: string; note: string | null }): Promise<void> {
  const [row] = await work.tx.select({ comment: minutesComments }).from(minutesComments).innerJoin(activities, eq(activities.id, minutesComments.activityId)).where(and(eq(minutesComments.id, commentId), eq(activities.projectId, work.project.id))).for('no key update', { of: minutesComments });
  if (!row) throw notFound();
  if (row.comment.handledAt) throw new Refusal('wrongState');
  const after = { handledAt: work.now, handledBy: actorId(work), note };
  await work.tx.update(minutesComments).set(after).where(eq(minutesComments.id, commentId));
  work.audit.add('minutes_comments', commentId, { handledAt: null, note: null }, { handledAt: work.now, note });
}

/**
 * Marks the minutes agreed as they stand and closes the link for comments. Refuses a version that is not the one seen, empty minutes, what is agreed
 * already, and comments that nobody has dealt with.
 */
export async function agreeMinutes(work: ProjectWork, { activityId, version }: { activityId: string; version: number }): Promise<void> {
  const { meeting, written, version: current } = await lock(work, activityId);
  if (current !== version) throw new Refusal('reviewedChanged');
  if (meeting.agreedOn) throw new Refusal('wrongState');
  if (!written) throw new Refusal('minutesEmpty');
  const open = await work.tx.select({ id: minutesComments.id }).from(minutesComments).where(and(eq(minutesComments.activityId, activityId), isNull(minutesComments.handledAt)));
  if (open.length > 0) throw new Refusal('commentsOpen', { params: { n: open.length } });
  await closeLinks(work, ['minutes_comment'], activityId);
  await work.tx.update(meetings).set({ agreedOn: work.today, agreedBy: actorId(work) }).where(eq(meetings.activityId, activityId));
  work.audit.add('activities', activityId, { agreedOn: null }, { agreedOn: work.today });
}

/** After the words of the minutes changed: nobody has agreed to these. */
export async function reopenMinutes(work: ProjectWork, activityId: string): Promise<void> {
  const [row] = await work.tx.select({ agreedOn: meetings.agreedOn }).from(meetings).where(eq(meetings.activityId, activityId));
  if (!row?.agreedOn) return;
  await work.tx.update(meetings).set({ agreedOn: null, agreedBy: null }).where(eq(meetings.activityId, activityId));
  work.audit.add('activities', activityId, { agreedOn: row.agreedOn }, { agreedOn: null });
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('minutes are agreed by somebody');
  return work.actor.id;
}

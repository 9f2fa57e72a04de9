import 'server-only';
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { activities, followUps, participants, people } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import type { LinkWork } from '@/lib/link-action';
import { issueLinks } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { type FollowUpRow, lockFollowUp, writeFollowUp } from '@/lib/trainings/mutations';
import { isOpen } from '../rules/follow-up';
import type { AskDueFollowUpsInput, FollowUpAnswerInput, FollowUpConfirmationInput } from '../schema';

/** One question to one person by link, for whoever sends it: staff by hand, or the notifications. */
export type FollowUpMessage = {
  followUpId: string;
  to: 'participant' | 'supervisor';
  /** null: nobody has said it */
  email: string | null;
  name: string;
  training: string;
  reference: string;
  dueOn: string;
  url: string;
  /** made by this very call, so it was never sent before */
  fresh: boolean;
};

type Due = { id: string; name: string; email: string | null; supervisorEmail: string | null; training: string; reference: string; dueOn: string; answered: boolean; /** the supervisor said their part, or there is nothing to confirm */ settled: boolean };

type Only = { followUpId?: string; activityId?: string | null };

async function dueFollowUps(work: ProjectWork, { followUpId, activityId }: Only = {}): Promise<Due[]> {
  return work.tx
    .select({
      ...{ id: followUps.id, name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`, email: people.email, supervisorEmail: followUps.supervisorEmail, training: activities.title, reference: activities.reference, dueOn: followUps.dueOn },
      ...{ answered: sql<boolean>`${followUps.answeredOn} is not null`, settled: sql<boolean>`${followUps.supervisorConfirmed} is not null or coalesce(not ${followUps.applied}, false)` },
    })
    .from(followUps)
    .innerJoin(activities, and(eq(activities.id, followUps.activityId), eq(activities.projectId, work.project.id), eq(activities.reviewState, 'approved')))
    .innerJoin(participants, eq(participants.id, followUps.participantId))
    .innerJoin(people, and(eq(people.id, participants.personId), isNull(people.anonymisedAt)))
    .where(and(lte(followUps.dueOn, work.today), or(isNull(followUps.answeredOn), and(eq(followUps.applied, true), isNull(followUps.supervisorConfirmed))), followUpId ? eq(followUps.id, followUpId) : undefined, activityId ? eq(followUps.activityId, activityId) : undefined))
    .orderBy(asc(followUps.dueOn), asc(followUps.id));
}

/** What is due and unanswered as messages with their links, oldest first: for reminders. Links that are still valid stay the same. */
export async function followUpMessages(work: ProjectWork, only: Only = {}): Promise<FollowUpMessage[]> {
  const due = await dueFollowUps(work, only);
  const participants = await issueLinks(work, 'follow_up_participant', due.filter((one) => !one.answered).map((one) => one.id));
  const supervisors = await issueLinks(work, 'follow_up_supervisor', due.filter((one) => !one.settled).map((one) => one.id));
  const toEach = [
    ['participant', participants],
    ['supervisor', supervisors],
  ] as const;
  return due.flatMap(({ id: followUpId, name, training, reference, dueOn, email, supervisorEmail }) =>
    toEach.flatMap(([to, links]) => {
      const link = links.get(followUpId);
      return link ? [{ followUpId, to, email: to === 'participant' ? email : supervisorEmail, name, training, reference, dueOn, url: link.url, fresh: link.fresh }] : [];
    }),
  );
}

/** Makes the links of one follow-up. Refuses one that is not due, is answered in full, or whose person was anonymised. */
export async function askFollowUp(work: ProjectWork, { followUpId }: { followUpId: string }): Promise<{ links: number }> {
  const messages = await followUpMessages(work, { followUpId });
  if (messages.length > 0) return { links: messages.length };
  const { answeredOn, applied, supervisorConfirmed } = await lockFollowUp(work, followUpId);
  throw new Refusal(isOpen({ answeredOn, applied, supervisorConfirmed }) ? 'followUpNotDue' : 'followUpAnswered');
}

/** Keeps where the supervisor is asked. Refuses a follow-up whose supervisor has answered, and the participant's own address: nobody confirms themselves. */
export async function nameSupervisor(work: ProjectWork, { followUpId, email }: { followUpId: string; email: string | null }): Promise<void> {
  const { supervisorConfirmed } = await lockFollowUp(work, followUpId);
  if (supervisorConfirmed !== null) throw new Refusal('followUpAnswered');
  const [row] = await work.tx
    .select({ own: people.email, before: followUps.supervisorEmail, anonymisedAt: people.anonymisedAt })
    .from(followUps)
    .innerJoin(participants, eq(participants.id, followUps.participantId))
    .innerJoin(people, eq(people.id, participants.personId))
    .where(eq(followUps.id, followUpId));
  if (!row || row.anonymisedAt) throw notFound();
  if (email && row.own?.toLowerCase() === email.toLowerCase()) throw new Refusal('supervisorIsSelf', { field: 'email' });
  if (row.before === email) return;
  await work.tx.update(followUps).set({ supervisorEmail: email }).where(eq(followUps.id, followUpId));
  work.audit.add('follow_ups', followUpId, { supervisorEmail: row.before }, { supervisorEmail: email });
}

/** Makes the links of everything that is due, of one training or of the project; `links`: how many are new. Refuses a training of another project. */
export async function askDueFollowUps(work: ProjectWork, { activityId }: Pick<AskDueFollowUpsInput, 'activityId'>): Promise<{ links: number }> {
  if (activityId) {
    const [own] = await work.tx.select({ id: activities.id }).from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id)));
    if (!own) throw notFound();
  }
  return { links: (await followUpMessages(work, { activityId })).filter((message) => message.fresh).length };
}

async function ownFollowUp(work: LinkWork): Promise<FollowUpRow> {
  const row = await lockFollowUp(work, work.link.subjectId).catch((error) => {
    // A training that is being corrected has no answers for the moment; the link works again after its approval.
    throw error instanceof Refusal ? new Refusal('linkPaused') : error;
  });
  await assertOpen(work, row.answeredOn, work.today).catch((error) => {
    throw error instanceof Refusal ? new Refusal('linkPeriodClosed') : error;
  });
  return row;
}

/** The participant answers by link, once. */
export async function answerByLink(work: LinkWork, { applied, note }: FollowUpAnswerInput): Promise<void> {
  const row = await ownFollowUp(work);
  if (row.answeredOn !== null) throw new Refusal('linkClosed');
  const { supervisorConfirmed, supervisorOn, supervisorVia } = row;
  await writeFollowUp(work, row, { answeredOn: work.today, applied, answeredVia: 'link', supervisorConfirmed, supervisorOn, supervisorVia }, note);
}

/** The supervisor confirms or denies by link, once; also before the participant has answered. */
export async function confirmByLink(work: LinkWork, { confirmed }: FollowUpConfirmationInput): Promise<void> {
  const row = await ownFollowUp(work);
  if (row.supervisorConfirmed !== null) throw new Refusal('linkClosed');
  const { answeredOn, applied, answeredVia, note } = row;
  await writeFollowUp(work, row, { answeredOn, applied, answeredVia, supervisorConfirmed: confirmed, supervisorOn: work.today, supervisorVia: 'link' }, note);
}

import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { actionPoints, people, projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { issueLink } from '@/lib/links/mutations';
import { lockRecipient } from '@/lib/notifications/mutations/recipients';
import { unsaid, writeDigest } from '@/lib/notifications/mutations/write';
import type { Notice } from '@/lib/notifications/rules/notice';
import { isPending } from '../rules';
import type { RemindInput } from '../schema';

/** What became of a bulk reminder: how many people get a mail, and how many points nobody could be reminded of. */
export type Reminded = { people: number; without: number };

/** Puts one mail for each person responsible for some of these into the outbox, with a link per point. Once a day and point; "never" holds here too. */
export async function remind(work: ProjectWork, { actionPointIds }: RemindInput): Promise<Reminded> {
  const rows = await work.tx
    .select({ id: actionPoints.id, number: actionPoints.number, text: actionPoints.text, dueDate: actionPoints.dueDate, status: actionPoints.status, email: people.email })
    .from(actionPoints)
    .leftJoin(people, and(eq(people.id, actionPoints.personId), isNull(people.anonymisedAt)))
    .where(and(eq(actionPoints.projectId, work.project.id), inArray(actionPoints.id, actionPointIds)));
  const byAddress = new Map<string, Notice[]>();
  const open = rows.filter(({ status }) => isPending(status));
  for (const { id, number, text, dueDate, email } of open) {
    const address = email?.toLowerCase();
    if (!address) continue;
    const notice: Notice = { key: `actionPoint:${id}:asked:${work.today}`, kind: 'action_point', projectId: work.project.id, to: { address }, text, dueOn: dueDate, page: `/action-points/${number}`, link: { purpose: 'action_point', subjectId: id } };
    byAddress.set(address, [...(byAddress.get(address) ?? []), notice]);
  }
  let reached = 0;
  for (const [address, notices] of [...byAddress].sort()) if (await write(work, address, notices)) reached += 1;
  return { people: reached, without: actionPointIds.length - open.filter(({ email }) => email).length };
}

async function write(work: ProjectWork, address: string, notices: Notice[]): Promise<boolean> {
  const recipient = await lockRecipient(work.tx, { address }, work.now);
  // Audited even where nothing goes: that somebody tried is part of the record.
  work.audit.add('notification_recipients', recipient.id, {}, { asked: notices.length });
  if (recipient.frequency === 'never') return false;
  const fresh = await unsaid(work.tx, recipient, notices);
  if (fresh.length === 0) return false;
  const issue = async (_project: string, purpose: Parameters<typeof issueLink>[1]['purpose'], subjectId: string) => (await issueLink(work, { purpose, subjectId })).id;
  const [project] = await work.tx.select().from(projects).where(eq(projects.id, work.project.id));
  await writeDigest({ tx: work.tx, now: work.now, audit: work.audit, issue }, recipient, { userId: null, address, notices: fresh }, project ? [project] : []);
  return true;
}

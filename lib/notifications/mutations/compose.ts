import 'server-only';
import { inArray, lt, notInArray, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { notificationRecipients, notified, outboxMails, projects } from '@/db/schema';
import { audited, type ProjectScope } from '@/lib/action';
import { type AuditContext, auditTrail } from '@/lib/audit/mutations';
import { issueLink } from '@/lib/links/mutations';
import { dateIn } from '@/lib/shared/dates';
import type { LinkPurpose } from '@/lib/shared/vocabulary';
import { type Inbox, inboxes, type Member, type Notice, type NoticeProject } from '../rules/notice';
import { keptDays, mayReceive } from '../rules/timing';
import { addresseeOf, hashAddress, lockRecipient, type Recipient } from './recipients';
import { sources } from './sources/all';
import { type Pen, unsaid, writeDigest } from './write';

type Project = NoticeProject & ProjectScope;
type Gathered = { projects: Map<string, Project>; inboxes: Inbox[] };
// Any number: while one process gathers, the others have nothing to do.
const lockKey = 7_276_002;
const label = 'notifications';

/**
 * Writes everybody's digest who may receive one now and was not told something that is due. One transaction per person under a lock on their row, so that
 * two senders at once write one mail, and one person's trouble is not another's.
 */
export async function composeDigests(now: Date = new Date()): Promise<number> {
  const gathered = await database().transaction((tx) => gather(tx, now));
  let written = 0;
  const troubles: Error[] = [];
  for (const inbox of gathered?.inboxes ?? [])
    try {
      if (await tell(inbox, gathered?.projects ?? new Map(), now)) written += 1;
    } catch (error) {
      troubles.push(error as Error);
    }
  // Everybody else was written to; what went wrong is still said, and tried again at the next run.
  if (troubles.length > 0) throw troubles[0];
  return written;
}

async function gather(tx: Transaction, now: Date): Promise<Gathered | null> {
  const [lock] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as mine`);
  if (!lock?.mine) return null;
  await clear(tx, now);
  const { id, slug, projectsId, title, timeZone, illustrative, endDate, retentionMonths } = projects;
  const rows = await tx.select({ id, slug, projectsId, title, timeZone, illustrative, endDate, retentionMonths }).from(projects).where(notInArray(projects.status, ['suspended', 'cancelled']));
  const known = new Map(rows.map((row) => [row.id, row]));
  const days = new Map(rows.map((row) => [row.id, dateIn(row.timeZone, now)]));
  const members = await tx.execute<Member>(sql`select m.project_id as "projectId", m.user_id as "userId", u.email, m.role from memberships m join users u on u.id = m.user_id and u.disabled_at is null`);
  const recipients = await recipientsNow(tx, known, now);
  const listening = [...new Set(members.filter(({ userId, projectId }) => known.has(projectId) && recipients.open(userId, projectId)).map(({ projectId }) => projectId))];
  const notices: Notice[] = [];
  // Not spread into one call: there may be hundreds of thousands.
  for (const source of sources) for (const notice of await source({ tx, now, today: (projectId) => days.get(projectId) ?? null, listening })) notices.push(notice);
  return { projects: known, inboxes: await waiting(tx, inboxes(notices, members), recipients) };
}

/** Old mails hold addresses and go; what was said is remembered longer than anything is reminded of. */
async function clear(tx: Transaction, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await tx.delete(outboxMails).where(lt(outboxMails.createdAt, before(keptDays)));
  await tx.delete(notified).where(lt(notified.at, before(800)));
}

type Recipients = { rowOf: (who: string) => Recipient | undefined; open: (who: string, projectId: string | undefined) => boolean };

/** Who is known to receive mails, by account or hash of their address, and whether a digest that begins with a project may go to them now. */
async function recipientsNow(tx: Transaction, known: Map<string, Project>, now: Date): Promise<Recipients> {
  const byWho = new Map((await tx.select().from(notificationRecipients)).map((row) => [row.userId ?? row.addressHash, row]));
  return {
    rowOf: (who) => byWho.get(who),
    open: (who, projectId) => {
      const row = byWho.get(who);
      return !row || mayReceive(row.frequency, row.lastDigestAt, now, zoneOf(projectId, known));
    },
  };
}

/** Those of them to whom a digest may go now and who were not told everything: most runs find nobody, and write nothing. */
async function waiting(tx: Transaction, all: Inbox[], { rowOf, open }: Recipients): Promise<Inbox[]> {
  const asked = all.map((inbox) => ({ inbox, who: inbox.userId ?? hashAddress(inbox.address) })).filter(({ inbox, who }) => open(who, inbox.notices[0]?.projectId));
  const ids = asked.flatMap(({ who }) => rowOf(who)?.id ?? []);
  const said = ids.length > 0 ? await tx.select({ recipientId: notified.recipientId, key: notified.key }).from(notified).where(inArray(notified.recipientId, ids)) : [];
  const told = new Set(said.map(({ recipientId, key }) => `${recipientId} ${key}`));
  return asked.filter(({ inbox, who }) => inbox.notices.some(({ key }) => !told.has(`${rowOf(who)?.id} ${key}`))).map(({ inbox }) => inbox);
}

const zoneOf = (projectId: string | undefined, known: Map<string, Project>): string => known.get(projectId ?? '')?.timeZone ?? 'UTC';

/** Writes one person's digest; false where another sender was faster or they want none. */
async function tell(inbox: Inbox, known: Map<string, Project>, now: Date): Promise<boolean> {
  return database().transaction(async (tx) => {
    const recipient = await lockRecipient(tx, addresseeOf(inbox), now);
    if (!mayReceive(recipient.frequency, recipient.lastDigestAt, now, zoneOf(inbox.notices[0]?.projectId, known))) return false;
    const notices = await unsaid(tx, recipient, inbox.notices);
    if (notices.length === 0) return false;
    const context = { actor: null, actorLabel: label, action: label, project: null, now };
    await audited(tx, context, ({ audit }) => writeDigest({ tx, now, audit, issue: issuer(tx, known, now) }, recipient, { ...inbox, notices }, [...known.values()]));
    return true;
  });
}

/** Makes links in the name of the system; each stands in the trail of its own project. */
function issuer(tx: Transaction, known: Map<string, Project>, now: Date): Pen['issue'] {
  return async (projectId: string, purpose: LinkPurpose, subjectId: string) => {
    const project = known.get(projectId);
    if (!project) throw new Error('a notice about no project');
    const context: AuditContext = { tx, chain: projectId, actorId: null, actorLabel: label, action: label, now };
    const audit = auditTrail(context);
    const { id } = await issueLink({ tx, actor: null, audit, now, today: dateIn(project.timeZone, now), project }, { purpose, subjectId });
    await audit.flush();
    return id;
  };
}

import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { notificationRecipients, notified, outboxMails } from '@/db/schema';
import type { AuditTrail } from '@/lib/audit/mutations';
import { env } from '@/lib/env';
import { createFormat } from '@/lib/i18n/format';
import { localeTags } from '@/lib/i18n/languages';
import { wordsOf } from '@/lib/i18n/wording';
import { dateIn } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';
import { type Language, languages, type LinkPurpose } from '@/lib/shared/vocabulary';
import { type Digest, digestParts, digestText } from '../rules/digest';
import { linkMark } from '../rules/links';
import type { Inbox, Notice, NoticeProject } from '../rules/notice';
import type { Recipient } from './recipients';

/** What writing a mail needs beside its content. `issue`: the link of a purpose on a subject of a project. */
export type Pen = {
  tx: Transaction;
  now: Date;
  audit: AuditTrail;
  issue: (projectId: string, purpose: LinkPurpose, subjectId: string) => Promise<string>;
};

/** What of these was not said to them yet. The recipient is locked. */
export async function unsaid(tx: Transaction, recipient: Recipient, notices: readonly Notice[]): Promise<Notice[]> {
  const keys = notices.map(({ key }) => key);
  if (keys.length === 0) return [];
  const said = await tx.select({ key: notified.key }).from(notified).where(and(eq(notified.recipientId, recipient.id), sql`${notified.key} = any(${sql.param(keys)}::text[])`));
  const known = new Set(said.map(({ key }) => key));
  return notices.filter(({ key }) => !known.has(key));
}

/** Puts one mail with all of this into the outbox and remembers that it was said. Nothing is sent here: nobody waits for a mail server. */
export async function writeDigest(pen: Pen, recipient: Recipient, { address, notices }: Inbox, projects: readonly NoticeProject[]): Promise<string> {
  const [first] = notices;
  if (!first) throw new Error('a digest needs something to say');
  const links = await issueLinks(pen, recipient, notices);
  const settingsLinkId = await pen.issue(first.projectId, 'mail_settings', recipient.id);
  const { subject, body } = letter(recipient, digestParts(notices, projects), notices, { now: pen.now, links, settings: linkMark('mail_settings', settingsLinkId) });
  const id = newId();
  await pen.tx.insert(outboxMails).values({ id, recipientId: recipient.id, address, subject, body, items: notices.length, settingsLinkId, nextAttemptAt: pen.now, createdAt: pen.now });
  // The key is unique per person: had another sender said any of this, nothing of this transaction would stay.
  await pen.tx.execute(sql`insert into notified (recipient_id, key, at) select ${recipient.id}::uuid, key, ${pen.now.toISOString()}::timestamptz from unnest(${sql.param(notices.map(({ key }) => key))}::text[]) key`);
  await pen.tx.update(notificationRecipients).set({ lastDigestAt: pen.now }).where(eq(notificationRecipients.id, recipient.id));
  pen.audit.add('outbox_mails', id, {}, { recipientId: recipient.id, items: notices.length });
  return id;
}

// Only who has no account needs them; members open the app.
async function issueLinks(pen: Pen, recipient: Recipient, notices: readonly Notice[]): Promise<Map<string, string>> {
  const marks = new Map<string, string>();
  if (recipient.userId !== null) return marks;
  for (const { key, projectId, link } of notices) if (link) marks.set(key, linkMark(link.purpose, await pen.issue(projectId, link.purpose, link.subjectId)));
  return marks;
}

type Facts = { now: Date; links: Map<string, string>; settings: string };

function letter(recipient: Recipient, digest: Digest, notices: readonly Notice[], { now, links, settings }: Facts): { subject: string; body: string } {
  const base = new URL(env().NEXTAUTH_URL).origin;
  // Somebody who has not said which language they read gets both.
  const chosen: readonly Language[] = recipient.language ? [recipient.language] : languages;
  const names = [...new Set(digest.parts.map(({ project }) => project.projectsId))].slice(0, 3).join(', ');
  const texts = chosen.map((language) => {
    const t = wordsOf(language, 'notifications');
    const address = (notice: Notice, project: NoticeProject) => links.get(notice.key) ?? `${base}/projects/${project.slug}${notice.page}`;
    const text = digestText(digest, { language, t, format: createFormat(localeTags[language]), today: (project) => dateIn(project.timeZone, now), address });
    return { subject: t('mail.subject', { n: notices.length, projects: names }), body: `${text}\n\n${t('mail.foot')}\n${settings}` };
  });
  return { subject: texts.map(({ subject }) => subject).join(' / '), body: texts.map(({ body }) => body).join('\n\n\n') };
}

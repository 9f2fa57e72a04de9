import 'server-only';
import { count, desc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { notificationRecipients, outboxMails } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { env } from '@/lib/env';
import type { LinkScope } from '@/lib/links/rules';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { Language, MailState, NotificationFrequency } from '@/lib/shared/vocabulary';
import { withoutLinks } from './rules/links';

export type Preference = { frequency: NotificationFrequency; language: Language | null };
const { frequency, language } = notificationRecipients;

/** How often the viewer wants mails; daily until they say otherwise. */
export async function ownPreference(viewer: Viewer): Promise<Preference> {
  const [row] = await database().select({ frequency, language }).from(notificationRecipients).where(eq(notificationRecipients.userId, viewer.id));
  return row ?? { frequency: 'daily', language: null };
}

/** What the page behind the link at the foot of a mail shows. */
export async function preferenceBehind(link: LinkScope): Promise<Preference | null> {
  const [row] = await database().select({ frequency, language }).from(notificationRecipients).where(eq(notificationRecipients.id, link.subjectId));
  return row ?? null;
}

/** Is there a mail server? Without one, mails stay in the outbox. */
export const sendsMail = (): boolean => env().SMTP_URL !== undefined;

export type MailView = { id: string; address: string; subject: string; body: string; items: number; state: MailState; attempts: number; lastError: string | null; createdAt: Date; sentAt: Date | null };
const { id, address, subject, body, items, state, attempts, lastError, createdAt, sentAt } = outboxMails;
const columns = { id, address, subject, body, items, state, attempts, lastError, createdAt, sentAt };
// A personal link is its receiver's alone.
const shown = (mail: MailView): MailView => ({ ...mail, body: withoutLinks(mail.body, '[…]') });

/** The viewer's own last mails, newest first. */
export async function ownMails(viewer: Viewer): Promise<MailView[]> {
  const rows = await database().select(columns).from(outboxMails).innerJoin(notificationRecipients, eq(notificationRecipients.id, outboxMails.recipientId)).where(eq(notificationRecipients.userId, viewer.id)).orderBy(desc(createdAt), desc(id)).limit(20);
  return rows.map(shown);
}

const pageSize = 50;

/** All mails of the outbox, newest first; administrators only. */
export async function listOutbox(viewer: Viewer, wanted: MailState | null, at: PageAt): Promise<KeysetPage<MailView>> {
  if (!viewer.isAdmin) return { rows: [], before: null, after: null };
  const key = readCursor(at.before ?? at.after, 2);
  const from = key && !Number.isNaN(Date.parse(key[0] ?? '')) ? sql`(${createdAt}, ${id}) ${sql.raw(at.before ? '>' : '<')} (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`;
  const direction = sql.raw(key && at.before ? 'asc' : 'desc');
  const where = sql`${from} and ${wanted ? sql`${state} = ${wanted}` : sql`true`}`;
  const rows = await database().select(columns).from(outboxMails).where(where).orderBy(sql`${createdAt} ${direction}, ${id} ${direction}`).limit(pageSize + 1);
  return cutPage(rows.map(shown), pageSize, key ? at : {}, (mail) => [mail.createdAt.toISOString(), mail.id]);
}

/** How many mails stand where; administrators only. */
export async function countOutbox(viewer: Viewer): Promise<Record<MailState, number>> {
  const none = { waiting: 0, sent: 0, failed: 0, kept: 0 };
  if (!viewer.isAdmin) return none;
  const rows = await database().select({ state, n: count() }).from(outboxMails).groupBy(state);
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.n])) };
}

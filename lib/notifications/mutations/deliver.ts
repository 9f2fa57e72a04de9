import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { createTransport, type Transporter } from 'nodemailer';
import { database } from '@/db/client';
import { outboxMails } from '@/db/schema';
import { type Env, env } from '@/lib/env';
import { linkMark, withLinks } from '../rules/links';
import { lease, nextAttempt } from '../rules/timing';

export type MailServer = { url: string; from: string };
export type Delivered = { sent: number; failed: number; later: number; kept: number };
type Mail = { id: string; address: string; subject: string; body: string; settingsLinkId: string; attempts: number };

/** The mail server of the settings; null: none, mails stay in the outbox. */
export const mailServer = ({ SMTP_URL, MAIL_FROM }: Env): MailServer | null => (SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : null);

const most = 200;
const longest = 60_000;
const refusedForGood = ['EENVELOPE', 'EMESSAGE'];

/**
 * Sends what waits in the outbox, one by one. Each mail is taken by one sender only; one whose sender died is taken again after its lease with the same
 * Message-ID. A server out of reach ends the run after one try, the rest waits. Never called while anybody waits for a page.
 */
export async function deliverMails(server: MailServer | null, clock: () => Date = () => new Date()): Promise<Delivered> {
  const done: Delivered = { sent: 0, failed: 0, later: 0, kept: 0 };
  if (!server) return { ...done, kept: await keepAll() };
  const transport = createTransport(withTimeouts(server.url));
  try {
    for (let turn = 0; turn < most; turn += 1) {
      const mail = await take(clock());
      if (!mail) break;
      const outcome = await attempt(transport, server, mail, clock);
      done[outcome.state] += 1;
      if (outcome.unreachable) break;
    }
  } finally {
    transport.close();
  }
  return done;
}

/** A server that takes the connection and then says nothing must not hold the sender for minutes. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  for (const [name, ms] of Object.entries(limits)) if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}

async function keepAll(): Promise<number> {
  const kept = await database().update(outboxMails).set({ state: 'kept' }).where(eq(outboxMails.state, 'waiting')).returning({ id: outboxMails.id });
  return kept.length;
}

/** The next mail that is due, for this sender alone until its lease ends. */
async function take(now: Date): Promise<Mail | null> {
  const until = new Date(now.getTime() + lease).toISOString();
  const [mail] = await database().execute<Mail>(sql`
    update outbox_mails set attempts = attempts + 1, next_attempt_at = ${until}
    where id = (select id from outbox_mails where state = 'waiting' and next_attempt_at <= ${now.toISOString()} order by next_attempt_at, id limit 1 for no key update skip locked)
    returning id, address, subject, body, settings_link_id as "settingsLinkId", attempts`);
  return mail ?? null;
}

type Outcome = { state: 'sent' | 'failed' | 'later'; unreachable: boolean };

async function attempt(transport: Transporter, server: MailServer, mail: Mail, clock: () => Date): Promise<Outcome> {
  try {
    await within(longest, transport.sendMail(messageOf(server, mail)));
    await settle(mail, { state: 'sent', sentAt: clock(), lastError: null });
    return { state: 'sent', unreachable: false };
  } catch (error) {
    const { code, responseCode = 0, message } = error as { code?: string; responseCode?: number; message: string };
    const refused = refusedForGood.includes(code ?? '') && responseCode >= 500;
    const next = refused ? null : nextAttempt(mail.attempts, clock());
    await settle(mail, { state: next ? 'waiting' : 'failed', nextAttemptAt: next ?? clock(), lastError: message.slice(0, 500) });
    return { state: next ? 'later' : 'failed', unreachable: !refusedForGood.includes(code ?? '') };
  }
}

// Only the sender that holds it says how it went.
async function settle(mail: Mail, change: Partial<typeof outboxMails.$inferInsert>): Promise<void> {
  await database().update(outboxMails).set(change).where(and(eq(outboxMails.id, mail.id), eq(outboxMails.attempts, mail.attempts), eq(outboxMails.state, 'waiting')));
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function messageOf(server: MailServer, mail: Mail) {
  const settings = withLinks(linkMark('mail_settings', mail.settingsLinkId), env());
  const { origin, hostname } = new URL(settings);
  const stop = `${origin}/api${new URL(settings).pathname}`; // app/api/mails
  return {
    from: server.from,
    to: { name: '', address: mail.address },
    subject: mail.subject,
    text: withLinks(mail.body, env()),
    messageId: `<${mail.id}@${hostname}>`,
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated' },
  };
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { database, type Reader, type Transaction } from '@/db/client';
import { signInFailures, users } from '@/db/schema';
import { verifyPassword } from './password';
import { waitSeconds } from './rules';

export type Account = { id: string; email: string; name: string; sessionEpoch: number };
export type SignInOutcome = { ok: true; account: Account } | { ok: false; reason: 'wrongCredentials' } | { ok: false; reason: 'waitBeforeTrying'; seconds: number };

/** The enabled account with this e-mail address, whatever its case. */
export async function findAccount(email: string, reader: Reader = database()): Promise<(Account & { passwordHash: string | null }) | null> {
  const [user] = await reader
    .select({ id: users.id, email: users.email, name: users.name, sessionEpoch: users.sessionEpoch, passwordHash: users.passwordHash })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email}) and ${users.disabledAt} is null`);
  return user ?? null;
}

// E-mail and address together: a stranger's failures never keep the owner out.
const keyOf = (email: string, address: string) => createHash('sha256').update(`${email.trim().toLowerCase()}\n${address}`).digest('hex');

/** Checks e-mail and password; slows repeated failures down, and answers alike whether or not the account exists. Tries for one key come one after another, so that many at once gain nothing. */
export function checkCredentials(email: string, password: string, address: string, now: Date): Promise<SignInOutcome> {
  const key = keyOf(email, address);
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    const [state] = await tx.select().from(signInFailures).where(sql`${signInFailures.key} = ${key}`);
    const seconds = waitSeconds(state, now);
    return seconds > 0 ? { ok: false, reason: 'waitBeforeTrying', seconds } : tryPassword(tx, { key, email, password, now });
  });
}

type Try = { key: string; email: string; password: string; now: Date };

async function tryPassword(tx: Transaction, { key, email, password, now }: Try): Promise<SignInOutcome> {
  const account = await findAccount(email, tx);
  if ((await verifyPassword(password, account?.passwordHash ?? null)) && account) {
    await tx.delete(signInFailures).where(sql`${signInFailures.key} = ${key}`);
    return { ok: true, account: { id: account.id, email: account.email, name: account.name, sessionEpoch: account.sessionEpoch } };
  }
  await countFailure(tx, key, now);
  return { ok: false, reason: 'wrongCredentials' };
}

async function countFailure(tx: Transaction, key: string, now: Date): Promise<void> {
  const moment = now.toISOString();
  await tx.execute(sql`
    insert into sign_in_failures (key, failures, last_at) values (${key}, 1, ${moment}::timestamptz)
    on conflict (key) do update set last_at = excluded.last_at,
      failures = case when sign_in_failures.last_at < excluded.last_at - interval '1 hour' then 1 else sign_in_failures.failures + 1 end`);
}

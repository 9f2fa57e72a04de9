import 'server-only';
import { sql } from 'drizzle-orm';
import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { database } from '@/db/client';
import { endedSessions } from '@/db/schema';
import { isId } from '@/lib/shared/ids';
import { sessionCookie, sessionSeconds, sessionSecret } from './cookie';

/** What the session token holds: account, its epoch at sign-in, and the session's own id. */
export type Session = { sub: string; epoch: number; sid: string };

/** The token's content when it is complete; anything else is no session. */
export const asSession = (token: { sub?: unknown; epoch?: unknown; sid?: unknown } | null): Session | null =>
  token && isId(token.sub) && isId(token.sid) && typeof token.epoch === 'number' ? { sub: token.sub, epoch: token.epoch, sid: token.sid } : null;

// Deciphering takes a millisecond, and what a token holds never changes until it expires: only whether it still stands is asked anew on each request.
const deciphered = new Map<string, { session: Session; until: number }>();
const most = 2000;

/** The session of this request's cookie; whether it still stands is for `findViewer` to say. */
export async function readSession(): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const known = deciphered.get(token);
  if (known && known.until > Date.now()) return known.session;
  const opened = await decode({ token, secret: sessionSecret() }).catch(() => null);
  const session = asSession(opened);
  if (!session || typeof opened?.exp !== 'number') return session;
  if (deciphered.size >= most) deciphered.clear();
  deciphered.set(token, { session, until: opened.exp * 1000 });
  return session;
}

/** Ends one session for good, and forgets those whose tokens have expired by `now`. */
export async function endSession(sid: string, now: Date): Promise<void> {
  await database().insert(endedSessions).values({ id: sid, until: new Date(now.getTime() + sessionSeconds * 1000) }).onConflictDoNothing();
  await database().delete(endedSessions).where(sql`${endedSessions.until} < ${now.toISOString()}::timestamptz`);
}

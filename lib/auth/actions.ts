'use server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import { env } from '@/lib/env';
import { newId } from '@/lib/shared/ids';
import { sessionCookie, sessionCookieOptions, sessionSeconds, sessionSecret } from './cookie';
import { checkCredentials } from './credentials';
import { safeNext } from './rules';
import { endSession, readSession } from './session';

export type SignInState = { reason?: string; seconds?: number; email?: string };

// Outside the spine: there is no viewer yet. next-auth 4 has no server-side signIn, so this issues the cookie its own handler would.
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [form.get('email'), form.get('password')];
  if (typeof email !== 'string' || typeof password !== 'string' || email.length > 254 || password.length > 200) return { reason: 'wrongCredentials' };
  const outcome = await checkCredentials(email.trim(), password, await clientAddress(), new Date());
  if (!outcome.ok) return { reason: outcome.reason, seconds: 'seconds' in outcome ? outcome.seconds : undefined, email };
  const token = await encode({ secret: sessionSecret(), maxAge: sessionSeconds, token: { sub: outcome.account.id, epoch: outcome.account.sessionEpoch, sid: newId() } });
  (await cookies()).set(sessionCookie(), token, sessionCookieOptions());
  redirect(safeNext(form.get('next')));
}

/** Ends this session on the server too: a copy of its cookie is worth nothing afterwards. Sessions on other devices go on. */
export async function signOutAction(): Promise<void> {
  const session = await readSession();
  if (session) await endSession(session.sid, new Date());
  (await cookies()).set(sessionCookie(), '', { ...sessionCookieOptions(), maxAge: 0 });
  redirect('/sign-in');
}

// A forwarded address is believed only where settings say that a proxy of ours writes it.
async function clientAddress(): Promise<string> {
  if (!env().TRUST_PROXY) return 'direct';
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}

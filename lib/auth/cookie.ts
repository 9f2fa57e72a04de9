import 'server-only';
import { env } from '@/lib/env';

/** How long a session lasts, in seconds. */
export const sessionSeconds = 12 * 3600;
/** Is the app served over https? */
export const secure = () => env().NEXTAUTH_URL.startsWith('https://');
/** Name of the session cookie; the __Secure- prefix where the app is served over https. */
export const sessionCookie = () => `${secure() ? '__Secure-' : ''}next-auth.session-token`;
export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure(), maxAge: sessionSeconds }) as const;
/** Throws where the secret is missing: a session must never be signed with an empty one. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}

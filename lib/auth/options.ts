import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/env';
import { newId } from '@/lib/shared/ids';
import { secure, sessionSeconds, sessionSecret } from './cookie';
import { findAccount } from './credentials';
import { asSession, endSession } from './session';
import { findViewer } from './viewer';

type OidcProfile = { sub: string; email?: string; preferred_username?: string; name?: string; email_verified?: boolean | string };
const addressOf = (profile: OidcProfile | undefined): string | null => {
  if (!profile || profile.email_verified === false || profile.email_verified === 'false') return null;
  return profile.email ?? profile.preferred_username ?? null;
};

/** The organisation's sign-in, when settings name an issuer and a client. */
export function oidcProvider(): OAuthConfig<OidcProfile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: (profile) => ({ id: profile.sub, email: addressOf(profile), name: profile.name ?? null }),
  };
}

/** next-auth settings. Only accounts that an administrator made can sign in; the organisation's sign-in never creates one. */
export function authOptions(): NextAuthOptions {
  const oidc = oidcProvider();
  return {
    secret: sessionSecret(),
    useSecureCookies: secure(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: oidc ? [oidc] : [],
    events: {
      async signOut({ token }) {
        const session = asSession(token);
        if (session) await endSession(session.sid, new Date());
      },
    },
    callbacks: {
      async signIn({ profile }) {
        const email = addressOf(profile as OidcProfile | undefined);
        return (email !== null && (await findAccount(email)) !== null) || '/sign-in?error=account';
      },
      async jwt({ token, account, profile }) {
        if (!account) {
          const session = asSession(token); // next-auth's own session address renews a token: never one that has ended
          return session && (await findViewer(session)) ? token : {};
        }
        const email = addressOf(profile as OidcProfile | undefined);
        const user = email === null ? null : await findAccount(email);
        return user ? { sub: user.id, epoch: user.sessionEpoch, sid: newId() } : {};
      },
    },
  };
}

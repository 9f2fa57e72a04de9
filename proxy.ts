import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';

const guarded = /^\/(projects|admin)(\/|$)/;
const sessionCookies = ['next-auth.session-token', '__Secure-next-auth.session-token'];

/** Strict policy: only scripts with this response's nonce, and what they load, may run. Next's development server needs eval and inline styles. */
function policy(nonce: string) {
  const development = env().NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A courtesy only: pages and actions check the session themselves. next-auth splits long cookies into '.0', '.1'. */
function hasSession(request: NextRequest) {
  return request.cookies.getAll().some(({ name }) => sessionCookies.some((known) => name === known || name.startsWith(`${known}.`)));
}

// Next's own router answers 500 to a path that is no valid encoding; it is an address like any other that leads nowhere.
function isReadable(pathname: string) {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  // An action answers for itself that its sender is signed out; sent elsewhere it would only fail, and an open form could not say why.
  if (request.method === 'GET' && guarded.test(pathname) && !hasSession(request)) {
    return NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(pathname + search)}`, request.url));
  }
  const nonce = crypto.randomUUID();
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', csp); // Next reads the nonce from here and puts it on its own tags
  const response = isReadable(pathname) ? NextResponse.next({ request: { headers } }) : NextResponse.rewrite(new URL('/leads-nowhere', request.url), { request: { headers } });
  response.headers.set('content-security-policy', csp);
  if (request.headers.get('x-forwarded-proto') === 'https' || request.nextUrl.protocol === 'https:') {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
}

export const config = {
  matcher: [
    {
      source: '/((?!_next/static|_next/image|api/|icon.svg|favicon.ico).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};

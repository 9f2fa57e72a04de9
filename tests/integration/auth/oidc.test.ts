import NextAuth from 'next-auth';
import { decode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runAsSystem } from '@/lib/action';
import { sessionSecret } from '@/lib/auth/cookie';
import { authOptions, oidcProvider } from '@/lib/auth/options';
import { asSession } from '@/lib/auth/session';
import { findViewer } from '@/lib/auth/viewer';
import { newId } from '@/lib/shared/ids';
import { createUser, setUserDisabled } from '@/lib/users/mutations';
import { type Issuer, startIssuer } from '../../support/oidc-issuer';

// The settings are read on first use, which is after this.
let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer({ sub: 'somebody' });
  Object.assign(process.env, { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET: issuer.clientSecret, OIDC_NAME: 'Test organisation', NEXTAUTH_URL: 'http://localhost:3000' });
  vi.spyOn(console, 'error').mockImplementation(() => {}); // next-auth writes every refusal there
});
afterAll(() => issuer.close());
beforeEach(() => Object.assign(issuer, { forge: false, nonce: null }));

type Answer = { status: number; location: string | null; body: unknown };

/** A browser with cookies, talking to next-auth's own handler. */
class Browser {
  readonly cookies = new Map<string, string>();

  async call(method: 'GET' | 'POST', path: string[], query: Record<string, string> = {}, body?: Record<string, string>): Promise<Answer> {
    const answer: Answer = { status: 200, location: null, body: null };
    const set: string[] = [];
    const response = {
      status(code: number) {
        answer.status = code;
        return response;
      },
      getHeader: () => set,
      setHeader: (name: string, value: string | string[]) => {
        if (name === 'Set-Cookie') set.splice(0, set.length, ...[value].flat());
        if (name === 'Location') answer.location = String(value);
        return response;
      },
      json(value: unknown) {
        answer.body = value;
      },
      send(value: unknown) {
        answer.body = value;
      },
      end() {},
    };
    const request = { method, query: { ...query, nextauth: path }, cookies: Object.fromEntries(this.cookies), headers: { host: 'localhost:3000' }, body };
    await NextAuth(request as never, response as never, authOptions());
    for (const cookie of set) this.keep(cookie);
    return answer;
  }

  private keep(cookie: string) {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const value = decodeURIComponent(pair.slice(at + 1));
    if (value) this.cookies.set(pair.slice(0, at), value);
    else this.cookies.delete(pair.slice(0, at));
  }

  /** As the button does it: csrf, sign-in by fetch, then off to the organisation and back. */
  async signIn(change: (back: Record<string, string>) => void = () => {}): Promise<Answer> {
    const { csrfToken } = (await this.call('GET', ['csrf'])).body as { csrfToken: string };
    const started = await this.call('POST', ['signin', 'oidc'], {}, { csrfToken, callbackUrl: 'http://localhost:3000/projects', json: 'true' });
    const sent = await fetch((started.body as { url: string }).url, { redirect: 'manual' });
    const back = Object.fromEntries(new URL(sent.headers.get('location') ?? '').searchParams);
    change(back);
    return this.call('GET', ['callback', 'oidc'], back);
  }

  /** Where next-auth's own redirects end. */
  async follow(answer: Answer): Promise<URL> {
    const at = new URL(answer.location ?? '/', 'http://localhost:3000');
    const path = at.pathname.split('/api/auth/')[1];
    return path ? this.follow(await this.call('GET', path.split('/'), Object.fromEntries(at.searchParams))) : at;
  }

  session = () => this.cookies.get('next-auth.session-token');
}

async function account(): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id}@test.example`;
  await runAsSystem('test', (work) => createUser(work, { id, email, name: 'Known', isAdmin: false, password: null }));
  return { id, email };
}

test('the sign-in button appears with the settings, under the name given', () => expect(oidcProvider()?.name).toBe('Test organisation'));

test('who has an account gets in, by e-mail in any case, with a session that the app itself reads', async () => {
  const { id, email } = await account();
  issuer.person = { sub: 'somebody', email: email.toUpperCase(), email_verified: true, name: 'Known' };
  const browser = new Browser();
  expect(await browser.signIn()).toMatchObject({ status: 302, location: 'http://localhost:3000/projects' });
  const token = await decode({ token: browser.session() ?? '', secret: sessionSecret() });
  expect(token).toMatchObject({ sub: id, epoch: 1 });
  const session = asSession(token);
  expect(session && (await findViewer(session))).toMatchObject({ id });
});

test("next-auth's own addresses renew a session that stands, end it, and never renew one that has ended", async () => {
  const { email } = await account();
  issuer.person = { sub: 'somebody', email, email_verified: true };
  const browser = new Browser();
  await browser.signIn();
  const held = browser.session() ?? '';
  const first = asSession(await decode({ token: held, secret: sessionSecret() }));
  await browser.call('GET', ['session']);
  const renewed = asSession(await decode({ token: browser.session() ?? '', secret: sessionSecret() }));
  expect(renewed).toEqual(first);
  const { csrfToken } = (await browser.call('GET', ['csrf'])).body as { csrfToken: string };
  await browser.call('POST', ['signout'], {}, { csrfToken, json: 'true' });
  expect(browser.session()).toBeUndefined();
  expect(first && (await findViewer(first))).toBeNull();
  browser.cookies.set('next-auth.session-token', held);
  await browser.call('GET', ['session']);
  expect(asSession(await decode({ token: browser.session() ?? '', secret: sessionSecret() }))).toBeNull();
});

test('Entra leaves e-mail out and names the account in preferred_username', async () => {
  const { email } = await account();
  issuer.person = { sub: 'somebody', preferred_username: email };
  const browser = new Browser();
  await browser.signIn();
  expect(browser.session()).toBeTruthy();
});

test.each([
  ['no account', async () => ({ sub: 'x', email: 'nobody@test.example', email_verified: true })],
  ['an address that the organisation has not verified', async () => ({ sub: 'x', email: (await account()).email, email_verified: false })],
  [
    'a disabled account',
    async () => {
      const { id, email } = await account();
      await runAsSystem('test', (work) => setUserDisabled(work, { userId: id, disabled: true }));
      return { sub: 'x', email, email_verified: true };
    },
  ],
])('%s: no session, and the sign-in page says so', async (_name, person) => {
  issuer.person = await person();
  const browser = new Browser();
  expect((await browser.signIn()).location).toContain('/sign-in?error=account');
  expect(browser.session()).toBeUndefined();
});

test.each([
  ['a token signed by another key', () => Object.assign(issuer, { forge: true }), undefined],
  ['a token made for another sign-in (nonce)', () => Object.assign(issuer, { nonce: 'of-another-sign-in' }), undefined],
  ['an answer to another sign-in (state)', () => {}, (back: Record<string, string>) => Object.assign(back, { state: 'another' })],
  ['a code that was not given', () => {}, (back: Record<string, string>) => Object.assign(back, { code: 'guessed' })],
])('%s is refused', async (_name, prepare, change) => {
  issuer.person = { sub: 'somebody', email: (await account()).email, email_verified: true };
  prepare();
  const browser = new Browser();
  expect(await browser.follow(await browser.signIn(change))).toMatchObject({ pathname: '/sign-in', search: expect.stringContaining('error=OAuthCallback') });
  expect(browser.session()).toBeUndefined();
});

test('the organisation cannot send anybody to another site', async () => {
  issuer.person = { sub: 'somebody', email: (await account()).email, email_verified: true };
  const browser = new Browser();
  const { csrfToken } = (await browser.call('GET', ['csrf'])).body as { csrfToken: string };
  const started = await browser.call('POST', ['signin', 'oidc'], {}, { csrfToken, callbackUrl: 'https://evil.example/', json: 'true' });
  expect((started.body as { url: string }).url).toContain(issuer.url);
  expect(browser.cookies.get('next-auth.callback-url')).toBe('http://localhost:3000');
});

import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Claims = { sub: string; email?: string; email_verified?: boolean; preferred_username?: string; name?: string };
type Grant = { nonce: string | null; challenge: string | null; redirectUri: string };
export type Issuer = {
  url: string;
  clientId: string;
  clientSecret: string;
  /** who signs in next */
  person: Claims;
  /** signs with a key that the published set does not hold */
  forge: boolean;
  /** puts this nonce into the token instead of the one asked for */
  nonce: string | null;
  close: () => Promise<void>;
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

function jwt(payload: object, key: KeyObject): string {
  const head = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'test' })}.${encode(payload)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), key).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

/**
 * A small OpenID provider for tests: discovery, authorize (no questions asked), token with PKCE, key set, userinfo. For a running app:
 * OIDC_ISSUER=<url> OIDC_CLIENT_ID=capacity OIDC_CLIENT_SECRET=secret OIDC_NAME='Test organisation' npm start
 */
export async function startIssuer(person: Claims, port = 0): Promise<Issuer> {
  const [real, forged] = [keys(), keys()];
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => void answer(request, response).catch((error) => json(response, 500, { error: String(error) })));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = { url, clientId: 'capacity', clientSecret: 'secret', person, forge: false, nonce: null, close: () => new Promise((resolve) => server.close(() => resolve())) };

  const json = (response: ServerResponse, status: number, value: unknown) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  const discovery = {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    userinfo_endpoint: `${url}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };

  function authorize(query: URLSearchParams, response: ServerResponse) {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== issuer.clientId || query.get('code_challenge_method') !== 'S256' || !query.get('state')) return json(response, 400, { error: 'invalid_request' });
    const code = randomUUID();
    grants.set(code, { nonce: query.get('nonce'), challenge: query.get('code_challenge'), redirectUri });
    return response.writeHead(302, { Location: `${redirectUri}?${new URLSearchParams({ code, state: query.get('state') ?? '' })}` }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    const form = await bodyOf(request);
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const proof = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    const secret = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    if (!grant || grant.challenge !== proof || grant.redirectUri !== form.get('redirect_uri')) return json(response, 400, { error: 'invalid_grant' });
    if (secret !== `${issuer.clientId}:${issuer.clientSecret}`) return json(response, 401, { error: 'invalid_client' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...issuer.person, iss: url, aud: issuer.clientId, iat: now, exp: now + 300, nonce: issuer.nonce ?? grant.nonce };
    return json(response, 200, { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: jwt(claims, (issuer.forge ? forged : real).privateKey) });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/.well-known/openid-configuration') return json(response, 200, discovery);
    if (pathname === '/jwks') return json(response, 200, { keys: [{ ...real.publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] });
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (pathname === '/token') return token(request, response);
    if (pathname === '/userinfo') return json(response, 200, issuer.person);
    return json(response, 404, { error: 'not_found' });
  }
  return issuer;
}

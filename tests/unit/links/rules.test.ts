import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashToken, isToken, type LinkFacts, linkAddress, linkSpecs, linkState, nextBurst, tokenOf, usesPerMinute } from '@/lib/links/rules';
import { linkPurposes } from '@/lib/shared/vocabulary';

const now = new Date('2019-07-01T10:00:00Z');
const aLink = (over: Partial<LinkFacts> = {}): LinkFacts => ({ expiresAt: new Date('2019-07-02T10:00:00Z'), uses: 0, maxUses: 1, closedAt: null, revokedAt: null, ...over });

test.each<[string, LinkFacts | null, string]>([
  ['no link', null, 'unknown'],
  ['a fresh one', aLink(), 'valid'],
  ['one that may be used more often', aLink({ uses: 3, maxUses: 4 }), 'valid'],
  ['one without a limit', aLink({ uses: 900, maxUses: null }), 'valid'],
  ['one at the very moment it ends', aLink({ expiresAt: now }), 'expired'],
  ['a used one', aLink({ uses: 1 }), 'used'],
  ['a used one that expired since', aLink({ uses: 1, expiresAt: now }), 'used'],
  ['a used one that was closed', aLink({ uses: 1, closedAt: now }), 'used'],
  ['a closed one', aLink({ closedAt: now }), 'closed'],
  ['one taken back', aLink({ revokedAt: now }), 'revoked'],
  ['one taken back after its use', aLink({ revokedAt: now, uses: 1, closedAt: now }), 'revoked'],
])('%s', (_what, link, state) => expect(linkState(link, now)).toBe(state));

test('a token cannot be told from its link without the secret, and reads as a token', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ minLength: 16 }), fc.string({ minLength: 16 }), (id, one, other) => {
      expect(isToken(tokenOf(one, id))).toBe(true);
      expect(tokenOf(one, id)).toBe(tokenOf(one, id));
      if (one !== other) expect(tokenOf(one, id)).not.toBe(tokenOf(other, id));
    }),
  );
});

test('what is no token never is one', () => {
  for (const text of [undefined, null, 7, '', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}/`, `${'x'.repeat(42)}\n`]) expect(isToken(text), String(text)).toBe(false);
});

test('an address holds the token and nothing else of the link; its hash is what is stored', () => {
  const settings = { NEXTAUTH_SECRET: 'a secret of the server', NEXTAUTH_URL: 'https://app.example/ignored' };
  for (const purpose of linkPurposes) {
    const { url, hash } = linkAddress(settings, purpose, 'some-id');
    const token = tokenOf(settings.NEXTAUTH_SECRET, 'some-id');
    expect(url).toBe(`https://app.example/${linkSpecs[purpose].path}/${token}`);
    expect(hash).toBe(hashToken(token));
  }
});

test('without a secret there are no links', () => expect(() => linkAddress({ NEXTAUTH_URL: 'https://app.example' }, 'questionnaire', 'id')).toThrow(/NEXTAUTH_SECRET/));

test('uses within a minute are limited, then go on', () => {
  let link: { burst: number; burstAt: Date | null } = { burst: 0, burstAt: null };
  for (let use = 1; use <= usesPerMinute; use += 1) {
    const next = nextBurst(link, now);
    expect(next?.burst).toBe(use);
    if (next) link = next;
  }
  expect(nextBurst(link, new Date(now.getTime() + 59_999))).toBeNull();
  expect(nextBurst(link, new Date(now.getTime() + 60_000))).toEqual({ burst: 1, burstAt: new Date(now.getTime() + 60_000) });
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { and, count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { accessLinks, auditLog } from '@/db/schema';
import { linkActionRegistry, runLinkAction } from '@/lib/link-action';
import { linkSpecs } from '@/lib/links/rules';
import { newId } from '@/lib/shared/ids';
import { linkPurposes } from '@/lib/shared/vocabulary';
import { aFixture, type Fixture } from './inputs';
import { aLink, linkEntries } from './link-inputs';

vi.mock('next/cache', () => ({ revalidatePath() {} }));

const root = path.resolve(import.meta.dirname, '../../..');
const files = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)actions(\/[^/]+)?\.ts$/.test(file) && !/^(auth|i18n)\//.test(file));
await Promise.all(files.map((file) => import(path.join(root, 'lib', file))));
const names = [...linkActionRegistry.keys()].sort();
const now = new Date('2019-12-01T11:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

const auditRows = async (chain: string) => (await database().select({ n: count() }).from(auditLog).where(eq(auditLog.chain, chain)))[0]?.n ?? 0;
const usesOf = async (id: string) => (await database().select({ uses: accessLinks.uses }).from(accessLinks).where(eq(accessLinks.id, id)))[0]?.uses;

test('every link action has an entry here, and every entry a link action', () => expect(Object.keys(linkEntries).sort()).toEqual(names));

test('every purpose is opened by one link action at most, and has a page', () => {
  const purposes = [...linkActionRegistry.values()].map((spec) => spec.purpose);
  expect(new Set(purposes).size).toBe(purposes.length);
  const pages = readdirSync(path.join(root, 'app/(public)'), { recursive: true, encoding: 'utf8' });
  for (const purpose of purposes) expect(pages.some((file) => file.endsWith(`${linkSpecs[purpose].path}/[token]/page.tsx`)), purpose).toBe(true);
});

describe.each(names)('%s', (name) => {
  const spec = linkActionRegistry.get(name);
  const entry = linkEntries[name];
  if (!spec || !entry) throw new Error(`no entry for ${name}`);
  const send = (token: unknown, over: Record<string, unknown> = {}, at = now) => runLinkAction(spec, { token, ...entry.input, ...over }, at);
  let fixture: Fixture;
  const refused = async (token: unknown, reason: string, over: Record<string, unknown> = {}, at = now) => {
    const before = await auditRows(fixture.world.projectId);
    expect(await send(token, over, at)).toMatchObject({ ok: false, reason });
    expect(await auditRows(fixture.world.projectId)).toBe(before);
  };
  beforeAll(async () => {
    fixture = await aFixture();
  });

  test('is refused without a link, and to a link that nobody made', async () => {
    for (const token of [undefined, null, '', 7, { not: 'this' }, 'x'.repeat(43), newId()]) await refused(token, 'linkUnknown');
    for (const input of [null, undefined, 'text']) expect(await runLinkAction(spec, input, now)).toMatchObject({ ok: false, reason: 'linkUnknown' });
  });

  test('is refused to a link for any other purpose', async () => {
    for (const purpose of linkPurposes.filter((one) => one !== spec.purpose)) {
      const { id, token } = await aLink(fixture, purpose, entry.subject(fixture));
      await refused(token, 'linkUnknown');
      expect(await usesOf(id)).toBe(0);
    }
  });

  test('names no subject of its own: what it is about comes from the link', async () => {
    const { token } = await aLink(fixture, spec.purpose, entry.subject(fixture));
    const other = await aFixture();
    for (const extra of [{ followUpId: entry.subject(other) }, { activityId: other.approved.id }, { projectId: other.world.projectId }]) await refused(token, 'invalid', extra);
  });

  test('refuses wrong input and uses nothing up', async () => {
    const { id, token } = await aLink(fixture, spec.purpose, entry.subject(fixture));
    await refused(token, 'invalid', Object.fromEntries(Object.keys(entry.input).map((key) => [key, { not: 'this' }])));
    expect(await usesOf(id)).toBe(0);
  });

  test('works as often as its purpose says, is audited as link, and touches no other project', async () => {
    const own = await aFixture();
    const before = await auditRows(fixture.world.projectId);
    const { id, token } = await aLink(own, spec.purpose, entry.subject(own));
    expect(await send(token, entry.about?.(own))).toMatchObject({ ok: true });
    expect(await usesOf(id)).toBe(1);
    const again = await send(token, entry.about?.(own));
    if (linkSpecs[spec.purpose].maxUses === 1) expect(again).toMatchObject({ ok: false, reason: 'linkUsed' });
    const rows = await database().select().from(auditLog).where(and(eq(auditLog.chain, own.world.projectId), eq(auditLog.action, name)));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row.actorId, row.actorLabel]).toEqual([null, 'link']);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await auditRows(fixture.world.projectId)).toBe(before);
  });

  test('is refused once expired, taken back or closed', async () => {
    const expired = await aLink(await aFixture(), spec.purpose, newId());
    await refused(expired.token, 'linkExpired', {}, days(linkSpecs[spec.purpose].days + 1));
    const revoked = await aLink(fixture, spec.purpose, newId());
    await database().update(accessLinks).set({ revokedAt: now }).where(eq(accessLinks.id, revoked.id));
    await refused(revoked.token, 'linkRevoked');
    const closed = await aLink(fixture, spec.purpose, newId());
    await database().update(accessLinks).set({ closedAt: now }).where(eq(accessLinks.id, closed.id));
    await refused(closed.token, 'linkClosed');
  });

  test('two sends of a single-use link at once count as one', async () => {
    if (linkSpecs[spec.purpose].maxUses !== 1) return;
    const own = await aFixture();
    const { id, token } = await aLink(own, spec.purpose, entry.subject(own));
    const results = await Promise.all([1, 2, 3].map(() => send(token, entry.about?.(own))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await usesOf(id)).toBe(1);
  });

  test('too many uses within a minute are told to wait', async () => {
    const { id, token } = await aLink(fixture, spec.purpose, newId());
    await database().update(accessLinks).set({ burst: 60, burstAt: now }).where(eq(accessLinks.id, id));
    await refused(token, 'linkBusy');
  });
});

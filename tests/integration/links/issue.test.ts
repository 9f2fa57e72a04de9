import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { accessLinks, auditLog } from '@/db/schema';
import { closeLinks, issueLink, revokeLink } from '@/lib/links/mutations';
import { listLinks, openLink } from '@/lib/links/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const purpose = 'follow_up_participant';
const at = new Date('2019-12-01T10:00:00Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const issue = (world: World, subjectId: string, now = at) => world.as(world.staff, (work) => issueLink(work, { purpose, subjectId }), now);
const tokenIn = (url: string) => url.split('/').at(-1) ?? '';

test('asking twice gives the same link; after its expiry another', async () => {
  const world = await aWorld();
  const subject = newId();
  const first = await issue(world, subject);
  expect(await issue(world, subject, later(1))).toEqual({ ...first, fresh: false });
  const next = await issue(world, subject, later(61));
  expect(next.id).not.toBe(first.id);
  expect(await openLink(tokenIn(first.url), [purpose], later(61))).toEqual({ state: 'closed', link: null });
  expect(await openLink(tokenIn(next.url), [purpose], later(61))).toMatchObject({ state: 'valid', link: { purpose, subjectId: subject, projectId: world.projectId } });
});

test('two who ask at once get the same link', async () => {
  const world = await aWorld();
  const subject = newId();
  const links = await Promise.all([1, 2, 3].map(() => issue(world, subject)));
  expect(new Set(links.map((link) => link.url)).size).toBe(1);
  expect(links.filter((link) => link.fresh)).toHaveLength(1);
});

test('neither the token nor anything that gives it away is stored', async () => {
  const world = await aWorld();
  const { id, url } = await issue(world, newId());
  const stored = JSON.stringify([await database().select().from(accessLinks).where(eq(accessLinks.id, id)), await database().select().from(auditLog).where(eq(auditLog.entityId, id))]);
  expect(stored).not.toContain(tokenIn(url));
  expect(stored).toMatch(/"tokenHash":"[0-9a-f]{64}"/);
});

test('a page opens only links of its own purposes', async () => {
  const { url } = await issue(await aWorld(), newId());
  expect(await openLink(tokenIn(url), ['questionnaire'], at)).toEqual({ state: 'unknown', link: null });
  expect(await openLink(tokenIn(url), [purpose], at)).toMatchObject({ state: 'valid' });
  expect(await openLink('nonsense', [purpose], at)).toEqual({ state: 'unknown', link: null });
});

test('taken back or closed, it opens nothing; another project cannot take it back', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const subject = newId();
  const { id, url } = await issue(world, subject);
  await expect(other.as(other.manager, (work) => revokeLink(work, { linkId: id }))).rejects.toMatchObject({ failure: { reason: 'notFound' } });
  await world.as(world.manager, (work) => revokeLink(work, { linkId: id }), at);
  expect(await openLink(tokenIn(url), [purpose], at)).toEqual({ state: 'revoked', link: null });
  const next = await issue(world, subject);
  await world.as(world.manager, (work) => closeLinks(work, [purpose], subject), at);
  expect(await openLink(tokenIn(next.url), [purpose], at)).toEqual({ state: 'closed', link: null });
});

test('addresses go only to those who may pass them on', async () => {
  const world = await aWorld();
  const subject = newId();
  const { url } = await issue(world, subject);
  const seen = async (who: keyof Pick<World, 'staff' | 'admin' | 'donor' | 'outsider'>) => (await listLinks(world[who], world.projectId, [purpose], [subject], at)).map((link) => link.url);
  expect(await seen('staff')).toEqual([url]);
  expect(await seen('admin')).toEqual([null]);
  expect(await seen('donor')).toEqual([]);
  expect(await seen('outsider')).toEqual([]);
});

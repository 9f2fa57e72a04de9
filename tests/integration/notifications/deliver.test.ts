import { once } from 'node:events';
import { createServer } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { composeDigests } from '@/lib/notifications/mutations/compose';
import { deliverMails } from '@/lib/notifications/mutations/deliver';
import { lease } from '@/lib/notifications/rules/timing';
import { aDuePoint, aMailServer, forgetAll, mails } from './world';

beforeEach(forgetAll);
const morning = new Date('2019-04-30T06:30:00Z');
const clock = (minutes = 0) => () => new Date(morning.getTime() + minutes * 60_000);
const states = async () => (await mails()).map(({ state }) => state);

test('each mail arrives once, with a way out that one press takes', async () => {
  const { world } = await aDuePoint();
  await composeDigests(morning);
  const { got, server, stop } = await aMailServer();
  expect(await deliverMails(server, clock())).toEqual({ sent: 3, failed: 0, later: 0, kept: 0 });
  expect(await deliverMails(server, clock(60))).toEqual({ sent: 0, failed: 0, later: 0, kept: 0 });
  await stop();
  expect(got.map(({ to }) => to[0]).sort()).toEqual([world.staff.email, world.manager.email, world.reviewer.email].sort());
  expect(got[0]?.text).toMatch(/^List-Unsubscribe:\s+<http:\/\/localhost:3000\/api\/mails\/[\w-]{43}>/im);
  expect(got[0]?.text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(3);
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
});

test('two senders at once send nothing twice', async () => {
  await aDuePoint();
  await aDuePoint();
  await composeDigests(morning);
  const { got, server, stop } = await aMailServer(undefined, 20);
  const done = await Promise.all([1, 2, 3].map(() => deliverMails(server, clock())));
  await stop();
  expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(6);
  expect(got).toHaveLength(6);
  expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(6);
});

test('a server that is down is tried again later and later, then no more; nothing is lost meanwhile', async () => {
  await aDuePoint();
  await composeDigests(morning);
  const dead = { url: 'smtp://127.0.0.1:9', from: 'a@app.example' };
  expect(await deliverMails(dead, clock())).toMatchObject({ sent: 0, later: 1 });
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  const { got, server, stop } = await aMailServer();
  expect(await deliverMails(server, clock(0.5))).toMatchObject({ sent: 2 });
  expect(await deliverMails(server, clock(2))).toMatchObject({ sent: 1 });
  expect(got).toHaveLength(3);
  await stop();
});

test('a refused address is given up at once, a full mailbox is tried again, and neither holds up the others', async () => {
  const { world } = await aDuePoint();
  await composeDigests(morning);
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const { server, stop } = await aMailServer((to) => (to === world.staff.email ? refusal(550) : to === world.manager.email ? refusal(452) : undefined));
  expect(await deliverMails(server, clock())).toEqual({ sent: 1, failed: 1, later: 1, kept: 0 });
  await stop();
  const all = await mails();
  expect(all.find(({ address }) => address === world.staff.email)).toMatchObject({ state: 'failed', attempts: 1 });
  expect(all.find(({ address }) => address === world.manager.email)).toMatchObject({ state: 'waiting', attempts: 1 });
});

test('a mail whose sender died is sent by the next one, after its lease, under the same Message-ID', async () => {
  await aDuePoint();
  await composeDigests(morning);
  // Takes the connection and never says a word: the sender gives up, having learnt nothing.
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const started = Date.now();
  expect(await deliverMails({ url: `smtp://127.0.0.1:${port}?greetingTimeout=300`, from: 'a@app.example' }, clock())).toMatchObject({ later: 1 });
  expect(Date.now() - started).toBeLessThan(5000);
  silent.close();
  const { got, server, stop } = await aMailServer();
  await deliverMails(server, clock(lease / 60_000 + 1));
  await stop();
  expect(got).toHaveLength(3);
  expect(got.map(({ messageId }) => messageId.slice(1, 37)).sort()).toEqual((await mails()).map(({ id }) => id).sort());
});

test('without a mail server everything stays in the outbox and is not sent late', async () => {
  await aDuePoint();
  await composeDigests(morning);
  expect(await deliverMails(null, clock())).toEqual({ sent: 0, failed: 0, later: 0, kept: 3 });
  const { got, server, stop } = await aMailServer();
  await deliverMails(server, clock(60));
  await stop();
  expect(got).toEqual([]);
  expect(await states()).toEqual(['kept', 'kept', 'kept']);
});

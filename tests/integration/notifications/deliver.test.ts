import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { composeDigests } from '@/lib/notifications/mutations/compose';
import { deliverMails } from '@/lib/notifications/mutations/deliver';
import { lease } from '@/lib/notifications/rules/timing';
import { remind } from '@/lib/action-points/mutations/remind';
import { createActionPoint, progressActionPoint } from '@/lib/action-points/mutations/points';
import { newId } from '@/lib/shared/ids';
import { aDuePoint, aMailServer, forgetAll, mails, owned } from './world';

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

test('while a mail server hangs, nothing in the app waits for it: points are closed, reminders asked for and mails written meanwhile', async () => {
  const { world, pointId } = await aDuePoint();
  await owned(pointId, 'owner@unit.example');
  await composeDigests(morning);
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  let over = false;
  // It would wait for longer than the test may last: only the end of the server ends it.
  const hanging = deliverMails({ url: `smtp://127.0.0.1:${port}?greetingTimeout=600000&connectionTimeout=600000`, from: 'a@app.example' }, clock()).finally(() => {
    over = true;
  });
  await once(silent, 'connection');
  const written = (await mails()).length;
  await world.as(world.staff, (work) => remind(work, { projectId: world.projectId, actionPointIds: [pointId] }), morning);
  expect((await mails()).length).toBe(written + 1);
  await world.as(world.staff, (work) => progressActionPoint(work, { projectId: world.projectId, actionPointId: pointId, version: 1, status: 'done', doneOn: '2019-04-29', outcome: 'Sent', dropReason: null, dueDate: null }), morning);
  await composeDigests(clock(60)());
  expect(over, 'the sender still hangs').toBe(false);
  silent.close();
  for (const socket of sockets) socket.destroy();
  expect(await hanging).toMatchObject({ sent: 0 });
});

test('over a month of mornings and a real server: one mail a person and day, however many points are due, and none twice', async () => {
  const { world } = await aDuePoint();
  for (const text of ['Second', 'Third']) await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id: newId(), text, institutionId: null, personId: null, dueDate: '2019-04-30', priority: 'normal' }), new Date('2019-04-01T10:00:00Z'));
  const { got, server, stop } = await aMailServer();
  const heard: string[] = [];
  for (let day = 20; day < 50; day += 1) {
    const now = new Date(Date.UTC(2019, 3, day, 6, 30));
    const before = got.length;
    for (const hour of [0, 1, 2]) {
      const later = new Date(now.getTime() + hour * 3_600_000);
      await composeDigests(later);
      await deliverMails(server, () => later);
    }
    const toStaff = got.slice(before).filter(({ to }) => to[0] === world.staff.email);
    expect(toStaff.length, now.toISOString()).toBeLessThanOrEqual(1);
    for (const { text } of toStaff) for (const said of ['Send the list', 'Second', 'Third']) expect(text).toContain(said);
    if (toStaff.length > 0) heard.push(now.toISOString().slice(0, 10));
  }
  await stop();
  expect(heard).toEqual(['2019-04-23', '2019-04-30', '2019-05-07', '2019-05-14']);
  expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(got.length);
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

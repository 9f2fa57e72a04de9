import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, caseConfirmations, outboxMails, people, progressReports } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { receiveReport } from '@/lib/action-points/actions/files';
import { createActionPoint, progressActionPoint } from '@/lib/action-points/mutations/points';
import { remind } from '@/lib/action-points/mutations/remind';
import { askProgress, attachFile, decideReport } from '@/lib/action-points/mutations/reports';
import { findActionPoint, findActionPointFile, pointBehind } from '@/lib/action-points/queries/point';
import { linkActionRegistry, runLinkAction } from '@/lib/link-action';
import { openLink } from '@/lib/links/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
const now = new Date('2019-05-10T10:00:00Z');
const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const file = () => ({ fileName: 'proof.pdf', sha256: newId().replaceAll('-', '').padEnd(64, '0'), size: 3, mediaType: 'application/pdf' });

async function aPoint(priority: 'normal' | 'high' = 'normal', involvedIds: string[] = []): Promise<{ world: World; id: string; token: string }> {
  const world = await aWorld();
  const id = newId();
  await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id, text: 'Name a contact point', institutionId: world.border, personId: null, dueDate: '2019-05-20', priority, involvedIds }), now);
  const { url } = await world.as(world.staff, (work) => askProgress(work, { actionPointId: id }), now);
  return { world, id, token: url.split('/').at(-1) ?? '' };
}
const report = (token: string, input: object = {}, at = now) => {
  const spec = linkActionRegistry.get('actionPoints.reportProgress');
  if (!spec) throw new Error('no such link action');
  return runLinkAction(spec, { token, text: 'Letter sent', done: 'yes', file: null, ...input }, at);
};
const reportsOf = (id: string) => database().select().from(progressReports).where(eq(progressReports.actionPointId, id));
const row = async (id: string) => (await database().select().from(actionPoints).where(eq(actionPoints.id, id)))[0];
const decide = (world: World, reportId: string, decision: 'accepted' | 'declined', actor: Viewer = world.staff, note: string | null = null) => world.as(actor, (work) => decideReport(work, { projectId: world.projectId, reportId, decision, note }), now);
const verify = async (world: World, id: string, actor: Viewer) => world.as(actor, async (work) => progressActionPoint(work, { projectId: world.projectId, actionPointId: id, version: (await row(id))?.version ?? 0, status: 'verified', doneOn: null, outcome: null, dropReason: null, dueDate: null }), now);
const only = async (id: string) => (await reportsOf(id))[0]?.id ?? '';

test('what comes by link changes nothing until staff accept it; who accepted may not verify', async () => {
  const { world, id, token } = await aPoint('high');
  expect(await report(token, { file: file() })).toMatchObject({ ok: true });
  expect(await row(id)).toMatchObject({ status: 'open', version: 1 });
  await decide(world, await only(id), 'accepted');
  expect(await row(id)).toMatchObject({ status: 'done', doneOn: '2019-05-10', outcome: 'Letter sent' });
  expect(await failure(verify(world, id, world.staff))).toMatchObject({ reason: 'verifyByOther' });
  await verify(world, id, world.manager);
  expect((await row(id))?.status).toBe('verified');
});

test('words from outside that look like a case wait for a reason; a file whose name tells of one is not kept', async () => {
  const { world, id, token } = await aPoint();
  const named = { ...file(), fileName: 'Statement of victim Ana Petrović.pdf' };
  expect(await report(token, { file: named })).toMatchObject({ ok: false, reason: 'fileNameCaseData' });
  expect(await failure(world.as(world.staff, (work) => attachFile(work, { projectId: world.projectId, id: newId(), actionPointId: id, file: named }), now))).toMatchObject({ reason: 'fileNameCaseData' });
  expect(await reportsOf(id)).toEqual([]);
  await report(token, { text: 'The victim Ana Petrović was moved, case K. 123/19' });
  expect(await failure(decide(world, await only(id), 'accepted'))).toMatchObject({ reason: 'reportCaseData' });
  expect(await row(id)).toMatchObject({ status: 'open' });
  await decide(world, await only(id), 'accepted', world.staff, 'A made-up example');
  expect(await row(id)).toMatchObject({ status: 'done' });
  const kept = await database().select().from(caseConfirmations).where(eq(caseConfirmations.actionPointId, id));
  expect(kept.length).toBeGreaterThan(0);
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['A made-up example']));
});

test('high priority is not done without evidence: neither by hand, nor by a report without a file, nor by one that was declined', async () => {
  const { world, id, token } = await aPoint('high');
  const done = { projectId: world.projectId, actionPointId: id, version: 1, status: 'done' as const, doneOn: '2019-05-09', outcome: 'Sent', dropReason: null, dueDate: null };
  expect(await failure(world.as(world.staff, (work) => progressActionPoint(work, done), now))).toMatchObject({ reason: 'evidenceNeeded' });
  await report(token);
  expect(await failure(decide(world, await only(id), 'accepted'))).toMatchObject({ reason: 'evidenceNeeded' });
  expect((await reportsOf(id))[0]?.state).toBe('waiting');
  await report(token, { file: file(), text: 'Second' });
  const second = (await reportsOf(id)).find(({ text }) => text === 'Second')?.id ?? '';
  await decide(world, second, 'declined', world.staff, 'Not signed');
  expect(await failure(world.as(world.staff, (work) => progressActionPoint(work, done), now))).toMatchObject({ reason: 'evidenceNeeded' });
  await world.as(world.staff, (work) => attachFile(work, { projectId: world.projectId, id: newId(), actionPointId: id, file: file() }), now);
  await world.as(world.staff, (work) => progressActionPoint(work, done), now);
  expect((await row(id))?.status).toBe('done');
});

test('a declined report leaves the point as it is and tells whoever opens the link why', async () => {
  const { world, id, token } = await aPoint();
  await report(token, { done: 'no' });
  await decide(world, await only(id), 'declined', world.staff, 'Please attach the letter');
  expect((await row(id))?.status).toBe('open');
  const { link } = await openLink(token, ['action_point'], now);
  expect(link && (await pointBehind(link))).toMatchObject({ declined: 'Please attach the letter', waiting: 0 });
});

test('two who decide at once: one does, the other reads it; so do two who close at once', async () => {
  const { world, id, token } = await aPoint();
  await report(token);
  const reportId = await only(id);
  const results = await Promise.all([failure(decide(world, reportId, 'accepted')), failure(decide(world, reportId, 'declined', world.manager, 'No'))]);
  expect(results.filter((result) => result === null)).toHaveLength(1);
  expect(results.find((result) => result !== null)).toMatchObject({ reason: 'reportDecided' });
  const other = await aPoint();
  const close = (actor: Viewer) => other.world.as(actor, (work) => progressActionPoint(work, { projectId: other.world.projectId, actionPointId: other.id, version: 1, status: 'dropped', doneOn: null, outcome: null, dropReason: 'Overtaken', dueDate: null }), now);
  const closing = await Promise.all([failure(close(other.world.staff)), failure(close(other.world.manager))]);
  expect(closing.filter((result) => result === null)).toHaveLength(1);
  expect(closing.find((result) => result !== null)).toMatchObject({ reason: 'stale' });
});

test('a link used after expiry, after the point was closed, or for a point of old opens nothing', async () => {
  const { world, id, token } = await aPoint();
  expect(await report(token, {}, new Date('2019-07-01T10:00:00Z'))).toMatchObject({ ok: false, reason: 'linkExpired' });
  await report(token);
  await decide(world, await only(id), 'accepted');
  expect(await report(token)).toMatchObject({ ok: false, reason: 'linkClosed' });
  expect((await openLink(token, ['action_point'], now)).state).toBe('closed');
  expect(await failure(world.as(world.staff, (work) => askProgress(work, { actionPointId: id }), now))).toMatchObject({ reason: 'actionPointFinished' });
  expect(await reportsOf(id)).toHaveLength(1);
});

test('a file that is none is refused and nothing is kept', async () => {
  const { id, token } = await aPoint();
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, text: 'Sent', done: 'yes' })) form.set(name, value);
  form.set('file', new File([new TextEncoder().encode('#!/bin/sh')], 'run.sh'));
  expect(await receiveReport(form, true)).toMatchObject({ ok: false, reason: 'fileType' });
  expect(await reportsOf(id)).toEqual([]);
});

test('the page shows it all to who may read records, and nothing of it exists for donors or other projects', async () => {
  const { world, id, token } = await aPoint('normal', []);
  await report(token, { file: file() });
  const project = { id: world.projectId, today: '2019-05-11' };
  const point = await findActionPoint(world.staff, project, 1);
  expect(point).toMatchObject({ id, waiting: 1, reports: [{ state: 'waiting' }], files: [{ fileName: 'proof.pdf' }] });
  expect(point?.history.map(({ action }) => action)).toContain('actionPoints.reportProgress');
  expect(await findActionPoint(world.donor, project, 1)).toBeNull();
  const fileId = point?.files[0]?.id ?? '';
  expect(await findActionPointFile(world.manager, fileId)).toMatchObject({ fileName: 'proof.pdf' });
  expect(await findActionPointFile(world.outsider, fileId)).toBeNull();
});

test('a bulk reminder is one mail a person, once a day, and says whom it could not reach', async () => {
  const world = await aWorld();
  const someone = world.person();
  await world.save(world.training({ people: [someone] }));
  await database().update(people).set({ email: 'owner@unit.example' }).where(eq(people.id, someone.id));
  const ids = [newId(), newId(), newId()];
  for (const [n, id] of ids.entries()) await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id, text: `Thing ${n}`, institutionId: null, personId: n < 2 ? someone.id : null, dueDate: '2019-05-20', priority: 'normal' }), now);
  const input = { projectId: world.projectId, actionPointIds: ids };
  expect(await world.as(world.staff, (work) => remind(work, input), now)).toEqual({ people: 1, without: 1 });
  expect(await world.as(world.manager, (work) => remind(work, input), now)).toEqual({ people: 0, without: 1 });
  const mails = await database().select().from(outboxMails).where(eq(outboxMails.address, 'owner@unit.example'));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ items: 2, state: 'waiting' });
});

import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, followUps } from '@/db/schema';
import { linkActionRegistry, runLinkAction } from '@/lib/link-action';
import '@/lib/learning/actions';
import { askDueFollowUps, askFollowUp, followUpMessages, nameSupervisor } from '@/lib/learning/mutations/follow-ups';
import { followUpBehind } from '@/lib/learning/queries/follow-up-link';
import { followUpSums, followUpsOfPerson, listFollowUps } from '@/lib/learning/queries/follow-ups';
import { followUpStanding, followUpStandings } from '@/lib/learning/rules/follow-up';
import { openLink } from '@/lib/links/queries';
import { approveActivity, reopenActivity, submitActivity } from '@/lib/review/mutations';
import { answerFollowUp } from '@/lib/trainings/mutations';
import { aWorld, type World } from '../../support/builders';

const at = new Date('2019-12-01T10:00:00Z');
const run = (name: string, input: Record<string, unknown>) => {
  const spec = linkActionRegistry.get(name);
  if (!spec) throw new Error(name);
  return runLinkAction(spec, input, at);
};
const answer = (url: string, applied = 'yes') => run('learning.answerByLink', { token: tokenIn(url), applied, note: null });
const confirm = (url: string, confirmed = 'yes') => run('learning.confirmByLink', { token: tokenIn(url), confirmed });
const tokenIn = (url: string) => url.split('/').at(-1) ?? '';
const messages = (world: World, now = at) => world.as(world.staff, (work) => followUpMessages(work), now);
const rows = (activityId: string) => database().select().from(followUps).where(eq(followUps.activityId, activityId)).orderBy(asc(followUps.id));

async function aTraining(people = 2) {
  const world = await aWorld();
  const form = world.training({ people: world.people(people) });
  return { world, form, training: await world.approved(form) };
}

test('the answer and the confirmation by link feed the measure', async () => {
  const { world } = await aTraining();
  const asked = await messages(world);
  expect(asked.map((message) => message.to).sort()).toEqual(['participant', 'participant', 'supervisor', 'supervisor']);
  const [one, two] = asked.filter((message) => message.to === 'participant');
  const supervisor = asked.find((message) => message.to === 'supervisor' && message.followUpId === one?.followUpId);
  expect(await answer(one?.url ?? '')).toMatchObject({ ok: true });
  expect(await world.figure('followUp.applied.share')).toEqual([0, 1]);
  expect(await confirm(supervisor?.url ?? '')).toMatchObject({ ok: true });
  expect(await world.figure('followUp.applied.share')).toEqual([1, 1]);
  expect(await answer(two?.url ?? '', 'no')).toMatchObject({ ok: true });
  expect(await world.figure('followUp.applied.share')).toEqual([1, 2]);
  // Nobody is left to ask: who does not apply it has nothing to confirm.
  expect(await messages(world)).toEqual([]);
});

test('a reminder carries the same link; only the first is fresh', async () => {
  const { world } = await aTraining(1);
  const first = await messages(world);
  expect(first.every((message) => message.fresh)).toBe(true);
  expect(await messages(world)).toEqual(first.map((message) => ({ ...message, fresh: false })));
});

test('the supervisor may answer first', async () => {
  const { world, training } = await aTraining(1);
  const asked = await messages(world);
  const [participant, supervisor] = [asked.find(({ to }) => to === 'participant'), asked.find(({ to }) => to === 'supervisor')];
  expect(await confirm(supervisor?.url ?? '')).toMatchObject({ ok: true });
  expect(await world.figure('followUp.applied.share')).toEqual([0, null]);
  expect(await answer(participant?.url ?? '')).toMatchObject({ ok: true });
  expect(await world.figure('followUp.applied.share')).toEqual([1, 1]);
  expect(await rows(training.id)).toMatchObject([{ answeredVia: 'link', supervisorVia: 'link', answeredOn: '2019-12-01', supervisorOn: '2019-12-01', recordedBy: null }]);
});

test('what staff enters settles the link', async () => {
  const { world, training } = await aTraining(1);
  const asked = await messages(world);
  const [row] = await rows(training.id);
  const told = { projectId: world.projectId, followUpId: row?.id ?? '', answeredOn: '2019-11-30', applied: true, note: null };
  await world.as(world.staff, (work) => answerFollowUp(work, { ...told, supervisorConfirmed: null }));
  const [participant, supervisor] = [asked.find(({ to }) => to === 'participant'), asked.find(({ to }) => to === 'supervisor')];
  expect(await answer(participant?.url ?? '')).toMatchObject({ ok: false, reason: 'linkClosed' });
  expect(await confirm(supervisor?.url ?? '')).toMatchObject({ ok: true });
  expect(await rows(training.id)).toMatchObject([{ answeredVia: 'staff', supervisorVia: 'link' }]);
});

test('a link outlives the correction of its training; meanwhile it says so', async () => {
  const { world, training } = await aTraining(1);
  const [participant] = (await messages(world)).filter(({ to }) => to === 'participant');
  const step = { projectId: world.projectId, activityId: training.id, version: training.version, note: 'A name is wrong' };
  const reopened = await world.as(world.manager, (work) => reopenActivity(work, step), at);
  expect(await answer(participant?.url ?? '')).toMatchObject({ ok: false, reason: 'linkPaused' });
  const { link } = await openLink(tokenIn(participant?.url ?? ''), ['follow_up_participant'], at);
  expect(link && (await followUpBehind(link))).toBeNull();
  const submitted = await world.as(world.staff, (work) => submitActivity(work, { ...step, version: reopened.version }), at);
  await world.as(world.reviewer, (work) => approveActivity(work, { ...step, version: submitted.version }), at);
  expect(await answer(participant?.url ?? '')).toMatchObject({ ok: true });
});

test('only the supervisor reads the name', async () => {
  const { world } = await aTraining(1);
  for (const message of await messages(world)) {
    const { link } = await openLink(tokenIn(message.url), ['follow_up_participant', 'follow_up_supervisor'], at);
    const found = link && (await followUpBehind(link));
    expect(found?.name).toBe(message.to === 'supervisor' ? message.name : null);
    expect(found).toMatchObject({ training: 'Screening at the border', to: '2019-03-05' });
  }
});

test('nothing is asked before it is due, of a draft, or of another project', async () => {
  const { world, training } = await aTraining(1);
  const [row] = await rows(training.id);
  const ask = (one: World, now = at) => one.as(one.staff, (work) => askFollowUp(work, { followUpId: row?.id ?? '' }), now);
  await expect(ask(world, new Date('2019-05-01T10:00:00Z'))).rejects.toMatchObject({ failure: { reason: 'followUpNotDue' } });
  expect(await messages(world, new Date('2019-05-01T10:00:00Z'))).toEqual([]);
  await expect(ask(await aWorld())).rejects.toMatchObject({ failure: { reason: 'notFound' } });
  await database().update(activities).set({ reviewState: 'reopened' }).where(eq(activities.id, training.id));
  await expect(ask(world)).rejects.toMatchObject({ failure: { reason: 'notFound' } });
});

test('the list and its sums say of each follow-up what the rule says', async () => {
  const { world, training } = await aTraining(4);
  const [one, two, three] = (await messages(world)).filter(({ to }) => to === 'participant');
  const supervisor = (await messages(world)).find((message) => message.to === 'supervisor' && message.followUpId === two?.followUpId);
  for (const [message, applied] of [[one, 'yes'], [two, 'yes'], [three, 'no']] as const) await answer(message?.url ?? '', applied);
  await confirm(supervisor?.url ?? '');
  const project = { id: world.projectId, today: '2019-12-01' };
  const listed = await Promise.all(followUpStandings.map(async (standing) => (await listFollowUps(world.staff, project, { standing }, {})).rows.map((row) => [row.id, standing])));
  expect(Object.fromEntries(listed.flat())).toEqual(Object.fromEntries((await rows(training.id)).map((row) => [row.id, followUpStanding(row, project.today)])));
  expect(await followUpSums(world.staff, project)).toMatchObject({ due: 4, answered: 3, applied: 2, confirmed: 1, standings: { due: 1, supervisor: 1, settled: 2, later: 0 }, trainings: [{ reference: training.reference }] });
  expect(await followUpSums(world.staff, project, 'TR-999')).toMatchObject({ due: 0, trainings: [{ reference: training.reference }] });
  expect(await followUpSums(world.staff, { ...project, today: '2019-04-01' })).toMatchObject({ due: 3, standings: { later: 1, due: 0 } });
  for (const viewer of [world.donor, world.outsider]) {
    expect((await listFollowUps(viewer, project, { standing: 'due' }, {})).rows).toEqual([]);
    expect(await followUpSums(viewer, project)).toMatchObject({ due: 0, trainings: [] });
  }
});

test('a person’s page has what that person was asked, after approved trainings only, for those who read people', async () => {
  const { world, form } = await aTraining(2);
  const [one, other] = form.participants.map(({ personId }) => personId);
  const ofPerson = (viewer: World['staff'], id = one ?? '') => followUpsOfPerson(viewer, { id: world.projectId }, id);
  const mine = await ofPerson(world.staff);
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({ training: form.title, answeredOn: null, applied: null });
  expect((await ofPerson(world.staff, other))[0]?.id).not.toBe(mine[0]?.id);
  expect(await ofPerson(world.donor)).toEqual([]);
  expect(await ofPerson(world.outsider)).toEqual([]);
  expect(await ofPerson(world.staff, 'no-id')).toEqual([]);
});

test('asking for all that is due makes each link once, and of one training only where one is named', async () => {
  const { world } = await aTraining(2);
  const second = await world.approved(world.training({ people: world.people(3) }));
  const ask = (activityId: string | null) => world.as(world.staff, (work) => askDueFollowUps(work, { activityId }), at);
  expect(await ask(second.id)).toEqual({ links: 6 });
  expect(await ask(null)).toEqual({ links: 4 });
  expect(await ask(null)).toEqual({ links: 0 });
  const other = await aTraining(1);
  await expect(ask(other.training.id)).rejects.toMatchObject({ failure: { reason: 'notFound' } });
});

test('the supervisor has an address, which is not the participant’s own, and goes with their answer', async () => {
  const { world, form } = await aTraining(1);
  const [{ id: followUpId } = { id: '' }] = await rows(form.id);
  const name = (email: string | null) => world.as(world.staff, (work) => nameSupervisor(work, { followUpId, email })).then(() => 'kept', (error: { failure?: { reason: string } }) => error.failure?.reason);
  await database().execute(sql`update people set email = 'Own@unit.example' where id = ${form.participants[0]?.personId ?? ''}`);
  expect(await name('own@unit.example')).toBe('supervisorIsSelf');
  expect(await name('chief@unit.example')).toBe('kept');
  const asked = await messages(world);
  expect(asked.map(({ to, email }) => [to, email])).toEqual([['participant', 'Own@unit.example'], ['supervisor', 'chief@unit.example']]);
  const trail = await database().execute<{ changes: unknown }>(sql`select changes from audit_log where entity_id = ${followUpId} and action = 'test'`);
  expect(JSON.stringify([...trail])).not.toContain('chief@');
  expect(await answer(asked.find(({ to }) => to === 'participant')?.url ?? '')).toMatchObject({ ok: true });
  expect(await confirm(asked.find(({ to }) => to === 'supervisor')?.url ?? '')).toMatchObject({ ok: true });
  expect((await rows(form.id))[0]?.supervisorEmail).toBeNull();
  expect(await name('other@unit.example')).toBe('followUpAnswered');
});

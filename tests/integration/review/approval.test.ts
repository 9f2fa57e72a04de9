import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, auditLog, reviews } from '@/db/schema';
import { approveActivity, reopenActivity, returnActivity, submitActivity } from '@/lib/review/mutations';
import { aWorld } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string; fieldErrors?: Record<string, string> } }) => error.failure ?? error);

test('a training counts when it is approved and no longer when it is reopened', async () => {
  const world = await aWorld();
  const people = [...world.people(3, 'female'), ...world.people(2, 'male', world.border)];
  const handed = await world.submitted(world.training({ people, unnamed: 4, gain: 25 }));
  expect(await world.figure('people.uniqueTrained')).toEqual([0, null]);
  const approved = await world.as(world.manager, (work) => approveActivity(work, { projectId: world.projectId, activityId: handed.id, version: handed.version, note: null }));
  expect(await world.figure('people.uniqueTrained')).toEqual([5, null]);
  expect(await world.figure('people.unnamed')).toEqual([4, null]);
  expect(await world.figure('people.womenTrained.share')).toEqual([3, 5]);
  expect(await world.figure('scores.gained20.share')).toEqual([5, 5]);
  await world.as(world.reviewer, (work) => reopenActivity(work, { projectId: world.projectId, activityId: handed.id, version: approved.version, note: 'Names were wrong' }));
  expect(await world.figure('people.uniqueTrained')).toEqual([0, null]);
});

test('who attended less than the threshold does not count', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(3), sessions: ['2019-03-04', '2019-03-05', '2019-03-06', '2019-03-07', '2019-03-08'], present: (person, session) => person === 0 || session < (person === 1 ? 4 : 3) }));
  expect(await world.figure('people.uniqueTrained')).toEqual([2, null]);
});

test('nobody approves what they made or last edited', async () => {
  const world = await aWorld();
  const own = await world.submitted(world.training(), world.manager);
  const input = { projectId: world.projectId, activityId: own.id, version: own.version, note: null };
  expect(await failure(world.as(world.manager, (work) => approveActivity(work, input)))).toMatchObject({ reason: 'fourEyes' });
  expect(await failure(world.as(world.admin, (work) => approveActivity(work, input)))).toMatchObject({ reason: 'managersApprove' });
  await world.as(world.reviewer, (work) => approveActivity(work, input));
  const [row] = await database().select().from(activities).where(eq(activities.id, own.id));
  expect(row?.reviewState).toBe('approved');
});

test('approving an older version than the newest fails and changes nothing', async () => {
  const world = await aWorld();
  const handed = await world.submitted(world.training());
  const input = { projectId: world.projectId, activityId: handed.id, version: handed.version - 1, note: null };
  expect(await failure(world.as(world.manager, (work) => approveActivity(work, input)))).toMatchObject({ reason: 'stale' });
  expect(await database().select().from(reviews).where(eq(reviews.activityId, handed.id))).toHaveLength(1);
});

test('submitting names every missing piece by its field', async () => {
  const world = await aWorld();
  const draft = { ...world.training({ people: [] }), title: '', place: null, outputIds: [] };
  const saved = await world.save(draft);
  const refused = await failure(world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: saved.id, version: saved.version, note: null })));
  expect(refused).toMatchObject({ reason: 'incomplete', fieldErrors: { title: 'needs_title', outputIds: 'needs_output', place: 'needs_place', participants: 'needs_participants', 'evidence.agenda': 'needs_agenda', 'evidence.signed_list': 'needs_signed_list' } });
});

test('returning keeps the note, and every step leaves an audit row', async () => {
  const world = await aWorld();
  const handed = await world.submitted(world.training());
  await world.as(world.manager, (work) => returnActivity(work, { projectId: world.projectId, activityId: handed.id, version: handed.version, note: 'The list is not signed' }));
  const steps = await database().select().from(reviews).where(eq(reviews.activityId, handed.id));
  expect(steps.map((step) => [step.step, step.note])).toContainEqual(['returned', 'The list is not signed']);
  const trail = await database().select().from(auditLog).where(eq(auditLog.entityId, handed.id));
  expect(trail.some((row) => row.note === 'The list is not signed')).toBe(true);
});

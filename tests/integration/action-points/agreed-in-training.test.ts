import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPoints } from '@/db/schema';
import { editActionPoint } from '@/lib/action-points/mutations/edit';
import { createActionPoint } from '@/lib/action-points/mutations/points';
import { agreedIn, findActionPoint } from '@/lib/action-points/queries/point';
import { createActionPointSchema, editActionPointSchema } from '@/lib/action-points/schema';
import { findActivity } from '@/lib/activities/queries/record';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const agree = (world: World, activityId: string, given: object = {}) =>
  world.as(world.staff, (work) => createActionPoint(work, createActionPointSchema.parse({ projectId: world.projectId, id: newId(), activityId, text: 'Send the material', institutionId: world.border, dueDate: '2019-04-30', priority: 'normal', ...given })));
const edit = (world: World, actionPointId: string, given: object = {}) =>
  world.as(world.staff, (work) => editActionPoint(work, editActionPointSchema.parse({ projectId: world.projectId, actionPointId, version: 1, text: 'Send all material', institutionId: world.border, dueDate: '2019-05-31', priority: 'normal', ...given })));

test('what was agreed in a training stands there, is changed by itself, and counts once the training does', async () => {
  const world = await aWorld();
  const draft = await world.save(world.training());
  const { id, number } = await agree(world, draft.id);
  expect(await world.figure('actionPoints.onTime.share'), 'a draft counts nowhere').toEqual([0, null]);
  const approved = await world.approved(world.training({ people: [...world.people(1), ...world.people(1, 'male', world.prosecutor)] }));
  await agree(world, approved.id);
  expect(await world.figure('actionPoints.onTime.share')).toEqual([0, 1]);
  expect((await verifyProject({ id: world.projectId, projectsId: 'X', asOf: '2019-12-01' })).differences).toEqual([]);
  await edit(world, id);
  const shown = await findActivity(world.manager, { id: world.projectId, attendanceThreshold: '0.8' }, draft.reference);
  expect(shown?.kind === 'training' && shown.detail.actionPoints.map(({ text }) => text)).toEqual(['Send all material']);
  expect(await findActionPoint(world.staff, { id: world.projectId, today: '2019-12-01' }, number)).toMatchObject({ reference: draft.reference, agreedKind: 'training', dueDate: '2019-05-31' });
  expect(await agreedIn(world.staff, world.projectId, draft.reference)).toMatchObject({ id: draft.id });
  for (const viewer of [world.donor, world.outsider]) expect(await agreedIn(viewer, world.projectId, draft.reference)).toBeNull();
});

test('refuses a due date before the training, a meeting, an activity of elsewhere, and one in a closed period', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const training = await world.approved(world.training());
  expect(await failure(agree(world, training.id, { dueDate: '2019-03-01' }))).toMatchObject({ reason: 'dueBeforeActivity', fieldErrors: { dueDate: 'dueBeforeActivity' } });
  const meeting = await world.save(world.meeting(world.people(1)));
  expect(await failure(agree(world, meeting.id))).toMatchObject({ reason: 'actionPointOfMeeting' });
  expect(await failure(agree(other, training.id))).toMatchObject({ reason: 'notFound' });
  const { id } = await agree(world, training.id, { dueDate: '2019-08-30' });
  expect(await failure(edit(world, id, { dueDate: '2019-03-01' }))).toMatchObject({ reason: 'dueBeforeActivity' });
  const rows = () => database().$count(actionPoints, eq(actionPoints.projectId, world.projectId));
  const before = await rows();
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  expect(await failure(agree(world, training.id, { dueDate: '2019-09-30' }))).toMatchObject({ reason: 'periodClosed' });
  expect(await rows()).toBe(before);
});

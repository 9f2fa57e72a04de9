import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPointInstitutions, actionPoints, auditLog } from '@/db/schema';
import { editActionPoint } from '@/lib/action-points/mutations/edit';
import { createActionPoint, progressActionPoint } from '@/lib/action-points/mutations/points';
import { editActionPointSchema } from '@/lib/action-points/schema';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const agreed = { text: 'Send the list', personId: null, dueDate: '2019-04-30', priority: 'normal' as const };
async function aPoint(world: World): Promise<string> {
  const id = newId();
  await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id, ...agreed, institutionId: world.unit, involvedIds: [world.border] }));
  return id;
}
const edit = (world: World, actionPointId: string, version: number, given: Record<string, unknown>, actor = world.manager) =>
  world.as(actor, (work) => editActionPoint(work, editActionPointSchema.parse({ projectId: world.projectId, actionPointId, version, ...agreed, institutionId: world.unit, involvedIds: [], ...given })));
const row = async (id: string) => (await database().select().from(actionPoints).where(eq(actionPoints.id, id)))[0];

test('words, institution, due date and priority change; the first due date stays; the trail and the figure follow', async () => {
  const world = await aWorld();
  const id = await aPoint(world);
  await edit(world, id, 1, { text: 'Send both lists', institutionId: world.prosecutor, dueDate: '2019-05-31', priority: 'high', involvedIds: [world.unit, world.prosecutor, world.unit] });
  expect(await row(id)).toMatchObject({ text: 'Send both lists', institutionId: world.prosecutor, dueDate: '2019-05-31', firstDueDate: '2019-04-30', priority: 'high', version: 2 });
  expect((await database().select().from(actionPointInstitutions).where(eq(actionPointInstitutions.actionPointId, id))).map((one) => one.institutionId)).toEqual([world.unit]);
  const [, change] = await database().select().from(auditLog).where(and(eq(auditLog.entityId, id), eq(auditLog.entity, 'action_points'))).orderBy(auditLog.seq);
  expect(change?.changes).toMatchObject({ text: ['Send the list', 'Send both lists'], dueDate: ['2019-04-30', '2019-05-31'], involved: [[world.border], [world.unit]] });
  expect(change?.changes).not.toHaveProperty('firstDueDate');
  expect(await world.figure('actionPoints.onTime.share')).toEqual([0, 1]);
});

test('an older version is refused with what stands now, so that both texts can be compared', async () => {
  const world = await aWorld();
  const id = await aPoint(world);
  await edit(world, id, 1, { text: 'Mine first' }, world.staff);
  expect(await failure(edit(world, id, 1, { text: 'Too late' }))).toMatchObject({ reason: 'stale', current: { version: 2, editedBy: 'Staff', values: { text: 'Mine first', institutionId: world.unit, dueDate: '2019-04-30', involvedIds: [] } } });
  expect((await row(id))?.text).toBe('Mine first');
});

test('refuses a point of a meeting, what is dropped, another project, closed periods, unknown institutions and case data', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  await world.save(world.meeting(world.people(1), '2019-03-10', [{ text: 'Of a meeting', dueDate: '2019-04-01' }]));
  const [ofMeeting] = await database().select().from(actionPoints).where(and(eq(actionPoints.projectId, world.projectId), eq(actionPoints.text, 'Of a meeting')));
  expect(await failure(edit(world, ofMeeting?.id ?? '', 1, {}))).toMatchObject({ reason: 'actionPointOfMeeting' });
  const id = await aPoint(world);
  expect(await failure(edit(other, id, 1, {}))).toMatchObject({ reason: 'notFound' });
  expect(await failure(edit(world, id, 1, { institutionId: newId() }))).toMatchObject({ reason: 'noSuchInstitution' });
  expect(await failure(edit(world, id, 1, { text: 'The victim Ana Petrović was heard.' }))).toMatchObject({ reason: 'needs_caseData', fieldErrors: { text: 'needs_caseData' } });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  expect(await failure(edit(world, id, 1, { dueDate: '2019-08-01' }))).toMatchObject({ reason: 'periodClosed' });
  expect(await failure(edit(world, id, 1, { institutionId: world.border }))).toMatchObject({ reason: 'periodClosed' });
  await edit(world, id, 1, { text: 'Only other words' });
  const open = await aPoint(other);
  await other.as(other.staff, (work) => progressActionPoint(work, { projectId: other.projectId, actionPointId: open, version: 1, status: 'dropped', doneOn: null, outcome: null, dropReason: 'No need', dueDate: null }));
  expect(await failure(edit(other, open, 2, {}))).toMatchObject({ reason: 'wrongState' });
});

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, endUseChecks, equipmentItems, rollupCells } from '@/db/schema';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { projectsToCheck, verifyProject } from '@/lib/indicators/queries/verify';
import { aWorld } from '../../support/builders';

test('stored figures agree with a fresh computation and with plain SQL; a changed one is found and repaired', async () => {
  const world = await aWorld();
  const people = world.people(6);
  await world.approved(world.training({ people, unnamed: 3, gain: 25, sessions: ['2019-03-04', '2019-03-05', '2019-03-06', '2019-03-07', '2019-03-08'], present: (person, session) => session < person }));
  await world.approved(world.meeting([...world.people(1), ...world.people(1, 'male', world.prosecutor)], '2019-09-10', [{ text: 'Share it', dueDate: '2019-09-20' }, { text: 'Write it', dueDate: '2019-10-20' }]));
  const handOver = await world.approved(world.handOver([{ quantity: 5, value: 1000.55 }, { serialNumber: 'A1', value: 10 }]));
  await database().update(actionPoints).set({ status: 'done', doneOn: '2019-09-20' }).where(eq(actionPoints.text, 'Share it'));
  const items = await database().select().from(equipmentItems).where(eq(equipmentItems.activityId, handOver.id));
  const check = (itemId: string, checkedOn: string, inUse: boolean) => ({ itemId, checkedOn, inUse, recordedBy: world.staff.id });
  await database().insert(endUseChecks).values(items.flatMap((item) => [check(item.id, '2019-06-20', false), check(item.id, '2019-09-20', item.quantity > 1)]));
  await world.as(world.manager, async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', world.projectId, {}, {}, 'test');
  });
  const [project] = await projectsToCheck(world.slug);
  if (!project) throw new Error('no project');
  const good = await verifyProject(project);
  expect(good.differences).toEqual([]);
  expect(good.cells).toBeGreaterThan(20);
  expect([await world.figure('equipment.inUse.share'), await world.figure('actionPoints.onTime.share'), await world.figure('people.uniqueTrained')]).toEqual([[5, 6], [1, 2], [2, null]]);

  await database().update(rollupCells).set({ numerator: '7' }).where(eq(rollupCells.measure, 'people.uniqueTrained'));
  const bad = await verifyProject(project);
  expect(bad.differences).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'total people.uniqueTrained numerator', should: 2 })]));
  await world.as(world.manager, async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', world.projectId, {}, {}, 'test');
  });
  expect((await verifyProject(project)).differences).toEqual([]);
});

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { equipmentItems } from '@/db/schema';
import { deliveryByLine } from '@/lib/equipment/queries/budget';
import { differenceUsd } from '@/lib/equipment/rules/budget';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { headline } from '@/lib/indicators/queries/headline';
import { projectsToCheck, verifyProject } from '@/lib/indicators/queries/verify';
import { findProject } from '@/lib/projects/queries';
import { aWorld, type World } from '../../support/builders';

/** Items of a hand-over that counts, whose values were lost to the register: what older lists bring that nobody can complete. */
async function withoutValues(values: number[], lost: number[]): Promise<World> {
  const world = await aWorld();
  const { id } = await world.approved(world.handOver(values.map((value) => ({ value, quantity: 2 }))));
  for (const position of lost) {
    const [row] = await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.activityId, id)).orderBy(equipmentItems.position).offset(position).limit(1);
    await database().update(equipmentItems).set({ value: null, currency: null, usdRate: null }).where(eq(equipmentItems.id, row?.id ?? ''));
  }
  await world.as(world.manager, async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', world.projectId, {}, {}, 'test');
  });
  return world;
}
const differences = async (world: World) => {
  const [project] = await projectsToCheck(world.slug);
  if (!project) throw new Error('no such project');
  return (await verifyProject(project)).differences;
};
const shown = async (world: World) => {
  const project = await findProject(world.manager, world.slug);
  if (!project) throw new Error('no such project');
  return (await headline(world.manager, project)).equipment;
};

// The world buys in EUR at 1.2.
test('the value of what was handed over leaves out what nobody recorded and says how many; the roll-up is the plain aggregate', async () => {
  const world = await withoutValues([100, 50, 25], [1]);
  const [known, missing] = await world.figure('equipment.valueHandedOver');
  expect([known, missing]).toEqual([150, 2]);
  expect(await differences(world)).toEqual([]);
  expect(await shown(world)).toMatchObject({ items: 6, valueUsd: 150, unvalued: 2 });
  const [line] = await deliveryByLine(world.staff, { id: world.projectId });
  expect(line).toMatchObject({ delivered: 6, deliveredUsd: 150, deliveredUnvalued: 2 });
  expect(line && differenceUsd(line, 200)).toBeNull();
});

test('where no value at all is known the sum is no data, not 0', async () => {
  const world = await withoutValues([100], [0]);
  expect(await world.figure('equipment.valueHandedOver')).toEqual([0, 2]);
  expect(await differences(world)).toEqual([]);
});

test('each currency says of how many items its value is, and how many of these have no rate to USD', async () => {
  const world = await aWorld();
  const form = world.handOver([{ value: 100, quantity: 2 }, { value: 50 }, { value: 10 }, { value: 7, quantity: 3 }]);
  const { id } = await world.approved(form);
  const set = async (position: number, facts: object) => {
    const [row] = await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.activityId, id)).orderBy(equipmentItems.position).offset(position).limit(1);
    await database().update(equipmentItems).set(facts).where(eq(equipmentItems.id, row?.id ?? ''));
  };
  await set(1, { usdRate: null });
  await set(2, { currency: 'CHF', usdRate: null });
  await set(3, { value: null, currency: null, usdRate: null });
  expect(await shown(world)).toMatchObject({ values: [{ currency: 'EUR', value: 150, items: 3, unrated: 1 }, { currency: 'CHF', value: 10, items: 1, unrated: 1 }], unvalued: 5, unpriced: 3 });
});

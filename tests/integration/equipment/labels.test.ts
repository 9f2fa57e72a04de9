import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { equipmentItems, projects } from '@/db/schema';
import { countLabels, handOversToLabel, itemsToLabel, labelTarget } from '@/lib/equipment/queries/labels';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';

const all = { item: null, handOver: null, from: null, to: null };

test('labels are of the items asked for, in the order of their tags, of this project only', async () => {
  const world = await aWorld();
  const first = await world.save(world.handOver([{ serialNumber: newId() }, { serialNumber: newId() }]));
  const second = await world.save(world.handOver([{ quantity: 5 }]));
  const project = { id: world.projectId };
  const tags = async (choice: object = {}) => (await itemsToLabel(world.staff, project, { ...all, ...choice })).map((label) => label.assetTag);
  const [one = '', two = '', three = ''] = await tags();
  expect([one < two, two < three, (await tags()).length]).toEqual([true, true, 3]);
  expect(await tags({ handOver: first.reference })).toEqual([one, two]);
  expect(await tags({ from: two })).toEqual([two, three]);
  expect(await tags({ to: one })).toEqual([one]);
  expect(await tags({ item: 'nonsense' })).toEqual([]);
  expect(await itemsToLabel((await aWorld()).staff, project, all)).toEqual([]);
  expect(await itemsToLabel(world.donor, project, all)).toEqual([]);
  expect([await countLabels(world.staff, project), await countLabels(world.donor, project)]).toEqual([3, 0]);
  expect((await handOversToLabel(world.staff, project)).map((row) => [row.reference, row.items])).toEqual([[second.reference, 1], [first.reference, 2]].sort((a, b) => String(b[0]).localeCompare(String(a[0]))));
});

test('a range goes by the number of the tag, past 9999 too; what is no tag finds nothing', async () => {
  const world = await aWorld();
  const numbers = [9998, 9999, 10_000, 10_001];
  await database().insert(equipmentItems).values(numbers.map((number) => ({ id: newId(), projectId: world.projectId, category: 'it' as const, description: 'Radio', quantity: 1, registered: true, assetTag: `${world.slug}-${number}` })));
  const found = async (from: string | null, to: string | null) => (await itemsToLabel(world.staff, { id: world.projectId }, { ...all, from, to })).map((label) => Number(label.assetTag.split('-').at(-1)));
  expect(await found(null, null)).toEqual(numbers);
  expect(await found(`${world.slug}-9999`, `${world.slug}-10000`)).toEqual([9999, 10_000]);
  expect(await found('9999', null)).toEqual([9999, 10_000, 10_001]);
  expect(await found(null, '9998')).toEqual([9998]);
  expect(await found('nonsense', null)).toEqual([]);
});

test('a scanned label opens the item for who reads records; anybody else learns whose it is and where to report, and nothing more', async () => {
  const world = await aWorld();
  await world.approved(world.handOver([{ serialNumber: newId() }]));
  const [item] = await database().select().from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId));
  const id = item?.id ?? '';
  await database().update(projects).set({ implementer: 'IOM' }).where(eq(projects.id, world.projectId));
  for (const viewer of [world.staff, world.manager, world.admin]) expect(await labelTarget(viewer, id)).toEqual({ path: `/projects/${world.slug}/equipment/${id}` });
  for (const viewer of [null, world.donor, world.outsider]) expect(await labelTarget(viewer, id)).toEqual({ owner: 'IOM', contact: null });
  await database().update(projects).set({ labelOwner: 'IOM Podgorica', labelContact: '+382 20 000 000' }).where(eq(projects.id, world.projectId));
  expect(await labelTarget(null, id)).toEqual({ owner: 'IOM Podgorica', contact: '+382 20 000 000' });
  expect(await labelTarget(world.staff, newId())).toBeNull();
});

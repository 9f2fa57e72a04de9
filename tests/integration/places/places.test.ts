import { expect, test } from 'vitest';
import { inspect } from 'node:util';
import { activityPlaces, outlines } from '@/lib/places/queries';
import { drawMap } from '@/lib/places/rules';
import { aWorld } from '../../support/builders';

test('places of approved activities by kind; drafts do not count, and no venue is told to anybody', async () => {
  const world = await aWorld();
  await world.approved({ ...world.training({}), venue: 'Secret Street 7' });
  await world.approved({ ...world.meeting(world.people(1)), place: 'Elsewhere' });
  await world.save(world.training({}));
  const lines = await activityPlaces(world.donor, { id: world.projectId, today: '2019-12-01' });
  expect(lines.map(({ name, trainings, meetings, total }) => [name, trainings, meetings, total])).toEqual([['Bar', 1, 0, 1], ['Elsewhere', 0, 1, 1]]);
  expect(inspect(lines)).not.toContain('Secret');
  expect(await activityPlaces(world.outsider, { id: world.projectId, today: '2019-12-01' })).toEqual([]);
});

test('Bar lies in Montenegro, with its neighbours around', () => {
  const map = drawMap(outlines(), [[19.09841, 42.0937], [19.26361, 42.44111], [19.74758, 43.03834]]);
  expect(map?.shapes.filter(({ own }) => own).map(({ name }) => name)).toEqual(['Montenegro']);
  expect(map?.shapes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Albania', 'Serbia', 'Bosnia and Herz.']));
});

import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { people } from '@/db/schema';
import { listPeople, type PeopleFilter } from '@/lib/people/queries/register';
import { aWorld, type World } from '../../support/builders';
import { merge, undo } from './pairs';

/** Rows of a register whose name is not their person's. */
const strangers = () =>
  database().execute(sql`select k.person_id from project_people k join people p on p.id = k.person_id
    where (k.family_name, k.given_name, k.search) is distinct from (p.family_name, p.given_name, search_text(p.given_name || ' ' || p.family_name))`);
const everybody: PeopleFilter = { q: '', institutionIds: null, sex: null, trained: null, topic: null, inPost: null, backwards: false };
const listed = async (world: World, q = '', backwards = false) =>
  (await listPeople(world.staff, { id: world.projectId, today: '2019-12-01', attendanceThreshold: '0.8' }, { ...everybody, q, backwards }, {})).rows.map(({ familyName }) => familyName);

test('the register of a project follows the names of its people: sorted as people here expect, found by the new name and not by the old', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const persons = world.people(4);
  await world.save(world.training({ people: persons }));
  await other.save(other.training({ people: other.people(1) }));
  const names = ['Čolaković', 'Cetković', 'Đurić', 'Džudović'];
  for (const [n, person] of persons.entries()) await database().update(people).set({ familyName: names[n] }).where(eq(people.id, person.id));
  expect(await listed(world)).toEqual(['Cetković', 'Čolaković', 'Džudović', 'Đurić']);
  expect(await listed(world, '', true)).toEqual(['Đurić', 'Džudović', 'Čolaković', 'Cetković']);
  expect(await listed(world, 'colak')).toEqual(['Čolaković']);
  await database().update(people).set({ familyName: 'Žugić' }).where(eq(people.id, persons[0]?.id ?? ''));
  expect([await listed(world, 'colak'), await listed(world, 'djuric'), await listed(world, 'zug')]).toEqual([[], ['Đurić'], ['Žugić']]);
  expect(await listed(other, 'zug')).toEqual([]);
  expect(await strangers()).toEqual([]);
});

test('merging and undoing leave no row with somebody else’s name', async () => {
  const world = await aWorld();
  const [ana, anna] = [world.person(), { ...world.person(), name: 'Vukosava' }];
  await world.approved(world.training({ people: [ana, anna] }));
  const id = await merge(world, ana.id, anna.id);
  expect([await strangers(), await listed(world)]).toEqual([[], [expect.any(String)]]);
  await database().update(people).set({ familyName: 'Renamed' }).where(eq(people.id, ana.id));
  await undo(world, id);
  expect([await strangers(), (await listed(world)).length]).toEqual([[], 2]);
});

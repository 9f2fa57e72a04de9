import { inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, people } from '@/db/schema';
import { changePeople } from '@/lib/people/mutations/matching';
import { addPeople } from '@/lib/people/mutations/register';
import { matchPeople } from '@/lib/people/queries/matching';
import { findPerson } from '@/lib/people/queries/person';
import { type Incoming, nameKey } from '@/lib/people/rules/matching';
import { sound } from '@/lib/people/rules/names';
import type { PersonChange } from '@/lib/people/schema/change';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';
import { pairs } from '../../unit/people/pairs';

const row = (input: Partial<Incoming> = {}): Incoming => ({ givenName: 'Đorđe', familyName: 'Šćepanović', sex: null, birthYear: null, institutionId: null, post: null, ...input });
const add = (world: World, input: Partial<Incoming> = {}) => {
  const id = newId();
  const { givenName, familyName, birthYear, institutionId, post } = { ...row(), ...input };
  return world.as(world.staff, (work) => addPeople(work, [{ id, givenName, familyName, sex: input.sex ?? 'not_stated', birthYear, institutionId, post }])).then(() => id);
};

test('the database hears names as the rules do, and keeps the words first among its keys', async () => {
  const names = pairs.flatMap(({ left, right }) => [left, right]).map(({ givenName, familyName }) => ({ g: givenName, f: familyName }));
  const odd = ['Straße', 'Ægir', 'İlker', 'Łukasz', 'Љубиша Његош', 'Ана-Марија', "O'Brien", '  ', 'Ёлка', 'Śekula', 'ѓорѓи', '王 Li', 'Xhyxhe Ajti Ijo'].map((g) => ({ g, f: 'X' }));
  const rows = await database().execute<{ g: string; f: string; heard: string; first: string }>(
    sql`select g, f, name_sound(g) as heard, (name_keys(g, f))[1] as first from json_to_recordset(${JSON.stringify([...names, ...odd])}::json) as r(g text, f text)`,
  );
  for (const { g, f, heard, first } of rows) {
    expect(heard, g).toBe(sound(g));
    if (nameKey({ givenName: g, familyName: f }).split(' ').length <= 4) expect([...first.split(' ')].sort().join(' '), g).toBe(nameKey({ givenName: g, familyName: f }));
  }
});

test('whom the rules would offer, the index finds: the labelled pairs against one register', async () => {
  const world = await aWorld();
  const place = { A: world.unit, B: world.border };
  const at = (one: Incoming): Incoming => ({ ...one, institutionId: place[one.institutionId as 'A' | 'B'] });
  const alike = pairs.filter((pair) => pair.label !== 'different');
  const ids = new Map(alike.map((pair) => [pair, newId()]));
  await world.as(world.staff, (work) => addPeople(work, alike.map((pair) => ({ ...at(pair.left), id: ids.get(pair) as string, sex: 'not_stated' as const }))));
  const found = await matchPeople(world.staff, world.projectId, alike.map((pair) => at(pair.right)));
  const namesakes = (index: number) => new Set(alike.filter((pair) => nameKey(pair.left) === nameKey(alike[index]?.left as Incoming)).map((pair) => ids.get(pair)));
  // Where somebody bears the very name of the row, that is who is offered.
  const missed = alike.filter((pair, index) => !found[index]?.candidates.some((one) => namesakes(index).has(one.id) || nameKey(one) === nameKey(pair.right)));
  console.log(`recall through the index: ${alike.length - missed.length} of ${alike.length}`);
  expect(missed.map((pair) => pair.line)).toEqual(['~ Albana+Sinanaj / Albana+Sinaj']);
});

test('a row is matched, likely, new or invalid, with what it would change', async () => {
  const world = await aWorld();
  const id = await add(world, { birthYear: 1980, institutionId: world.unit, post: 'Inspector' });
  await add(world, { givenName: 'Mila', familyName: 'Rmandić' });
  const [matched, likely, close, fresh, invalid] = await matchPeople(world.staff, world.projectId, [
    row({ givenName: 'Scepanovic', familyName: 'Djordje', birthYear: 1980, institutionId: world.border, post: 'Head' }),
    row(),
    row({ givenName: 'Mila', familyName: 'Rmadnić' }),
    row({ givenName: 'Petra' }),
    row({ familyName: ' ' }),
  ]);
  expect(matched).toMatchObject({ state: 'matched', candidates: [{ id, version: 1, reasons: ['order', 'birthYear', 'institutionDiffers'] }] });
  expect(matched?.candidates[0]?.changes).toEqual([{ field: 'institutionId', from: world.unit, to: world.border }, { field: 'post', from: 'Inspector', to: 'Head' }]);
  expect([likely?.state, close?.state, fresh?.state, invalid?.state]).toEqual(['likely', 'likely', 'new', 'invalid']);
  expect(close?.candidates[0]).toMatchObject({ familyName: 'Rmandić', reasons: ['closeName'] });
});

test('only people whom the viewer may see are compared; the merged and the erased never', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const id = await add(world, { institutionId: world.unit });
  const asked = [row({ institutionId: world.unit })];
  const state = async (viewer: World['staff'], projectId: string) => (await matchPeople(viewer, projectId, asked))[0]?.state;
  expect(await state(world.staff, world.projectId)).toBe('matched');
  expect(await state(world.donor, world.projectId)).toBe('new');
  expect(await state(other.staff, other.projectId)).toBe('new');
  expect(await state(other.staff, world.projectId)).toBe('new');
  expect(await state({ ...other.staff, memberships: [...other.staff.memberships, { projectId: world.projectId, role: 'staff' }] }, other.projectId)).toBe('matched');
  expect(await state({ ...other.staff, memberships: [...other.staff.memberships, { projectId: world.projectId, role: 'donor' }] }, other.projectId)).toBe('new');
  await database().update(people).set({ anonymisedAt: new Date(), givenName: '–', familyName: '–' }).where(sql`id = ${id}`);
  expect(await state(world.staff, world.projectId)).toBe('new');
  const [erased] = await database().select({ keys: people.matchKeys }).from(people).where(sql`id = ${id}`);
  expect(erased?.keys).toEqual(['']);
});

test('many rows are asked in one statement each thousand, and the index answers', async () => {
  const world = await aWorld();
  const ids = await Promise.all([add(world, { institutionId: world.unit }), add(world, { givenName: 'Mila', familyName: 'Rmandić', institutionId: world.unit })]);
  const rows = Array.from({ length: 2500 }, (_, n) => (n % 1000 === 999 ? row({ institutionId: world.unit }) : row({ givenName: `Osoba${n}`, familyName: 'Nova' })));
  const found = await matchPeople(world.staff, world.projectId, rows);
  expect(found.flatMap((one, n) => (one.state === 'matched' ? [[n, one.candidates[0]?.id]] : []))).toEqual([[999, ids[0]], [1999, ids[0]]]);
  const plan = await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(sql`explain select id from people where match_keys && name_keys('Ana', 'Kovač')`);
  });
  expect(JSON.stringify(plan)).toContain('people_match_idx');
});

const change = (input: Partial<PersonChange> & { personId: string }): PersonChange => ({ version: 1, givenName: null, familyName: null, sex: null, birthYear: null, institutionId: null, post: null, ...input });
const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? error);

test('what was chosen from a list is taken over, posts stay as history, and the trail holds no personal value', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const [moved, named, same, without] = await Promise.all([
    add(world, { institutionId: world.unit, post: 'Inspector' }),
    add(world, { familyName: 'Šćepanovic', institutionId: world.unit, post: 'Inspector' }),
    add(world, { birthYear: 1980 }),
    add(world, { givenName: 'Mila' }),
  ]);
  const apply = (...changes: PersonChange[]) => world.as(world.staff, (work) => changePeople(work, changes));
  await apply(change({ personId: moved, institutionId: world.border, sex: 'male' }), change({ personId: named, familyName: 'Šćepanović', post: 'Head' }), change({ personId: same, birthYear: 1980 }), change({ personId: without, post: 'Head' }));
  const at = async (id: string) => findPerson(world.staff, { id: world.projectId }, id);
  expect(await at(moved)).toMatchObject({ version: 2, sex: 'male', posts: [{ institutionId: world.border, post: null, from: '2019-12-01', to: null }, { institutionId: world.unit, post: 'Inspector', to: '2019-12-01' }] });
  expect(await at(named)).toMatchObject({ version: 2, familyName: 'Šćepanović', posts: [{ institutionId: world.unit, post: 'Head', to: null }] });
  expect(await at(same)).toMatchObject({ version: 1 });
  expect(await at(without)).toMatchObject({ version: 1, posts: [] });
  const trail = await database().select().from(auditLog).where(inArray(auditLog.entityId, [moved, named]));
  expect(JSON.stringify(trail)).not.toMatch(/Šćepanovi|Inspector|Head/);

  expect(await failure(apply(change({ personId: moved, birthYear: 1970 })))).toBe('personChanged');
  expect(await failure(other.as(other.staff, (work) => changePeople(work, [change({ personId: moved, version: 2, birthYear: 1970 })])))).toBe('noSuchPerson');
  expect(await failure(apply(change({ personId: same, institutionId: newId() })))).toBe('noSuchInstitution');
});

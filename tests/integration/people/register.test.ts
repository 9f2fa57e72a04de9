import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, people, projectPeople } from '@/db/schema';
import { savePerson } from '@/lib/people/mutations/register';
import { findPerson } from '@/lib/people/queries/person';
import { listPeople, type PeopleFilter } from '@/lib/people/queries/register';
import { searchPeople } from '@/lib/people/queries/search';
import { savePersonSchema } from '@/lib/people/schema/person';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const person = (world: World, input: Record<string, unknown> = {}) => savePersonSchema.parse({ projectId: world.projectId, id: newId(), version: null, givenName: 'Đorđe', familyName: 'Šćepanović', sex: 'male', birthYear: '1980', institutionId: world.unit, post: 'Inspector', rank: '', email: '', phone: '', lawfulBasis: '', consentOn: '', retainUntil: '', ...input });
const save = (world: World, input: ReturnType<typeof person>, actor = world.staff) => world.as(actor, (work) => savePerson(work, input));
const all: PeopleFilter = { q: '', institutionIds: null, sex: null, trained: null, topic: null, inPost: null, backwards: false };
const project = (world: World) => ({ id: world.projectId, today: '2019-12-01', attendanceThreshold: '0.8' });
const names = async (world: World, filter: Partial<PeopleFilter>, viewer = world.staff) => (await listPeople(viewer, project(world), { ...all, ...filter }, {})).rows.map((row) => row.familyName);

test('a person is kept until 24 months after the end; the trail names personal fields without their values', async () => {
  const world = await aWorld();
  const input = person(world);
  await save(world, input);
  const [row] = await database().select().from(people).where(eq(people.id, input.id));
  expect(row).toMatchObject({ retainUntil: '2021-12-31', createdBy: world.staff.id });
  const trail = await database().select().from(auditLog).where(and(eq(auditLog.entityId, input.id), eq(auditLog.entity, 'people')));
  expect(JSON.stringify(trail)).not.toMatch(/Đorđe|Šćepanović|1980/);
  expect(trail[0]?.changes).toMatchObject({ givenName: null, familyName: null, sex: [null, 'male'] });
});

test('a move keeps the old post with its end; the older version is refused with the record as it stands', async () => {
  const world = await aWorld();
  const input = person(world);
  await save(world, input);
  expect(await save(world, { ...input, version: 1, institutionId: world.border, post: 'Head' })).toEqual({ id: input.id, version: 2 });
  const found = await findPerson(world.staff, { id: world.projectId }, input.id);
  expect(found?.posts).toMatchObject([
    { institutionId: world.border, post: 'Head', from: '2019-12-01', to: null },
    { institutionId: world.unit, post: 'Inspector', from: null, to: '2019-12-01' },
  ]);
  expect(await failure(save(world, { ...input, version: 1 }))).toMatchObject({ reason: 'stale', current: { version: 2 } });
  expect(await failure(save(world, person(world, { institutionId: newId() })))).toMatchObject({ reason: 'noSuchInstitution', fieldErrors: { institutionId: 'noSuchInstitution' } });
});

test('names are found in any order, without diacritics, with dj for đ, and wildcards mean themselves', async () => {
  const world = await aWorld();
  await save(world, person(world));
  for (const q of ['scepanovic', 'Šćepanović Đorđe', 'djordje', 'dord scep', 'ŠĆEPAN']) expect(await names(world, { q }), q).toEqual(['Šćepanović']);
  for (const q of ['%', '_', 'scepanovic ana', '\\']) expect(await names(world, { q }), q).toEqual([]);
  expect((await searchPeople(world.staff, world.projectId, 'djo')).map((row) => row.name)).toEqual(['Đorđe Šćepanović']);
});

test('a letter or two stand at the beginning of a part of a name, more anywhere in it', async () => {
  const world = await aWorld();
  for (const [givenName, familyName] of [['Ana', 'Vuković'], ['Ivan', 'Brajović'], ['Maja', 'Anđić Kovač']] as const) await save(world, person(world, { givenName, familyName }));
  expect(await names(world, { q: 'an' })).toEqual(['Anđić Kovač', 'Vuković']);
  expect(await names(world, { q: 'ko' })).toEqual(['Anđić Kovač']);
  expect(await names(world, { q: 'ović' })).toEqual(['Brajović', 'Vuković']);
  expect(await names(world, { q: 'v ana' })).toEqual(['Vuković']);
});

test('a picker offers its own project first, then the others that the viewer records for, and nobody twice', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const input = person(world, { familyName: 'Zeković' });
  await save(world, input);
  for (const familyName of ['Abazović', 'Bulatović']) await save(other, person(other, { familyName }));
  await database().insert(projectPeople).values({ projectId: other.projectId, personId: input.id });
  const found = async (viewer: typeof world.staff, q: string) => (await searchPeople(viewer, world.projectId, q)).map((row) => row.familyName);
  const both = { ...world.staff, memberships: [...world.staff.memberships, ...other.staff.memberships] };
  for (const q of ['djordje', 'đo', '']) expect(await found(both, q), q).toEqual(['Zeković', 'Abazović', 'Bulatović']);
  expect(await found(world.staff, 'djordje')).toEqual(['Zeković']);
  expect(await found({ ...both, memberships: [...world.staff.memberships, ...other.donor.memberships] }, 'djordje')).toEqual(['Zeković']);
});

test('the register counts what was attended by the rule, filters, and sorts č after c', async () => {
  const world = await aWorld();
  const trained = { ...world.person('female'), name: 'Ana' };
  const absent = { ...world.person('male', world.border), name: 'Marko' };
  await world.approved(world.training({ people: [trained, absent], present: (index) => index === 0 }));
  for (const familyName of ['Čađenović', 'Camaj', 'Dedić']) await save(world, person(world, { familyName }));
  expect(await names(world, {})).toEqual(['Camaj', 'Čađenović', 'Dedić', 'Test', 'Test']);
  const page = await listPeople(world.staff, project(world), { ...all, trained: true }, {});
  expect(page.rows).toMatchObject([{ id: trained.id, trainings: 1, lastTraining: '2019-03-05', hours: 12 }]);
  expect(page.total).toBe(1);
  expect(await names(world, { sex: 'female' })).toEqual(['Test']);
  expect((await listPeople(world.staff, project(world), { ...all, institutionIds: [world.border] }, {})).rows.map((row) => [row.givenName, row.trainings])).toEqual([['Marko', 0]]);
});

test('pages follow one another without gap or repetition, forwards and back', async () => {
  const world = await aWorld();
  await world.save(world.training({ people: world.people(120) }));
  const first = await listPeople(world.staff, project(world), all, {});
  const second = await listPeople(world.staff, project(world), all, { after: first.after ?? '' });
  const third = await listPeople(world.staff, project(world), all, { after: second.after ?? '' });
  expect([first, second, third].map((page) => page.rows.length)).toEqual([50, 50, 20]);
  expect(new Set([first, second, third].flatMap((page) => page.rows.map((row) => row.id))).size).toBe(120);
  expect([first.before, third.after]).toEqual([null, null]);
  expect((await listPeople(world.staff, project(world), all, { before: second.before ?? '' })).rows).toEqual(first.rows);
  expect((await listPeople(world.staff, project(world), all, { after: 'nonsense' })).rows).toEqual(first.rows);
});

test('the register filters by topic attended and by who is in post, and sorts backwards page by page', async () => {
  const world = await aWorld();
  const [ana, ivan] = [{ ...world.person('female'), name: 'Ana' }, { ...world.person('male'), name: 'Ivan' }];
  const form = world.training({ people: [ana, ivan], present: (index, session) => index === 0 || session === 0 });
  await world.approved(form.kind === 'training' ? { ...form, detail: { ...form.detail, topics: ['Screening'] } } : form);
  await world.save(world.training({ people: world.people(70) }));
  const given = async (filter: Partial<PeopleFilter>) => (await listPeople(world.staff, project(world), { ...all, ...filter }, {})).rows.map((row) => row.givenName);
  expect(await given({ topic: 'Screening' })).toEqual(['Ana']);
  expect(await given({ topic: 'Something else' })).toEqual([]);
  await save(world, person(world, { id: ana.id, version: 1, givenName: 'Ana', familyName: 'Test', sex: 'female', birthYear: '', institutionId: '', post: '' }));
  expect(await given({ inPost: false })).toEqual(['Ana']);
  expect((await given({ inPost: true })).length).toBe(50);
  const down = { ...all, backwards: true };
  const first = await listPeople(world.staff, project(world), down, {});
  const second = await listPeople(world.staff, project(world), down, { after: first.after ?? '' });
  const up = await listPeople(world.staff, project(world), all, {});
  expect([...first.rows, ...second.rows].map((row) => row.id).reverse().slice(0, 50)).toEqual(up.rows.map((row) => row.id));
  expect((await listPeople(world.staff, project(world), down, { before: second.before ?? '' })).rows).toEqual(first.rows);
});

test('what a viewer may not see does not exist', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const input = person(world);
  await save(world, input);
  expect(await names(world, {}, world.donor)).toEqual([]);
  expect(await findPerson(world.donor, { id: world.projectId }, input.id)).toBeNull();
  expect(await findPerson(other.staff, { id: other.projectId }, input.id)).toBeNull();
  expect(await findPerson(other.staff, { id: world.projectId }, input.id)).toBeNull();
  expect(await searchPeople(other.staff, other.projectId, 'djordje')).toEqual([]);
  expect(await searchPeople(world.donor, world.projectId, 'djordje')).toEqual([]);
  expect(await failure(save(other, { ...input, projectId: other.projectId, version: 1 }))).toMatchObject({ reason: 'noSuchPerson' });
});

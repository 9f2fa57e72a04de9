import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { participants, people } from '@/db/schema';
import { activityForm } from '@/lib/activities/queries/form';
import type { SaveActivityForm } from '@/lib/activities/schema';
import { findPerson } from '@/lib/people/queries/person';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? error);
type Row = SaveActivityForm['participants'][number];
const row = (training: SaveActivityForm, at = 0) => training.participants[at] as Row;
const person = async (id: string) => (await database().select().from(people).where(eq(people.id, id)))[0];
const changeOf = (personId: string, fields: object) => ({ personId, version: 1, ...fields });

async function known(world: World) {
  const first = world.training({ people: [world.person()] });
  await world.save(first);
  return row(first).personId;
}

test('what was chosen from the list goes to the register with the same save, or not at all', async () => {
  const world = await aWorld();
  const personId = await known(world);
  const training = world.training({ people: [world.person()] });
  const withChange = { ...training, participants: [{ ...row(training), personId, person: null, change: changeOf(personId, { birthYear: 1980, institutionId: world.border }) }] };
  expect(await failure(world.save({ ...withChange, outputIds: [], participants: [{ ...withChange.participants[0], institutionId: newId() } as Row] }))).toBe('noSuchInstitution');
  expect(await person(personId)).toMatchObject({ birthYear: null, version: 1 });
  const saved = await world.save({ ...withChange, id: newId() });
  expect(await person(personId)).toMatchObject({ birthYear: 1980, version: 2 });
  expect((await findPerson(world.staff, { id: world.projectId }, personId))?.posts).toMatchObject([{ institutionId: world.border, to: null }, { institutionId: world.unit }]);
  // The form sends it once more when the answer was lost: it is done already.
  const form = await activityForm(world.staff, { id: world.projectId }, { id: saved.id });
  await world.save({ ...(form?.values as SaveActivityForm), participants: [{ ...row(form?.values as SaveActivityForm), change: changeOf(personId, { birthYear: 1980, institutionId: world.border }) }] });
  expect(await person(personId)).toMatchObject({ version: 2 });
});

test('a line for which nobody chose is not saved, nor a change for somebody else than the line', async () => {
  const world = await aWorld();
  const training = world.training({ people: [world.person()] });
  const refused = (more: object) => failure(Promise.resolve().then(() => world.save({ ...training, participants: [{ ...row(training), ...more } as Row] })));
  expect(JSON.stringify(await refused({ unsure: true }))).toContain('choosePerson');
  expect(JSON.stringify(await refused({ change: changeOf(newId(), {}) }))).toContain('invalid');
});

test('who was entered a moment ago is corrected by typing on; who stands elsewhere too, or was entered by others, is not', async () => {
  const world = await aWorld();
  const training = world.training({ people: [world.person()] });
  const saved = await world.save(training);
  const entry = row(training).person as NonNullable<Row['person']>;
  const again = (version: number, familyName: string, actor = world.staff) => world.save({ ...training, version, participants: [{ ...row(training), person: { ...entry, familyName } }] }, actor);
  const { version } = await again(saved.version, 'Corrected');
  expect(await person(entry.id)).toMatchObject({ familyName: 'Corrected' });
  const byOther = await again(version, 'Silently', world.manager);
  expect(await person(entry.id)).toMatchObject({ familyName: 'Corrected' });
  const second = world.training({ people: [world.person()] });
  await world.save({ ...second, participants: [{ ...row(second), personId: entry.id, person: null }] });
  await again(byOther.version, 'Elsewhere');
  expect(await person(entry.id)).toMatchObject({ familyName: 'Corrected' });
});

test('the form knows who its people are', async () => {
  const world = await aWorld();
  const training = world.training({ people: [world.person('female')] });
  const { id } = await world.save(training);
  const form = await activityForm(world.staff, { id: world.projectId }, { id });
  expect(form?.people[row(training).personId]).toMatchObject({ familyName: 'Test', sex: 'female', birthYear: null });
  expect(await database().select({ n: participants.id }).from(participants).where(eq(participants.activityId, id))).toHaveLength(1);
});

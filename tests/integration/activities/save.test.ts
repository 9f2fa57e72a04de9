import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, attendance, participants, people, sessions } from '@/db/schema';
import type { SaveActivityForm } from '@/lib/activities/schema';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string; fieldErrors?: Record<string, string> } }) => error.failure ?? error);
type Row = SaveActivityForm['participants'][number];
const count = async (table: typeof participants | typeof attendance | typeof sessions, activityId: string) => database().$count(table, eq(table.activityId, activityId));

test('what points at something unknown is refused by its name, never by the database, and leaves nothing', async () => {
  const world = await aWorld();
  const form = world.training({ people: world.people(2), unnamed: 3 });
  const first = form.participants[0] as Row;
  const refused = async (change: Partial<SaveActivityForm>) => failure(world.save({ ...form, id: newId(), ...change } as SaveActivityForm));
  expect(await refused({ participants: [{ ...first, personId: newId(), person: null }] })).toMatchObject({ reason: 'noSuchPerson', fieldErrors: { participants: 'noSuchPerson' } });
  expect(await refused({ participants: [{ ...first, institutionId: newId() }] })).toMatchObject({ reason: 'noSuchInstitution', fieldErrors: { participants: 'noSuchInstitution' } });
  expect(await refused({ headcounts: [{ institutionId: newId(), sex: 'male', count: 2 }] })).toMatchObject({ reason: 'noSuchInstitution', fieldErrors: { headcounts: 'noSuchInstitution' } });
  expect(await refused({ outputIds: [newId()] })).toMatchObject({ reason: 'noSuchResult' });
  expect(await database().$count(activities, eq(activities.projectId, world.projectId))).toBe(0);
  expect(await database().$count(people, eq(people.id, first.personId))).toBe(0);
});

test('rows that another activity holds under the same id are a conflict, and stay where they are', async () => {
  const world = await aWorld();
  const form = world.training({ people: world.people(2), sessions: ['2019-03-04', '2019-03-05'] });
  const saved = await world.save(form);
  const other = { ...form, id: newId(), participants: form.participants.map((row) => ({ ...row, person: null })) };
  expect(await failure(world.save(other))).toMatchObject({ reason: 'conflict' }); // the same sessions and participants
  const ownSessions = form.sessions.map((session) => ({ ...session, id: newId() }));
  const same = { ...other, id: newId(), sessions: ownSessions, participants: other.participants.map((row) => ({ ...row, sessionIds: ownSessions.map(({ id }) => id) })) };
  expect(await failure(world.save(same))).toMatchObject({ reason: 'conflict' }); // the same participants
  expect([await count(sessions, saved.id), await count(participants, saved.id), await count(attendance, saved.id)]).toEqual([2, 2, 4]);
});

test('an edit that moves, drops and adds people and sessions stores what was sent', async () => {
  const world = await aWorld();
  const form = world.training({ people: world.people(3), sessions: ['2019-03-04', '2019-03-05'] });
  const saved = await world.save(form);
  const [kept, moved] = [form.participants[0] as Row, form.participants[1] as Row];
  const day = { id: newId(), date: '2019-03-06', hours: 2, topic: null };
  const added = { ...(world.training({ people: world.people(1) }).participants[0] as Row), sessionIds: [day.id] };
  const left = form.sessions[1] as SaveActivityForm['sessions'][number];
  const rows = [{ ...moved, person: null, sessionIds: [left.id, day.id] }, added, { ...kept, person: null, sessionIds: [day.id] }];
  await world.save({ ...form, version: saved.version, sessions: [left, day], participants: rows });
  const stored = await database().select({ id: participants.id, position: participants.position }).from(participants).where(eq(participants.activityId, saved.id)).orderBy(participants.position);
  expect(stored.map((row) => row.id)).toEqual(rows.map((row) => row.id));
  const present = await database().select({ id: attendance.participantId, sessionId: attendance.sessionId }).from(attendance).where(eq(attendance.activityId, saved.id));
  const key = (row: { id: string; sessionId: string }) => `${row.id} ${row.sessionId}`;
  expect(present.map(key).sort()).toEqual(rows.flatMap((row) => row.sessionIds.map((sessionId) => key({ id: row.id, sessionId }))).sort());
});

test('references count on from the highest of their kind, whatever else stands among them', async () => {
  const world = await aWorld();
  const first = await world.save(world.training({ people: [] }));
  expect(first.reference).toBe('TR-001');
  const rename = (reference: string) => database().update(activities).set({ reference }).where(sql`${activities.id} = ${first.id}`);
  await rename('TR-1041');
  expect((await world.save(world.training({ people: [] }))).reference).toBe('TR-1042');
  await rename('TR-2019-77'); // from elsewhere: no number of ours
  expect((await world.save(world.training({ people: [] }))).reference).toBe('TR-1043');
});

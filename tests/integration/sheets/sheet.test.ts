import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, attendance, auditLog, participants, people, sessions } from '@/db/schema';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { saveSheet } from '@/lib/sheets/mutations';
import { saveSheetSchema } from '@/lib/sheets/schema';
import { aWorld, type World } from '../../support/builders';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function aTraining(count = 4) {
  const form = world.training({ people: world.people(count), present: (_person, session) => session === 0 });
  const { id, version } = await world.save(form);
  const [first, second] = form.sessions;
  if (!first || !second) throw new Error('two sessions are needed');
  return { id, version, form, first: first.id, second: second.id, rows: form.participants.map((row) => row.id) };
}
const enter = (actor: World['staff'], input: object) => world.as(actor, (work) => saveSheet(work, saveSheetSchema.parse({ projectId: world.projectId, walkIns: [], ...input })));
const presentIn = async (activityId: string, sessionId: string) =>
  (await database().select({ id: attendance.participantId }).from(attendance).where(and(eq(attendance.activityId, activityId), eq(attendance.sessionId, sessionId)))).map((row) => row.id).sort();
const walkIn = (name: string, personId = newId()) => ({ id: newId(), personId, role: 'trainee', institutionId: world.unit, post: null, person: { id: personId, givenName: name, familyName: 'Novak', sex: 'female', birthYear: null, institutionId: world.unit, post: null } });

describe('entering a signed list', () => {
  test('makes the attendance of one session what the paper says, leaves the others, and is an edit with a trace', async () => {
    const training = await aTraining();
    const done = await enter(world.manager, { activityId: training.id, version: training.version, sessionId: training.second, presentIds: training.rows.slice(1, 3) });
    expect(done).toMatchObject({ version: training.version + 1, present: 2 });
    expect(await presentIn(training.id, training.second)).toEqual(training.rows.slice(1, 3).sort());
    expect(await presentIn(training.id, training.first)).toEqual(training.rows.toSorted());
    const [row] = await database().select().from(activities).where(eq(activities.id, training.id));
    expect(row).toMatchObject({ version: training.version + 1, lastEditedBy: world.manager.id });
    const trail = await database().select().from(auditLog).where(and(eq(auditLog.entityId, training.id), eq(auditLog.actorId, world.manager.id)));
    expect(trail.flatMap((entry) => Object.keys(entry.changes))).toEqual(expect.arrayContaining(['participants', 'version']));
  });

  test('adds walk-ins below the list, from the register or new', async () => {
    const training = await aTraining(2);
    const [known] = await database().select().from(people).innerJoin(participants, eq(participants.personId, people.id)).where(eq(participants.activityId, (await aTraining(1)).id));
    const registered = { ...walkIn('', known?.people.id), person: null };
    const fresh = walkIn('Mila');
    await enter(world.staff, { activityId: training.id, version: training.version, sessionId: training.second, presentIds: [], walkIns: [registered, fresh] });
    const rows = await database().select().from(participants).where(eq(participants.activityId, training.id)).orderBy(participants.position);
    expect(rows.map((row) => row.id)).toEqual([...training.rows, registered.id, fresh.id]);
    expect(await presentIn(training.id, training.second)).toEqual([registered.id, fresh.id].sort());
    expect(await presentIn(training.id, training.first)).toEqual(training.rows.toSorted());
  });

  test('where the paper overrules what was recorded, that stays readable, and an edit of the form leaves it', async () => {
    const training = await aTraining();
    const [stays, goes] = [training.rows.slice(0, 3), training.rows[3] as string];
    const done = await enter(world.staff, { activityId: training.id, version: training.version, sessionId: training.first, presentIds: stays });
    const record = async () => (await database().select({ sheet: sessions.sheet }).from(sessions).where(eq(sessions.id, training.first)))[0]?.sheet;
    expect(await record()).toMatchObject({ by: world.staff.id, signedNotPresent: [], presentNotSigned: [goes] });
    await world.save({ ...training.form, version: done.version, title: 'Another title' });
    expect(await record()).toMatchObject({ presentNotSigned: [goes] });
    const [other] = await database().select({ sheet: sessions.sheet }).from(sessions).where(eq(sessions.id, training.second));
    expect(other?.sheet).toBeNull();
  });

  test('writes nothing when paper and system agree', async () => {
    const training = await aTraining();
    expect(await enter(world.staff, { activityId: training.id, version: training.version, sessionId: training.first, presentIds: training.rows })).toMatchObject({ version: training.version });
  });

  const refusal = (run: Promise<unknown>) => run.then(() => 'done', (error) => (error as { failure?: { reason: string } }).failure?.reason ?? String(error));

  test('is refused on a version that somebody has changed since', async () => {
    const training = await aTraining();
    const sheet = { activityId: training.id, version: training.version, sessionId: training.second, presentIds: training.rows };
    await enter(world.staff, sheet);
    expect(await refusal(enter(world.manager, { ...sheet, presentIds: [] }))).toBe('stale');
    expect(await presentIn(training.id, training.second)).toHaveLength(4);
  });

  test('is refused for somebody who is on the list, for rows and sessions of other records, and for a role that the kind does not have', async () => {
    const [training, other] = [await aTraining(), await aTraining()];
    const sheet = { activityId: training.id, version: training.version, sessionId: training.second, presentIds: [] };
    const listed = training.form.participants[0]?.personId;
    expect(await refusal(enter(world.staff, { ...sheet, walkIns: [{ ...walkIn('', listed), person: null }] }))).toBe('personTwice');
    expect(await refusal(enter(world.staff, { ...sheet, presentIds: [other.rows[0]] }))).toBe('invalid');
    expect(await refusal(enter(world.staff, { ...sheet, sessionId: other.second }))).toBe('notFound');
    expect(await refusal(enter(world.staff, { ...sheet, walkIns: [{ ...walkIn('Ana'), role: 'chair' }] }))).toBe('invalidChoice');
    const twice = walkIn('Ana');
    expect(await refusal(enter(world.staff, { ...sheet, walkIns: [twice, { ...twice, id: newId() }] }))).toBe('personTwice');
  });

  test('is refused on an approved record and in a closed period', async () => {
    const own = await aWorld();
    const form = own.training({ people: own.people(2) });
    const approved = await own.approved(form);
    const draft = own.training({ people: own.people(2) });
    const saved = await own.save(draft);
    await own.as(own.manager, (work) => closePeriod(work, { periodId: own.periods.first }));
    const sheet = (activityId: string, version: number, sessionId: string | undefined) => own.as(own.manager, (work) => saveSheet(work, saveSheetSchema.parse({ projectId: own.projectId, activityId, version, sessionId, presentIds: [], walkIns: [] })));
    expect(await refusal(sheet(approved.id, approved.version, form.sessions[0]?.id))).toBe('approvedIsLocked');
    expect(await refusal(sheet(saved.id, saved.version, draft.sessions[0]?.id))).toBe('periodClosed');
  });
});

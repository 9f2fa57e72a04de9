import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, attendance, auditLog, imports, participants, people, personPosts, projectPeople } from '@/db/schema';
import type { Cell } from '@/lib/exchange/table';
import { findImport, listImports } from '@/lib/imports/queries';
import { receiveImport } from '@/lib/imports/mutations';
import { rememberInstitutions } from '@/lib/people/mutations/institutions-said';
import { savePerson } from '@/lib/people/mutations/register';
import { previewRoster } from '@/lib/people/queries/roster';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';
import { proposed, Roster } from '../../support/roster';

const heading: Cell[] = ['Prezime', 'Ime', 'Pol', 'Godina rođenja', 'Institucija', 'Radno mjesto', 'E-pošta'];
const [ana, ivo]: Cell[][] = [['Popović', 'Ana', 'ž', 1985, 'Unit', 'Inspector', 'ana@x.me'], ['Marić', 'Ivo', 'm', 1990, 'Border']];
const register = (world: World) =>
  database().select({ id: people.id, family: people.familyName, version: people.version }).from(people).innerJoin(projectPeople, eq(projectPeople.personId, people.id)).where(eq(projectPeople.projectId, world.projectId)).orderBy(people.familyName);
const listOf = (activityId: string) => database().select().from(participants).where(eq(participants.activityId, activityId)).orderBy(participants.position);
const reasonOf = async (attempt: Promise<unknown>) => attempt.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.failure.reason : String(error)));

test('a list joins the register in one go, each person with post, contact and a line in the trail', async () => {
  const world = await aWorld();
  const list = await new Roster(world, [heading, ana as Cell[], ivo as Cell[], ['', 'Nobody']]).upload();
  expect((await list.preview()).rows.map((row) => row.state)).toEqual(['new', 'new', 'rejected']);
  expect(await list.commit()).toEqual({ added: 2, changed: 0, listed: 0, same: 0, rejected: 1, leftOut: [] });
  const known = await register(world);
  expect(known.map((one) => one.family)).toEqual(['Marić', 'Popović']);
  const [row] = await database().select().from(people).where(eq(people.id, known[1]?.id ?? ''));
  expect(row).toMatchObject({ givenName: 'Ana', sex: 'female', birthYear: 1985, email: 'ana@x.me', retainUntil: '2021-12-31' });
  expect(await database().select({ institutionId: personPosts.institutionId, post: personPosts.post }).from(personPosts).where(and(eq(personPosts.personId, row?.id ?? ''), isNull(personPosts.toDate)))).toEqual([{ institutionId: world.unit, post: 'Inspector' }]);
  const trail = await database().select({ changes: auditLog.changes }).from(auditLog).where(and(eq(auditLog.entity, 'people'), inArray(auditLog.entityId, known.map((one) => one.id))));
  expect(trail.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(trail)).not.toMatch(/Ana|ana@x/);
});

test('the same file twice adds nothing and says so', async () => {
  const world = await aWorld();
  const sha = newId().replaceAll('-', '').padEnd(64, '0');
  const lines = [heading, ana as Cell[], ivo as Cell[], ['Bare', 'Name']];
  await (await new Roster(world, lines, null, sha).upload()).commit();
  const again = await new Roster(world, lines, null, sha).upload();
  expect((await again.preview()).rows.map((row) => row.state)).toEqual(['same', 'same', 'same']);
  expect(await reasonOf(again.commit())).toBe('importNothingChosen');
  const seen = await findImport(world.staff, { id: world.projectId }, again.id, new Date('2019-12-01T10:00:00Z'));
  expect(seen?.earlier).toMatchObject({ by: 'Staff' });
  expect(await register(world)).toHaveLength(3);
});

test('a list of participants with attendance, scores and roles; sent again corrected, it changes only what is chosen', async () => {
  const world = await aWorld();
  const saved = await world.save(world.training({ people: [] }));
  const columns: Cell[] = [...heading, 'Uloga', 'Score before', 'Score after', 'Session 1', '05.03.2019'];
  const line = (cells: Cell[], ...more: Cell[]) => [...cells, ...Array.from({ length: 7 - cells.length }, () => null), ...more];
  const first = await new Roster(world, [columns, line(ana as Cell[], 'Predavač', 40, null, 'x', ''), line(ivo as Cell[], null, '50,5', 70, 'x', 'x')], saved.id).upload();
  expect(await first.commit()).toMatchObject({ added: 2, listed: 2, changed: 0 });
  const [a, b] = await listOf(saved.id);
  expect([a?.role, a?.preScore, a?.postScore, a?.institutionId, a?.post, b?.role, b?.preScore]).toEqual(['trainer', '40.00', null, world.unit, 'Inspector', 'trainee', '50.50']);
  expect(await database().$count(attendance, eq(attendance.activityId, saved.id))).toBe(3);
  const [record] = await database().select({ version: activities.version, editor: activities.lastEditedBy }).from(activities).where(eq(activities.id, saved.id));
  expect(record).toEqual({ version: saved.version + 1, editor: world.staff.id });

  const second = await new Roster(world, [columns, line(ana as Cell[], 'Predavač', 45, 80, 'x', 'x'), line(ivo as Cell[], null, '50,5', 70, 'x', 'x')], saved.id).upload();
  const plan = await second.preview();
  expect(plan.rows.map((row) => row.state)).toEqual(['changed', 'same']);
  await second.commit({ choose: (row) => ({ ...proposed(row), changes: ['list.postScore', 'list.sessionIds'] }) });
  const [after] = await listOf(saved.id);
  expect([after?.id, after?.preScore, after?.postScore]).toEqual([a?.id, '40.00', '80.00']);
  expect(await database().$count(attendance, eq(attendance.activityId, saved.id))).toBe(4);
  expect(await register(world)).toHaveLength(2);
});

test('without attendance in the file nobody is made present unless it is said for all', async () => {
  const world = await aWorld();
  for (const presentInAll of [false, true]) {
    const saved = await world.save(world.training({ people: [] }));
    await (await new Roster(world, [heading, ana as Cell[]], saved.id).upload()).commit({ presentInAll });
    expect(await database().$count(attendance, eq(attendance.activityId, saved.id))).toBe(presentInAll ? 2 : 0);
  }
  const meeting = await world.save(world.meeting([]));
  await (await new Roster(world, [[...heading, 'Role'], [...(ana as Cell[]), 'Chair']], meeting.id).upload()).commit();
  expect([(await listOf(meeting.id))[0]?.role, await database().$count(attendance, eq(attendance.activityId, meeting.id))]).toEqual(['chair', 1]);
});

test('what a person decides holds: somebody known, somebody new, a change taken, a change left', async () => {
  const world = await aWorld();
  await (await new Roster(world, [heading, ana as Cell[], ivo as Cell[]]).upload()).commit();
  const [marić, popović] = await register(world);
  const list = await new Roster(world, [heading, ['Popović', 'Ana', 'ž', 1985, 'Border', 'Chief'], ['Marić', 'Ivo', 'm', 1991]]).upload();
  const plan = await list.preview();
  expect(plan.rows.map((row) => row.state)).toEqual(['changed', 'likely']);
  await list.commit({ choose: (row) => (row.state === 'likely' ? { row: row.number, personId: null, changes: [] } : { ...proposed(row), changes: ['person.institutionId'] }) });
  const posts = await database().select().from(personPosts).where(eq(personPosts.personId, popović?.id ?? '')).orderBy(sql`to_date nulls last`);
  expect(posts.map((post) => [post.institutionId, post.toDate])).toEqual([[world.unit, '2019-12-01'], [world.border, null]]);
  expect((await register(world)).filter((one) => one.family === 'Marić')).toHaveLength(2);
  expect((await register(world)).find((one) => one.id === marić?.id)?.version).toBe(marić?.version);
});

test('what changed since the preview is not written over', async () => {
  const world = await aWorld();
  await (await new Roster(world, [heading, ana as Cell[]]).upload()).commit();
  const [known] = await register(world);
  const saved = await world.save(world.training({ people: [] }));
  const list = await new Roster(world, [heading, ['Popović', 'Ana', 'ž', 1985, 'Unit', 'Chief'], ivo as Cell[]], saved.id).upload();
  const { digest } = await list.preview();
  const [row] = await database().select().from(people).where(eq(people.id, known?.id ?? ''));
  if (!row) throw new Error('nobody');
  await world.as(world.manager, (work) => savePerson(work, { ...row, projectId: world.projectId, rank: 'Captain', institutionId: world.unit, post: 'Inspector' }));
  expect(await reasonOf(list.commit({ digest }))).toBe('importChanged');
  expect(await listOf(saved.id)).toHaveLength(0);
  expect(await register(world)).toHaveLength(1);
  await list.commit();
  expect(await reasonOf(list.commit())).toBe('importDone');
});

test('all or nothing: a closed period, an approved record or a stranger leaves no trace of the list', async () => {
  const world = await aWorld();
  const approved = await world.approved(world.training());
  const draft = await world.save(world.training({ people: [], sessions: ['2019-08-01'] }));
  const before = (await register(world)).length;
  const locked = await new Roster(world, [heading, ana as Cell[]], approved.id).upload();
  expect((await locked.preview()).mayCommit).toBe(false);
  expect(await reasonOf(locked.commit())).toBe('approvedIsLocked');
  const late = await new Roster(world, [heading, ana as Cell[]], draft.id).upload();
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.second }));
  expect(await reasonOf(late.commit())).toBe('periodClosed');
  expect(await register(world)).toHaveLength(before);
  for (const viewer of [world.donor, world.outsider, world.admin]) {
    expect(await findImport(viewer, { id: world.projectId }, late.id, new Date('2019-12-01T10:00:00Z'))).toBeNull();
    expect(await previewRoster(viewer, { id: world.projectId }, { activityId: null, rows: late.rows })).toBeNull();
  }
});

test('a list is of its project, of an activity that takes people, and gone after a day', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const theirs = await other.save(other.training());
  expect(await reasonOf(new Roster(world, [heading, ana as Cell[]], theirs.id).upload())).toBe('notFound');
  const mixed = { id: newId(), kind: 'people' as const, activityId: theirs.id, fileName: 'a', sha256: '0'.repeat(64), rows: [{ number: 1, cells: ['a'] }] };
  expect(await reasonOf(world.as(world.staff, (work) => receiveImport(work, mixed)))).toBe('invalid');
  const handOver = await world.save(world.handOver([{}]));
  expect(await previewRoster(world.staff, { id: world.projectId }, { activityId: handOver.id, rows: [] })).toBeNull();
  const old = await new Roster(world, [heading, ana as Cell[]]).upload(world.staff, new Date('2019-11-01T10:00:00Z'));
  expect(await reasonOf(old.commit())).toBe('notFound');
  await new Roster(world, [heading, ana as Cell[]]).upload();
  // That it came stays listed; what it said is gone.
  expect(await database().select({ rows: imports.rows }).from(imports).where(eq(imports.id, old.id))).toEqual([{ rows: [] }]);
});

test('what a list calls an institution is said once and remembered for the project, not for others', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const lines: Cell[][] = [['Prezime', 'Ime', 'Institucija'], ['Novak', 'Ana', 'Gran. odsjek'], ['Novak', 'Ivo', 'gran odsjek']];
  const preview = async (of: World) => (await new Roster(of, lines).upload()).preview();
  const before = await preview(world);
  expect(before.unknownInstitutions).toEqual([{ name: 'Gran. odsjek', lines: 2 }]);
  expect(before.rows.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
  const say = (names: { name: string; institutionId: string }[]) => world.as(world.staff, (work) => rememberInstitutions(work, { names })).then(() => 'kept', (error: { failure?: { reason: string } }) => error.failure?.reason);
  expect(await say([{ name: 'Gran. odsjek', institutionId: newId() }])).toBe('noSuchInstitution');
  expect(await say([{ name: '. . .', institutionId: world.border }])).toBe('invalid');
  expect(await say([{ name: 'Gran. odsjek', institutionId: world.unit }])).toBe('kept');
  expect(await say([{ name: 'GRAN ODSJEK', institutionId: world.border }])).toBe('kept');
  const after = await preview(world);
  expect(after.rows.map(({ state, values }) => [state, values?.institutionId])).toEqual([['new', world.border], ['new', world.border]]);
  expect((await preview(other)).rows.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
});

test('lists of people are listed by where they were sent: the register, or one activity', async () => {
  const world = await aWorld();
  const training = await world.save(world.training({ people: [] }));
  const lines: Cell[][] = [['Prezime', 'Ime'], ['Zorić', 'Ana']];
  const [register, ofTraining] = [await new Roster(world, lines).upload(), await new Roster(world, lines, training.id).upload()];
  const now = new Date('2019-12-01T12:00:00Z');
  const listed = async (kind: 'people' | 'participants', activityId: string | null = null) => (await listImports(world.staff, { id: world.projectId }, kind, now, activityId)).map(({ id }) => id);
  expect([await listed('people'), await listed('participants', training.id), await listed('participants', newId()), await listed('participants')]).toEqual([[register.id], [ofTraining.id], [], []]);
  expect(await listImports(world.donor, { id: world.projectId }, 'people', now)).toEqual([]);
});

import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, cooperationPairs, imports, people, projects, rollupParts, rollupStates } from '@/db/schema';
import { receiveImport } from '@/lib/imports/mutations';
import { listImports } from '@/lib/imports/queries';
import { countOutdated, runDaily } from '@/lib/daily/mutations/run';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { countingVersion } from '@/lib/indicators/rules/version';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const asOf = async (world: World) => (await database().select({ asOf: rollupStates.asOf }).from(rollupStates).where(eq(rollupStates.projectId, world.projectId)))[0]?.asOf;
const nameOf = async (id: string) => (await database().select({ name: people.givenName }).from(people).where(eq(people.id, id)))[0]?.name;
const upload = (world: World, now: Date) => world.as(world.staff, (work) => receiveImport(work, { id: newId(), kind: 'people', activityId: null, fileName: 'people.csv', sha256: 'a'.repeat(64), rows: ['Prezime', 'Popović'].map((name, row) => ({ number: row + 1, cells: [name] })) }), now);
const linesOf = async (id: string) => (await database().select({ rows: imports.rows }).from(imports).where(eq(imports.id, id)))[0]?.rows;
/** A project whose figures were counted on 1 December 2019, with one person kept until the end of 2021. */
async function counted(): Promise<{ world: World; personId: string }> {
  const world = await aWorld();
  const person = world.person();
  await world.approved(world.training({ people: [person] }));
  await database().update(people).set({ retainUntil: '2021-12-31' }).where(eq(people.id, person.id));
  return { world, personId: person.id };
}

test('figures that change with the date alone are counted anew once the day has turned where the project lies', async () => {
  const { world } = await counted();
  await database().update(projects).set({ timeZone: 'Europe/Podgorica' }).where(eq(projects.id, world.projectId));
  expect(await world.figure('people.inPostAt6.share')).toEqual([1, 1]);
  expect(await world.figure('people.inPostAt12.share')).not.toEqual([1, 1]);
  const lines = await database().$count(auditLog, eq(auditLog.chain, world.projectId));
  await runDaily(new Date('2020-03-31T21:59:00Z'));
  expect(await asOf(world)).toBe('2020-03-31');
  await runDaily(new Date('2020-03-31T22:01:00Z'));
  expect(await asOf(world)).toBe('2020-04-01');
  expect(await world.figure('people.inPostAt12.share')).toEqual([1, 1]);
  expect((await verifyProject({ id: world.projectId, projectsId: world.slug, asOf: '2020-04-01' })).differences).toEqual([]);
  expect(await database().$count(auditLog, eq(auditLog.chain, world.projectId)), 'no record changed').toBe(lines);
});

test('figures that an older version of the app has stored are counted anew once, for their own day, the picture of a day included', async () => {
  const [{ world }, picture] = [await counted(), await counted()];
  for (const one of [world, picture.world]) {
    await one.approved(one.meeting([...one.people(1), ...one.people(1, 'male', one.prosecutor)], '2019-05-10'));
    // As a database from before stands: rows of pairs all restricted, no parts of figures.
    await database().update(cooperationPairs).set({ restricted: true }).where(eq(cooperationPairs.projectId, one.projectId));
    await database().delete(rollupParts).where(eq(rollupParts.projectId, one.projectId));
    await database().update(rollupStates).set({ version: 0 }).where(eq(rollupStates.projectId, one.projectId));
  }
  await database().update(projects).set({ illustrative: true }).where(eq(projects.id, picture.world.projectId));
  const now = new Date('2019-12-02T10:00:00Z');
  expect(await countOutdated(now)).toBe(2);
  expect(await countOutdated(now), 'once').toBe(0);
  for (const [one, day] of [[world, '2019-12-02'], [picture.world, '2019-12-01']] as const) {
    expect(await asOf(one)).toBe(day);
    expect((await verifyProject({ id: one.projectId, projectsId: one.slug, asOf: day })).differences).toEqual([]);
    const [state] = await database().select({ version: rollupStates.version }).from(rollupStates).where(eq(rollupStates.projectId, one.projectId));
    expect(state?.version).toBe(countingVersion);
  }
});

test('whatever the number of processes, a day is worked through once', async () => {
  await Promise.all([counted(), counted()]);
  const now = new Date('2020-06-01T10:00:00Z');
  const runs = await Promise.all([1, 2, 3].map(() => runDaily(now)));
  const [open] = await database().execute<{ n: number }>(sql`select count(*)::int as n from rollup_states s join projects p on p.id = s.project_id where s.as_of < '2020-06-01' and not p.illustrative`);
  const again = await runDaily(now);
  expect(runs.reduce((sum, run) => sum + run.projectsCounted, 0) + again.projectsCounted).toBeGreaterThanOrEqual(2);
  expect(again.projectsCounted).toBe(open?.n);
  expect(await runDaily(now)).toEqual({ anonymised: 0, mergesEmptied: 0, handOversEmptied: 0, importsForgotten: 0, projectsCounted: 0 });
});

test('identities past their day and uploads of the day before go, with a line in the trail', async () => {
  const { world, personId } = await counted();
  const { id } = await upload(world, new Date('2021-12-30T10:00:00Z'));
  await runDaily(new Date('2021-12-31T09:00:00Z'));
  expect([await nameOf(personId), await linesOf(id)]).toEqual([expect.stringContaining('Osoba'), [expect.anything(), expect.anything()]]);
  expect(await runDaily(new Date('2022-01-01T09:00:00Z'))).toMatchObject({ anonymised: expect.any(Number), importsForgotten: 1 });
  expect([await nameOf(personId), await linesOf(id)]).toEqual(['', []]);
  const listed = async (day: string) => (await listImports(world.staff, { id: world.projectId }, 'people', new Date(day))).map(({ fileName, lines, kept, outcome }) => ({ fileName, lines, kept, outcome }));
  expect(await listed('2022-03-30T09:00:00Z')).toEqual([{ fileName: 'people.csv', lines: 1, kept: false, outcome: null }]);
  expect(await listed('2022-03-30T11:00:00Z')).toEqual([]);
  await runDaily(new Date('2022-03-30T09:00:00Z'));
  expect(await linesOf(id)).toEqual([]);
  await runDaily(new Date('2022-03-30T11:00:00Z'));
  expect(await linesOf(id)).toBeUndefined();
  for (const [entityId, lines] of [[personId, 1], [id, 2]] as const) expect(await database().select({ label: auditLog.actorLabel }).from(auditLog).where(sql`${auditLog.entityId} = ${entityId} and ${auditLog.action} = 'daily'`)).toEqual(Array.from({ length: lines }, () => ({ label: 'daily' })));
});

test('a made-up project stays the picture of its day, and its people stay with it; whom a real one knows too, goes', async () => {
  const [{ world, personId }, shared] = [await counted(), await counted()];
  await database().update(projects).set({ illustrative: true }).where(eq(projects.id, world.projectId));
  await database().execute(sql`insert into project_people (project_id, person_id) values (${world.projectId}, ${shared.personId})`);
  await runDaily(new Date('2022-06-01T09:00:00Z'));
  expect(await asOf(world)).toBe('2019-12-01');
  expect([await nameOf(personId), await nameOf(shared.personId)]).toEqual([expect.stringContaining('Osoba'), '']);
});

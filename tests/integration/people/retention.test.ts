import { eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, people, personPosts, projectPeople, receipts } from '@/db/schema';
import { runAsSystem, type Work } from '@/lib/action';
import { issueCertificates } from '@/lib/certificates/mutations';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { exportPerson } from '@/lib/people/mutations/export';
import { anonymiseDue, anonymisePeople, keepUntil } from '@/lib/people/mutations/retention';
import { countDue, listRetention } from '@/lib/people/queries/retention';
import { searchPeople } from '@/lib/people/queries/search';
import { personTexts } from '@/lib/people/rules/retention';
import { aWorld, type World } from '../../support/builders';
import { merge, undo } from './pairs';

const everybody = (work: Work) => anonymiseDue(work, { demoToo: true });
const failure = (act: Promise<unknown>) => act.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? String(error));
const figures = async (world: World) => Promise.all(['people.uniqueTrained', 'people.participations', 'people.attendances', 'people.womenTrained.share', 'people.inPostAt6.share', 'scores.gained20.share'].map((measure) => world.figure(measure)));

/** A word that must be nowhere in the database once its bearer is anonymised, looked for in every text of every table. */
async function placesHolding(word: string): Promise<string[]> {
  const columns = await database().execute<{ table: string; column: string }>(sql`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'ARRAY')`);
  const held: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await database().execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(column)}::text ilike ${`%${word}%`}`);
    if (row?.n) held.push(`${table}.${column}`);
  }
  return held;
}

test('the daily run erases identity for good wherever it stood, and keeps every count', async () => {
  const world = await aWorld();
  const [ana, anna, ivan] = [{ ...world.person(), name: 'Zvjezdanka' }, { ...world.person(), name: 'Zvjezdana' }, world.person('male')];
  await world.approved(world.training({ people: [ana, anna, ivan], gain: 25 }));
  await merge(world, ana.id, anna.id, { now: new Date('2019-11-01T10:00:00Z') });
  await database().update(people).set({ birthYear: 1980, rank: 'Captain', email: 'zvjezda@test.example', phone: '067', retainUntil: '2021-12-31' }).where(eq(people.id, ana.id));
  await database().update(people).set({ retainUntil: '2022-12-31' }).where(eq(people.id, ivan.id));
  await database().update(personPosts).set({ post: 'Zvjezdica' }).where(eq(personPosts.personId, ana.id));
  await database().execute(sql`update participants set post = 'Zvjezdica' where person_id = ${ana.id}`);
  await database().insert(receipts).values({ id: ana.id, action: 'people.save', digest: 'x' });
  expect((await placesHolding('zvjezd')).length).toBeGreaterThan(3);
  const before = await figures(world);
  const day = new Date('2022-01-01T10:00:00Z');
  expect(await countDue('2022-01-01')).toBe(1);
  expect(await runAsSystem('retention run', everybody, day)).toMatchObject({ anonymised: 1 });
  expect(await placesHolding('zvjezd')).toEqual([]);
  const [row] = await database().select().from(people).where(eq(people.id, ana.id));
  expect(row).toMatchObject({ givenName: '', familyName: '', birthYear: null, rank: null, email: null, phone: null, sex: 'female' });
  expect(await figures(world)).toEqual(before);
  expect((await verifyProject({ id: world.projectId, projectsId: world.slug, asOf: '2019-12-01' })).differences).toEqual([]);
  expect(await searchPeople(world.staff, world.projectId, 'Zvjezdanka')).toEqual([]);
  expect(await database().select({ anonymisedAt: people.anonymisedAt }).from(people).where(eq(people.id, ivan.id))).toEqual([{ anonymisedAt: null }]);
  expect(await runAsSystem('retention run', everybody, day)).toEqual({ anonymised: 0, mergesEmptied: 0, handOversEmptied: 0 });
});

test('of every text of every row that names a person it is decided whether it goes, and what is to go is gone', async () => {
  // From the catalogue: tables that refer to a person, or to a participant, and their texts.
  const columns = await database().execute<{ name: string; table: string; column: string; generated: boolean }>(sql`
    with naming as (select distinct c.conrelid as id from pg_constraint c where c.contype = 'f' and c.confrelid in ('people'::regclass, 'participants'::regclass) union select 'people'::regclass)
    select r.relname || '.' || a.attname as name, r.relname as table, a.attname as column, a.attgenerated <> '' as generated
    from naming join pg_class r on r.oid = naming.id join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'text[]'::regtype) order by 1`);
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(personTexts).sort());
  const world = await aWorld();
  const [ana, anna] = [{ ...world.person(), name: 'Plavuška' }, { ...world.person(), name: 'Plavojka' }];
  await world.approved(world.training({ people: [ana, anna], gain: 20 }));
  await merge(world, ana.id, anna.id, { now: new Date('2019-11-01T10:00:00Z') });
  const erased = columns.filter(({ name, generated }) => !generated && personTexts[name as keyof typeof personTexts] === 'erased' && name !== 'person_merges.trace');
  const mine: Record<string, ReturnType<typeof sql>> = { people: sql`id = ${ana.id}`, follow_ups: sql`participant_id in (select id from participants where person_id = ${ana.id})` };
  for (const { table, column } of erased) await database().execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = 'Plavetnilo' where ${mine[table] ?? sql`person_id = ${ana.id}`}`);
  const held = await placesHolding('plav');
  for (const { name } of erased) expect(held).toContain(name);
  await world.as(world.manager, (work) => anonymisePeople(work, { projectId: world.projectId, personIds: [ana.id], reason: 'Asked for' }));
  expect(await placesHolding('plav')).toEqual([]);
});

test('after thirty days what a merge remembers is emptied, and the record merged away loses its identity', async () => {
  const world = await aWorld();
  const [ana, anna] = [{ ...world.person(), name: 'Krasimira' }, { ...world.person(), name: 'Krasuljka' }];
  await world.save(world.training({ people: [ana, anna] }));
  const id = await merge(world, ana.id, anna.id, { now: new Date('2019-10-01T10:00:00Z') });
  await runAsSystem('retention run', everybody, new Date('2019-10-20T10:00:00Z'));
  expect((await placesHolding('Krasuljka')).length).toBeGreaterThan(0);
  await runAsSystem('retention run', everybody, new Date('2019-11-02T10:00:00Z'));
  expect([await placesHolding('Krasuljka'), (await placesHolding('Krasimira')).length > 0]).toEqual([[], true]);
  expect(await failure(undo(world, id))).toMatchObject({ reason: 'mergeAnonymised' });
});

test('a manager anonymises with a reason; not whom another project still knows, which an administrator can; the trail keeps names of fields only', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const [ana, mia] = world.people(2);
  await world.save(world.training({ people: [ana, mia].flatMap((one) => one ?? []) }));
  const ids = [ana?.id ?? '', mia?.id ?? ''];
  await database().insert(projectPeople).values({ projectId: other.projectId, personId: ids[0] ?? '' });
  const input = { projectId: world.projectId, personIds: ids, reason: 'Asked for by the person' };
  expect(await failure(world.as(world.manager, (work) => anonymisePeople(work, input)))).toMatchObject({ reason: 'knownElsewhere' });
  expect(await failure(other.as(other.manager, (work) => anonymisePeople(work, { ...input, projectId: other.projectId })))).toMatchObject({ reason: 'notFound' });
  expect(await world.as(world.admin, (work) => anonymisePeople(work, input))).toEqual({ anonymised: 2 });
  expect(await failure(world.as(world.admin, (work) => anonymisePeople(work, input)))).toMatchObject({ reason: 'notFound' });
  const trail = await database().select().from(auditLog).where(inArray(auditLog.entityId, ids));
  const last = trail.filter(({ note }) => note === input.reason);
  expect(last).toHaveLength(2);
  expect(last[0]?.changes).toMatchObject({ givenName: null, familyName: null, birthYear: null });
});

test('people are kept longer on a stated ground; who becomes known to a longer project is kept as long as it needs', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const [ana] = world.people(1);
  if (!ana) throw new Error('nobody');
  await world.save(world.training({ people: [ana] }));
  const until = async () => (await database().select({ retainUntil: people.retainUntil }).from(people).where(eq(people.id, ana.id)))[0]?.retainUntil;
  expect(await until()).toBe('2021-12-31');
  await world.as(world.manager, (work) => keepUntil(work, { projectId: world.projectId, personIds: [ana.id], retainUntil: '2020-06-30', reason: 'No longer needed' }));
  expect(await until()).toBe('2020-06-30');
  const ofBoth = { ...other.staff, memberships: [...other.staff.memberships, { projectId: world.projectId, role: 'staff' as const }] };
  await other.save(other.training({ people: [ana] }), ofBoth);
  expect(await until()).toBe('2021-12-31');
});

test('the list shows who is due and who will be, to those who read people', async () => {
  const world = await aWorld();
  const persons = world.people(3);
  await world.save(world.training({ people: persons }));
  for (const [index, day] of ['2019-11-30', '2020-05-01', '2021-01-01'].entries()) await database().update(people).set({ retainUntil: day }).where(eq(people.id, persons[index]?.id ?? ''));
  const view = await listRetention(world.staff, { id: world.projectId, today: '2019-12-01' });
  expect([view.rows.map(({ id, due }) => [id, due]), view.due, view.upcoming]).toEqual([[[persons[0]?.id, true], [persons[1]?.id, false]], 1, 1]);
  expect(await listRetention(world.donor, { id: world.projectId, today: '2019-12-01' })).toMatchObject({ rows: [], due: 0 });
});

test('a person’s data are given out whole, with an entry in the trail; of other projects only the number', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const [ana] = world.people(1);
  if (!ana) throw new Error('nobody');
  await world.approved(world.training({ people: [ana], gain: 30 }));
  const ofBoth = { ...other.staff, memberships: [...other.staff.memberships, { projectId: world.projectId, role: 'staff' as const }] };
  await other.save(other.meeting([ana]), ofBoth);
  const data = await world.as(world.manager, (work) => exportPerson(work, { projectId: world.projectId, personId: ana.id, reason: 'Letter of 12 Nov' }));
  expect(data).toMatchObject({ person: { givenName: ana.name }, posts: [{ institution: 'Unit' }], certificates: [], equipment: [], activities: [{ kind: 'training', sessionsPresent: 2, sessions: 2, preScore: 40, postScore: 70 }], followUps: [{ answeredOn: null }], elsewhere: 1 });
  expect((await world.as(world.admin, (work) => exportPerson(work, { projectId: world.projectId, personId: ana.id, reason: 'Letter' }))).activities).toHaveLength(2);
  const trail = await database().select().from(auditLog).where(eq(auditLog.entityId, ana.id));
  expect(trail.map(({ note }) => note)).toContain('Letter of 12 Nov');
});

test('what is given out names certificates with their revocation, equipment in use and where the supervisor is asked', async () => {
  const world = await aWorld();
  const [ana] = world.people(1);
  if (!ana) throw new Error('nobody');
  const form = world.training({ people: [ana] });
  const { id: activityId, version, reference } = await world.approved(form);
  const ask = { projectId: world.projectId, personId: ana.id, reason: 'Letter' };
  await world.as(world.manager, (work) => issueCertificates(work, { projectId: world.projectId, activityId, version, participantIds: form.participants.map(({ id }) => id) }));
  await database().execute(sql`update follow_ups set supervisor_email = 'chief@unit.example' where participant_id in (select id from participants where person_id = ${ana.id})`);
  const data = await world.as(world.manager, (work) => exportPerson(work, ask));
  expect(data).toMatchObject({ certificates: [{ reference, number: 1, revokedAt: null }], followUps: [{ supervisorEmail: 'chief@unit.example' }], equipment: [] });
});

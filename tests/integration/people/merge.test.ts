import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, auditLog, firstCounts, memberships, participants, people, personDistinctions, personPosts, projectPeople } from '@/db/schema';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { markDistinct } from '@/lib/people/mutations/merge/merge';
import { savePost } from '@/lib/people/mutations/posts';
import { savePerson } from '@/lib/people/mutations/register';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type Person, type World } from '../../support/builders';
import { known, merge, referencesTo, rowsNaming, state, undo } from './pairs';

const failure = (act: Promise<unknown>) => act.then(() => null, (error: { failure?: { reason: string; params?: object } }) => error.failure ?? String(error));
const knows = (world: World, ...persons: Person[]) => world.save(world.meeting(persons));

test('the merge knows every column that refers to a person or a participant: one added later fails here until rules/references has its line', async () => {
  expect(await referencesTo('people')).toEqual(known.people);
  expect(await referencesTo('participants')).toEqual(known.participants);
});

test('all records go along, nothing points at the merged-away person, and undoing gives everything back', async () => {
  const world = await aWorld();
  const [ana, anna, third] = [world.person(), world.person('not_stated', world.border), world.person()];
  const both = await world.approved(world.training({ people: [ana, anna], present: (index, session) => index === session, gain: 20 }));
  await world.approved(world.training({ people: [anna], sessions: ['2019-04-02'] }));
  await world.approved(world.training({ people: [ana, third], sessions: ['2019-05-02'] }));
  const meeting = await world.approved(world.meeting([anna], '2019-03-10', [{ text: 'Agree', dueDate: '2019-04-01' }]));
  await database().update(actionPoints).set({ personId: anna.id }).where(eq(actionPoints.activityId, meeting.id));
  await world.as(world.manager, (work) => markDistinct(work, { projectId: world.projectId, personIds: [anna.id, third.id] }));
  const before = await state();
  const beforeFigures = [await world.figure('people.participations'), await world.figure('people.uniqueTrained'), await world.figure('people.attendances')];
  expect(beforeFigures).toEqual([[3, null], [3, null], [5, null]]);

  const id = await merge(world, ana.id, anna.id, { take: ['sex', 'presentPost'] });
  expect(await rowsNaming(anna.id)).toEqual({});
  const [row] = await database().select().from(people).where(eq(people.id, ana.id));
  expect(row).toMatchObject({ sex: 'not_stated', givenName: ana.name });
  // Each missed a day of the training in which both stood: as one person they attended it. Nothing else is lost or gained.
  const [kept] = await database().select().from(participants).where(eq(participants.activityId, both.id));
  expect([kept?.personId, Number(kept?.preScore), (await database().execute(sql`select 1 from attendance where activity_id = ${both.id}`)).length]).toEqual([ana.id, 40, 2]);
  expect([await world.figure('people.participations'), await world.figure('people.uniqueTrained'), await world.figure('people.attendances')]).toEqual([[4, null], [2, null], [5, null]]);
  expect((await database().select().from(personPosts).where(eq(personPosts.personId, ana.id))).map((post) => [post.institutionId, post.toDate]).sort()).toEqual([[world.border, null], [world.unit, '2019-12-01']].sort());
  expect(await database().select({ first: personDistinctions.firstId }).from(personDistinctions)).toHaveLength(1);
  expect((await verifyProject({ id: world.projectId, projectsId: world.slug, asOf: '2019-12-01' })).differences).toEqual([]);
  const trail = await database().select().from(auditLog).where(eq(auditLog.action, 'test'));
  expect(JSON.stringify(trail)).not.toContain(anna.name);

  await undo(world, id);
  expect(await state()).toEqual(before);
  expect(await failure(undo(world, id))).toMatchObject({ reason: 'wrongState' });
});

test('where both were counted, unique people shrink by exactly one; participations only where both attended the same training', async () => {
  const world = await aWorld();
  const [ana, anna] = [world.person(), world.person()];
  await world.approved(world.training({ people: [ana, anna], sessions: ['2019-03-04'] }));
  await world.approved(world.training({ people: [anna], sessions: ['2019-04-04'] }));
  await merge(world, ana.id, anna.id);
  expect([await world.figure('people.uniqueTrained'), await world.figure('people.participations')]).toEqual([[1, null], [2, null]]);
  expect(await database().select({ personId: firstCounts.personId }).from(firstCounts).where(eq(firstCounts.projectId, world.projectId))).toEqual([{ personId: ana.id }]);
});

test('a closed period keeps its figures; the correction is a restatement in the next', async () => {
  const world = await aWorld();
  const [ana, anna] = [world.person(), world.person()];
  await world.approved(world.training({ people: [ana, anna], sessions: ['2019-03-04'] }));
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  await merge(world, ana.id, anna.id);
  const cells = await database().execute<{ period: string; restatement: boolean; n: number }>(sql`
    select period_id as period, restatement, sum(numerator)::int as n from rollup_cells where project_id = ${world.projectId} and measure = 'people.uniqueTrained' and indicator_id is null and scope = 'period' group by 1, 2 order by 2`);
  expect(cells).toEqual([{ period: world.periods.first, restatement: false, n: 2 }, { period: world.periods.second, restatement: true, n: -1 }]);
});

test('an answered follow-up goes before one that waits', async () => {
  const world = await aWorld();
  const [ana, anna] = [world.person(), world.person()];
  const training = await world.approved(world.training({ people: [ana, anna], sessions: ['2019-03-04'] }));
  await database().execute(sql`update follow_ups set answered_on = '2019-07-01', applied = true where participant_id = (select id from participants where person_id = ${anna.id})`);
  await merge(world, ana.id, anna.id);
  expect(await database().execute(sql`select f.applied, r.person_id as person from follow_ups f join participants r on r.id = f.participant_id where f.activity_id = ${training.id}`)).toEqual([{ applied: true, person: ana.id }]);
});

describe('who may, and what stands in the way', () => {
  test('not staff; not of another project; not of two versions ago; not with themselves', async () => {
    const [world, other] = [await aWorld(), await aWorld()];
    const [ana, anna, stranger] = [world.person(), world.person(), other.person()];
    await knows(world, ana, anna);
    await knows(other, stranger);
    expect(await failure(merge(world, ana.id, stranger.id))).toMatchObject({ reason: 'notFound' });
    expect(await failure(merge(world, ana.id, anna.id, { keptVersion: 7 }))).toMatchObject({ reason: 'mergeStale' });
    expect(await failure(merge(world, ana.id, ana.id))).toMatchObject({ reason: 'mergeTwo' });
  });

  test('where another project knows both, its managers or an administrator decide; its figures and its trail follow', async () => {
    const [world, other] = [await aWorld(), await aWorld()];
    const [ana, anna] = [world.person(), world.person()];
    await world.approved(world.training({ people: [ana, anna], sessions: ['2019-03-04'] }));
    for (const { id } of [ana, anna]) await database().insert(projectPeople).values({ projectId: other.projectId, personId: id });
    await other.approved(other.training({ people: [ana, anna], sessions: ['2019-03-04'] }));
    expect(await failure(merge(world, ana.id, anna.id))).toMatchObject({ reason: 'mergeElsewhere' });
    await database().insert(memberships).values({ projectId: other.projectId, userId: world.manager.id, role: 'manager' });
    const ofBoth = { ...world.manager, memberships: [...world.manager.memberships, { projectId: other.projectId, role: 'manager' as const }] };
    const id = await merge(world, ana.id, anna.id, { actor: ofBoth });
    expect([await world.figure('people.uniqueTrained'), await other.figure('people.uniqueTrained')]).toEqual([[1, null], [1, null]]);
    expect(await database().select().from(auditLog).where(eq(auditLog.chain, other.projectId)).then((rows) => rows.filter((row) => row.action === 'people.merge').map((row) => row.entityId))).toEqual([anna.id]);
    expect(await failure(undo(world, id))).toMatchObject({ reason: 'mergeElsewhere' });
    await undo(world, id, { actor: world.admin });
    expect([await world.figure('people.uniqueTrained'), await other.figure('people.uniqueTrained')]).toEqual([[2, null], [2, null]]);
  });

  test('undoing: too late, posts changed, merged again, the record in which both stood changed', async () => {
    const world = await aWorld();
    const [ana, anna, third] = [world.person(), world.person(), world.person()];
    const form = world.training({ people: [ana, anna], sessions: ['2019-03-04'] });
    const draft = await world.save(form);
    await knows(world, third);
    const first = await merge(world, ana.id, anna.id);
    expect(await failure(undo(world, first, { now: new Date('2020-01-15T00:00:00Z') }))).toMatchObject({ reason: 'mergeTooOld' });
    const second = await merge(world, third.id, ana.id);
    expect(await failure(undo(world, first))).toMatchObject({ reason: 'mergeAgain' });
    await undo(world, second);
    const postId = newId();
    await world.as(world.staff, (work) => savePost(work, { projectId: world.projectId, personId: ana.id, id: postId, version: null, institutionId: world.prosecutor, post: 'Adviser', fromDate: '2017-01-01', toDate: '2017-12-31' }));
    expect(await failure(undo(world, first))).toMatchObject({ reason: 'mergePostsChanged' });
    await database().delete(personPosts).where(eq(personPosts.id, postId));
    await database().execute(sql`update participants set pre_score = 12 where activity_id = ${draft.id}`);
    expect(await failure(undo(world, first))).toMatchObject({ reason: 'mergeRecordChanged', params: { reference: draft.reference } });
  });

  test('undoing keeps what was changed on the person since, and what was recorded since stays with who was kept', async () => {
    const world = await aWorld();
    const [ana, anna] = [world.person(), world.person('male')];
    await knows(world, ana, anna);
    const id = await merge(world, ana.id, anna.id, { take: ['sex', 'givenName'] });
    await world.as(world.staff, (work) => savePerson(work, { projectId: world.projectId, id: ana.id, version: 2, givenName: 'Anica', familyName: 'Test', sex: 'male', birthYear: null, institutionId: world.unit, post: null, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null, retainUntil: null }));
    const later = await world.save(world.meeting([ana], '2019-06-01'));
    await undo(world, id);
    expect(await database().select({ givenName: people.givenName, sex: people.sex }).from(people).where(eq(people.id, ana.id))).toEqual([{ givenName: 'Anica', sex: 'female' }]);
    expect(await database().select({ personId: participants.personId }).from(participants).where(eq(participants.activityId, later.id))).toEqual([{ personId: ana.id }]);
    expect(await rowsNaming(anna.id)).toMatchObject({ 'participants.person_id': 1 });
  });
});

test('random merges and undos: no row points away, stored figures are the fresh ones, and undoing all gives back the beginning', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ kept: fc.nat(5), merged: fc.nat(5), undo: fc.boolean() }), { minLength: 2, maxLength: 6 }), fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }), async (acts, lists) => {
      const world = await aWorld();
      const persons = [...world.people(3), ...world.people(3, 'male', world.border)];
      await knows(world, ...persons);
      for (const [index, list] of lists.entries()) await world.approved(world.training({ people: [...new Set(list)].flatMap((n) => persons[n] ?? []), sessions: [`2019-0${index + 2}-04`] }));
      const before = await state();
      const standing: string[] = [];
      const away = new Set<string>();
      for (const act of acts) {
        const [kept, merged] = [persons[act.kept], persons[act.merged]];
        if (act.undo && standing.length > 0) {
          await undo(world, standing.pop() ?? '');
          away.clear();
          for (const row of await database().execute<{ id: string }>(sql`select merged_id as id from person_merges where project_id = ${world.projectId} and undone_at is null`)) away.add(row.id);
        } else if (kept && merged && kept !== merged && !away.has(kept.id) && !away.has(merged.id)) {
          const [unique, counted] = [await world.figure('people.uniqueTrained'), await countedOf(world, [kept.id, merged.id])];
          standing.push(await merge(world, kept.id, merged.id));
          away.add(merged.id);
          expect((await world.figure('people.uniqueTrained'))[0]).toBe(unique[0] - (counted === 2 ? 1 : 0));
        }
        for (const id of away) expect(await rowsNaming(id)).toEqual({});
      }
      expect((await verifyProject({ id: world.projectId, projectsId: world.slug, asOf: '2019-12-01' })).differences).toEqual([]);
      while (standing.length > 0) await undo(world, standing.pop() ?? '');
      expect(await state()).toEqual(before);
    }),
    { numRuns: 5 },
  );
}, 120_000);

const countedOf = async (world: World, ids: string[]) => (await database().execute(sql`select 1 from first_counts where project_id = ${world.projectId} and person_id in ${ids}`)).length;

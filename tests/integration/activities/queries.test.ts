import { expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { activityChoices, listActivities } from '@/lib/activities/queries/list';
import { findActivity } from '@/lib/activities/queries/record';
import { activityTrail } from '@/lib/activities/queries/trail';
import { institutionTree } from '@/lib/institutions/queries';
import { returnActivity } from '@/lib/review/mutations';
import { learningOf } from '@/lib/learning/queries/record';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const project = (world: World) => ({ id: world.projectId, attendanceThreshold: '0.800' });

async function list(world: World, params: Record<string, string> = {}, viewer: Viewer = world.staff) {
  const [choices, tree] = await Promise.all([activityChoices(viewer, world.projectId), institutionTree(viewer, 'en')]);
  return listActivities(viewer, project(world), parseActivitySearch(params), { results: choices.results, institutions: tree.nodes });
}
const titles = async (world: World, params: Record<string, string> = {}) => (await list(world, params)).rows.map((row) => row.title);

test('each filter keeps what it names and nothing else', async () => {
  const world = await aWorld();
  await world.submitted(world.training({ title: 'Čitanje tragova', people: world.people(2), sessions: ['2019-03-04'] }));
  await world.save(world.training({ title: 'Planned one', people: [world.person('male', world.prosecutor)], sessions: ['2019-08-01'] }));
  await world.save(world.handOver([{ quantity: 3 }]), world.manager);
  await world.save({ ...world.meeting(world.people(2), '2019-09-10'), title: 'Steering 100%', place: 'Podgorica' });
  const other = await aWorld();
  await other.save(other.training({ title: 'Of another project' }));

  expect(await titles(world)).toEqual(['Steering 100%', 'Planned one', 'Hand-over', 'Čitanje tragova']);
  expect(await titles(world, { kind: 'equipment' })).toEqual(['Hand-over']);
  expect(await titles(world, { review: 'submitted' })).toEqual(['Čitanje tragova']);
  expect(await titles(world, { q: 'citanje' })).toEqual(['Čitanje tragova']);
  expect(await titles(world, { q: '100%' })).toEqual(['Steering 100%']);
  expect(await titles(world, { q: 'tr-002' })).toEqual(['Planned one']);
  expect(await titles(world, { from: '2019-03-05', to: '2019-08-01' })).toEqual(['Planned one', 'Hand-over']);
  expect(await titles(world, { place: 'Podgorica' })).toEqual(['Steering 100%']);
  expect(await titles(world, { institution: world.prosecutor })).toEqual(['Planned one']);
  expect(await titles(world, { institution: world.ministry })).toEqual(['Steering 100%', 'Hand-over', 'Čitanje tragova']);
  expect(await titles(world, { output: '1.1', kind: 'training' })).toEqual(['Planned one', 'Čitanje tragova']);
  expect(await titles(world, { output: '9.9' })).toEqual([]);
  expect(await titles(world, { institution: newId() })).toEqual([]);
  expect(await titles(world, { lacks: 'evidence' })).toEqual(['Planned one', 'Hand-over']);
  expect((await list(world, { mine: '1' }, world.manager)).rows.map((row) => row.title)).toEqual(['Hand-over']);
  expect((await list(world, { implementation: 'cancelled' })).total).toBe(0);
});

test('a figure leads to exactly the records that add to it', async () => {
  const world = await aWorld();
  const counted = async (measure: string) => (await list(world, { counted: measure })).rows.map((row) => row.title);
  await world.approved({ ...world.meeting(world.people(2), '2019-04-10'), title: 'One house' });
  await world.approved({ ...world.meeting([...world.people(2), world.person('male', world.prosecutor)], '2019-05-10'), title: 'Two houses' });
  await world.submitted({ ...world.meeting(world.people(2), '2019-06-10'), title: 'Waits' });
  expect(await counted('meetings.held')).toEqual(['Two houses', 'One house']);
  expect(await counted('meetings.interInstitutional')).toEqual(['Two houses']);
  expect(await counted('meetings.regional')).toEqual([]);
  expect(parseActivitySearch({ counted: "x' or 1=1" })).toMatchObject({ filters: { counted: null }, problems: [{ parameter: 'counted' }] });
});

test('people stand as named who attended, listed and unnamed', async () => {
  const world = await aWorld();
  await world.save(world.training({ people: world.people(3), present: (person, session) => person < 2 || session === 0, unnamed: 4 }));
  await world.save(world.handOver([{ quantity: 3 }, { serialNumber: 'A1' }]));
  const [handOver, training] = (await list(world, {})).rows;
  expect(training).toMatchObject({
    listed: 3,
    attended: 2,
    unnamed: 4,
    outputs: ['1.1'],
    place: 'Bar',
    editedBy: 'Staff',
    from: '2019-03-04',
    to: '2019-03-05',
    planned: false,
  });
  expect(handOver).toMatchObject({ items: 4, listed: 0 });
});

test('pages follow one another in every order, forwards and back, without a gap or a repetition', async () => {
  const world = await aWorld();
  for (let n = 0; n < 104; n += 1) {
    const form = world.meeting([], `2019-0${1 + (n % 6)}-10`);
    const undated =
      n % 10 === 0 ? { plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, sessions: [], implementation: 'planned' as const } : {};
    await world.save({ ...form, ...undated, title: n % 2 ? `Č ${n % 7}` : `Zadatak ${n % 5}` });
  }
  for (const sort of ['date', 'title', 'updated', 'reference']) {
    for (const order of ['asc', 'desc']) {
      const first = await list(world, { sort, order });
      const second = await list(world, { sort, order, after: first.next ?? '' });
      const third = await list(world, { sort, order, after: second.next ?? '' });
      const back = await list(world, { sort, order, before: third.previous ?? '' });
      const seen = [first, second, third].flatMap((page) => page.rows.map((row) => row.id));
      expect([sort, order, seen.length, new Set(seen).size]).toEqual([sort, order, 104, 104]);
      expect([first.previous, third.next, first.total]).toEqual([null, null, 104]);
      expect(back.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id));
      const start = await list(world, { sort, order, before: back.previous ?? '' });
      expect([start.rows.map((row) => row.id), start.previous]).toEqual([first.rows.map((row) => row.id), null]);
      if (sort === 'title' && order === 'asc') expect(first.rows[0]?.title).toBe('Č 0');
      if (sort === 'date') expect((order === 'desc' ? first.rows[0] : third.rows.at(-1))?.from).toBeNull();
    }
  }
});

test('an address that makes no sense is read without it, and says so', () => {
  const other = parseActivitySearch({ sort: 'title', after: 'x' });
  expect([other.cursor, other.problems]).toEqual([null, [{ parameter: 'after', problem: 'malformed' }]]);
  const search = parseActivitySearch({
    kind: 'party',
    from: '2019-02-30',
    q: ['a', 'b'],
    institution: '1',
    to: '2019-01-01',
    colour: 'red',
    sort: 'size',
    q2: '',
  });
  expect(search.filters).toMatchObject({ kind: null, from: null, q: null, institution: null, to: '2019-01-01' });
  expect([search.sort, search.order]).toEqual(['date', 'desc']);
  expect(search.problems).toEqual([
    ...['kind', 'institution', 'from', 'q', 'sort'].map((parameter) => ({ parameter, problem: 'malformed' })),
    ...['colour', 'q2'].map((parameter) => ({ parameter, problem: 'unknown' })),
  ]);
  expect(parseActivitySearch({ from: '2019-05-01', to: '2019-04-01' })).toMatchObject({
    filters: { from: '2019-05-01', to: null },
    problems: [{ parameter: 'to' }],
  });
});

test('donors, outsiders and members of other projects find nothing', async () => {
  const world = await aWorld();
  const other = await aWorld();
  const saved = await world.approved(world.training());
  for (const viewer of [world.donor, world.outsider, other.manager]) {
    expect(await list(world, {}, viewer)).toEqual({ rows: [], sums: null, costs: null, total: 0, next: null, previous: null });
    expect(await findActivity(viewer, project(world), saved.reference)).toBeNull();
    expect(await activityTrail(viewer, { id: world.projectId }, { id: saved.id, createdBy: world.staff.id, lastEditedBy: world.staff.id })).toEqual([]);
    expect(await learningOf(viewer, { id: world.projectId, suppressionMinimum: 5 }, saved.id, 'en')).toBeNull();
  }
  expect(await findActivity(world.admin, project(world), saved.reference)).not.toBeNull();
});

test('the record of a training says who attended, what they gained, what it feeds and who did what', async () => {
  const world = await aWorld();
  const form = world.training({ people: world.people(3), present: (person, session) => person < 2 || session === 0, unnamed: 4, gain: 20 });
  const { reference, id } = await world.approved(form);
  const record = await findActivity(world.reviewer, project(world), reference);
  expect(record).toMatchObject({
    kind: 'training',
    named: 2,
    unnamed: 4,
    gain: { mean: 20, tested: 2, present: 2 },
    missing: [],
    outputs: [{ code: '1.1' }],
    evidenceKinds: ['agenda', 'signed_list'],
    editor: 'Staff',
    closedPeriod: null,
  });
  expect(record?.participants.map((row) => [row.sessionIds.length, row.attended])).toEqual([
    [2, true],
    [2, true],
    [1, false],
  ]);
  expect(record?.figures).toEqual([expect.objectContaining({ code: '1.1.a', numerator: 2, denominator: null })]);
  expect(record?.steps.map((step) => [step.step, step.by])).toEqual([
    ['approved', 'Manager'],
    ['submitted', 'Staff'],
  ]);
  expect(record?.rights).toMatchObject({ edit: false, decide: false, reopen: true, submit: false, readsTrail: true });
  const trail = await activityTrail(world.reviewer, { id: world.projectId }, { id, createdBy: world.staff.id, lastEditedBy: world.staff.id });
  expect(trail.at(-1)).toMatchObject({ actor: 'Staff', created: true });
  expect(trail.some((entry) => entry.files.some((file) => file.added && file.name === 'agenda.pdf'))).toBe(true);
  expect((await learningOf(world.staff, { id: world.projectId, suppressionMinimum: 5 }, id, 'en'))?.followUps.map((row) => [row.dueOn, row.answeredOn])).toEqual([
    ['2019-06-05', null],
    ['2019-06-05', null],
  ]);
});

test('what a record still lacks and what each may do with it', async () => {
  const world = await aWorld();
  const draft = await world.save(world.training());
  const seen = (viewer: Viewer, reference: string) => findActivity(viewer, project(world), reference);
  expect((await seen(world.staff, draft.reference))?.missing.map((rule) => rule.key)).toEqual(['agenda', 'signed_list']);
  expect((await seen(world.staff, draft.reference))?.rights).toMatchObject({ edit: true, remove: true, submit: true, withdraw: false, decide: false });
  const handed = await world.submitted(world.training(), world.manager);
  expect((await seen(world.manager, handed.reference))?.rights).toMatchObject({ decide: true, obstacle: 'fourEyes' });
  expect((await seen(world.reviewer, handed.reference))?.rights).toMatchObject({ decide: true, obstacle: null, edit: true });
  expect((await seen(world.admin, handed.reference))?.rights).toMatchObject({ decide: true, obstacle: 'managersApprove', edit: false });
  expect((await seen(world.staff, handed.reference))?.rights).toMatchObject({ decide: false, edit: false, readsTrail: false });
});

test('meetings and hand-overs come with their own parts', async () => {
  const world = await aWorld();
  const meeting = await world.save(world.meeting(world.people(2), '2019-03-10', [{ text: 'Send the list', dueDate: '2019-04-01' }]));
  const handOver = await world.save(world.handOver([{ quantity: 3, value: 300 }]));
  const record = await findActivity(world.staff, project(world), meeting.reference);
  expect(record).toMatchObject({
    kind: 'meeting',
    named: 2,
    detail: { agenda: [{ title: 'Opening' }], actionPoints: [{ number: 1, text: 'Send the list', dueDate: '2019-04-01', status: 'open' }] },
  });
  expect(await findActivity(world.staff, project(world), handOver.reference)).toMatchObject({
    kind: 'equipment',
    detail: { recipientInstitutionId: world.unit, items: [{ quantity: 3, value: 300, valueUsd: 360 }] },
    missing: [{ key: 'certificate' }],
  });
});

test('a record that came back keeps its note', async () => {
  const world = await aWorld();
  const handed = await world.submitted(world.training());
  await world.as(world.manager, (work) =>
    returnActivity(work, { projectId: world.projectId, activityId: handed.id, version: handed.version, note: 'The list is not signed' }),
  );
  const record = await findActivity(world.staff, project(world), handed.reference);
  expect(record?.steps[0]).toMatchObject({ step: 'returned', note: 'The list is not signed', by: 'Manager' });
  expect(record?.rights).toMatchObject({ edit: true, submit: true, withdraw: true, remove: false });
});

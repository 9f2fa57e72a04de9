import { expect, test } from 'vitest';
import { cooperationPairRows, institutionShares } from '@/lib/indicators/queries/cooperation';
import { cooperationView } from '@/lib/indicators/queries/cooperation-view';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';

test('a pair shows as many records as its figure says, at each level; outsiders see none of it', async () => {
  const world = await aWorld();
  const project = { id: world.projectId, today: '2019-12-01' };
  const everyone = [...world.people(2), ...world.people(1, 'male', world.border), ...world.people(1, 'male', world.prosecutor), ...world.people(1, 'female', world.implementer)];
  await world.approved(world.meeting(everyone, '2019-03-10', [{ text: 'Share the form', dueDate: '2019-04-01' }]));
  await world.approved(world.training({ people: [...world.people(1), ...world.people(1, 'female', world.abroad)], sessions: ['2019-09-02'], unnamed: 3 }));
  await world.submitted(world.meeting(everyone, '2019-05-10'));
  const asked = (a: string, b: string, more = {}) => cooperationView(world.manager, project, 'en', { a, b, ...more });

  for (const [a, b, level, total] of [[world.unit, world.border, 'unit', 3], [world.border, world.prosecutor, 'recorded', 2], [world.ministry, world.prosecutor, 'top', 2], [world.unit, world.unit, 'unit', 2], [world.unit, world.abroad, 'unit', 1], [world.prosecutor, world.abroad, 'unit', 0]] as const) {
    const { pair, matrix } = await asked(a, b, { level });
    expect([pair?.total, pair?.records.length, matrix.contact(b, a).now], `${level} ${total}`).toEqual([total, total, total]);
  }
  const second = await asked(world.unit, world.abroad, { kind: 'regional', period: world.periods.second });
  expect(second.matrix.contact(world.unit, world.abroad)).toEqual({ now: 1, before: 0 });
  expect(second.pair?.records.map((record) => record.kind)).toEqual(['training']);
  expect(second.matrix.units).not.toContain(world.implementer);
  const all = await asked(world.unit, 'no such unit');
  expect(all.pair).toBeNull();
  expect(all.units.find(({ unit }) => unit === world.border)).toMatchObject({ people: 4, women: 0, done: 0, due: 1 });
  expect(all.countries.find(({ unit }) => unit === 'AL')).toMatchObject({ people: 1, women: 1, partners: ['ME'] });

  const none = { asOf: null, onTime: [], participation: [] };
  expect(await cooperationPairRows(world.outsider, world.projectId, ['unit'])).toEqual([]);
  expect(await institutionShares(world.outsider, world.projectId, null)).toEqual(none);
  expect((await cooperationView(world.outsider, project, 'en', { a: world.unit, b: world.border })).pair).toBeNull();
});

test('a donor sees how often institutions came together: no people, no records, nothing of restricted meetings and items; stored rows equal the plain aggregate', async () => {
  const world = await aWorld();
  const project = { id: world.projectId, today: '2019-12-01' };
  const there = () => [...world.people(2), ...world.people(1, 'male', world.prosecutor)];
  const closed = { id: newId(), title: 'Closed item', presenter: null, restricted: true };
  const meeting = (given: Record<string, unknown>, points: { text: string; dueDate: string }[] = []) => {
    const form = world.meeting(there(), '2019-03-10', points);
    if (form.kind !== 'meeting') throw new Error('no meeting');
    return { ...form, detail: { ...form.detail, ...given } };
  };
  const form = meeting({}, [{ text: 'Open point', dueDate: '2019-04-01' }]);
  await world.approved({ ...form, detail: { ...form.detail, agenda: [...form.detail.agenda, closed], actionPoints: [...form.detail.actionPoints, { ...form.detail.actionPoints[0], id: newId(), text: 'Closed point', agendaItemId: closed.id } as never], expected: [{ institutionId: world.unit, count: 5 }] } });
  await world.approved(meeting({ restricted: true }));
  const asked = { a: world.unit, b: world.prosecutor, level: 'recorded', weight: 'people' };
  const [staff, donor] = [await cooperationView(world.staff, project, 'en', { level: 'unit' }), await cooperationView(world.donor, project, 'en', asked)];
  expect(staff.matrix.contact(world.unit, world.prosecutor).now).toBe(2);
  expect(staff.matrix.contact(world.border, world.unit).now).toBe(2);
  expect([donor.level, donor.choice.weight, donor.pair, donor.aggregatesOnly]).toEqual(['unit', 'events', null, true]);
  expect([donor.matrix.contact(world.unit, world.prosecutor).now, donor.matrix.contact(world.border, world.unit).now]).toEqual([1, 1]);
  expect(donor.units.every((unit) => unit.people === 0 && unit.women === 0 && unit.expected === 0 && unit.due === 0)).toBe(true);
  expect((await institutionShares(world.donor, world.projectId, null)).onTime).toEqual([]);
  expect(staff.units.reduce((sum, unit) => sum + unit.due, 0)).toBe(2);
  expect(staff.units.find(({ unit }) => unit === world.unit)).toMatchObject({ came: 4, expected: 7 });
  expect(await world.figure('meetings.participation.share')).toEqual([6, 9]);
  expect((await verifyProject({ id: world.projectId, projectsId: 'X', asOf: '2019-12-01' })).differences).toEqual([]);
});

import { expect, test } from 'vitest';
import { actionPointsOnTime, cooperationPairRows } from '@/lib/indicators/queries/cooperation';
import { cooperationView } from '@/lib/indicators/queries/cooperation-view';
import { aWorld } from '../../support/builders';

test('a pair shows as many records as its figure says, at each level; donors and outsiders see none of it', async () => {
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

  for (const viewer of [world.donor, world.outsider]) {
    expect(await cooperationPairRows(viewer, world.projectId, ['unit'])).toEqual([]);
    expect(await actionPointsOnTime(viewer, world.projectId, null)).toEqual({ asOf: null, rows: [] });
    expect((await cooperationView(viewer, project, 'en', { a: world.unit, b: world.border })).pair).toBeNull();
  }
});

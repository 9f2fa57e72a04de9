import { and, eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { indicators, milestones, projects, readings, results } from '@/db/schema';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';
import { schemaErrors, valuesAt } from '../../support/iati';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }), getLocale: async () => 'en-GB' }));
const { GET } = await import('@/app/(app)/projects/[project]/export/iati.xml/route');

async function fetched(world: World, viewer: World['manager'] | null, query = '') {
  session.viewer = viewer;
  const response = await GET(new Request(`http://localhost/projects/${world.slug}/export/iati.xml${query}`), { params: Promise.resolve({ project: world.slug }) });
  return { status: response.status, type: response.headers.get('content-type'), xml: await response.text() };
}

/** Twelve people in the first period, two of whom come again in the second beside six new ones; a draft and one that waits; a reading of each kind. */
async function reported(): Promise<World> {
  const world = await aWorld();
  await database().update(projects).set({ benefitingMemberStates: ['Montenegro', 'Bosnia and Herzegovina', 'Albania'], budgetUsd: '100000', primaId: 'ME10P0003', type: 'Protection & <care>', status: 'completed', rationale: 'Routes\u0007 changed' }).where(eq(projects.id, world.projectId));
  await database().insert(results).values({ projectId: world.projectId, level: 'objective', code: '0', statement: 'Better identification', assumptions: 'Units stay', position: 1 });
  const people = world.people(12);
  await world.approved(world.training({ people, title: 'Secret title' }));
  await world.approved(world.training({ people: [...people.slice(0, 2), ...world.people(6, 'male', world.border)], sessions: ['2019-09-02'] }));
  await world.submitted(world.training({ people: world.people(30) }));
  await world.save(world.training({ people: world.people(40) }));
  const [trained] = await database().select().from(indicators).where(and(eq(indicators.projectId, world.projectId), eq(indicators.code, '1.1.a')));
  const trainedId = trained?.id ?? '';
  await database().insert(milestones).values([[world.periods.first, '6'], [world.periods.second, '10']].map(([periodId = '', value = '']) => ({ projectId: world.projectId, indicatorId: trainedId, periodId, value })));
  const reading = { projectId: world.projectId, resultId: world.output, method: 'reported' as const };
  const [share, endorsed, cases] = [newId(), newId(), newId()];
  await database().insert(indicators).values([
    { ...reading, id: share, code: '1.1.b', statement: 'Share', unit: '%', target: '60', baseline: '10.5', baselineYear: 2017, position: 1 },
    { ...reading, id: endorsed, code: '1.1.c', statement: 'Endorsed', unit: 'yes/no', target: '1', aggregation: 'latest', position: 2 },
    { ...reading, id: cases, code: '1.1.d', statement: 'Cases', unit: 'cases', target: '2', baseline: '9', direction: 'decrease', position: 3 },
  ]);
  const told = { projectId: world.projectId, createdBy: world.staff.id, lastEditedBy: world.staff.id };
  await database().insert(readings).values([
    { ...told, indicatorId: share, periodId: world.periods.first, value: '45.25', reviewState: 'approved' },
    { ...told, indicatorId: share, periodId: world.periods.second, value: '99', reviewState: 'submitted' },
    { ...told, indicatorId: endorsed, periodId: world.periods.first, value: '0', reviewState: 'approved' },
    { ...told, indicatorId: cases, periodId: world.periods.first, value: '7', reviewState: 'draft' },
  ]);
  return world;
}

test('the project as an IATI 2.03 activity: valid, from approved records only, per period, the same for whoever reads figures', async () => {
  const world = await reported();
  const { status, type, xml } = await fetched(world, world.donor);
  expect([status, type]).toEqual([200, 'application/xml; charset=utf-8']);
  expect(schemaErrors(xml)).toEqual([]);
  expect(schemaErrors(xml.replace('<title>', '<tittle>').replace('</title>', '</tittle>')), 'the schema is one that can refuse').not.toEqual([]);
  expect(valuesAt(xml, '/iati-activities/@version')).toEqual(['2.03']);
  expect(valuesAt(xml, '//iati-identifier')).toEqual([`XM-DAC-47066-${world.slug.toUpperCase()}`]);
  expect(valuesAt(xml, '//recipient-country/@code')).toEqual(['ME', 'BA', 'AL']);
  expect(valuesAt(xml, '//recipient-country/@percentage').map(Number).reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9);
  expect(valuesAt(xml, '//description[@type=1]/narrative')).toEqual(['Routes changed']);
  const of = (code: string, rest: string) => valuesAt(xml, `//indicator[reference/@code="${code}"]${rest}`);
  expect(of('1.1.a', '/period/actual/@value'), 'whole project, then each period: people are counted once').toEqual(['18', '12', '6']);
  expect(of('1.1.a', '/period/target/@value'), 'milestones are what is expected by an end, so the second period adds four').toEqual(['10', '6', '4']);
  expect(of('1.1.a', '/baseline/@value')).toEqual(['0']);
  expect(of('1.1.b', '/period[2]/actual/@value')).toEqual(['45.25']);
  expect(of('1.1.b', '/period[3]/actual'), 'a reading that waits is no data').toEqual([]);
  expect([of('1.1.b', '/@measure'), of('1.1.b', '/@aggregation-status'), of('1.1.b', '/baseline/@year')]).toEqual([['2'], ['0'], ['2017']]);
  expect(of('1.1.c', '/period[2]/actual/@value'), 'no is an answer').toEqual(['0']);
  expect([of('1.1.d', '/@ascending'), of('1.1.d', '/period/actual')]).toEqual([['0'], []]);
  expect(valuesAt(xml, '//result/title/narrative'), 'a result without indicators has no place in the schema').toEqual(['1.1 Output']);
  const { xml: staffs } = await fetched(world, world.staff);
  expect(staffs.replace(/-datetime="[^"]*"/g, '')).toBe(xml.replace(/-datetime="[^"]*"/g, ''));
  for (const secret of ['Osoba', 'Secret title', world.staff.name, world.staff.email]) expect(xml).not.toContain(secret);
});

test('breakdowns come where they are asked for, small cells left out for everybody, because a published file is read by everybody', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: [...world.people(8), ...world.people(7, 'male', world.border), ...world.people(6, 'male', world.prosecutor)] }));
  const { xml } = await fetched(world, world.manager, '?breakdowns=all');
  expect(schemaErrors(xml)).toEqual([]);
  expect(valuesAt(xml, '//actual[dimension/@name="sex"]/@value')).toEqual(['8', '13']);
  expect(valuesAt(xml, '//actual[dimension/@name="institution"]/@value').toSorted()).toEqual(['6', '7', '8']);
  expect(valuesAt(xml, '//actual[dimension/@name="place"]/dimension/@value')).toEqual(['Bar']);
  for (const dimension of ['place', 'age', 'topic']) expect(valuesAt(xml, `//actual[dimension/@name="${dimension}"]/@value`), dimension).toEqual(['21']);
  expect(valuesAt((await fetched(world, world.manager)).xml, '//dimension')).toEqual([]);
  const few = await aWorld();
  await few.approved(few.training({ people: [...few.people(3), ...few.people(9, 'male')] }));
  const hidden = (await fetched(few, few.manager, '?breakdowns=all')).xml;
  expect(valuesAt(hidden, '//actual[not(dimension)]/@value')).toEqual(['12', '12', '0']);
  expect(valuesAt(hidden, '//actual[dimension/@name="sex"]')).toEqual([]);
});

test('who may not read the figures finds no file; what the address does not know is said', async () => {
  const world = await aWorld();
  expect((await fetched(world, world.outsider)).status).toBe(404);
  expect((await fetched(world, null)).status).toBe(401);
  for (const who of [world.admin, world.manager, world.staff, world.donor]) expect((await fetched(world, who)).status).toBe(200);
  expect((await fetched(world, world.donor, '?breakdowns=some')).status).toBe(400);
});

import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { aWorld, type World } from '../../support/builders';
import { statements } from '../../support/statements';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer, requireViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => 'en-GB' }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));

const overview = (await import('@/app/(app)/projects/[project]/page')).default;
const asOf = (await import('@/app/(app)/projects/[project]/as-of/page')).default;
const list = (await import('@/app/(app)/projects/[project]/indicators/page')).default;
const activitiesList = (await import('@/app/(app)/projects/[project]/activities/page')).default;
const layout = (await import('@/app/(app)/projects/[project]/layout')).default;
const cooperation = (await import('@/app/(app)/projects/[project]/cooperation/page')).default;
const indicator = (await import('@/app/(app)/projects/[project]/indicators/[code]/page')).default;
const explanation = (await import('@/app/(app)/projects/[project]/indicators/[code]/explain/page')).default;
const grid = (await import('@/app/(app)/projects/[project]/indicators/readings/page')).default;
const results = (await import('@/app/(app)/projects/[project]/results/page')).default;
const portfolio = (await import('@/app/(app)/projects/page')).default;

async function manyRecords(): Promise<World> {
  const world = await aWorld();
  for (let month = 1; month <= 6; month += 1) await world.approved(world.training({ sessions: [`2019-0${month}-04`] }));
  return world;
}

test('no page sends more than 12 statements, whatever the number of records and whoever looks', async () => {
  const world = await manyRecords();
  const project = { params: Promise.resolve({ project: world.slug }) };
  const coded = { params: Promise.resolve({ project: world.slug, code: '1.1.a' }) };
  const frame = () => layout({ ...project, children: null });
  for (const viewer of [world.manager, world.donor, world.admin]) {
    session.viewer = viewer;
    expect(await statements(() => [frame(), overview(project)]), 'overview').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), indicator(coded)]), 'indicator').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), asOf({ ...project, searchParams: Promise.resolve({ day: '2019-11-30' }) })]), 'overview of a day').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), indicator({ ...coded, searchParams: Promise.resolve({ day: '2019-11-30' }) })]), 'indicator of a day').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), list({ ...project, searchParams: Promise.resolve({ at: world.periods.first, outcome: '-' }) })]), 'indicators').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), results({ ...project, searchParams: Promise.resolve({}) })]), 'results').toBeLessThanOrEqual(12);
    if (viewer !== world.donor) expect(await statements(() => [frame(), explanation({ ...coded, searchParams: Promise.resolve({ list: 'out' }) })]), 'explanation').toBeLessThanOrEqual(12);
    if (viewer !== world.donor) expect(await statements(() => [frame(), explanation({ ...coded, searchParams: Promise.resolve({ list: 'out', day: '2019-11-30' }) })]), 'explanation of a day').toBeLessThanOrEqual(12);
    if (viewer !== world.donor) expect(await statements(() => [frame(), grid(project)]), 'readings').toBeLessThanOrEqual(12);
    if (viewer !== world.donor) expect(await statements(() => [frame(), cooperation({ ...project, searchParams: Promise.resolve({ level: 'recorded', a: world.unit, b: world.unit }) })]), 'cooperation').toBeLessThanOrEqual(12);
    if (viewer !== world.donor) expect(await statements(() => [frame(), activitiesList({ ...project, searchParams: Promise.resolve({ counted: 'people.participations', costed: '1' }) })]), 'records behind a figure').toBeLessThanOrEqual(12);
    for (const of of ['', 'trained', 'spending', 'reports', 'risk']) expect(await statements(() => [portfolio({ searchParams: Promise.resolve({ of }) })]), `portfolio ${of}`).toBeLessThanOrEqual(12);
  }
});

test('what a viewer may not see does not exist for them', async () => {
  const world = await aWorld();
  session.viewer = world.outsider;
  const project = { params: Promise.resolve({ project: world.slug }) };
  for (const page of [() => overview(project), () => results({ ...project, searchParams: Promise.resolve({}) }), () => layout({ ...project, children: null })]) await expect(page()).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
  session.viewer = world.donor;
  await expect(grid(project), 'nor readings').rejects.toThrow(/404/);
  await expect(explanation({ params: Promise.resolve({ project: world.slug, code: '1.1.a' }), searchParams: Promise.resolve({}) }), 'a donor reads no records').rejects.toThrow(/404/);
  session.viewer = world.staff;
  await expect(indicator({ params: Promise.resolve({ project: world.slug, code: '9.9.z%' }) })).rejects.toThrow(/404/);
});

test('what a donor\'s pages carry to the browser holds no name of a person, no draft and nothing that waits', async () => {
  const world = await aWorld();
  const people = world.people(6);
  await world.approved(world.training({ title: 'Counted training', people }));
  await world.submitted(world.training({ title: 'Waiting training', people }));
  await world.save(world.training({ title: 'Draft training', people }));
  const project = { params: Promise.resolve({ project: world.slug }) };
  const coded = { params: Promise.resolve({ project: world.slug, code: '1.1.a' }), searchParams: Promise.resolve({}) };
  const carried = async (viewer: Viewer) => {
    session.viewer = viewer;
    return inspect(await Promise.all([layout({ ...project, children: null }), overview(project), asOf({ ...project, searchParams: Promise.resolve({ day: '2019-12-02' }) }), list({ ...project, searchParams: Promise.resolve({}) }), indicator(coded), results({ ...project, searchParams: Promise.resolve({}) }), portfolio({})]), { depth: null, maxStringLength: null, maxArrayLength: null });
  };
  const secret = [...people.map((person) => person.name), 'Counted training', 'Waiting training', 'Draft training', world.staff.email, world.manager.email];
  const donor = await carried(world.donor);
  expect(secret.filter((text) => donor.includes(text))).toEqual([]);
  expect(await carried(world.staff), 'the same pages do carry records for those who read them').toContain('Counted training');
});

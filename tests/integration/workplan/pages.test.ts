import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { aWorld } from '../../support/builders';
import { statements } from '../../support/statements';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer, requireViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => 'en-GB' }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));

const layout = (await import('@/app/(app)/projects/[project]/layout')).default;
const workplan = (await import('@/app/(app)/projects/[project]/workplan/page')).default;
const places = (await import('@/app/(app)/projects/[project]/places/page')).default;
const deadlines = (await import('@/app/(app)/projects/[project]/deadlines/page')).default;

test('workplan, places and deadlines send at most 12 statements, whichever view of them', async () => {
  const world = await aWorld();
  const saved = await world.save({ ...world.training({ sessions: ['2019-06-04'] }), implementation: 'planned', actualStart: null, actualEnd: null });
  await world.approved(world.training({}));
  const project = { params: Promise.resolve({ project: world.slug }) };
  const frame = () => layout({ ...project, children: null });
  session.viewer = world.manager;
  for (const asked of [{}, { month: '2019-06' }, { view: 'timeline', part: '2019-06', moved: saved.reference }]) expect(await statements(() => [frame(), workplan({ ...project, searchParams: Promise.resolve(asked as Record<string, string>) })]), JSON.stringify(asked)).toBeLessThanOrEqual(12);
  for (const viewer of [world.manager, world.donor]) {
    session.viewer = viewer;
    expect(await statements(() => [frame(), places(project)]), 'places').toBeLessThanOrEqual(12);
    expect(await statements(() => [frame(), deadlines(project)]), 'deadlines').toBeLessThanOrEqual(12);
  }
  await expect(workplan({ ...project, searchParams: Promise.resolve({}) }), 'a donor reads no plan of records').rejects.toThrow(/404/);
});

test('what donors are told of places names no venue, wherever it stands in the page', async () => {
  const world = await aWorld();
  await world.approved({ ...world.training({}), venue: 'Secret Street 7' });
  session.viewer = world.donor;
  const drawn = inspect(await places({ params: Promise.resolve({ project: world.slug }) }), { depth: 30 });
  expect(drawn).toContain('Bar');
  expect(drawn).not.toContain('Secret Street');
});

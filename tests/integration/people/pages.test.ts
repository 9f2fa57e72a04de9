import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { personPosts } from '@/db/schema';
import { capacityPeople } from '@/lib/people/queries/capacity';
import { aWorld, type World } from '../../support/builders';
import { statements } from '../../support/statements';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer, requireViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => 'en-GB' }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));

const layout = (await import('@/app/(app)/projects/[project]/layout')).default;
const register = (await import('@/app/(app)/projects/[project]/people/page')).default;
const person = (await import('@/app/(app)/projects/[project]/people/[person]/page')).default;
const duplicates = (await import('@/app/(app)/projects/[project]/people/duplicates/page')).default;
const capacity = (await import('@/app/(app)/projects/[project]/people/capacity/page')).default;
const retention = (await import('@/app/(app)/projects/[project]/people/retention/page')).default;

test('no page about people sends more than 12 statements, however many there are', async () => {
  const world = await aWorld();
  const people = world.people(60);
  for (const month of [1, 2, 3]) await world.approved(world.training({ sessions: [`2019-0${month}-04`], people }));
  const params = Promise.resolve({ project: world.slug });
  const asked = (given: Record<string, string>) => ({ params, searchParams: Promise.resolve(given) });
  const one = { params: Promise.resolve({ project: world.slug, person: people[0]?.id ?? '' }) };
  const pages: Record<string, () => Promise<unknown>> = {
    register: () => register(asked({})),
    search: () => register(asked({ q: 'osoba', trained: 'yes', post: 'in' })),
    person: () => person(one),
    duplicates: () => duplicates({ params }),
    capacity: () => capacity(asked({})),
    retention: () => retention({ params }),
  };
  for (const viewer of [world.manager, world.staff]) {
    session.viewer = viewer;
    for (const [name, page] of Object.entries(pages)) expect(await statements(() => [layout({ params, children: null }), page()]), name).toBeLessThanOrEqual(12);
  }
});

const project = (world: World, today = '2019-12-01') => ({ id: world.projectId, today, attendanceThreshold: '0.8' });

test('capacity is read from approved trainings attended by the rule, with posts held, and never by donors', async () => {
  const world = await aWorld();
  const [ana, ivan] = [world.person('female'), world.person('male', world.border)];
  const about = (form: ReturnType<World['training']>, topic: string) => (form.kind === 'training' ? { ...form, detail: { ...form.detail, topics: [topic] } } : form);
  await world.approved(about(world.training({ people: [ana, ivan], present: (index, day) => index === 0 || day === 0 }), 'Screening'));
  await world.submitted(about(world.training({ people: [ana, ivan], sessions: ['2019-04-04'] }), 'Waiting'));
  await database().update(personPosts).set({ toDate: '2019-09-30' }).where(eq(personPosts.personId, ivan.id));
  const read = async (today?: string) => new Map((await capacityPeople(world.manager, project(world, today))).map((found) => [found.id, found]));
  const found = await read();
  expect(found.get(ana.id)?.trainings).toEqual([{ date: '2019-03-05', institutionId: world.unit, topics: ['Screening'] }]);
  expect(found.get(ana.id)?.posts).toMatchObject([{ institutionId: world.unit, to: null }]);
  expect(found.get(ivan.id), 'half of the sessions are no training').toMatchObject({ trainings: [], posts: [{ institutionId: world.border, to: '2019-09-30' }] });
  expect((await read('2019-03-04')).get(ana.id)?.trainings, 'before it ended').toEqual([]);
  expect(await capacityPeople(world.donor, project(world))).toEqual([]);
  expect(await capacityPeople(world.outsider, project(world))).toEqual([]);
  await database().execute(sql`update people set merged_into_id = ${ana.id} where id = ${ivan.id}`);
  expect([...(await read()).keys()]).toEqual([ana.id]);
});

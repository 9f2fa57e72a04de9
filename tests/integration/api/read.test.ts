import { beforeAll, describe, expect, test, vi } from 'vitest';
import { aWorld, type World } from '../../support/builders';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => `text of ${key}`, { has: () => true }), getLocale: async () => 'en-GB' }));

const routes = {
  projects: (await import('@/app/api/v1/projects/route')).GET,
  indicators: (await import('@/app/api/v1/projects/[project]/indicators/route')).GET,
  activities: (await import('@/app/api/v1/projects/[project]/activities/route')).GET,
  'people-counts': (await import('@/app/api/v1/projects/[project]/people-counts/route')).GET,
};
type Name = Exclude<keyof typeof routes, 'projects'>;
type Who = 'admin' | 'manager' | 'reviewer' | 'staff' | 'donor' | 'outsider';
type Body = Record<string, unknown> & { projects: { slug: string }[]; indicators: Record<string, unknown>[]; activities: Record<string, unknown>[]; fieldErrors: Record<string, string>; next: string | null };
let world: World;

beforeAll(async () => {
  world = await aWorld();
  await world.approved(world.training({ people: [...world.people(3), ...world.people(9, 'male', world.border)], unnamed: 4 }));
  for (let day = 1; day <= 28; day += 1) {
    for (const month of ['03', '04']) await world.save(world.training({ people: [], sessions: [`2019-${month}-${String(day).padStart(2, '0')}`] }));
  }
});

async function ask(who: Who | null, name: Name, query = '', slug = world.slug) {
  session.viewer = who && world[who];
  const response = await routes[name](new Request(`http://localhost/api/v1/projects/${slug}/${name}${query}`), { params: Promise.resolve({ project: slug }) });
  return { status: response.status, body: (await response.json()) as Body };
}

describe.each(['indicators', 'activities', 'people-counts'] as const)('GET …/%s', (name) => {
  test('answers each role as the screens do', async () => {
    const donor = name === 'activities' ? 404 : 200;
    for (const [who, status] of [['admin', 200], ['manager', 200], ['staff', 200], ['donor', donor], ['outsider', 404]] as const) expect((await ask(who, name)).status, who).toBe(status);
    expect(await ask(null, name)).toEqual({ status: 401, body: { error: 'signedOut' } });
    expect(await ask('manager', name, '', 'no-such')).toEqual({ status: 404, body: { error: 'notFound' } });
  });
  test('refuses what it does not know, with the parameter', async () => {
    expect(await ask('manager', name, '?page=2')).toMatchObject({ status: 400, body: { error: 'invalid', fieldErrors: { page: 'unknownField' }, messages: { page: 'text of unknownField' } } });
  });
});

test('GET /api/v1/projects holds the visible projects with numbers as numbers', async () => {
  session.viewer = world.donor;
  const body = (await (await routes.projects(new Request('http://localhost/api/v1/projects'))).json()) as Body;
  expect(body.projects).toMatchObject([{ slug: world.slug, budgetUsd: null, peopleTrained: 12, participations: 16, indicators: { total: 1, achieved: 1 } }]);
  session.viewer = world.outsider;
  expect(await (await routes.projects(new Request('http://localhost/api/v1/projects'))).json()).toEqual({ projects: [] });
  session.viewer = null;
  expect((await routes.projects(new Request('http://localhost/api/v1/projects'))).status).toBe(401);
});

test('an indicator comes with figure, parts, state and breakdowns that add up', async () => {
  const { body } = await ask('staff', 'indicators');
  expect(body.indicators[0]).toMatchObject({ code: '1.1.a', unit: 'persons', method: 'computed', baseline: 0, target: 10, actual: 12, numerator: 12, denominator: null, n: null, status: 'achieved' });
  const { sex, institution } = (body.indicators[0] as { breakdowns: unknown }).breakdowns as { sex: { key: string; value: number }[]; institution: { name: string; depth: number; value: number }[] };
  expect(sex.map((row) => [row.key, row.value])).toEqual([['female', 3], ['male', 9]]);
  expect(institution.filter((row) => row.depth === 0).map((row) => [row.name, row.value])).toEqual([['Ministry', 12]]);
  const { age, place, topic, topicOverlap } = (body.indicators[0] as { breakdowns: Record<string, unknown> }).breakdowns;
  expect([age, place, topic, topicOverlap]).toMatchObject([[{ key: null, value: 12 }], [{ key: 'Bar', value: 12 }], [{ key: null, value: 12 }], null]);
  const donor = (await ask('donor', 'indicators')).body.indicators[0] as { actual: number; breakdowns: { sex: { value: number | null }[] } };
  expect([donor.actual, donor.breakdowns.sex.map((row) => row.value)]).toEqual([12, [null, null]]);
});

test('people counts by span, malformed days refused', async () => {
  expect((await ask('staff', 'people-counts', '?from=2019-01-01&to=2019-06-30')).body).toMatchObject({ from: '2019-01-01', to: '2019-06-30', unique: 12, newInPeriod: 12, participations: 12, attendances: 24, unnamed: 4, threshold: 0.8, bySex: [{ sex: 'female', unique: 3 }, { sex: 'male', unique: 9 }, { sex: 'not_stated', unique: 0, unnamed: 4 }] });
  expect((await ask('staff', 'people-counts', '?from=2019-07-01')).body).toMatchObject({ unique: 0, participations: 0, to: null });
  for (const [query, errors] of [['?from=2019-02-30', { from: 'notADate' }], ['?from=', { from: 'required' }], ['?from=2019-05-01&to=2019-04-01', { to: 'endBeforeStart' }], ['?to=x', { to: 'notADate' }], ['?from=2019-01-01&from=2019-02-01', { from: 'invalid' }]] as const) {
    expect(await ask('staff', 'people-counts', query), query).toMatchObject({ status: 400, body: { fieldErrors: errors } });
  }
  const donor = (await ask('donor', 'people-counts')).body as unknown as { unique: number; bySex: { unique: number | null }[]; byInstitution: { unique: number | null; participations: number | null }[] };
  expect([donor.unique, donor.bySex.map((row) => row.unique)]).toEqual([12, [null, null, 0]]);
  expect(donor.byInstitution.every((row) => row.unique === null)).toBe(true);
});

test('activities are paged by key without losing or repeating one', async () => {
  const first = await ask('staff', 'activities', '?sort=reference');
  expect([first.body.activities.length, first.body.total]).toEqual([50, 57]);
  const second = await ask('staff', 'activities', `?sort=reference&after=${first.body.next}`);
  const references = [...first.body.activities, ...second.body.activities].map((row) => row.reference);
  expect([references.length, new Set(references).size, second.body.next]).toEqual([57, 57, null]);
  expect((await ask('staff', 'activities', '?review=approved&kind=training')).body.activities).toMatchObject([{ reference: 'TR-001', kind: 'training', listed: 12, attended: 12, unnamed: 4 }]);
  expect(await ask('staff', 'activities', '?kind=party')).toMatchObject({ status: 400, body: { fieldErrors: { kind: 'invalid' } } });
  expect(await ask('staff', 'activities', '?after=nonsense')).toMatchObject({ status: 400, body: { fieldErrors: { after: 'invalid' } } });
});

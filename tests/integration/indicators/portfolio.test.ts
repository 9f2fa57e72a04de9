import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { indicators, memberships, projects, reportingPeriods, results } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { portfolioChoices, portfolioOf } from '@/lib/indicators/queries/portfolio';
import { portfolioFilter } from '@/lib/indicators/rules/portfolio';
import { parseCsv } from '@/lib/exchange/csv/parse.mjs';
import { readLimits } from '@/lib/exchange/table';
import { approveActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => 'en-GB' }));
const { GET: exported } = await import('@/app/api/projects/export/route');

/** One manager of two projects. */
async function twoProjects(): Promise<{ first: World; second: World; viewer: Viewer }> {
  const [first, second] = [await aWorld(), await aWorld()];
  await database().insert(memberships).values({ projectId: second.projectId, userId: first.manager.id, role: 'manager' });
  return { first, second, viewer: { ...first.manager, memberships: [...first.manager.memberships, { projectId: second.projectId, role: 'manager' }] } };
}

test('a person trained in two projects counts once in the portfolio and once in each', async () => {
  const { first, second, viewer } = await twoProjects();
  const people = first.people(3);
  await first.approved(first.training({ people }));
  expect((await portfolioOf(viewer)).people).toBe(3);
  // Only who sees both registers can put the same people on both lists.
  const both: Viewer = { ...second.staff, memberships: [...second.staff.memberships, { projectId: first.projectId, role: 'staff' }] };
  const { id, version } = await second.submitted(second.training({ people: [...people.slice(0, 2), ...second.people(1)] }), both);
  await second.as(second.manager, (work) => approveActivity(work, { projectId: second.projectId, activityId: id, version, note: null }));
  const found = await portfolioOf(viewer);
  expect(found.projects.map(({ trained }) => trained)).toEqual([3, 3]);
  expect(found.people, 'the two are the same').toBe(4);
  expect((await portfolioOf(first.staff)).people, 'whoever sees one project').toBe(3);
  expect(await portfolioOf(first.outsider)).toEqual({ projects: [], people: null });
});

test('filters stand in the address; what they can be set to comes from what one sees', async () => {
  const { first, second, viewer } = await twoProjects();
  await database().update(projects).set({ idfRegion: 'Europe', benefitingMemberStates: ['Montenegro', 'Albania'], type: 'Training', year: 2019, title: 'Border units' }).where(eq(projects.id, first.projectId));
  await database().update(projects).set({ idfRegion: 'Africa', status: 'completed', title: 'Courts' }).where(eq(projects.id, second.projectId));
  const found = async (given: Record<string, string>) => (await portfolioOf(viewer, portfolioFilter(given))).projects.map(({ title }) => title);
  expect(await found({})).toEqual(['Border units', 'Courts']);
  expect([await found({ region: 'Europe' }), await found({ country: 'Montenegro' }), await found({ type: 'Training' }), await found({ year: '2019' }), await found({ status: 'completed' }), await found({ q: 'BÓRDER' }), await found({ q: '%' })]).toEqual([['Border units'], ['Border units'], ['Border units'], ['Border units'], ['Courts'], ['Border units'], []]);
  expect(await portfolioChoices(viewer)).toEqual({ region: ['Africa', 'Europe'], country: ['Albania', 'Montenegro'], type: ['Training'], year: ['2019'] });
  expect((await portfolioChoices(first.outsider)).region).toEqual([]);
});

test('outcomes, spending, equipment, reports due and data quality of a project', async () => {
  const world = await aWorld();
  const outcome = newId();
  await database().insert(results).values({ id: outcome, projectId: world.projectId, level: 'outcome', code: '7', statement: 'Outcome', position: 7 });
  await database().insert(indicators).values({ id: newId(), projectId: world.projectId, resultId: outcome, code: '7.a', statement: 'Trained', unit: 'people', method: 'computed', measure: 'people.uniqueTrained', target: '100', position: 1 });
  await database().update(reportingPeriods).set({ dueDate: '2019-08-15' }).where(eq(reportingPeriods.projectId, world.projectId));
  await world.approved({ ...world.training({ people: world.people(2) }), cost: 250, costCurrency: 'EUR' });
  await world.save({ ...world.training({}), cost: 999, costCurrency: 'EUR' });
  await world.approved(world.handOver([{ quantity: 3 }]));
  const { projects: [project] } = await portfolioOf(world.manager);
  expect(project).toMatchObject({ trained: 2, equipment: 3, spending: [{ currency: 'EUR', amount: 250 }], outcomes: { off_track: 1 }, drafts: { stale: 1, waiting: 0 } }); // the draft is of the world's 2019
  expect(project?.reports.overdue).toBe(project?.reports.due);
  expect(project?.reports.due).toBeGreaterThan(0);
  expect(project?.deadline?.state).toBe('overdue');
  expect(project?.risk.level).toBe('high');
  expect((await portfolioOf(world.donor)).projects[0]?.drafts, 'donors know nothing of drafts').toBeNull();
});

test('the file holds what the filters leave, for whoever is signed in', async () => {
  const { first, second, viewer } = await twoProjects();
  await first.approved({ ...first.training({ people: first.people(2) }), cost: 10, costCurrency: 'USD' });
  const ask = async (who: Viewer | null, query: string) => {
    session.viewer = who;
    return exported(new Request(`http://localhost/api/projects/export?format=csv${query}`));
  };
  const rows = async (who: Viewer, query = '') => parseCsv(new Uint8Array(await (await ask(who, query)).arrayBuffer()), readLimits).map((row) => row.cells);
  const all = await rows(viewer);
  expect(all.slice(1).map((row) => row[0]).sort()).toEqual([first.slug.toUpperCase(), second.slug.toUpperCase()].sort());
  expect(all[0]).toContain('spending USD');
  expect(await rows(viewer, `&q=${first.slug}`)).toHaveLength(2);
  expect(await rows(first.outsider)).toHaveLength(1);
  expect((await ask(null, '')).status).toBe(401);
});

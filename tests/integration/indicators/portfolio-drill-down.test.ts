import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { opensOf } from '@/components/portfolio/opens';
import { database } from '@/db/client';
import { activities, indicators, memberships, reportingPeriods, results } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { listActivities } from '@/lib/activities/queries/list';
import { listDeadlines, listPeriodReports } from '@/lib/deadlines/queries';
import { equipmentFilter } from '@/lib/equipment/queries/conditions';
import { listEquipment } from '@/lib/equipment/queries/register';
import { type Portfolio, type PortfolioProject, portfolioOf } from '@/lib/indicators/queries/portfolio';
import { indicatorList } from '@/lib/indicators/queries/trends';
import { adding, outcomeMet, type PortfolioFigure, standsAs } from '@/lib/indicators/rules/portfolio';
import { institutionTree } from '@/lib/institutions/queries';
import { listPeople, peopleFilter } from '@/lib/people/queries/register';
import { findProject } from '@/lib/projects/queries';
import { approveActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { indicatorStates } from '@/lib/shared/vocabulary';
import { aWorld, type World } from '../../support/builders';

let worlds: World[];
let viewer: Viewer;
let found: Portfolio;

/** What the address of a figure asks its list for. */
const asked = (address: string | null) => Object.fromEntries(new URL(address ?? '', 'http://localhost').searchParams);
const open = async (project: PortfolioProject, who = viewer) => {
  const view = await findProject(who, project.slug);
  if (!view) throw new Error('no project');
  return view;
};
const records = async (project: PortfolioProject, address: string | null) => {
  const tree = await institutionTree(viewer, 'en');
  return listActivities(viewer, await open(project), parseActivitySearch(asked(address)), { results: [], institutions: tree.nodes });
};

beforeAll(async () => {
  const [first, second] = [await aWorld(), await aWorld()];
  worlds = [first, second];
  await database().insert(memberships).values({ projectId: second.projectId, userId: first.manager.id, role: 'manager' });
  viewer = { ...first.manager, memberships: [...first.manager.memberships, { projectId: second.projectId, role: 'manager' }] };
  for (const world of worlds) {
    const [met, behind] = [newId(), newId()];
    await database().insert(results).values([met, behind].map((id, at) => ({ id, projectId: world.projectId, level: 'outcome' as const, code: String(7 + at), statement: `Outcome ${at}`, position: 7 + at })));
    const own = { projectId: world.projectId, unit: 'people', method: 'computed' as const, measure: 'people.uniqueTrained', position: 1 };
    await database().insert(indicators).values([{ ...own, resultId: met, code: '7.a', statement: 'Few', target: '1' }, { ...own, resultId: behind, code: '8.a', statement: 'Many', target: '1000' }, { ...own, resultId: behind, code: '8.b', statement: 'Asked', method: 'reported', measure: null, unit: 'cases', target: '5', position: 2 }]);
    await database().update(reportingPeriods).set({ dueDate: '2019-08-15' }).where(eq(reportingPeriods.id, world.periods.first));
  }
  const people = first.people(4);
  await first.approved({ ...first.training({ people, unnamed: 3 }), cost: 250.5, costCurrency: 'EUR' });
  await first.approved({ ...first.training({ people: people.slice(0, 2), sessions: ['2019-09-02'] }), cost: 99.75, costCurrency: 'USD' });
  await first.approved(first.handOver([{ quantity: 3 }, { serialNumber: `P${first.slug}` }]));
  await first.submitted(first.training({ people: first.people(1) }));
  const draft = await first.save(first.training({}));
  await database().update(activities).set({ createdAt: new Date('2019-01-01') }).where(eq(activities.id, draft.id));
  // Only who sees both registers can put the same people on both lists.
  const both: Viewer = { ...second.staff, memberships: [...second.staff.memberships, { projectId: first.projectId, role: 'staff' }] };
  const shared = await second.submitted(second.training({ people: [...people.slice(0, 2), ...second.people(1)] }), both);
  await second.as(second.manager, (work) => approveActivity(work, { projectId: second.projectId, activityId: shared.id, version: shared.version, note: null }));
  found = await portfolioOf(viewer);
});

test('the records that a figure of a project opens add up to it', async () => {
  const tree = await institutionTree(viewer, 'en');
  expect(found.projects.map(({ trained, unnamed, equipment }) => [trained, unnamed, equipment])).toEqual(expect.arrayContaining([[4, 3, 4], [3, 0, 0]]));
  for (const project of found.projects) {
    const [opens, view] = [opensOf(project), await open(project)];
    expect((await listPeople(viewer, view, peopleFilter(asked(opens.trained), tree), {})).rows).toHaveLength(project.trained ?? 0);
    for (const [address, shown] of [[opens.participations, (project.participations ?? 0) - (project.unnamed ?? 0)], [opens.unnamed, project.unnamed]] as const) {
      const { rows, sums } = await records(project, address);
      expect(rows.reduce((sum, row) => sum + (sums?.adds[row.id]?.numerator ?? 0), 0), address ?? '').toBe(shown);
    }
    const { rows: items } = await listEquipment(viewer, view, equipmentFilter(asked(opens.equipment), tree), {});
    expect(items.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(project.equipment);
    const { rows: costed } = await records(project, opens.spending);
    for (const { currency, amount } of project.spending) expect(costed.reduce((sum, row) => sum + (row.costCurrency === currency ? (row.cost ?? 0) : 0), 0), currency).toBe(amount);
    expect(new Set(costed.map(({ costCurrency }) => costCurrency)).size).toBe(project.spending.length);
    expect([(await records(project, opens.stale)).total, (await records(project, opens.waiting)).total]).toEqual([project.drafts?.stale, project.drafts?.waiting]);
  }
  expect(found.projects.find(({ slug }) => slug === worlds[0]?.slug)?.drafts).toEqual({ stale: 1, waiting: 1 });
});

test('the indicators that states, outcomes and data of a project open are as many as it says, for donors too', async () => {
  for (const who of [viewer, worlds[0]?.donor ?? viewer]) {
    for (const project of (await portfolioOf(who)).projects) {
      const { indicators: all } = await indicatorList(who, await open(project, who), undefined);
      const opens = opensOf(project);
      for (const state of indicatorStates) expect(all.filter((one) => standsAs(one, asked(opens.state(state)).state)), state).toHaveLength(project.states[state]);
      expect(all.filter((one) => standsAs(one, asked(opens.withData).state))).toHaveLength(project.withData);
      expect(all).toHaveLength(project.indicators);
      expect(asked(opens.outcomes)).toEqual({ outcomes: 'met' });
      const met = all.filter(({ outcomeId }) => outcomeMet(all, outcomeId));
      expect(new Set(met.map(({ outcomeId }) => outcomeId)).size).toBe(project.outcomes.achieved + project.outcomes.on_track);
      expect([project.outcomes.achieved, project.outcomes.off_track]).toEqual([1, 1]);
    }
  }
  const [seen] = (await portfolioOf(worlds[0]?.donor ?? viewer)).projects;
  expect(seen && Object.entries(opensOf(seen)).filter(([, address]) => address === null).map(([name]) => name), 'donors open no records').toEqual(['trained', 'participations', 'unnamed', 'equipment', 'spending', 'stale', 'waiting']);
});

test('reports due and the next deadline stand under Deadlines as the project list says', async () => {
  for (const project of found.projects) {
    const view = await open(project);
    const lines = await listPeriodReports(viewer, view);
    const due = lines.filter(({ state }) => state === 'due' || state === 'overdue');
    expect([due.length, lines.filter(({ state }) => state === 'overdue').length, due.map((line) => line.due).sort()[0] ?? null]).toEqual([project.reports.due, project.reports.overdue, project.reports.next]);
    expect(project.reports.overdue).toBe(1);
    expect((await listDeadlines(viewer, view)).find(({ state }) => state !== 'done')).toEqual(project.deadline);
    expect(await listPeriodReports(worlds[0]?.outsider ?? viewer, view)).toEqual([]);
  }
});

test('the projects that a figure of all opens add up to it; people counted in several are said apart', () => {
  const sum = (of: (project: PortfolioProject) => number | null, figure: PortfolioFigure) => adding(found.projects, figure).reduce((all, project) => all + (of(project) ?? 0), 0);
  const whole = (of: (project: PortfolioProject) => number | null) => found.projects.reduce((all, project) => all + (of(project) ?? 0), 0);
  for (const [figure, of] of [['trained', (one: PortfolioProject) => one.trained], ['participations', (one: PortfolioProject) => one.participations], ['equipment', (one: PortfolioProject) => one.equipment], ['reports', (one: PortfolioProject) => one.reports.due]] as const) expect(sum(of, figure), figure).toBe(whole(of));
  expect([sum(({ trained }) => trained, 'trained'), found.people]).toEqual([7, 5]); // two were trained in both
  expect(adding(found.projects, 'equipment')).toHaveLength(1);
  expect(adding(found.projects, 'risk').every(({ risk }) => risk.level === 'high')).toBe(true);
  expect(adding(found.projects, null)).toHaveLength(2);
});

import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { auditLog, projectVisits, reportingPeriods } from '@/db/schema';
import { actionRegistry, runAction } from '@/lib/action';
import type { Viewer } from '@/lib/access/viewer';
import { markDeadline } from '@/lib/deadlines/mutations';
import '@/lib/overview/actions';
import { delivery } from '@/lib/overview/queries/delivery';
import { newsSince, ownCards, ownOverview } from '@/lib/overview/queries/visit';
import { findProject } from '@/lib/projects/queries';
import { aWorld, type World } from '../../support/builders';
import { aDraft, issue } from '../reports/world';

vi.mock('next/cache', () => ({ revalidatePath() {} }));

const act = async (name: string, viewer: Viewer, input: unknown) => {
  const spec = actionRegistry.get(name);
  if (!spec) throw new Error(name);
  return runAction(spec, viewer, input);
};
async function look(world: World, viewer: Viewer, now = new Date()) {
  const project = await findProject(viewer, world.slug);
  if (!project) throw new Error('no project');
  const own = await ownOverview(viewer, project, now);
  return { ...own, news: await newsSince(viewer, project, own.since) };
}
const lastSeen = (viewer: Viewer, seenAt: Date) => database().update(projectVisits).set({ seenAt }).where(eq(projectVisits.userId, viewer.id));
const anHourAgo = () => new Date(Date.now() - 3_600_000);

test('the overview says what others did since the last visit, and nothing twice within one', async () => {
  const world = await aWorld();
  expect((await look(world, world.manager)).news).toEqual({ since: null, changes: [], total: 0 });
  expect(await act('overview.visit', world.manager, { projectId: world.projectId, seen: true })).toMatchObject({ ok: true });
  await lastSeen(world.manager, new Date('2018-12-01T08:00:00Z'));
  const done = await world.approved(world.training({ title: 'Screening' })); // handed in by staff, approved by the manager
  const { news } = await look(world, world.manager);
  expect(news.changes.map(({ what, subject, path }) => [what, subject, path])).toEqual([['submitted', `${done.reference} Screening`, `/activities/${done.reference}`]]);
  expect(news.changes[0]?.who).toBe(world.staff.name);
  await act('overview.visit', world.manager, { projectId: world.projectId, seen: true });
  expect((await look(world, world.manager)).news.total, 'the same visit').toBe(1);
  await lastSeen(world.manager, anHourAgo());
  await act('overview.visit', world.manager, { projectId: world.projectId, seen: true });
  await lastSeen(world.manager, anHourAgo());
  expect((await look(world, world.manager)).news.since?.getTime()).toBeLessThan(Date.now() - 3_000_000);
});

test('the overview knows what is past or near: what was met, and a report that was issued or whose period goes on, is not among it', async () => {
  const world = await aWorld();
  const on = async (today: string) => {
    const project = await findProject(world.manager, world.slug);
    if (!project) throw new Error('no project');
    return (await ownOverview(world.manager, { ...project, today }, new Date())).alerts.map((alert) => ['period' in alert ? alert.period : alert.key, alert.days]);
  };
  await database().update(reportingPeriods).set({ dueDate: '2019-08-15' }).where(eq(reportingPeriods.id, world.periods.first));
  await database().update(reportingPeriods).set({ dueDate: '2020-02-15' }).where(eq(reportingPeriods.id, world.periods.second));
  await world.as(world.manager, (work) => markDeadline(work, { projectId: world.projectId, key: 'workPlan', doneOn: '2019-01-20' }));
  expect(await on('2019-06-30'), 'its period is not over').toEqual([['framework', -149]]);
  expect(await on('2019-08-01')).toEqual([['framework', -181], ['interim:1', 10], ['2019-1', 14]]);
  await world.approved(world.training());
  await issue(world, await aDraft(world));
  // It answers the Fund's interim deadline of that half-year as well.
  expect(await on('2019-08-20')).toEqual([['framework', -200]]);
});

test('donors learn of no record, and a visit is no entry of the trail', async () => {
  const world = await aWorld();
  await act('overview.visit', world.donor, { projectId: world.projectId, seen: true });
  await lastSeen(world.donor, new Date('2018-12-01T08:00:00Z'));
  await world.approved(world.training({}));
  expect((await look(world, world.donor)).news).toMatchObject({ total: 0, changes: [] });
  const rows = await database().select().from(auditLog).where(eq(auditLog.actorId, world.donor.id));
  expect(rows).toEqual([]);
});

test('cards are arranged for oneself alone', async () => {
  const world = await aWorld();
  await act('overview.arrange', world.staff, { card: 'todo', change: 'up' });
  await act('overview.arrange', world.staff, { card: 'months', change: 'hide' });
  expect(await act('overview.arrange', world.staff, { card: 'todo', change: 'up' }), 'at the end nothing moves').toMatchObject({ ok: true });
  const own = await ownCards(world.staff);
  expect(own.slice(0, 2).map(({ card }) => card)).toEqual(['todo', 'figures']);
  expect((await look(world, world.staff)).cards).toEqual(own);
  expect((await ownCards(world.manager))[0]?.card).toBe('figures');
  expect(own.filter(({ hidden }) => hidden).map(({ card }) => card)).toEqual(['months']);
});

test('plan against delivery counts what is approved as delivered, leaves out what was cancelled, and keeps currencies apart', async () => {
  const world = await aWorld();
  const cost = (amount: number, currency: 'EUR' | 'USD') => ({ cost: amount, costCurrency: currency });
  await world.approved({ ...world.training({ sessions: ['2019-03-04'] }), ...cost(300, 'EUR') });
  await world.approved(world.training({ sessions: ['2019-04-04'] }));
  await world.save({ ...world.training({ sessions: ['2019-06-04'] }), ...cost(50, 'USD') });
  await world.save({ ...world.training({ sessions: ['2019-07-04'] }), implementation: 'cancelled', implementationReason: 'No room', actualStart: null, actualEnd: null });
  const told = await delivery(world.staff, world.projectId, '2019-12-01');
  expect(told.lines).toHaveLength(1);
  expect(told.lines[0]).toMatchObject({ outputId: world.output, planned: 3, delivered: 2, plannedRuns: [{ from: '2019-03', to: '2019-04' }, { from: '2019-06', to: '2019-06' }], deliveredRuns: [{ from: '2019-03', to: '2019-04' }] });
  expect(told.lines[0]?.costs.delivered).toEqual([{ currency: 'EUR', amount: 300 }]);
  expect(told.lines[0]?.costs.planned).toHaveLength(2);
  expect(told.trainings).toEqual({ delivered: 2, costed: 1, costs: [{ currency: 'EUR', amount: 300 }] });
  expect((await delivery(world.donor, world.projectId, '2019-12-01')).lines[0], 'donors see what is approved').toMatchObject({ planned: 2, delivered: 2 });
  expect((await delivery(world.outsider, world.projectId, '2019-12-01')).lines).toEqual([]);
});

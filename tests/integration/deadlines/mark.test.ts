import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, memberships, projects, reports, reportVersions } from '@/db/schema';
import { markDeadline } from '@/lib/deadlines/mutations';
import { listDeadlines } from '@/lib/deadlines/queries';
import { portfolioOf } from '@/lib/indicators/queries/portfolio';
import { fundDeadlinesDue } from '@/lib/notifications/mutations/sources/deadlines';
import { ownOverview } from '@/lib/overview/queries/visit';
import { findProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';

const frame = (id: string, today: string) => ({ id, startDate: '2019-01-01', endDate: '2019-12-31', today });

test('a deadline is marked as met and opened again, with a trail; one that the project has not, or a day to come, is refused', async () => {
  const world = await aWorld();
  const mark = (key: string, doneOn: string | null) => world.as(world.manager, (work) => markDeadline(work, { projectId: world.projectId, key, doneOn }));
  await mark('framework', '2019-01-20');
  await mark('framework', '2019-01-20');
  const state = async () => (await listDeadlines(world.donor, frame(world.projectId, '2019-03-01'))).find(({ key }) => key === 'framework');
  expect(await state()).toMatchObject({ state: 'done', doneOn: '2019-01-20' });
  await mark('framework', null);
  expect(await state()).toMatchObject({ state: 'overdue', doneOn: null });
  expect(await database().select().from(auditLog).where(and(eq(auditLog.chain, world.projectId), eq(auditLog.entity, 'deadlines_met')))).toHaveLength(2);
  await expect(mark('interim:9', '2019-01-20')).rejects.toMatchObject({ failure: { reason: 'notFound' } });
  await expect(mark('final', '2999-01-01')).rejects.toMatchObject({ failure: { fieldErrors: { doneOn: 'dateInFuture' } } });
  expect(await listDeadlines(world.outsider, frame(world.projectId, '2019-03-01'))).toEqual([]);
});

test('managers hear of a deadline a month before, and no more once it is met', async () => {
  const world = await aWorld();
  await database().update(projects).set({ endDate: '2020-12-31' }).where(eq(projects.id, world.projectId));
  await database().delete(memberships).where(eq(memberships.userId, world.donor.id));
  const told = (day: string) =>
    database().transaction(async (tx) => (await fundDeadlinesDue({ tx, now: new Date(`${day}T10:00:00Z`), today: (id: string) => (id === world.projectId ? day : undefined), listening: [world.projectId] } as unknown as Parameters<typeof fundDeadlinesDue>[0])).map(({ key, text, dueOn, page }) => ({ occasion: key.split(':').slice(2).join(':'), text, dueOn, page })));
  expect((await told('2019-01-01')).map(({ occasion }) => occasion)).toEqual([]);
  expect(await told('2019-07-20')).toContainEqual({ occasion: 'interim:1:2019-08-11:soon', text: { en: 'Interim report 1', cnr: 'Periodični izvještaj 1' }, dueOn: '2019-08-11', page: '/deadlines' });
  await world.as(world.manager, (work) => markDeadline(work, { projectId: world.projectId, key: 'interim:1', doneOn: '2019-07-15' }));
  expect((await told('2019-07-20')).map(({ text }) => text)).not.toContainEqual({ en: 'Interim report 1', cnr: 'Periodični izvještaj 1' });
});

test('a report that is issued answers the deadline of its half-year everywhere: in the list, on the overview, in the portfolio, in letters', async () => {
  const world = await aWorld();
  for (const key of ['framework', 'workPlan']) await world.as(world.manager, (work) => markDeadline(work, { projectId: world.projectId, key, doneOn: '2019-01-20' }));
  const project = (await findProject(world.manager, world.slug)) ?? Promise.reject(new Error('no project'));
  const state = async () => {
    const [listed] = (await listDeadlines(world.manager, frame(world.projectId, '2019-09-01'))).filter(({ key }) => key === 'interim:1');
    const { alerts } = await ownOverview(world.manager, { ...(await project), today: '2019-09-01' }, new Date());
    const next = (await portfolioOf(world.manager)).projects.find(({ id }) => id === world.projectId)?.deadline?.key;
    const told = await database().transaction(async (tx) => fundDeadlinesDue({ tx, now: new Date(), today: () => '2019-08-11', listening: [world.projectId] } as unknown as Parameters<typeof fundDeadlinesDue>[0]));
    return { listed: [listed?.state, listed?.doneOn, listed?.reported], alert: alerts.some(({ key }) => key === 'interim:1'), next, told: told.some(({ text }) => JSON.stringify(text).includes('Interim report 1')) };
  };
  expect(await state()).toEqual({ listed: ['overdue', null, false], alert: true, next: 'interim:1', told: true });
  const id = newId();
  await database().insert(reports).values({ id, projectId: world.projectId, periodId: world.periods.first, kind: 'interim', language: 'en', title: 'First half', createdBy: world.manager.id });
  // Late in the evening of 10 August by universal time it is the 11th in Podgorica.
  await database().insert(reportVersions).values({ id: newId(), reportId: id, projectId: world.projectId, number: 1, content: '{}', sha256: '0'.repeat(64), verificationCode: newId(), issuedAt: new Date('2019-08-10T23:30:00Z'), issuedBy: world.manager.id });
  expect(await state()).toEqual({ listed: ['done', '2019-08-11', true], alert: false, next: 'final', told: false });
});

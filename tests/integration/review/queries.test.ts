import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { indicators, readings } from '@/db/schema';
import { returnActivity } from '@/lib/review/mutations';
import { countWaiting, reviewQueue } from '@/lib/review/queries';
import { aWorld } from '../../support/builders';

test('the queue holds what waits, oldest first, with what each may do about it', async () => {
  const world = await aWorld();
  const project = { id: world.projectId };
  const first = await world.submitted(world.training({ title: 'First' }));
  const second = await world.submitted(world.meeting(world.people(2)), world.manager);
  await world.save(world.training({ title: 'Only a draft' }));
  const queue = await reviewQueue(world.manager, project);
  expect(queue.submitted.map((row) => [row.id, row.by, row.obstacle])).toEqual([
    [first.id, 'Staff', null],
    [second.id, 'Manager', 'fourEyes'],
  ]);
  expect(queue.submitted[0]).toMatchObject({ version: first.version, evidence: ['agenda', 'signed_list'], waived: [], kind: 'training' });
  expect((await reviewQueue(world.admin, project)).submitted.map((row) => row.obstacle)).toEqual(['managersApprove', 'managersApprove']);
  expect((await reviewQueue(world.staff, project)).submitted.map((row) => row.id)).toEqual([first.id]);
  for (const viewer of [world.donor, world.outsider])
    expect(await reviewQueue(viewer, project)).toEqual({ decides: false, submitted: [], returned: [], readings: [] });
  expect(await Promise.all([world.manager, world.reviewer, world.admin, world.staff, world.donor].map((viewer) => countWaiting(viewer, project)))).toEqual([
    1, 2, 0, 0, 0,
  ]);
});

test('what was sent back stands with its note for who sent it and for who must mend it', async () => {
  const world = await aWorld();
  const project = { id: world.projectId };
  const handed = await world.submitted(world.training());
  await world.as(world.manager, (work) =>
    returnActivity(work, { projectId: world.projectId, activityId: handed.id, version: handed.version, note: 'No signatures' }),
  );
  for (const viewer of [world.manager, world.staff])
    expect((await reviewQueue(viewer, project)).returned).toEqual([expect.objectContaining({ id: handed.id, note: 'No signatures', by: 'Manager' })]);
  expect((await reviewQueue(world.reviewer, project)).returned).toEqual([]);
  expect([await countWaiting(world.staff, project), await countWaiting(world.manager, project)]).toEqual([1, 0]);
});

test('submitted readings wait in the same queue', async () => {
  const world = await aWorld();
  const [indicator] = await database().select({ id: indicators.id }).from(indicators).where(eq(indicators.projectId, world.projectId));
  await database()
    .insert(readings)
    .values({
      projectId: world.projectId,
      indicatorId: indicator?.id ?? '',
      periodId: world.periods.first,
      value: '12.5',
      reviewState: 'submitted',
      createdBy: world.staff.id,
      lastEditedBy: world.staff.id,
    });
  expect((await reviewQueue(world.manager, { id: world.projectId })).readings).toEqual([
    expect.objectContaining({ indicator: '1.1.a', period: '2019-1', value: 12.5, by: 'Staff', obstacle: null }),
  ]);
  expect(await countWaiting(world.manager, { id: world.projectId })).toBe(1);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import type { ProjectWork } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { closePeriod } from '@/lib/projects/mutations';
import { reopenActivity } from '@/lib/review/mutations';
import { aWorld, type World } from '../../support/builders';

const waitingFor = async (pid: number) => {
  for (;;) {
    const [row] = await database().execute<{ waits: boolean }>(sql`select exists (select from pg_stat_activity where ${pid} = any (pg_blocking_pids(pid))) as waits`);
    if (row?.waits) return;
  }
};

/** While figures are computed, `act` comes and waits for the project. How often the two had to begin: once each, unless one waits for what the other holds. */
async function whileComputing(world: World, act: (work: ProjectWork) => Promise<unknown>): Promise<[computing: number, acting: number]> {
  const begun: [number, number] = [0, 0];
  const acting = () =>
    world.as(world.manager, (work) => {
      begun[1] += 1;
      return act(work);
    });
  const { running } = await world.as(world.manager, async (work) => {
    begun[0] += 1;
    const [self] = await work.tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await work.tx.execute(sql`select from projects where id = ${world.projectId} for no key update`);
    const running = acting();
    running.catch(() => {});
    await waitingFor(self?.pid ?? 0);
    await recomputeFigures(work);
    work.audit.add('projects', world.projectId, {}, {}, 'Figures');
    return { running };
  });
  await running;
  return begun;
}

test('computing figures does not wait for who is reopening a record that counts', async () => {
  const world = await aWorld();
  const { id, version } = await world.approved(world.training());
  const reopening = (work: ProjectWork) => reopenActivity(work, { projectId: world.projectId, activityId: id, version, note: 'Because' });
  expect(await whileComputing(world, reopening)).toEqual([1, 1]);
});

test('computing figures does not wait for who is closing a period', async () => {
  const world = await aWorld();
  await world.approved(world.training());
  expect(await whileComputing(world, (work) => closePeriod(work, { periodId: world.periods.first }))).toEqual([1, 1]);
});

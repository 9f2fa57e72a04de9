import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { rollupCells } from '@/db/schema';
import { figuresKnownOn } from '@/lib/indicators/mutations/recompute';
import { projectsToCheck, verifyProject } from '@/lib/indicators/queries/verify';
import { aWorld, type World } from '../../support/builders';
import { anAct, refused, take } from '../../support/random-acts';

type Cell = { measure: string; indicatorId: string | null; scope: string; periodId: string | null; institutionId: string | null; sex: string | null; restatement: boolean; numerator: number | string; denominator: number | string | null };
const said = (cells: readonly Cell[]) => cells.map((cell) => [cell.measure, cell.indicatorId, cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement, Number(cell.numerator), Number(cell.denominator ?? 0)].join(' ')).sort();
const knownToday = async (world: World, reach: 'counted' | 'all') => said((await figuresKnownOn(database(), { id: world.projectId, timeZone: 'Europe/Podgorica' }, '2019-12-01', reach)).cells);
const stored = async (world: World) => said(await database().select().from(rollupCells).where(eq(rollupCells.projectId, world.projectId)));

test('after any sequence of acts the stored figures equal a fresh computation and the plain aggregate', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 22 }), async (sequence) => {
      const world = await aWorld();
      const people = [...world.people(3), ...world.people(3, 'male', world.border), ...world.people(1, 'not_stated', world.prosecutor), ...world.people(1, 'male', world.abroad), ...world.people(1, 'female', world.implementer)];
      for (const one of sequence) await take(world, people, one).catch(refused);
      const [project] = await projectsToCheck(world.slug);
      if (!project) throw new Error('no project');
      expect((await verifyProject(project)).differences).toEqual([]);
      for (const reach of ['counted', 'all'] as const) expect(await knownToday(world, reach), `what was known by the end of that day is what is stored (${reach})`).toEqual(await stored(world));
    }),
    { numRuns: 12, seed: 20191105 },
  );
}, 180_000); // some 150 transactions, each with all figures computed three times

test('the same holds when several people act at the same moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anAct, { minLength: 3, maxLength: 5 }), { minLength: 3, maxLength: 6 }), async (rounds) => {
      const world = await aWorld();
      const people = [...world.people(4), ...world.people(3, 'male', world.border)];
      await world.approved(world.training({ people, sessions: ['2019-02-05'] }));
      await world.submitted(world.training({ people, sessions: ['2019-03-05'], gain: 20 }));
      await world.submitted(world.meeting(people, '2019-09-05'));
      for (const round of rounds) await Promise.all(round.map((one) => take(world, people, one).catch(refused)));
      const [project] = await projectsToCheck(world.slug);
      if (!project) throw new Error('no project');
      expect((await verifyProject(project)).differences).toEqual([]);
    }),
    { numRuns: 8, seed: 20191106 },
  );
}, 180_000);

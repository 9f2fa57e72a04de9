import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, equipmentItems, rollupCells } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { recordCheck } from '@/lib/equipment/mutations/checks';
import { figuresKnownOn } from '@/lib/indicators/mutations/recompute';
import { projectsToCheck, verifyProject } from '@/lib/indicators/queries/verify';
import { closePeriod, reopenPeriod } from '@/lib/projects/mutations';
import { approveActivity, reopenActivity, returnActivity, submitActivity, withdrawActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import type { ReviewState } from '@/lib/shared/vocabulary';
import { aWorld, type Person, type World } from '../../support/builders';

const acts = ['training', 'training', 'meeting', 'handOver', 'approve', 'approve', 'approve', 'return', 'resubmit', 'reopen', 'withdraw', 'check', 'close', 'reopenPeriod'] as const;
type Act = { act: (typeof acts)[number]; pick: number; month: number };

const steps = { approve: approveActivity, return: returnActivity, resubmit: submitActivity, reopen: reopenActivity, withdraw: withdrawActivity };
const from: Record<keyof typeof steps, ReviewState[]> = { approve: ['submitted'], return: ['submitted'], resubmit: ['returned', 'reopened', 'withdrawn'], reopen: ['approved'], withdraw: ['returned', 'reopened'] };

async function take(world: World, people: Person[], { act, pick, month }: Act): Promise<void> {
  const date = `2019-${String(1 + (month % 11)).padStart(2, '0')}-05`;
  const some = people.filter((_person, index) => (index + pick) % 3 !== 0);
  if (act === 'training') await world.submitted(world.training({ people: some, sessions: [date], gain: pick % 40, unnamed: pick % 3, present: (person) => (person + pick) % 4 !== 0 || person === 0 }));
  else if (act === 'meeting') await world.submitted(world.meeting(some, date, [{ text: 'Do it', dueDate: date }]));
  else if (act === 'handOver') await world.submitted(world.handOver([{ quantity: 1 + (pick % 4), value: pick }, { serialNumber: newId() }], date));
  else if (act === 'check') await check(world, pick);
  else if (act === 'close') await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  else if (act === 'reopenPeriod') await world.as(world.manager, (work) => reopenPeriod(work, { periodId: world.periods.first, reason: 'A list came late' }));
  else await step(world, act, pick);
}

async function step(world: World, act: keyof typeof steps, pick: number): Promise<void> {
  const rows = (await database().select().from(activities).where(eq(activities.projectId, world.projectId))).filter((row) => from[act].includes(row.reviewState));
  const row = rows[pick % Math.max(1, rows.length)];
  if (!row) return;
  const actor: Viewer = act === 'resubmit' || act === 'withdraw' ? world.staff : world.manager;
  await world.as(actor, (work) => steps[act](work, { projectId: world.projectId, activityId: row.id, version: row.version, note: 'Because' }));
}

async function check(world: World, pick: number): Promise<void> {
  const items = await database().select({ id: equipmentItems.id }).from(equipmentItems).innerJoin(activities, and(eq(activities.id, equipmentItems.activityId), eq(activities.reviewState, 'approved'))).where(eq(equipmentItems.projectId, world.projectId));
  const item = items[pick % Math.max(1, items.length)];
  if (item) await world.as(world.staff, (work) => recordCheck(work, { projectId: world.projectId, id: newId(), itemId: item.id, checkedOn: '2019-11-30', inUse: pick % 2 === 0, usedBy: null, location: null, condition: 'good', note: null }));
}

type Cell = { measure: string; indicatorId: string | null; scope: string; periodId: string | null; institutionId: string | null; sex: string | null; restatement: boolean; numerator: number | string; denominator: number | string | null };
const said = (cells: readonly Cell[]) => cells.map((cell) => [cell.measure, cell.indicatorId, cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement, Number(cell.numerator), Number(cell.denominator ?? 0)].join(' ')).sort();
const knownToday = async (world: World, reach: 'counted' | 'all') => said((await figuresKnownOn(database(), { id: world.projectId, timeZone: 'Europe/Podgorica' }, '2019-12-01', reach)).cells);
const stored = async (world: World) => said(await database().select().from(rollupCells).where(eq(rollupCells.projectId, world.projectId)));

// A refusal (a closed period, a state, something missing) is a fine answer to a random act; anything else is not.
const refused = (error: unknown) => {
  if ((error as { name?: string }).name !== 'Refusal') throw error;
};

test('after any sequence of acts the stored figures equal a fresh computation and the plain aggregate', async () => {
  const act = fc.record({ act: fc.constantFrom(...acts), pick: fc.nat(99), month: fc.nat(10) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 22 }), async (sequence) => {
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
  const act = fc.record({ act: fc.constantFrom(...acts), pick: fc.nat(99), month: fc.nat(10) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { minLength: 3, maxLength: 5 }), { minLength: 3, maxLength: 6 }), async (rounds) => {
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

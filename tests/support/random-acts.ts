import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { database } from '@/db/client';
import { activities, equipmentItems } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { recordCheck } from '@/lib/equipment/mutations/checks';
import { closePeriod, reopenPeriod } from '@/lib/projects/mutations';
import { approveActivity, reopenActivity, returnActivity, submitActivity, withdrawActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import type { ReviewState } from '@/lib/shared/vocabulary';
import type { Person, World } from './builders';

const acts = ['training', 'training', 'meeting', 'handOver', 'approve', 'approve', 'approve', 'return', 'resubmit', 'reopen', 'withdraw', 'check', 'close', 'reopenPeriod'] as const;
export type Act = { act: (typeof acts)[number]; pick: number; month: number };

const steps = { approve: approveActivity, return: returnActivity, resubmit: submitActivity, reopen: reopenActivity, withdraw: withdrawActivity };
const from: Record<keyof typeof steps, ReviewState[]> = { approve: ['submitted'], return: ['submitted'], resubmit: ['returned', 'reopened', 'withdrawn'], reopen: ['approved'], withdraw: ['returned', 'reopened'] };

/** Does one act in a world; throws a Refusal where it is refused. */
export async function take(world: World, people: Person[], { act, pick, month }: Act): Promise<void> {
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

/** Lets a refusal pass (a closed period, a state, something missing): a fine answer to a random act. Anything else is not. */
export const refused = (error: unknown) => {
  if ((error as { name?: string }).name !== 'Refusal') throw error;
};

export const anAct = fc.record({ act: fc.constantFrom(...acts), pick: fc.nat(99), month: fc.nat(10) });

import { asc, eq, isNotNull } from 'drizzle-orm';
import { custody, equipmentItems } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { saveBudgetLine } from '@/lib/equipment/mutations/budget';
import { recordMove } from '@/lib/equipment/mutations/custody';
import { factsOf } from '@/lib/equipment/mutations/items';
import { saveItem } from '@/lib/equipment/mutations/register';
import { budgetLines, moves, requiredTopics } from './data/stock';
import { makeRandom, type Random } from './random';
import { momentOf, need, type Step } from './world';

// Of its own, so that what comes after in the demo stays what it was.
const seed = 2019;

/** Budget lines, what the items of the hand-overs belong to, and what happened to them afterwards. */
export function stockSteps(): Step[] {
  const random = makeRandom(seed);
  const lines = new Map(budgetLines.map((line) => [line.key, random.id(momentOf('2018-02-05T09:00'))]));
  return [...budgetSteps(lines), ...linkSteps(lines), ...moveSteps(random)];
}

const budgetSteps = (lines: Map<string, string>): Step[] =>
  budgetLines.map(({ key, code, description, quantity, amount, reason }) => ({
    at: '2018-02-05T09:00',
    by: 'manager',
    action: 'equipment.saveBudgetLine',
    run: async (work, world) => {
      await saveBudgetLine(work, { projectId: world.projectId, id: need(lines, key), version: null, code, description, approvedQuantity: quantity, approvedAmount: amount, currency: 'USD', usdRate: null, differenceReason: reason });
    },
  }));

/** Names the budget line, the output and the needed training of every item that a hand-over brought. */
const linkSteps = (lines: Map<string, string>): Step[] => [
  { at: '2019-07-02T09:00', by: 'staff', action: 'equipment.saveItem', run: async (work, world) => linkAll(work, world.projectId, lines, need(world.outputs, '1.4')) },
];

async function linkAll(work: ProjectWork, projectId: string, lines: Map<string, string>, resultId: string): Promise<void> {
  const rows = await work.tx.select().from(equipmentItems).where(isNotNull(equipmentItems.activityId)).orderBy(asc(equipmentItems.tagNumber));
  const number = (value: string | null) => (value === null ? null : Number(value));
  for (const row of rows) {
    const line = budgetLines.find((one) => one.covers.includes(row.category));
    const facts = factsOf(row);
    const links = { deliveredOn: row.deliveredOn, budgetLineId: line ? need(lines, line.key) : null, resultId, requiredTopic: requiredTopics[row.category] ?? null };
    await saveItem(work, { projectId, id: row.id, version: row.version, ...facts, value: number(facts.value), usdRate: number(facts.usdRate), ...links });
  }
}

const moveSteps = (random: Random): Step[] =>
  moves.map(({ at, handOver, row, from, to, user, dueBack = null, ...move }) => ({
    at,
    by: 'staff',
    action: 'equipment.recordMove',
    run: async (work, world) => {
      const items = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.activityId, need(world.records, handOver).id)).orderBy(asc(equipmentItems.position));
      const itemId = items[row]?.id ?? '';
      const holdings = await work.tx.select({ id: custody.id, kind: custody.kind }).from(custody).where(eq(custody.itemId, itemId)).orderBy(asc(custody.id));
      const holdingId = holdings.findLast((one) => one.kind === from)?.id ?? '';
      const receiver = { institutionId: to ? need(world.institutions, to) : null, personId: user ? need(world.people, user).id : null };
      await recordMove(work, { projectId: world.projectId, id: random.id(work.now), itemId, holdingId, dueBack, ...receiver, ...move });
    },
  }));

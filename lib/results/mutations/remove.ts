import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { activities, activityOutputs, equipmentItems, indicators, results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { changeFilter } from '@/lib/indicators/mutations/indicator';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { RemoveResultInput } from '../schema';
import { lockMatrix, renumber } from './renumber';

type Row = typeof results.$inferSelect;

/**
 * Takes a result out of the matrix. Refuses where it holds results, indicators, records or items, or the filter of an indicator names it, and `moveTo` names no
 * other result of its level to take them (resultHolds, resultHoldsAlone where there is none, objectiveHolds); where such an indicator has figures and no reason is given why it counts another output (reasonNeeded);
 * where one of its records lies in a closed period (DOMAIN §3), and a newer version.
 */
export async function removeResult(work: ProjectWork, input: RemoveResultInput): Promise<void> {
  const matrix = await lockMatrix(work);
  const row = matrix.results.find((one) => one.id === input.resultId);
  if (!row) throw notFound();
  if (row.version !== input.version) throw new Refusal('stale');
  const links = await linksOf(work, row.id);
  const below = matrix.results.filter((one) => one.parentId === row.id).map(({ id }) => id);
  const measured = matrix.indicators.filter((one) => one.resultId === row.id).map(({ id }) => id);
  const counting = await countingOnly(work, row.id);
  const held = below.length + measured.length + links.activityIds.length + links.itemIds.length + counting.length;
  if (held > 0) {
    const target = targetOf(matrix.results, row, input.moveTo, held);
    await assertOpen(work, ...links.dates);
    await moveNodes(work, { below, measured }, row.id, target.id);
    await moveRecords(work, links, row.id, target.id);
    await moveFilters(work, counting, target.id, input);
  }
  await work.tx.delete(results).where(eq(results.id, row.id));
  work.audit.add('results', row.id, { level: row.level, code: row.code, statement: row.statement, assumptions: row.assumptions }, {});
  await renumber(work);
  if (links.activityIds.length > 0 || counting.length > 0) await recomputeFigures(work);
}

function targetOf(rows: readonly Row[], row: Row, moveTo: string | null, held: number): Row {
  if (moveTo === null) {
    const alone = !rows.some((one) => one.id !== row.id && one.level === row.level);
    const reason = row.level === 'objective' ? 'objectiveHolds' : alone ? 'resultHoldsAlone' : 'resultHolds';
    throw new Refusal(reason, { params: { n: held }, fieldErrors: { moveTo: `${reason}:${held}` } });
  }
  const target = rows.find((one) => one.id === moveTo && one.id !== row.id && one.level === row.level);
  if (!target) throw new Refusal('noSuchResult', { field: 'moveTo' });
  return target;
}

type Counting = { id: string; version: number; filter: (typeof indicators.$inferSelect)['filter'] };

/** Indicators that count this output only. */
const countingOnly = (work: ProjectWork, resultId: string): Promise<Counting[]> =>
  work.tx.select({ id: indicators.id, version: indicators.version, filter: indicators.filter }).from(indicators).where(and(eq(indicators.projectId, work.project.id), sql`${indicators.filter}->>'outputId' = ${resultId}`)).for('no key update');

type Links = { activityIds: string[]; itemIds: string[]; dates: (string | null)[] };

async function linksOf(work: ProjectWork, resultId: string): Promise<Links> {
  const records = await work.tx
    .select({ id: activities.id, date: activities.onDate })
    .from(activityOutputs)
    .innerJoin(activities, eq(activities.id, activityOutputs.activityId))
    .where(eq(activityOutputs.resultId, resultId))
    .for('no key update', { of: activities });
  const items = await work.tx
    .select({ id: equipmentItems.id, date: activities.onDate })
    .from(equipmentItems)
    .leftJoin(activities, eq(activities.id, equipmentItems.activityId))
    .where(eq(equipmentItems.resultId, resultId));
  return { activityIds: records.map(({ id }) => id), itemIds: items.map(({ id }) => id), dates: [...records, ...items].map(({ date }) => date) };
}

async function moveNodes(work: ProjectWork, { below, measured }: { below: string[]; measured: string[] }, from: string, to: string): Promise<void> {
  // Behind what stands there already, in the order they had.
  if (below.length > 0) await work.tx.update(results).set({ parentId: to, position: sql`${results.position} + 1000` }).where(inArray(results.id, below));
  if (measured.length > 0) await work.tx.update(indicators).set({ resultId: to, position: sql`${indicators.position} + 1000` }).where(inArray(indicators.id, measured));
  for (const id of below) work.audit.add('results', id, { parentId: from }, { parentId: to });
  for (const id of measured) work.audit.add('indicators', id, { resultId: from }, { resultId: to });
}

/** The records say the other result from now on; their version moves on, so that nobody approves what they did not see. */
async function moveRecords(work: ProjectWork, { activityIds, itemIds }: Links, from: string, to: string): Promise<void> {
  if (itemIds.length > 0) await work.tx.update(equipmentItems).set({ resultId: to }).where(inArray(equipmentItems.id, itemIds));
  for (const id of itemIds) work.audit.add('equipment_items', id, { resultId: from }, { resultId: to });
  if (activityIds.length === 0) return;
  await work.tx.insert(activityOutputs).values(activityIds.map((activityId) => ({ projectId: work.project.id, activityId, resultId: to }))).onConflictDoNothing();
  await work.tx.delete(activityOutputs).where(eq(activityOutputs.resultId, from));
  await work.tx.update(activities).set({ version: sql`${activities.version} + 1` }).where(inArray(activities.id, activityIds));
  for (const id of activityIds) work.audit.add('activities', id, { outputIds: [from] }, { outputIds: [to] });
}

/** They count the other output from now on: a change of their plan like any, with a reason where they have figures. */
async function moveFilters(work: ProjectWork, counting: readonly Counting[], outputId: string, why: Pick<RemoveResultInput, 'reason' | 'note'>): Promise<void> {
  for (const { id, version, filter } of counting) await changeFilter(work, { id, version, filter }, { ...filter, outputId }, why);
}

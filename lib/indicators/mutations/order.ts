import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { indicators, milestones } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lockMatrix, moveAmong, renumber } from '@/lib/results/mutations/renumber';
import { notFound, Refusal } from '@/lib/shared/result';
import type { MoveIndicatorInput, RemoveIndicatorInput } from '../schema/indicator';

/** Moves an indicator one place up or down among those of its result; at the end nothing happens. */
export async function moveIndicator(work: ProjectWork, input: MoveIndicatorInput): Promise<void> {
  const { indicators: rows } = await lockMatrix(work);
  const row = rows.find((one) => one.id === input.indicatorId);
  if (!row) throw notFound();
  const siblings = rows.filter((one) => one.resultId === row.resultId).map((one) => one.id);
  await moveAmong(work, 'indicators', siblings, { id: row.id, direction: input.direction });
}

/** Takes an indicator out of the matrix. Refuses one that was read or reported: what was said of it must stay explained. */
export async function removeIndicator(work: ProjectWork, input: RemoveIndicatorInput): Promise<void> {
  await lockMatrix(work);
  const [row] = await work.tx.select().from(indicators).where(and(eq(indicators.id, input.indicatorId), eq(indicators.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version !== input.version) throw new Refusal('stale');
  const [found] = await work.tx.execute<{ reported: boolean }>(sql`select exists (select from readings where indicator_id = ${row.id}) or exists (select from frozen_cells where indicator_id = ${row.id}) as reported`);
  if (found?.reported) throw new Refusal('indicatorReported');
  await work.tx.delete(milestones).where(eq(milestones.indicatorId, row.id));
  await work.tx.delete(indicators).where(eq(indicators.id, row.id));
  const { code, statement, unit, method, measure, baseline, target } = row;
  work.audit.add('indicators', row.id, { code, statement, unit, method, measure, baseline, target }, {});
  await renumber(work);
}

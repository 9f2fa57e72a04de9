import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { budgetLines, equipmentItems } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { SaveBudgetLineInput } from '../schema/budget';

/** Adds a line of the approved budget (version null) or changes the version that was seen. Refuses a code that another line has. */
export async function saveBudgetLine(work: ProjectWork, input: SaveBudgetLineInput): Promise<{ id: string }> {
  const { projectId, id, version, ...line } = input;
  const row = { ...line, approvedAmount: line.approvedAmount.toFixed(2), usdRate: line.currency === 'USD' ? '1.000000' : (line.usdRate ?? 1).toFixed(6) };
  const [other] = await work.tx.select({ id: budgetLines.id }).from(budgetLines).where(and(eq(budgetLines.projectId, projectId), sql`lower(${budgetLines.code}) = lower(${row.code})`, sql`${budgetLines.id} <> ${id}`));
  if (other) throw new Refusal('budgetLineTaken', { field: 'code' });
  if (version === null) {
    await work.tx.insert(budgetLines).values({ id, projectId, ...row });
    work.audit.add('budget_lines', id, {}, row);
    return { id };
  }
  const before = await lockLine(work, id, version);
  await work.tx.update(budgetLines).set({ ...row, version: version + 1 }).where(eq(budgetLines.id, id));
  const old = Object.fromEntries(Object.keys(row).map((key) => [key, before[key as keyof typeof before]]));
  work.audit.add('budget_lines', id, { ...old, version }, { ...row, version: version + 1 });
  return { id };
}

/** Takes a line out of the budget. Refuses one under which items stand. */
export async function deleteBudgetLine(work: ProjectWork, input: { lineId: string; version: number }): Promise<void> {
  const { id, code, description } = await lockLine(work, input.lineId, input.version);
  const [item] = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.budgetLineId, id)).limit(1);
  if (item) throw new Refusal('budgetLineUsed');
  await work.tx.delete(budgetLines).where(eq(budgetLines.id, id));
  work.audit.add('budget_lines', id, { code, description }, {});
}

// As the form holds them: amounts without the zeros that the database adds.
const valuesOf = ({ code, description, approvedQuantity, approvedAmount, currency, usdRate, differenceReason }: typeof budgetLines.$inferSelect) => ({
  ...{ code, description, approvedQuantity, approvedAmount: Number(approvedAmount), currency, usdRate: Number(usdRate), differenceReason },
});

async function lockLine(work: ProjectWork, id: string, version: number) {
  const [row] = await work.tx.select().from(budgetLines).where(and(eq(budgetLines.id, id), eq(budgetLines.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version !== version) throw new Refusal('stale', { current: { id: row.id, version: row.version, values: valuesOf(row), ...(await lastChange(work.tx, row.id)) } });
  return row;
}

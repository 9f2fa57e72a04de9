import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { indicators, projects, results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import type { MoveDirection } from '@/lib/shared/vocabulary';
import { codesOf, moved } from '../rules/matrix';

type Matrix = { results: (typeof results.$inferSelect)[]; indicators: { id: string; resultId: string; code: string; position: number }[] };

/** The whole matrix under a lock on the project: whoever changes its order waits for whoever does so too. */
export async function lockMatrix({ tx, project }: ProjectWork): Promise<Matrix> {
  await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, project.id)).for('no key update');
  const { id, resultId, code, position } = indicators;
  return {
    results: await tx.select().from(results).where(eq(results.projectId, project.id)).orderBy(results.position, results.code),
    indicators: await tx.select({ id, resultId, code, position }).from(indicators).where(eq(indicators.projectId, project.id)).orderBy(indicators.position, indicators.code),
  };
}

/** Gives results and indicators the codes that their order asks for; what changes is audited. Call it after every change of order. */
export async function renumber(work: ProjectWork): Promise<void> {
  const matrix = await lockMatrix(work);
  const codes = codesOf(matrix.results, matrix.indicators);
  for (const [table, name, rows] of [[results, 'results', matrix.results], [indicators, 'indicators', matrix.indicators]] as const) {
    const changed = rows.flatMap((row) => ((codes.get(row.id) ?? row.code) === row.code ? [] : [{ id: row.id, from: row.code, to: codes.get(row.id) ?? row.code }]));
    // A code is unique at every moment: all step aside before each takes its new one.
    for (const { id } of changed) await work.tx.update(table).set({ code: sql`'~' || right(replace(${table.id}::text, '-', ''), 19)` }).where(eq(table.id, id));
    for (const { id, from, to } of changed) {
      await work.tx.update(table).set({ code: to }).where(eq(table.id, id));
      work.audit.add(name, id, { code: from }, { code: to });
    }
  }
}

/** Moves a result or an indicator one place up or down among its siblings (given in their order), and renumbers; at the end nothing happens. */
export async function moveAmong(work: ProjectWork, name: 'results' | 'indicators', siblings: readonly string[], { id, direction }: { id: string; direction: MoveDirection }): Promise<void> {
  const order = moved(siblings, id, direction);
  if (order.join() === siblings.join()) return;
  const table = name === 'results' ? results : indicators;
  for (const [position, one] of order.entries()) await work.tx.update(table).set({ position }).where(eq(table.id, one));
  work.audit.add(name, id, { place: siblings.indexOf(id) + 1 }, { place: order.indexOf(id) + 1 });
  await renumber(work);
}

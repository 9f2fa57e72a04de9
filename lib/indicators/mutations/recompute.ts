import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { firstCounts, frozenCells, indicators, projects, rollupCells, rollupRecords, rollupStates } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { catalogue } from '../rules/catalogue';
import type { Rollup, RollupCell, Series } from '../rules/facts';
import { rollup } from '../rules/rollup';
import { loadFacts } from './facts';

/**
 * Computes all figures of the project anew from its approved records and replaces the roll-up rows, in the caller's transaction and under a
 * lock on the project (DESIGN §6). Called wherever counted facts change. Cells of periods that were once closed come from what was frozen then.
 */
export async function recomputeFigures(work: ProjectWork): Promise<void> {
  const { tx, project } = work;
  await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, project.id)).for('no key update');
  const figures = await freshFigures(tx, project.id, work.today);
  for (const table of [rollupCells, rollupRecords, firstCounts]) await tx.delete(table).where(eq(table.projectId, project.id));
  await insertAll(figures.cells, (rows) => tx.insert(rollupCells).values(rows.map((cell) => ({ ...cell, ...amounts(cell), projectId: project.id }))));
  await insertAll(figures.records, (rows) => tx.insert(rollupRecords).values(rows.map((row) => ({ ...row, ...amounts(row), projectId: project.id }))));
  await insertAll(figures.firstCounts, (rows) => tx.insert(firstCounts).values(rows.map((row) => ({ ...row, projectId: project.id }))));
  const state = { computedAt: work.now, asOf: work.today };
  await tx.insert(rollupStates).values({ projectId: project.id, ...state }).onConflictDoUpdate({ target: rollupStates.projectId, set: state });
}

/** All figures of a project as its records give them on a day, stored nowhere: what the stored ones must equal. */
export async function freshFigures(reader: Reader, projectId: string, today: string): Promise<Rollup> {
  return rollup(await loadFacts(reader, projectId, today), await seriesOf(reader, projectId), await frozenOf(reader, projectId));
}

const amounts = (row: { numerator: number; denominator: number | null }) => ({ numerator: String(row.numerator), denominator: row.denominator === null ? null : String(row.denominator) });

async function insertAll<T>(rows: T[], insert: (rows: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 2000) await insert(rows.slice(start, start + 2000));
}

/** Every computed indicator of the project, and every measure of the catalogue over the whole project. */
async function seriesOf(reader: Reader, projectId: string): Promise<Series[]> {
  const rows = await reader
    .select({ indicatorId: indicators.id, measure: indicators.measure, filter: indicators.filter })
    .from(indicators)
    .where(and(eq(indicators.projectId, projectId), eq(indicators.method, 'computed')));
  const known = new Set(catalogue.map((measure) => measure.key));
  const own = rows.flatMap((row) => (row.measure && known.has(row.measure) ? [{ ...row, measure: row.measure }] : []));
  return [...catalogue.map((measure) => ({ measure: measure.key, indicatorId: null, filter: {} })), ...own];
}

async function frozenOf(reader: Reader, projectId: string): Promise<RollupCell[]> {
  const rows = await reader.select().from(frozenCells).where(eq(frozenCells.projectId, projectId));
  return rows.map((row) => ({ ...row, restatement: false, numerator: Number(row.numerator), denominator: row.denominator === null ? null : Number(row.denominator) }));
}

/** Freezes the cells of a period that is being closed for the first time, restatements included: from now on they never move (DOMAIN §2.3). */
export async function freezePeriod(work: ProjectWork, periodId: string): Promise<void> {
  await work.tx.execute(sql`
    insert into frozen_cells (project_id, measure, indicator_id, scope, period_id, institution_id, sex, numerator, denominator)
    select project_id, measure, indicator_id, scope, period_id, institution_id, sex, sum(numerator), sum(denominator) from rollup_cells
    where project_id = ${work.project.id} and scope = 'period' and period_id = ${periodId} group by 1, 2, 3, 4, 5, 6, 7`);
  // A zero per series says that the series was there: only then is what turns up later a restatement.
  const zero = { projectId: work.project.id, scope: 'period' as const, periodId, institutionId: null, sex: null, numerator: '0', denominator: null };
  await work.tx.insert(frozenCells).values((await seriesOf(work.tx, work.project.id)).map(({ measure, indicatorId }) => ({ ...zero, measure, indicatorId })));
}

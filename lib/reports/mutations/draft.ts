import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { indicators, reportingPeriods, reportSections, reports, results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { notFound, Refusal } from '@/lib/shared/result';
import { sectionKeys } from '../rules/sections';
import type { CreateReportInput, SaveReportSectionsInput } from '../schema';

export type ReportRow = typeof reports.$inferSelect;

/** Starts a draft on one period of the project. Refuses a period of another project. */
export async function createReport(work: ProjectWork, input: CreateReportInput): Promise<{ id: string; version: number }> {
  const { projectId: _project, ...row } = input;
  const [period] = await work.tx.select({ id: reportingPeriods.id }).from(reportingPeriods).where(and(eq(reportingPeriods.id, row.periodId), eq(reportingPeriods.projectId, work.project.id)));
  if (!period) throw new Refusal('noSuchPeriod', { field: 'periodId' });
  if (!work.actor) throw new Error('a report needs somebody who made it');
  await work.tx.insert(reports).values({ ...row, projectId: work.project.id, createdBy: work.actor.id, createdAt: work.now, updatedAt: work.now });
  work.audit.add('reports', row.id, {}, row);
  return { id: row.id, version: 1 };
}

/** The report of this project, locked; refuses a version that is no longer the present one and gives back what stands now, so that nothing typed is lost. */
export async function lockReport(work: ProjectWork, reportId: string, version: number): Promise<ReportRow> {
  const [row] = await work.tx.select().from(reports).where(and(eq(reports.id, reportId), eq(reports.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version === version) return row;
  const values = await textsOf(work, reportId);
  throw new Refusal('stale', { current: { version: row.version, values, editedBy: null, editedAt: row.updatedAt.toISOString() } });
}

async function textsOf(work: ProjectWork, reportId: string): Promise<Record<string, string>> {
  const rows = await work.tx.select({ key: reportSections.key, body: reportSections.body }).from(reportSections).where(eq(reportSections.reportId, reportId));
  return Object.fromEntries(rows.map((row) => [row.key, row.body]));
}

/** Saves the sections given, compare-and-set on the report's version; an emptied one is removed. Refuses keys that neither skeleton nor matrix knows. */
export async function saveReportSections(work: ProjectWork, input: SaveReportSectionsInput): Promise<{ id: string; version: number }> {
  const report = await lockReport(work, input.reportId, input.version);
  const before = await textsOf(work, report.id);
  const changed = Object.entries(input.sections).filter(([key, body]) => (before[key] ?? '') !== body);
  if (changed.length === 0) return { id: report.id, version: report.version };
  await refuseUnknown(work, changed.map(([key]) => key));
  for (const [key, body] of changed) await writeSection(work, report.id, key, body);
  const version = report.version + 1;
  await work.tx.update(reports).set({ version, updatedAt: work.now }).where(eq(reports.id, report.id));
  const traces = (texts: Record<string, string | undefined>) => Object.fromEntries(changed.map(([key]) => [key, trace(texts[key])]));
  work.audit.add('reports', report.id, { version: report.version, ...traces(before) }, { version, ...traces(input.sections) });
  return { id: report.id, version };
}

// The trail tells that a text changed and which one it was, without keeping every draft of it.
const trace = (text: string | undefined) => (text ? `${text.length} characters, sha256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)}` : null);

async function refuseUnknown(work: ProjectWork, keys: string[]): Promise<void> {
  const [nodes, rows] = [
    await work.tx.select({ id: results.id, level: results.level }).from(results).where(eq(results.projectId, work.project.id)),
    await work.tx.select({ id: indicators.id }).from(indicators).where(eq(indicators.projectId, work.project.id)),
  ];
  const known = new Set(sectionKeys(nodes, rows));
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw new Refusal('unknownField', { field: `sections.${unknown}` });
}

async function writeSection(work: ProjectWork, reportId: string, key: string, body: string): Promise<void> {
  if (body === '') await work.tx.delete(reportSections).where(and(eq(reportSections.reportId, reportId), eq(reportSections.key, key)));
  else await work.tx.insert(reportSections).values({ reportId, key, body }).onConflictDoUpdate({ target: [reportSections.reportId, reportSections.key], set: { body: sql`excluded.body` } });
}

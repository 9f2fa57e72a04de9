import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { reportVersions } from '@/db/schema';
import { buildContent } from '../rules/build';
import type { ReportContent } from '../rules/content';
import { differences } from '../rules/differences';
import type { Composed } from '../rules/facts';
import { loadReportFacts } from './facts';
import { restatementsOf } from './restatements';

/**
 * The report as it would be issued now: facts, content with the next version number, and what differs from the last issued version (empty for a first one).
 * Runs on the pool or in a transaction; null where the project has no such report. The reason of a correction is filled in at issue.
 */
export async function composeReport(reader: Reader, projectId: string, reportId: string, today: string, reason = ''): Promise<Composed | null> {
  const facts = await loadReportFacts(reader, projectId, reportId);
  if (!facts) return null;
  const restatements = await restatementsOf(reader, projectId, facts);
  const [issued] = await reader.select({ number: reportVersions.number, content: reportVersions.content }).from(reportVersions).where(eq(reportVersions.reportId, reportId)).orderBy(desc(reportVersions.number)).limit(1);
  const fresh = buildContent(facts, { today, version: (issued?.number ?? 0) + 1, restatements, correction: null });
  if (!issued) return { facts, content: fresh, latest: null, changes: [] };
  const changes = differences(JSON.parse(issued.content) as ReportContent, fresh);
  return { facts, content: { ...fresh, correction: { reason, replaces: issued.number, differences: changes } }, latest: { number: issued.number }, changes };
}

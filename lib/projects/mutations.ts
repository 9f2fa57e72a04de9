import 'server-only';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { institutions, reportingPeriods, results } from '@/db/schema';
import type { ProjectWork, Work } from '@/lib/action';
import { Refusal } from '@/lib/shared/result';

/** Refuses when one of the dates lies in a closed period: it locks every record, for all roles (DOMAIN §3). */
export async function assertOpen(work: ProjectWork, ...dates: (string | null)[]): Promise<void> {
  const given = dates.filter((date) => date !== null);
  if (given.length === 0) return;
  const closed = await work.tx
    .select({ name: reportingPeriods.name, from: reportingPeriods.fromDate, to: reportingPeriods.toDate })
    .from(reportingPeriods)
    .where(and(eq(reportingPeriods.projectId, work.project.id), isNotNull(reportingPeriods.closedAt)));
  const lock = closed.find((period) => given.some((date) => date >= period.from && date <= period.to));
  if (lock) throw new Refusal('periodClosed', { params: { period: lock.name } });
}

/** Refuses when one of the institutions does not exist. */
export async function assertInstitutions(work: Work, ids: (string | null)[], field: string): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const found = await work.tx.select({ id: institutions.id }).from(institutions).where(inArray(institutions.id, wanted));
  if (found.length < wanted.length) throw new Refusal('noSuchInstitution', { field });
}

/** Refuses when one of the results is not of this project. */
export async function assertResults(work: ProjectWork, ids: string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await work.tx.select({ id: results.id }).from(results).where(and(eq(results.projectId, work.project.id), inArray(results.id, ids)));
  if (found.length < new Set(ids).size) throw new Refusal('noSuchResult', { field });
}

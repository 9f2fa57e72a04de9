import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eq } from 'drizzle-orm';
import { reportVersions, rollupStates } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { codeOf } from '../rules/code';
import type { Composed } from '../rules/facts';
import type { IssueReportInput } from '../schema';
import { composeReport } from './content';
import { lockReport } from './draft';

export type Issued = { id: string; reportId: string; number: number; sha256: string; verificationCode: string };

/**
 * Freezes the report as its next version: canonical JSON (RFC 8785), its SHA-256, a verification code (DOMAIN §6). Figures are computed anew first, under
 * the project's lock, so that two issues never take one number. Refuses while the summary is empty, nothing was ever approved, the period has not begun,
 * nothing changed since the last version, or a correction gives no reason. `verificationCode` is for seeds that must come out the same each time.
 */
export async function issueReport(work: ProjectWork, input: IssueReportInput, options: { verificationCode?: string } = {}): Promise<Issued> {
  const report = await lockReport(work, input.reportId, input.version);
  const [state] = await work.tx.select({ asOf: rollupStates.asOf }).from(rollupStates).where(eq(rollupStates.projectId, work.project.id));
  if (!state) throw new Refusal('figuresMissing');
  await recomputeFigures(work);
  const composed = await composeReport(work.tx, work.project.id, report.id, work.today, input.correction ?? '');
  if (!composed) throw notFound();
  refuseUnready(composed, work.today, input.correction);
  return freeze(work, report.id, composed, input.correction, options.verificationCode ?? codeOf(randomBytes(10)));
}

function refuseUnready({ content, latest, changes }: Composed, today: string, correction: string | null): void {
  if (!content.narrative.summary) throw new Refusal('summaryEmpty', { field: 'sections.summary' });
  if (content.cover.period.from > today) throw new Refusal('periodNotBegun');
  if (latest && changes.length === 0) throw new Refusal('nothingChanged', { params: { number: latest.number } });
  if (latest && !correction) throw new Refusal('correctionRequired', { field: 'correction' });
}

async function freeze(work: ProjectWork, reportId: string, { content }: Composed, correction: string | null, verificationCode: string): Promise<Issued> {
  const text = canonicalize(content);
  if (text === undefined || !work.actor) throw new Error('a version needs its content and somebody who issues it');
  const number = content.cover.version;
  const issued = { id: newId(), reportId, number, sha256: createHash('sha256').update(text, 'utf8').digest('hex'), verificationCode };
  // A first version corrects nothing, whatever was typed.
  const reason = number > 1 ? correction : null;
  await work.tx.insert(reportVersions).values({ ...issued, projectId: work.project.id, content: text, correction: reason, issuedAt: work.now, issuedBy: work.actor.id });
  work.audit.add('report_versions', issued.id, {}, { reportId, number, sha256: issued.sha256, verificationCode, correction: reason });
  return issued;
}

import 'server-only';
import { and, eq } from 'drizzle-orm';
import { actionPointFiles, actionPoints, progressReports } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { fileNameText, findIn } from '@/lib/guard/rules/texts';
import type { LinkWork } from '@/lib/link-action';
import type { Confirmation } from '@/lib/guard/schema';
import { type IssuedLink, issueLink } from '@/lib/links/mutations';
import { dateIn } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { isPending } from '../rules';
import type { AttachFileInput, DecideReportInput, ReportProgressInput, StoredFile } from '../schema';
import { progressActionPoint } from './points';

type Point = typeof actionPoints.$inferSelect;

async function lockPoint(work: ProjectWork, id: string): Promise<Point> {
  const [point] = await work.tx.select().from(actionPoints).where(and(eq(actionPoints.id, id), eq(actionPoints.projectId, work.project.id))).for('no key update');
  if (!point) throw notFound();
  return point;
}

/** The link by which somebody without an account reports progress; the same one while it is valid. Refuses a point that is finished. */
export async function askProgress(work: ProjectWork, { actionPointId }: { actionPointId: string }): Promise<IssuedLink> {
  const point = await lockPoint(work, actionPointId);
  if (!isPending(point.status)) throw new Refusal('actionPointFinished');
  return issueLink(work, { purpose: 'action_point', subjectId: point.id });
}

/** What a focal point says by link. It waits for somebody of the project; the point itself does not move. */
export async function reportProgress(work: LinkWork, { text, done, file }: ReportProgressInput): Promise<void> {
  const point = await lockPoint(work, work.link.subjectId).catch((error) => {
    throw error instanceof Refusal ? new Refusal('linkClosed') : error;
  });
  if (!isPending(point.status)) throw new Refusal('linkClosed');
  const id = newId();
  await work.tx.insert(progressReports).values({ id, actionPointId: point.id, text, done, reportedOn: work.today, reportedAt: work.now });
  work.audit.add('progress_reports', id, {}, { actionPointId: point.id, text, done });
  if (file) await keepFile(work, { id: newId(), actionPointId: point.id, reportId: id, uploadedBy: null }, file);
}

/** Attaches evidence to a point that is not verified yet. */
export async function attachFile(work: ProjectWork, { id, actionPointId, file }: AttachFileInput): Promise<{ id: string }> {
  const point = await lockPoint(work, actionPointId);
  if (point.status === 'verified') throw new Refusal('actionPointFinished');
  await keepFile(work, { id, actionPointId: point.id, reportId: null, uploadedBy: work.actor?.id ?? null }, file);
  return { id };
}

type Place = { id: string; actionPointId: string; reportId: string | null; uploadedBy: string | null };

// Nobody reviews these: a name that tells of a case is changed before the file is kept (DOMAIN §5).
async function keepFile(work: ProjectWork, place: Place, file: StoredFile): Promise<void> {
  if (findIn([fileNameText(file.fileName)]).length > 0) throw new Refusal('fileNameCaseData', { field: 'file' });
  await work.tx.insert(actionPointFiles).values({ ...place, ...file, uploadedAt: work.now });
  work.audit.add('action_point_files', place.id, {}, { actionPointId: place.actionPointId, ...file });
}

/**
 * Accepts what came by link: the point moves on as they said, by the hand of who accepts, who may then not verify it. Or declines it with a reason; the
 * point stays. Refuses a report that somebody else has decided on meanwhile, and accepting words that look like case data without a note that says why
 * they may stand (DOMAIN §5).
 */
export async function decideReport(work: ProjectWork, { reportId, decision, note }: DecideReportInput): Promise<void> {
  const [found] = await work.tx.select({ actionPointId: progressReports.actionPointId }).from(progressReports).where(eq(progressReports.id, reportId));
  if (!found) throw notFound();
  // The point first, like everybody who moves it, so that two acts at once wait for each other and never both.
  const point = await lockPoint(work, found.actionPointId);
  const [report] = await work.tx.select().from(progressReports).where(eq(progressReports.id, reportId)).for('no key update');
  if (report?.state !== 'waiting') throw new Refusal('reportDecided');
  const caseFindings = findIn([{ path: 'outcome', text: report.text }]);
  if (decision === 'accepted' && !isPending(point.status)) throw new Refusal('actionPointFinished');
  if (decision === 'accepted' && note === null && caseFindings.length > 0) throw new Refusal('reportCaseData', { field: 'note' });
  await work.tx.update(progressReports).set({ state: decision, decidedBy: work.actor?.id ?? null, decidedAt: work.now, note }).where(eq(progressReports.id, report.id));
  work.audit.add('progress_reports', report.id, { state: 'waiting' }, { state: decision }, note);
  if (decision === 'accepted') await moveOn(work, point, report, caseFindings.map(({ mark }) => ({ mark, reason: (note ?? '').slice(0, 500) })));
}

async function moveOn(work: ProjectWork, point: Point, report: typeof progressReports.$inferSelect, confirmations: Confirmation[]): Promise<void> {
  const doneOn = report.done ? dateIn(work.project.timeZone, report.reportedAt) : null;
  await progressActionPoint(work, { projectId: work.project.id, actionPointId: point.id, version: point.version, status: report.done ? 'done' : 'in_progress', doneOn, outcome: report.text, dropReason: null, dueDate: point.dueDate, confirmations });
}

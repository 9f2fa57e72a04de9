import 'server-only';
import { and, eq } from 'drizzle-orm';
import { deadlinesMet, projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { notFound, Refusal } from '@/lib/shared/result';
import { fundDeadlines } from './rules';
import type { MarkDeadlineInput } from './schema';

/** Records on which day a deadline of the Fund was met, or takes that back. Refuses a day that has not come, and a deadline that the project has not. */
export async function markDeadline({ tx, project, actor, audit, today, now }: ProjectWork, { key, doneOn }: MarkDeadlineInput): Promise<void> {
  if (doneOn !== null && doneOn > today) throw new Refusal('dateInFuture', { field: 'doneOn' });
  const [dates] = await tx.select({ start: projects.startDate, end: projects.endDate }).from(projects).where(eq(projects.id, project.id)).for('no key update');
  if (!fundDeadlines(dates?.start ?? null, dates?.end ?? null).some((deadline) => deadline.key === key)) throw notFound();
  const own = and(eq(deadlinesMet.projectId, project.id), eq(deadlinesMet.key, key));
  const [before] = await tx.select({ doneOn: deadlinesMet.doneOn }).from(deadlinesMet).where(own);
  if ((before?.doneOn ?? null) === doneOn) return;
  if (doneOn === null) await tx.delete(deadlinesMet).where(own);
  else await tx.insert(deadlinesMet).values({ projectId: project.id, key, doneOn, recordedBy: actor?.id ?? null, recordedAt: now }).onConflictDoUpdate({ target: [deadlinesMet.projectId, deadlinesMet.key], set: { doneOn, recordedBy: actor?.id ?? null, recordedAt: now } });
  audit.add('deadlines_met', project.id, { key, doneOn: before?.doneOn ?? null }, { key, doneOn });
}

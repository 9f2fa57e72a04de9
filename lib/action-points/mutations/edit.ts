import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { actionPointInstitutions, actionPoints, users } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { guardUnreviewed } from '@/lib/guard/mutations';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertPeople } from '@/lib/people/mutations/register';
import { assertInstitutions, assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { EditActionPointInput } from '../schema';
import { assertAgreedIn } from './points';

type Point = typeof actionPoints.$inferSelect;

/**
 * Changes what was agreed outside any meeting: words, who owes it, by when, how urgent. The first due date stays for the on-time measure (DOMAIN §2.10).
 * Refuses a point of a meeting (that record says what was agreed), a due date before the training it was agreed in, a verified or dropped one, a newer version (with both texts), a due date in a closed
 * period, unknown institutions and people, and words that look like case data.
 */
export async function editActionPoint(work: ProjectWork, input: EditActionPointInput): Promise<{ id: string; number: number; version: number }> {
  const { actionPointId: id, text, institutionId, personId, dueDate, priority } = input;
  const [point] = await work.tx.select().from(actionPoints).where(and(eq(actionPoints.id, id), eq(actionPoints.projectId, work.project.id))).for('no key update');
  if (!point) throw notFound();
  if (point.activityId) await assertAgreedIn(work, point.activityId, dueDate);
  if (point.status === 'verified' || point.status === 'dropped') throw new Refusal('wrongState');
  const before = await involvedIn(work, id);
  if (point.version !== input.version) throw await stale(work, point, before);
  const involved = [...new Set(input.involvedIds)].filter((one) => one !== institutionId).sort();
  if (dueDate !== point.dueDate) await assertOpen(work, point.dueDate, dueDate);
  // Whom the measure counts it for changes with the institution, in the period of its first due date.
  if (institutionId !== point.institutionId) await assertOpen(work, point.firstDueDate);
  await assertInstitutions(work, [institutionId], 'institutionId');
  await assertInstitutions(work, involved, 'involvedIds');
  await assertPeople(work, personId ? [personId] : []);
  const after = { text, institutionId, personId, dueDate, firstDueDate: point.firstDueDate ?? dueDate, priority };
  const version = point.version + 1;
  await work.tx.update(actionPoints).set({ ...after, version, updatedAt: work.now, updatedBy: work.actor?.id ?? null }).where(eq(actionPoints.id, id));
  await replaceInvolved(work, id, before, involved);
  const old = Object.fromEntries(Object.keys(after).map((key) => [key, point[key as keyof Point]]));
  work.audit.add('action_points', id, { ...old, involved: before, version: point.version }, { ...after, involved, version });
  await guardUnreviewed(work, { actionPointId: id }, [{ path: 'text', text }], input.confirmations);
  await recomputeFigures(work);
  return { id, number: point.number, version };
}

async function involvedIn(work: ProjectWork, actionPointId: string): Promise<string[]> {
  const rows = await work.tx.select({ id: actionPointInstitutions.institutionId }).from(actionPointInstitutions).where(eq(actionPointInstitutions.actionPointId, actionPointId)).orderBy(asc(actionPointInstitutions.institutionId));
  return rows.map((row) => row.id);
}

async function replaceInvolved(work: ProjectWork, actionPointId: string, before: string[], after: string[]): Promise<void> {
  if (before.join() === after.join()) return;
  await work.tx.delete(actionPointInstitutions).where(eq(actionPointInstitutions.actionPointId, actionPointId));
  if (after.length > 0) await work.tx.insert(actionPointInstitutions).values(after.map((institutionId) => ({ actionPointId, institutionId })));
}

async function stale(work: ProjectWork, point: Point, involvedIds: string[]): Promise<Refusal> {
  const [editor] = point.updatedBy ? await work.tx.select({ name: users.name }).from(users).where(eq(users.id, point.updatedBy)) : [];
  const { text, institutionId, personId, dueDate, priority } = point;
  return new Refusal('stale', { current: { version: point.version, editedBy: editor?.name ?? null, editedAt: point.updatedAt.toISOString(), values: { text, institutionId, personId, dueDate, priority, involvedIds } } });
}

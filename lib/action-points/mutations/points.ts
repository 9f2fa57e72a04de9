import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { actionPointInstitutions, actionPoints, activities } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { guardUnreviewed } from '@/lib/guard/mutations';
import type { GuardedText } from '@/lib/guard/rules/texts';
import type { Confirmation } from '@/lib/guard/schema';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { closeLinks } from '@/lib/links/mutations';
import { highestNumber } from '@/lib/meetings/mutations/save';
import { assertPeople } from '@/lib/people/mutations/register';
import { assertInstitutions, assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { isPending, stepObstacle } from '../rules';
import type { CreateActionPointInput, ProgressActionPointInput } from '../schema';

type AgreedOutside = Omit<CreateActionPointInput, 'involvedIds' | 'confirmations' | 'activityId'> & { activityId?: string | null; involvedIds?: string[]; confirmations?: Confirmation[] };
/** Without `confirmations` nobody can be asked: somebody else's words are taken over, who accepts them has read them. */
type Progress = Omit<ProgressActionPointInput, 'confirmations'> & { confirmations?: Confirmation[] };

/**
 * Records what was agreed outside any meeting, on its own or in a training or hand-over. Refuses a due date in a closed period or before that activity, an
 * activity of elsewhere, withdrawn or in a closed period, a meeting (its own record says what was agreed), unknown institutions and people.
 */
export async function createActionPoint(work: ProjectWork, input: AgreedOutside): Promise<{ id: string; number: number }> {
  const { projectId: _project, id, involvedIds = [], confirmations, ...agreed } = input;
  const involved = [...new Set(involvedIds)].filter((one) => one !== agreed.institutionId);
  await assertOpen(work, agreed.dueDate);
  if (agreed.activityId) await assertAgreedIn(work, agreed.activityId, agreed.dueDate);
  await assertInstitutions(work, [agreed.institutionId], 'institutionId');
  await assertInstitutions(work, involved, 'involvedIds');
  await assertPeople(work, agreed.personId ? [agreed.personId] : []);
  const number = (await highestNumber(work)) + 1;
  const row = { ...agreed, firstDueDate: agreed.dueDate, number };
  await work.tx.insert(actionPoints).values({ ...row, id, projectId: work.project.id, updatedAt: work.now, updatedBy: actorId(work) });
  if (involved.length > 0) await work.tx.insert(actionPointInstitutions).values(involved.map((institutionId) => ({ actionPointId: id, institutionId })));
  work.audit.add('action_points', id, {}, { ...row, ...(involved.length > 0 && { involved }) });
  await guard(work, id, [{ path: 'text', text: agreed.text }], confirmations);
  await recomputeFigures(work);
  return { id, number };
}

/** Refuses an activity in which nothing can be agreed here, and a due date before its day. */
export async function assertAgreedIn(work: ProjectWork, activityId: string, dueDate: string | null): Promise<void> {
  const [activity] = await work.tx.select({ kind: activities.kind, onDate: activities.onDate, reviewState: activities.reviewState }).from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id)));
  if (!activity) throw notFound();
  if (activity.kind === 'meeting') throw new Refusal('actionPointOfMeeting');
  if (activity.reviewState === 'withdrawn') throw new Refusal('wrongState');
  await assertOpen(work, activity.onDate);
  if (dueDate && activity.onDate && dueDate < activity.onDate) throw new Refusal('dueBeforeActivity', { field: 'dueDate' });
}

/**
 * Moves an action point on: begun, done (when and with what outcome), verified by somebody else, dropped with a reason, or its due date moved;
 * the first due date stays for the on-time measure (DOMAIN §2.10). Refuses a step that is not open from here, a newer version, a done date in the
 * future, before the meeting or in a closed period.
 */
export async function progressActionPoint(work: ProjectWork, input: Progress): Promise<{ id: string; version: number }> {
  const { point, agreedOn } = await lock(work, input);
  const doneBy = point.status === 'done' ? await whoMarkedDone(work, point) : null;
  const step = { from: point.status, to: input.status, doneOn: input.doneOn, dueDate: input.dueDate, oldDueDate: point.dueDate };
  const needsEvidence = point.priority === 'high' && !(await isProven(work, point.id));
  const obstacle = stepObstacle(step, { today: work.today, agreedOn, doneBy, actorId: actorId(work), needsEvidence });
  if (obstacle) throw new Refusal(obstacle.reason, { field: obstacle.field });
  const after = stateAfter(point, input);
  if (after.doneOn !== point.doneOn) await assertOpen(work, point.doneOn, after.doneOn);
  if (after.firstDueDate !== point.firstDueDate) await assertOpen(work, after.firstDueDate);
  const version = point.version + 1;
  await work.tx.update(actionPoints).set({ ...after, version, updatedAt: work.now, updatedBy: actorId(work) }).where(eq(actionPoints.id, point.id));
  // Nobody is asked any more; whoever still holds the link reads that.
  if (!isPending(after.status)) await closeLinks(work, ['action_point'], point.id);
  const before = Object.fromEntries(Object.keys(after).map((key) => [key, point[key as keyof typeof point]]));
  work.audit.add('action_points', point.id, { ...before, version: point.version }, { ...after, version });
  await guard(work, point.id, [{ path: 'outcome', text: after.outcome }, { path: 'dropReason', text: after.dropReason }], input.confirmations);
  await recomputeFigures(work);
  return { id: point.id, version };
}

const guard = async (work: ProjectWork, actionPointId: string, texts: GuardedText[], confirmations: Confirmation[] | undefined): Promise<void> =>
  confirmations && guardUnreviewed(work, { actionPointId }, texts, confirmations);

type Point = typeof actionPoints.$inferSelect;

/** Is there a file of the project's own people, or one that came by link and was accepted? */
async function isProven(work: ProjectWork, pointId: string): Promise<boolean> {
  const rows = await work.tx.execute(sql`
    select 1 from action_point_files f left join progress_reports r on r.id = f.report_id where f.action_point_id = ${pointId} and (f.report_id is null or r.state = 'accepted') limit 1`);
  return rows.length > 0;
}

async function lock(work: ProjectWork, input: Progress): Promise<{ point: Point; agreedOn: string | null }> {
  const [row] = await work.tx
    .select({ point: actionPoints, agreedOn: activities.onDate })
    .from(actionPoints)
    .leftJoin(activities, eq(activities.id, actionPoints.activityId))
    .where(and(eq(actionPoints.id, input.actionPointId), eq(actionPoints.projectId, work.project.id)))
    .for('no key update', { of: actionPoints });
  if (!row) throw notFound();
  if (row.point.version !== input.version) throw new Refusal('stale', { current: { version: row.point.version, values: { status: row.point.status, doneOn: row.point.doneOn, outcome: row.point.outcome, dropReason: row.point.dropReason, dueDate: row.point.dueDate } } });
  return row;
}

/** What the point holds after the step: each state keeps only what belongs to it. */
function stateAfter(point: Point, input: Progress) {
  const finished = input.status === 'done' || input.status === 'verified';
  const doneOn = input.status === 'verified' ? point.doneOn : finished ? input.doneOn : null;
  const outcome = input.status === 'verified' ? point.outcome : input.outcome;
  const dropReason = input.status === 'dropped' ? input.dropReason : null;
  // A due date moves while somebody is still expected to act; it is never taken away.
  const dueDate = isPending(input.status) ? (input.dueDate ?? point.dueDate) : point.dueDate;
  return { status: input.status, doneOn, outcome, dropReason, dueDate, firstDueDate: point.firstDueDate ?? dueDate };
}

// The trail knows best: editing the meeting's record touches the row without finishing anything.
async function whoMarkedDone(work: ProjectWork, point: Point): Promise<string | null> {
  const [row] = await work.tx.execute<{ actor: string | null }>(sql`
    select actor_id as actor from audit_log where chain = ${work.project.id} and entity = 'action_points' and entity_id = ${point.id} and changes -> 'status' ->> 1 = 'done' order by seq desc limit 1`);
  return row ? row.actor : point.updatedBy;
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a record needs somebody who made it');
  return work.actor.id;
}

import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { activities, auditLog, sessions } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lockForEdit } from '@/lib/activities/mutations/save';
import { decidingDate } from '@/lib/activities/rules';
import { type IssuedLink, issueLink } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import { rescheduling, shiftOf } from './rules';
import type { RescheduleInput, TakeBackInput } from './schema';

type Row = Awaited<ReturnType<typeof lockForEdit>>;
type Plan = Pick<Row, 'plannedStart' | 'plannedEnd' | 'implementation' | 'implementationReason'>;
export type Replanned = { id: string; version: number; plannedStart: string | null };

/**
 * Plans an activity for other days; the reason stands in the trail, its sessions move by as many days, and what was postponed is planned again.
 * Refuses what has begun (wrongState), a newer version (stale), what the actor may not edit, and days in a closed period.
 */
export async function reschedule(work: ProjectWork, { activityId, version, plannedStart, plannedEnd, reason }: RescheduleInput): Promise<Replanned> {
  const before = await lockForEdit(work, activityId, version);
  return replan(work, before, { plannedStart, plannedEnd, implementation: 'planned', implementationReason: null }, reason);
}

/**
 * Takes the last rescheduling of an activity back: days, sessions, and the state with its reason are what they were, as the trail tells. Refuses like
 * `reschedule`, and where something else was the last change of the record (wrongState).
 */
export async function takeBack(work: ProjectWork, { activityId, version }: TakeBackInput): Promise<Replanned> {
  const before = await lockForEdit(work, activityId, version);
  const [last] = await work.tx.select({ action: auditLog.action, changes: auditLog.changes }).from(auditLog).where(eq(auditLog.entityId, activityId)).orderBy(desc(auditLog.seq)).limit(1);
  if (last?.action !== rescheduling) throw new Refusal('wrongState');
  const was = Object.fromEntries(Object.entries(last.changes).flatMap(([field, change]) => (change ? [[field, change[0]]] : []))) as Partial<Plan>;
  const { plannedStart, plannedEnd, implementation, implementationReason } = before;
  return replan(work, before, { plannedStart, plannedEnd, implementation, implementationReason, ...was });
}

async function replan(work: ProjectWork, before: Row, plan: Plan, reason: string | null = null): Promise<Replanned> {
  if (before.actualStart !== null || before.actualEnd !== null || !['planned', 'postponed'].includes(before.implementation)) throw new Refusal('wrongState');
  await assertOpen(work, before.onDate, decidingDate({ ...before, ...plan }));
  const version = before.version + 1;
  await work.tx.update(activities).set({ ...plan, lastEditedBy: work.actor?.id ?? before.lastEditedBy, updatedAt: work.now, version }).where(eq(activities.id, before.id));
  const days = plan.plannedStart === null ? 0 : shiftOf(before.plannedStart, plan.plannedStart);
  if (days !== 0) await work.tx.update(sessions).set({ date: sql`${sessions.date} + ${days}::int` }).where(eq(sessions.activityId, before.id));
  const { plannedStart, plannedEnd, implementation, implementationReason } = before;
  work.audit.add('activities', before.id, { plannedStart, plannedEnd, implementation, implementationReason }, plan, reason);
  return { id: before.id, version, plannedStart: plan.plannedStart };
}

/** The secret address of the project's workplan for calendars: the one there is, or a new one. */
export const openFeed = (work: ProjectWork): Promise<IssuedLink> => issueLink(work, { purpose: 'workplan_feed', subjectId: work.project.id });

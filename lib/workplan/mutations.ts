import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { activities, sessions } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lockForEdit } from '@/lib/activities/mutations/save';
import { decidingDate } from '@/lib/activities/rules';
import { type IssuedLink, issueLink } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import { shiftOf } from './rules';
import type { RescheduleInput } from './schema';

/**
 * Plans an activity for other days; the reason stands in the trail, its sessions move by as many days, and what was postponed is planned again.
 * Refuses what has begun (wrongState), a newer version (stale), what the actor may not edit, and days in a closed period.
 */
export async function reschedule(work: ProjectWork, { activityId, version, plannedStart, plannedEnd, reason }: RescheduleInput): Promise<{ id: string; version: number }> {
  const before = await lockForEdit(work, activityId, version);
  if (before.actualStart !== null || before.actualEnd !== null || !['planned', 'postponed'].includes(before.implementation)) throw new Refusal('wrongState');
  const plan = { plannedStart, plannedEnd, implementation: 'planned' as const, implementationReason: null };
  await assertOpen(work, before.onDate, decidingDate({ ...before, ...plan }));
  const next = { ...plan, lastEditedBy: work.actor?.id ?? before.lastEditedBy, updatedAt: work.now, version: before.version + 1 };
  await work.tx.update(activities).set(next).where(eq(activities.id, activityId));
  const days = shiftOf(before.plannedStart, plannedStart);
  if (days !== 0) await work.tx.update(sessions).set({ date: sql`${sessions.date} + ${days}::int` }).where(eq(sessions.activityId, activityId));
  const { plannedStart: from, plannedEnd: to, implementation } = before;
  work.audit.add('activities', activityId, { plannedStart: from, plannedEnd: to, implementation }, { plannedStart, plannedEnd, implementation: 'planned' }, reason);
  return { id: activityId, version: next.version };
}

/** The secret address of the project's workplan for calendars: the one there is, or a new one. */
export const openFeed = (work: ProjectWork): Promise<IssuedLink> => issueLink(work, { purpose: 'workplan_feed', subjectId: work.project.id });

import 'server-only';
import { and, eq } from 'drizzle-orm';
import { activities, sessions } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { participantInputs, saveParticipants } from '@/lib/activities/mutations/people';
import { lockForEdit } from '@/lib/activities/mutations/save';
import type { ParticipantInput } from '@/lib/activities/schema';
import { kindSpecs } from '@/lib/activity-kinds';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { difference } from './rules';
import type { SaveSheetInput, WalkIn } from './schema';

/**
 * Enters a signed paper list: the attendance of one session becomes what the paper says, walk-ins are added below. Other sessions stay as they are.
 * An edit like any other: needs the version that was seen, refuses approved records and closed periods. DOMAIN §3.
 */
export async function saveSheet(work: ProjectWork, input: SaveSheetInput): Promise<{ id: string; version: number; present: number }> {
  const activity = await lockForEdit(work, input.activityId, input.version);
  await assertOpen(work, activity.onDate);
  await assertSession(work, input);
  const before = await participantInputs(work, activity.id);
  const walkIns = walkInRows(input, before, kindSpecs[activity.kind].roles);
  const after = [...attendanceOf(before, input), ...walkIns];
  const present = after.filter((row) => row.sessionIds.includes(input.sessionId)).length;
  if (walkIns.length === 0 && JSON.stringify(after) === JSON.stringify(before)) return { id: activity.id, version: activity.version, present };
  await saveParticipants(work, activity.id, after);
  await keepDifference(work, input, before);
  const version = activity.version + 1;
  await work.tx.update(activities).set({ version, lastEditedBy: work.actor?.id ?? activity.lastEditedBy, updatedAt: work.now }).where(eq(activities.id, activity.id));
  work.audit.add('activities', activity.id, { version: activity.version }, { version });
  return { id: activity.id, version, present };
}

// What the paper overruled stays readable beside it, for whoever looks the list over later; a list entered again replaces it.
async function keepDifference(work: ProjectWork, { activityId, sessionId, presentIds }: SaveSheetInput, before: ParticipantInput[]): Promise<void> {
  const found = difference(before.map((row) => ({ id: row.id, present: row.sessionIds.includes(sessionId) })), new Set(presentIds));
  if (!found) return;
  await work.tx.update(sessions).set({ sheet: { at: work.now.toISOString(), by: work.actor?.id ?? null, ...found } }).where(and(eq(sessions.activityId, activityId), eq(sessions.id, sessionId)));
  work.audit.add('activities', activityId, {}, { sheetDiffers: found.signedNotPresent.length + found.presentNotSigned.length });
}

async function assertSession(work: ProjectWork, { activityId, sessionId }: SaveSheetInput): Promise<void> {
  const [row] = await work.tx.select({ id: sessions.id }).from(sessions).where(and(eq(sessions.activityId, activityId), eq(sessions.id, sessionId)));
  if (!row) throw notFound();
}

function attendanceOf(rows: ParticipantInput[], { sessionId, presentIds }: SaveSheetInput): ParticipantInput[] {
  const present = new Set(presentIds);
  if (presentIds.some((id) => !rows.some((row) => row.id === id))) throw new Refusal('invalid', { field: 'presentIds' });
  return rows.map((row) => {
    const others = row.sessionIds.filter((id) => id !== sessionId);
    return { ...row, sessionIds: present.has(row.id) ? [...others, sessionId].sort() : others };
  });
}

function walkInRows({ walkIns, sessionId }: SaveSheetInput, before: ParticipantInput[], roles: readonly ParticipantRole[]): ParticipantInput[] {
  const known = new Set(before.map((row) => row.personId));
  return walkIns.map((row: WalkIn, index) => {
    if (known.has(row.personId)) throw new Refusal('personTwice', { field: `walkIns.${index}.personId` });
    if (!roles.includes(row.role)) throw new Refusal('invalidChoice', { field: `walkIns.${index}.role` });
    known.add(row.personId);
    return { ...row, preScore: null, postScore: null, sessionIds: [sessionId] };
  });
}

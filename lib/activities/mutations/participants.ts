import 'server-only';
import { eq } from 'drizzle-orm';
import { activities } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertOpen } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import type { ParticipantInput } from '../schema';
import { participantInputs, saveParticipants } from './people';
import { lockForEdit } from './save';

const most = 1000;

/**
 * Changes who stands in an activity and leaves the rest as it is: for lists that come from files. An edit like any other: the record gets a new version
 * and editor. Refuses what the form refuses: an approved record, a newer version, a closed period, more than 1,000 people. DOMAIN §3.
 */
export async function changeParticipants(work: ProjectWork, activityId: string, version: number, change: (now: ParticipantInput[]) => ParticipantInput[]): Promise<{ version: number }> {
  const before = await lockForEdit(work, activityId, version);
  await assertOpen(work, before.onDate);
  const now = await participantInputs(work, activityId);
  const wanted = change(now);
  if (JSON.stringify(wanted) === JSON.stringify(now)) return { version };
  if (wanted.length > most) throw new Refusal(`tooMany:${most}`, { field: 'participants' });
  await saveParticipants(work, activityId, wanted);
  const stamp = { lastEditedBy: work.actor?.id ?? before.lastEditedBy, updatedAt: work.now, version: version + 1 };
  await work.tx.update(activities).set(stamp).where(eq(activities.id, activityId));
  work.audit.add('activities', activityId, { version }, { version: version + 1 });
  return { version: version + 1 };
}

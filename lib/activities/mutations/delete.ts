import 'server-only';
import { eq } from 'drizzle-orm';
import { activities } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { releaseItems } from '@/lib/equipment/mutations/hand-over';
import { assertOpen } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import { lockForEdit } from './save';

/** Deletes a draft that was never submitted, with all its parts; everything else is withdrawn or cancelled and stays (DOMAIN §3). */
export async function deleteDraft(work: ProjectWork, input: { activityId: string; version: number }): Promise<void> {
  const row = await lockForEdit(work, input.activityId, input.version);
  if (row.reviewState !== 'draft') throw new Refusal('draftsOnly');
  await assertOpen(work, row.onDate);
  if (row.kind === 'equipment') await releaseItems(work, row.id);
  await work.tx.delete(activities).where(eq(activities.id, row.id));
  work.audit.add('activities', row.id, { kind: row.kind, reference: row.reference, title: row.title }, {});
}

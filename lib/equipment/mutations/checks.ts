import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { activities, checkPhotos, endUseChecks, equipmentItems, itemActionPoints } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { createActionPoint } from '@/lib/action-points/mutations/points';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertOpen } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { RaiseActionPointInput, RecordCheckInput, RecordChecksInput } from '../schema/checks';

type Check = Omit<RecordCheckInput, 'projectId'>;
type Photo = RecordChecksInput['photos'][number];

/** Records an end-use check of an item that was handed over; figures follow in the same transaction (DOMAIN §2.8). Refuses a date before the hand-over or in the future. */
export async function recordCheck(work: ProjectWork, { projectId: _project, ...check }: RecordCheckInput): Promise<{ id: string }> {
  await writeChecks(work, [check], []);
  return { id: check.id };
}

/** Records a round of checks: several items in one place on one day, with the photos taken there. All or none; refuses an item twice and what recordCheck refuses. */
export async function recordChecks(work: ProjectWork, input: RecordChecksInput): Promise<{ id: string; checks: number }> {
  const { projectId: _project, id, items, photos, ...place } = input;
  if (new Set(items.map((item) => item.itemId)).size < items.length) throw new Refusal('itemTwice', { field: 'items' });
  const unlike = [...new Map(photos.map((photo) => [photo.sha256, photo])).values()];
  await writeChecks(work, items.map(({ inUse, ...item }) => ({ ...item, inUse: inUse === 'yes', ...place })), unlike);
  return { id, checks: items.length };
}

async function writeChecks(work: ProjectWork, checks: Check[], photos: Photo[]): Promise<void> {
  const day = checks[0]?.checkedOn ?? work.today;
  await assertCheckable(work, checks.map((check) => check.itemId), day);
  await work.tx.insert(endUseChecks).values(checks.map((check) => ({ ...check, recordedBy: actorId(work), recordedAt: work.now })));
  if (photos.length > 0) await work.tx.insert(checkPhotos).values(checks.flatMap((check) => photos.map((photo) => ({ ...photo, id: newId(), checkId: check.id, addedAt: work.now }))));
  for (const check of checks) work.audit.add('end_use_checks', check.id, {}, { ...check, ...(photos.length > 0 && { photos: photos.map((photo) => photo.sha256) }) });
  await recomputeFigures(work);
}

/** Refuses (notFound) unless each item is the project's and on an approved hand-over, and a day on which none of them can have been checked. */
async function assertCheckable(work: ProjectWork, itemIds: string[], day: string): Promise<void> {
  const found = await work.tx
    .select({ id: equipmentItems.id, handedOver: activities.onDate })
    .from(equipmentItems)
    .innerJoin(activities, and(eq(activities.id, equipmentItems.activityId), eq(activities.reviewState, 'approved')))
    .where(and(inArray(equipmentItems.id, itemIds), eq(equipmentItems.projectId, work.project.id)));
  if (found.length < itemIds.length) throw notFound();
  if (day > work.today) throw new Refusal('dateInFuture', { field: 'checkedOn' });
  if (found.some((item) => item.handedOver !== null && day < item.handedOver)) throw new Refusal('beforeHandOver', { field: 'checkedOn' });
  await assertOpen(work, day);
}

/** Agrees an action point about an item and keeps which item it is about, so that nobody raises it twice unknowingly. */
export async function raiseActionPoint(work: ProjectWork, { itemId, ...input }: Omit<RaiseActionPointInput, 'confirmations'> & Partial<Pick<RaiseActionPointInput, 'confirmations'>>): Promise<{ id: string; number: number }> {
  const [item] = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(and(eq(equipmentItems.id, itemId), eq(equipmentItems.projectId, work.project.id)));
  if (!item) throw notFound();
  const point = await createActionPoint(work, input);
  await work.tx.insert(itemActionPoints).values({ itemId, actionPointId: point.id, raisedAt: work.now });
  work.audit.add('equipment_items', itemId, {}, { actionPoint: point.number });
  return point;
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a record needs somebody who made it');
  return work.actor.id;
}

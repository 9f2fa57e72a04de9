import { may, type Role } from '@/lib/access/rules';
import type { ReviewState } from '@/lib/shared/vocabulary';

export type EditFacts = { reviewState: ReviewState; createdBy: string; lastEditedBy: string };

/** May this viewer change the record now? Managers: whatever is not approved; staff: their own and any draft of the project (DOMAIN §4). */
export function mayEditActivity(roles: readonly Role[], viewerId: string, record: EditFacts): boolean {
  if (record.reviewState === 'approved' || !may(roles, 'records.write')) return false;
  if (roles.includes('manager') || record.reviewState === 'draft') return true;
  return record.createdBy === viewerId || record.lastEditedBy === viewerId;
}

/** Only a draft that was never submitted can be deleted; everything else stays (DOMAIN §3). */
export const mayDeleteActivity = (roles: readonly Role[], viewerId: string, record: EditFacts): boolean => record.reviewState === 'draft' && mayEditActivity(roles, viewerId, record);

/** 'TR-007' from a prefix and the highest number so far. */
export const nextReference = (prefix: string, highest: number): string => `${prefix}-${String(highest + 1).padStart(3, '0')}`;

/** The day that decides the period of a record: its end, actual before planned (DOMAIN §2.14). */
export const decidingDate = (dates: { plannedStart: string | null; plannedEnd: string | null; actualStart: string | null; actualEnd: string | null }): string | null =>
  dates.actualEnd ?? dates.actualStart ?? dates.plannedEnd ?? dates.plannedStart;

type Row = { id: string };
/** The rows of a list that an edit changed, added or removed, as a before and an after for the audit trail; null where nothing changed. */
export function listChanges<T extends Row>(before: readonly T[], after: readonly T[]): { before: T[]; after: T[] } | null {
  const old = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const fresh = new Map(after.map((row) => [row.id, JSON.stringify(row)]));
  const changed = { before: before.filter((row) => fresh.get(row.id) !== old.get(row.id)), after: after.filter((row) => fresh.get(row.id) !== old.get(row.id)) };
  return changed.before.length + changed.after.length === 0 ? null : changed;
}

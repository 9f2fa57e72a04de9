import type { CustodyKind, EquipmentCondition, ItemStatus } from '@/lib/shared/vocabulary';
import { placeOf } from './custody';

/** What the latest end-use check says, as a filter. */
export const useStates = ['in_use', 'not_in_use', 'unchecked'] as const;
export type UseState = (typeof useStates)[number];

export type LatestCheck = { inUse: boolean; condition: EquipmentCondition | null } | null;

/** Where pieces stand that a custody row holds: from its kind, and for those in somebody's hands from what the latest end-use check found. */
export function statusOf(holding: { kind: CustodyKind; institutionId: string | null }, check: LatestCheck): ItemStatus {
  const place = placeOf(holding);
  if (place === 'project') return 'received';
  if (place === 'lost' || place === 'disposed') return place;
  if (place === 'damaged' || place === 'repair') return 'damaged';
  if (!check) return 'handed_over';
  if (check.inUse) return 'in_use';
  return check.condition === 'damaged' ? 'damaged' : 'not_in_use';
}

type Part = { kind: CustodyKind; institutionId: string | null; pieces: number };

/** Pieces of an item by status, the most first; while custody has not begun all of them are ordered, or stand on a hand-over that is not approved yet (`listed`). */
export function statusesOf(held: readonly Part[], quantity: number, check: LatestCheck, listed: boolean): { status: ItemStatus; pieces: number }[] {
  if (held.length === 0) return [{ status: listed ? 'in_hand_over' : 'ordered', pieces: quantity }];
  const pieces = new Map<ItemStatus, number>();
  for (const part of held) {
    const status = statusOf(part, check);
    pieces.set(status, (pieces.get(status) ?? 0) + part.pieces);
  }
  return [...pieces].map(([status, count]) => ({ status, pieces: count })).sort((a, b) => b.pieces - a.pieces);
}

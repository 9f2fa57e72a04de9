import { addDays, addMonths } from '@/lib/shared/dates';
import type { EquipmentCondition } from '@/lib/shared/vocabulary';

/** Months after the hand-over at which an item is to be checked where a project says nothing else (DOMAIN §1, end-use check). */
export const checkMonths: readonly number[] = [3, 6, 12];

/** The first scheduled check that nothing has answered yet: its due date, or null when all are. A check answers the next open date, and every date already past. */
export function nextCheckDue(handedOverOn: string, checkedOn: readonly string[], months: readonly number[] = checkMonths): string | null {
  const due = [...months].sort((a, b) => a - b).map((month) => addMonths(handedOverOn, month));
  const answered = [...checkedOn].sort().reduce((count, checked) => Math.max(count + 1, due.filter((date) => date <= checked).length), 0);
  return due[answered] ?? null;
}

export type LatestCheck = { checkedOn: string; inUse: boolean; condition: EquipmentCondition | null };
export const attentionStates = ['failed', 'overdue', 'due'] as const;
/** Why an item asks for attention: what was found last is wrong, a check is overdue, or falls due within a month. */
export type Attention = (typeof attentionStates)[number];

/** Not in use, damaged or not found: somebody must act. */
export const checkFailed = (check: Pick<LatestCheck, 'inUse' | 'condition'>): boolean => !check.inUse || check.condition === 'damaged' || check.condition === 'not_found';

/** Days before a due date from which a check is on the list. */
export const noticeDays = 30;

/** Everything for which an item asks for attention today, the gravest first; empty: nothing. */
export function attentionOf(item: { due: string | null; latest: LatestCheck | null }, today: string): Attention[] {
  const overdue = item.due !== null && item.due < today;
  const soon = item.due !== null && !overdue && item.due <= addDays(today, noticeDays);
  return [...(item.latest && checkFailed(item.latest) ? ['failed' as const] : []), ...(overdue ? ['overdue' as const] : []), ...(soon ? ['due' as const] : [])];
}

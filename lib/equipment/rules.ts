import { addMonths } from '@/lib/shared/dates';

/** Months after the hand-over at which an item is to be checked (DOMAIN §1, end-use check). */
export const checkMonths = [3, 6, 12] as const;

/** 'PX.0009-0007': the tag on the item, numbered per project. */
export const assetTag = (projectsId: string, number: number): string => `${projectsId}-${String(number).padStart(4, '0')}`;

/** The first scheduled check that nothing has answered yet: its due date, or null when all are. A check answers the next open date, and every date already past. */
export function nextCheckDue(handedOverOn: string, checkedOn: readonly string[]): string | null {
  const due = checkMonths.map((months) => addMonths(handedOverOn, months));
  const answered = [...checkedOn].sort().reduce((count, checked) => Math.max(count + 1, due.filter((date) => date <= checked).length), 0);
  return due[answered] ?? null;
}

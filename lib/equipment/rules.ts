import { addMonths } from '@/lib/shared/dates';

/** Months after the hand-over at which an item is to be checked (DOMAIN §1, end-use check). */
export const checkMonths = [3, 6, 12] as const;

/** 'PX.0009-0007': the tag on the item, numbered per project. */
export const assetTag = (projectsId: string, number: number): string => `${projectsId}-${String(number).padStart(4, '0')}`;

/** The first scheduled check that no check has answered yet: its due date, or null when all are done. A check answers every date due up to it. */
export function nextCheckDue(handedOverOn: string, checkedOn: readonly string[]): string | null {
  const due = checkMonths.map((months) => addMonths(handedOverOn, months));
  return due.find((date, index) => !checkedOn.some((checked) => checked >= addDaysBefore(due, index, handedOverOn))) ?? null;
}

// A check counts for a date once the one before it has passed: an early look does not tick off the whole year.
const addDaysBefore = (due: readonly string[], index: number, handedOverOn: string): string => (index === 0 ? handedOverOn : (due[index - 1] ?? handedOverOn));

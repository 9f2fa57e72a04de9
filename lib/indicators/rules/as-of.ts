import { isCalendarDate } from '@/lib/shared/dates';

/** The day of the past for which figures are asked in an address; null: none, or no day of the project that is over, which is answered as today. */
export const asOfDay = (asked: string | undefined, { startDate, today }: { startDate: string | null; today: string }): string | null =>
  isCalendarDate(asked) && asked < today && (startDate === null || asked >= startDate) ? asked : null;

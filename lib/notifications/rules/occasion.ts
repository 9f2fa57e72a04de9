import { type CalendarDate, daysBetween } from '@/lib/shared/dates';

type Patience = {
  /** days before the due date from which it is announced; 0: not before */
  soon: number;
  /** after so many weeks nobody is reminded any more */
  weeks: number;
};

/**
 * The occasion on which something due is spoken of today: 'soon' once before, 'due' once from the day itself, 'overdue:1' … once a week after that; null when
 * there is nothing to say. Who was away on the day hears of it on the next: the occasion lasts until the following one.
 */
export function occasionOn(dueOn: CalendarDate, today: CalendarDate, { soon, weeks }: Patience): string | null {
  const late = daysBetween(dueOn, today);
  if (late < 0) return late >= -soon ? 'soon' : null;
  if (late < 7) return 'due';
  const week = Math.floor(late / 7);
  return week <= weeks ? `overdue:${week}` : null;
}

/** What a notice is told apart by: a thing, its due date (a moved one is announced anew), the occasion. */
export const noticeKey = (thing: string, dueOn: CalendarDate, occasion: string): string => `${thing}:${dueOn}:${occasion}`;

import { addDays, addMonths, daysBetween } from '@/lib/shared/dates';
import type { ActivityKind, ImplementationState } from '@/lib/shared/vocabulary';

export type PlannedActivity = {
  id: string;
  reference: string;
  kind: ActivityKind;
  title: string;
  place: string | null;
  /** planned days; an activity without a planned end takes one day */
  from: string;
  to: string;
  begun: boolean;
  implementation: ImplementationState;
  version: number;
  /** institutions whose people or equipment it needs */
  institutionIds: string[];
};

/** Should it have begun, and has not? */
export const overdueToStart = (activity: PlannedActivity, today: string): boolean => !activity.begun && activity.from < today && (activity.implementation === 'planned' || activity.implementation === 'postponed');

export type Clash = { institutionId: string; from: string; to: string; activities: [PlannedActivity, PlannedActivity] };

/** Where two activities that are still to be held want the same institution on the same day, in order of time. */
export function clashes(activities: readonly PlannedActivity[]): Clash[] {
  const open = activities.filter((one) => one.implementation !== 'completed' && one.implementation !== 'cancelled').sort((a, b) => a.from.localeCompare(b.from) || a.reference.localeCompare(b.reference));
  const found: Clash[] = [];
  open.forEach((one, index) => {
    for (const other of open.slice(index + 1)) {
      if (other.from > one.to) break; // those after it begin later still
      for (const institutionId of one.institutionIds.filter((id) => other.institutionIds.includes(id))) found.push({ institutionId, from: other.from, to: one.to < other.to ? one.to : other.to, activities: [one, other] });
    }
  });
  return found;
}

/** A month 'YYYY-MM' from an address, or the month of today. */
export const monthAsked = (asked: string | undefined, today: string): string => (asked && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7));
/** The month before or after. */
export const monthBeside = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7);
/** First and last day of a month. */
export const monthSpan = (month: string): { from: string; to: string } => ({ from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1) });

/** The weeks of a month from Monday to Sunday; days of the months beside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const { from, to } = monthSpan(month);
  const before = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The days by which the sessions of an activity move with its planned start; 0 where it had none. */
export const shiftOf = (before: string | null, after: string): number => (before === null ? 0 : daysBetween(before, after));

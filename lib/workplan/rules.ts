import { addDays, addMonths, daysBetween, isCalendarDate, monthOf } from '@/lib/shared/dates';
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
  /** may the reader plan it for other days? */
  movable: boolean;
  /** institutions whose people or equipment it needs */
  institutionIds: string[];
};

/** Should it have begun, and has not? */
export const overdueToStart = (activity: PlannedActivity, today: string): boolean => activity.from < today && canMove(activity);

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

export type ClashGroup = { institutionId: string; /** the days on which it is wanted more than once */ from: string; to: string; activities: PlannedActivity[] };

/** Clashes of the same institution whose days touch, as one with all its activities: of six meetings on a day nobody wants to read fifteen pairs. In order of time. */
export function clashGroups(found: readonly Clash[]): ClashGroup[] {
  const groups: ClashGroup[] = [];
  for (const clash of [...found].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = groups.findLast(({ institutionId }) => institutionId === clash.institutionId);
    if (!last || last.to < clash.from) {
      groups.push({ institutionId: clash.institutionId, from: clash.from, to: clash.to, activities: [...clash.activities] });
      continue;
    }
    if (clash.to > last.to) last.to = clash.to;
    for (const activity of clash.activities) if (!last.activities.some(({ id }) => id === activity.id)) last.activities.push(activity);
  }
  return groups.map((group) => ({ ...group, activities: group.activities.sort((a, b) => a.from.localeCompare(b.from) || a.reference.localeCompare(b.reference)) }));
}

/** As many clashes, or activities overdue, as one page lists. */
export const foldedRows = 100;

/**
 * The first of many clashes, whole days of them, and the day from which the others are to be looked for; null: these are all. `readTo`: the plan was read
 * up to somewhere in this day only, so what begins there belongs to the others; null: it was read whole.
 */
export function clashPage(groups: readonly ClashGroup[], readTo: string | null, most: number = foldedRows): { shown: ClashGroup[]; next: string | null } {
  const known = readTo === null ? [...groups] : groups.filter(({ from }) => from < readTo);
  const over = known[most]?.from;
  if (over === undefined) return { shown: known, next: readTo };
  const before = known.filter(({ from }) => from < over);
  if (before.length > 0) return { shown: before, next: over };
  const shown = known.filter(({ from }) => from === over);
  return { shown, next: known[shown.length]?.from ?? readTo };
}

/** The day up to somewhere in which a plan was read that was too long to be read at once from a day on; never that day itself, so that one can go on from it. null: it was read whole. */
export function readUpTo({ activities, total }: { activities: readonly PlannedActivity[]; total: number }, from: string): string | null {
  const last = activities.at(-1)?.from;
  if (last === undefined || total <= activities.length) return null;
  return last > from ? last : addDays(from, 1);
}

/** The day from which clashes are looked for: today, or a later one from an address. */
export const clashesFrom = (asked: string | undefined, today: string): string => (isCalendarDate(asked) && asked > today ? asked : today);

/** A month 'YYYY-MM' from an address; null where it names none. */
export const monthAsked = (asked: string | undefined): string | null => (asked && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : null);

/** The month at which a plan opens: this one while the project runs or where nothing is planned, else the one with activities that is nearest to today. */
export function openingMonth(project: { startDate: string | null; endDate: string | null }, planned: { first: string; last: string } | null, today: string): string {
  const [begun, over] = [project.startDate === null || project.startDate <= today, project.endDate !== null && project.endDate < today];
  if (!planned || (begun && !over)) return monthOf(today);
  const [first, last] = [monthOf(planned.first), monthOf(planned.last)];
  return over ? (last < monthOf(today) ? last : monthOf(today)) : first > monthOf(today) ? first : monthOf(today);
}

/** What may still be planned for other days: nothing that has begun, was held or was called off. */
export const canMove = (activity: Pick<PlannedActivity, 'begun' | 'implementation'>): boolean => !activity.begun && (activity.implementation === 'planned' || activity.implementation === 'postponed');

/** The six months of a timeline around a month: three before it, two after. */
export const timelineOf = (month: string): string[] => Array.from({ length: 6 }, (_, at) => monthBeside(month, at - 3));
const daysIn = (month: string) => Number(monthSpan(month).to.slice(8));

/** As many activities of a plan are shown at once; a timeline of more shows those of one month after another. */
export const planRows = 50;
/** As many activities of a plan are read at once where they are not paged: for the calendar of a month, and to look for clashes. */
export const planMost = 1000;
export type MonthCount = { month: string; n: number };

/**
 * The month whose activities a timeline shows, by their start (what began before it, in its first): the one asked for where it has some, else the plan's own,
 * else the first that has. Null: few enough to be shown together.
 */
export function monthShown(counts: readonly MonthCount[], asked: string | undefined, month: string): string | null {
  if (counts.reduce((sum, { n }) => sum + n, 0) <= planRows) return null;
  const some = counts.filter(({ n }) => n > 0).map((one) => one.month);
  return [asked, month].find((one) => one !== undefined && some.includes(one)) ?? some[0] ?? null;
}

/** Where a day begins on a timeline whose months are 1 wide each; days outside stand at its ends. */
export function placeOn(months: readonly string[], day: string): number {
  const at = months.indexOf(monthOf(day));
  if (at < 0) return day < (months[0] ?? '') ? 0 : months.length;
  return at + (Number(day.slice(8)) - 1) / daysIn(monthOf(day));
}

/** The day at a place of the timeline: what `placeOn` came from. */
export function dayAt(months: readonly string[], place: number): string {
  const at = Math.min(months.length - 1, Math.max(0, Math.floor(place)));
  const month = months[at] ?? '';
  const day = Math.floor((Math.min(Math.max(place, 0), months.length) - at) * daysIn(month) + 1e-6) + 1;
  return `${month}-${String(Math.min(day, daysIn(month))).padStart(2, '0')}`;
}
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

/** By this name the trail knows that an activity was planned for other days; only while that is its last change can it be taken back. */
export const rescheduling = 'workplan.reschedule';

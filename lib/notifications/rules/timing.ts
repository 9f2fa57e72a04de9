import { addDays, dateIn } from '@/lib/shared/dates';
import type { NotificationFrequency } from '@/lib/shared/vocabulary';

/** From this hour, where the project is, daily and weekly digests go. */
const morning = 7;
/** "At once" still gathers: no second mail sooner than this. */
const pause = 15 * 60_000;

const hourIn = (timeZone: string, moment: Date) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment));

/** The Monday of the week that a date lies in. */
function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((day + 6) % 7));
}

/** The day a person last could have read a digest of that morning's: before seven it is still yesterday's. */
const morningOf = (timeZone: string, moment: Date): string => (hourIn(timeZone, moment) < morning ? addDays(dateIn(timeZone, moment), -1) : dateIn(timeZone, moment));

/** May a digest go to this person now? Daily: one each morning. Weekly: one from Monday morning on. At once: as it happens, gathered for a quarter of an hour. */
export function mayReceive(frequency: NotificationFrequency, lastDigestAt: Date | null, now: Date, timeZone: string): boolean {
  if (frequency === 'never') return false;
  if (lastDigestAt === null) return true;
  if (frequency === 'at_once') return now.getTime() - lastDigestAt.getTime() >= pause;
  const [today, last] = [morningOf(timeZone, now), morningOf(timeZone, lastDigestAt)];
  return frequency === 'daily' ? last < today : mondayOf(last) < mondayOf(today);
}

const backoff = [1, 5, 15, 60, 240, 720, 1440];
/** When a mail that failed for the `attempts`-th time is tried again; null: given up, after some two days. */
export const nextAttempt = (attempts: number, now: Date): Date | null => {
  const minutes = backoff[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
};

/** A sender that has taken a mail and not said how it went is believed dead after this; no mail takes that long. */
export const lease = 10 * 60_000;
/** Mails are kept so long, then cleared away: they hold addresses. */
export const keptDays = 90;

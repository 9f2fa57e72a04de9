/** A calendar date 'YYYY-MM-DD' in the project's time zone (DOMAIN §2.14). Never a moment. */
export type CalendarDate = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Is this text a real calendar date between 1900 and 2199? '2019-02-30' is not. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string' || !pattern.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const utc = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2200 && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

// Intl objects are dear to make and few: one per zone.
const inZone = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of a moment in a time zone ('Europe/Podgorica'). */
export function dateIn(timeZone: string, moment: Date): CalendarDate {
  const made = inZone.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  inZone.set(timeZone, made);
  return made.format(moment);
}

/** The moment at which a clock in a time zone shows this date and time 'HH:MM'; in the hour that is skipped in spring, the same clock an hour later. */
export function momentIn(timeZone: string, date: CalendarDate, time: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shown = (moment: number) => {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(moment);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
  };
  // The second step mends a guess that fell on the other side of a change of the clock.
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted));
}

const toUtc = (date: CalendarDate) => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The date `days` later (earlier if negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate => fromUtc(toUtc(date) + days * 86_400_000);

/** The same day `months` later; a day that the month lacks becomes its last (31 Jan + 1 = 28 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => Math.round((toUtc(b) - toUtc(a)) / 86_400_000);

/** 'YYYY-MM' of a date. */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7);

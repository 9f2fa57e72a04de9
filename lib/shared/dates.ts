/** A calendar date 'YYYY-MM-DD' in the project's time zone (DOMAIN §2.14). Never a moment. */
export type CalendarDate = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Is this text a real calendar date between 1900 and 2199? '2019-02-30' is not. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string' || !pattern.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return year >= 1900 && year < 2200 && day >= 1 && day <= lastOf(year, month);
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

// Days and months are counted in whole numbers: a page on hundreds of projects asks thousands of times, and each Date that is made takes its time.
// The count begins in March, so that a leap day is the last of its year: eras of 400 years are alike (the proleptic Gregorian calendar).
function partsOf(date: CalendarDate): [year: number, month: number, day: number] {
  const parts: [number, number, number] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  if (date.length !== 10 || !parts.every(Number.isInteger)) throw new RangeError('not a calendar date');
  return parts;
}

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  const [year, month, day] = partsOf(date);
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function dateOf(dayNumber: number): CalendarDate {
  if (!Number.isFinite(dayNumber)) throw new RangeError('not a calendar date');
  const days = dayNumber + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : String(n));
const written = (year: number, month: number, day: number): CalendarDate => `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastOf = (year: number, month: number) => (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (monthLengths[month - 1] ?? Number.NaN));

/** The date `days` later (earlier if negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOf(dayNumber(date) + days);

/** The same day `months` later; a day that the month lacks becomes its last (31 Jan + 1 = 28 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return written(y, m, Math.min(day, lastOf(y, m)));
}

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => dayNumber(b) - dayNumber(a);

/** 'YYYY-MM' of a date. */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7);

import { type CalendarDate, dateIn } from '@/lib/shared/dates';
import { remember } from '@/lib/shared/remember';

/** What a formatter wrote for the dates of a page, which say the same again and again; Intl takes its time. Forgotten now and then, so that it stays small. */
function keptText<A extends readonly (string | null | undefined)[]>(write: (...args: A) => string): (...args: A) => string {
  const written = new Map<string, string>();
  return (...args) => remember(written, 5000, args.join(), () => write(...args));
}

// A non-breaking space keeps a figure and its unit on one line.
const space = '\u00a0';

function build(locale: string) {
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = dates({ month: 'short', year: 'numeric' });
  const monthOnly = dates({ month: 'short' });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  // Calendar dates are read as UTC midnight and written as UTC, so that no zone can move them to a neighbouring day.
  const utc = (date: CalendarDate) => new Date(`${date}T00:00:00Z`);

  const date = keptText((value: CalendarDate | null | undefined) => (value ? day.format(utc(value)) : '–'));
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const time = (moment: Date, timeZone: string) => {
    const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hour12: false });
    clocks.set(timeZone, clock);
    return clock.format(moment);
  };
  return {
    locale,
    /** '2026-11-23' → '23 Nov 2026'; nothing → '–' */
    date,
    /** Two dates as one range; a single day is written once. */
    dateRange: keptText((from: CalendarDate | null | undefined, to: CalendarDate | null | undefined) =>
      from && to && from !== to ? day.formatRange(utc(from), utc(to)).replace(/\b0(\d)\./g, '$1.') : date(from ?? to),
    ),
    /** '2026-11' or '2026-11-23' → 'Nov 2026' */
    month: (value: string) => month.format(utc(`${value.slice(0, 7)}-01`)),
    /** '2026-11' → 'Nov' */
    monthShort: (value: string) => monthOnly.format(utc(`${value.slice(0, 7)}-01`)),
    /** '2026-11' → 'Nov ’26' */
    monthYearShort: (value: string) => `${monthOnly.format(utc(`${value.slice(0, 7)}-01`))}${space}’${value.slice(2, 4)}`,
    /** A moment as date and clock time in a time zone, the project's by rule. */
    moment: (value: Date, timeZone = 'UTC') => `${date(dateIn(timeZone, value))}${locale.startsWith('en') ? ',' : ''} ${time(value, timeZone)}`,
    /** A moment's clock time, '14:02' */
    time: (value: Date, timeZone = 'UTC') => time(value, timeZone),
    /** A count or measured value with at most two decimals; null (no data) → '–', never 0. */
    number: (value: number | null | undefined) => (value == null ? '–' : plain.format(value)),
    /** A ratio 0…1 as percent with at most one decimal. */
    percent: (ratio: number | null | undefined) => (ratio == null ? '–' : `${tenth.format(ratio * 100)}${space}%`),
    /** Percentage points, already ×100. */
    points: (value: number | null | undefined) => (value == null ? '–' : `${value > 0 ? '+' : ''}${tenth.format(value)}`),
    /** An amount with its currency code: 'EUR 1,234.50'; whole amounts lose their zeros. */
    money: (value: number | null | undefined, currency: string) =>
      value == null ? '–' : `${currency}${space}${(Number.isInteger(value) ? whole : cents).format(value)}`,
    /** Bytes as kB or MB. */
    fileSize: (bytes: number) =>
      bytes < 1_000_000 ? `${whole.format(Math.max(1, Math.round(bytes / 1000)))}${space}kB` : `${tenth.format(bytes / 1_000_000)}${space}MB`,
  };
}

export type Format = ReturnType<typeof build>;
const built = new Map<string, Format>();

/** All formatters of a locale tag ('en-GB', 'sr-Latn-ME'); made once per locale because Intl objects are dear. Pure: also for PDF and mail. */
export function createFormat(locale: string): Format {
  const known = built.get(locale);
  if (known) return known;
  const made = build(locale);
  built.set(locale, made);
  return made;
}

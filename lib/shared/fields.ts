import * as z from 'zod';
import { isCalendarDate } from './dates';
import { isId } from './ids';
import type { MessageKey } from './result';
import { cleanText } from './text';

// Every helper accepts its own output again, because the form and the action run the same schema one after the other.
// Messages are keys of errors.json, with an optional parameter after a colon.

/** Text that must be there, up to `max` characters. */
export const requiredText = (max: number) => z.string({ error: 'required' }).overwrite(cleanText).min(1, 'required').max(max, `tooLong:${max}`);

/** Text that may be missing: '' and undefined become null. */
export const optionalText = (max: number) =>
  z
    .string({ error: 'invalid' })
    .overwrite(cleanText)
    .max(max, `tooLong:${max}`)
    .nullish()
    .transform((text) => text || null);

/** A calendar date 'YYYY-MM-DD' that exists. */
export const calendarDate = () => z.string({ error: 'required' }).min(1, { error: 'required', abort: true }).refine(isCalendarDate, 'notADate');

/** A calendar date that may be missing: '' and undefined become null. */
export const optionalDate = () =>
  z
    .string({ error: 'notADate' })
    .refine((text) => text === '' || isCalendarDate(text), 'notADate')
    .nullish()
    .transform((text) => text || null);

/** A time of day 'HH:MM' that may be missing: '' and undefined become null; '9:05' and '9.05' are read as '09:05'. */
export const optionalTime = () =>
  z
    .string({ error: 'notATime' })
    .overwrite((text) => text.trim().replace(/^(\d{1,2})[.:](\d{2})$/, (_whole, hours: string, minutes: string) => `${hours.padStart(2, '0')}:${minutes}`))
    .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'notATime')
    .nullish()
    .transform((text) => text || null);

/**
 * The number that a person meant by '1.234,50', '1,234.50', '1 234.5' or '1234'; null where it is none.
 * The last separator is the decimal one. A single separator before exactly three digits is read as thousands ('1.234' = 1234, as people write in
 * either language) unless `scale` allows three decimals; '0.234' never is.
 */
export function parseDecimal(text: string, scale = 2): number | null {
  const tight = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^\u2212/, '-');
  if (!/^-?\d[\d.,]*$/.test(tight)) return null;
  const separators = tight.match(/[.,]/g) ?? [];
  const kinds = new Set(separators);
  if (separators.length === 0) return Number(tight);
  if (kinds.size === 1 && (separators.length > 1 || (scale < 3 && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(tight)))) return grouped(tight, separators[0] ?? '');
  const decimal = Math.max(tight.lastIndexOf('.'), tight.lastIndexOf(','));
  const whole = grouped(tight.slice(0, decimal), kinds.size === 2 ? (separators[0] ?? '') : '');
  const rest = tight.slice(decimal + 1);
  return whole === null || !/^\d+$/.test(rest) ? null : Number(`${tight.slice(0, decimal).replace(/[.,]/g, '')}.${rest}`);
}

// '12.345.678' with '.' → 12345678; null where the groups are not of three digits.
function grouped(text: string, separator: string): number | null {
  if (separator === '' || !text.includes(separator)) return /^-?\d+$/.test(text) ? Number(text) : null;
  const [head = '', ...groups] = text.split(separator);
  return /^-?\d{1,3}$/.test(head) && groups.every((group) => /^\d{3}$/.test(group)) ? Number(head + groups.join('')) : null;
}

type Bounds = { min?: number; max?: number; scale?: number; /** refuses a text that may mean thousands as well as three decimals: '1.200' */ plain?: boolean };

/** '1.200' and '1,200' are a thousand two hundred to one and a little more than one to another. */
const twoMeanings = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/** A stored number as a field that refuses such texts reads it again. */
export const plainText = (value: number): string => (twoMeanings.test(String(value)) ? `${value}0` : String(value));

function numberIssue(value: number | null, { min, max, scale = 2 }: Bounds): MessageKey | undefined {
  if (value === null || !Number.isFinite(value)) return 'notANumber';
  if (Math.abs(value - Number(value.toFixed(scale))) > Number.EPSILON * Math.max(1, Math.abs(value)))
    return scale === 0 ? 'notAWholeNumber' : `tooManyDecimals:${scale}`;
  if (min !== undefined && value < min) return `tooSmall:${min}`;
  if (max !== undefined && value > max) return `tooLarge:${max}`;
  return undefined;
}

function toNumber(raw: string | number, bounds: Bounds, context: z.RefinementCtx): number {
  const value = typeof raw === 'number' ? raw : parseDecimal(raw, bounds.scale);
  const unclear = bounds.plain && typeof raw === 'string' && twoMeanings.test(raw.trim()) ? `thousandsOrDecimals:${raw.replace(/[.,\s]/g, '')}` : undefined;
  const message = typeof raw === 'string' && raw.trim() === '' ? 'required' : (unclear ?? numberIssue(value, bounds));
  if (!message) return value as number;
  context.addIssue({ code: 'custom', message, input: raw });
  return z.NEVER;
}

const raw = (error: string) => z.union([z.string().max(40, 'notANumber'), z.number()], { error: (issue) => (issue.input == null ? error : 'notANumber') });

/** A number typed with comma or point, or a number; at most `scale` decimals (default 2). '' is required. */
export const decimal = (bounds: Bounds = {}) => raw('required').transform((value, context) => toNumber(value, bounds, context));

/** As decimal, but '' and undefined become null (no data, never 0). */
export const optionalDecimal = (bounds: Bounds = {}) =>
  raw('notANumber')
    .nullish()
    .transform((value, context) => (value == null || (typeof value === 'string' && value.trim() === '') ? null : toNumber(value, bounds, context)));

const wholeMax = 2_147_483_647;
/** A whole number from 0. */
export const count = (max = wholeMax) => decimal({ min: 0, max, scale: 0 });
/** A whole number from 0, or nothing (null). */
export const optionalCount = (max = wholeMax) => optionalDecimal({ min: 0, max, scale: 0 });
/** A whole number from 1. */
export const positiveInt = (max = wholeMax) => decimal({ min: 1, max, scale: 0 });

/** A UUIDv7 (lib/shared/ids). */
export const id = () => z.string({ error: 'required' }).min(1, { error: 'required', abort: true }).refine(isId, 'invalid');
/** A UUIDv7 that may be missing: '' and undefined become null. */
export const optionalId = () =>
  z
    .string({ error: 'invalid' })
    .refine((text) => text === '' || isId(text), 'invalid')
    .nullish()
    .transform((text) => text || null);

/** One word of a closed list; '' is required. */
export const oneOf = <const T extends readonly [string, ...string[]]>(list: T) =>
  z.enum(list, { error: (issue) => (issue.input === '' || issue.input == null ? 'required' : 'invalidChoice') });

/** One word of a closed list or nothing: '' and undefined become null. */
export const optionalOneOf = <const T extends readonly [string, ...string[]]>(list: T) =>
  z
    .union([z.enum(list), z.literal('')], { error: 'invalidChoice' })
    .nullish()
    .transform((value) => (value === '' || value == null ? null : (value as T[number])));

/** An e-mail address, lower case, as accounts are looked up. */
export const email = () =>
  z
    .string({ error: 'required' })
    .overwrite((text) => cleanText(text).toLowerCase())
    .min(1, { error: 'required', abort: true })
    .max(254, 'tooLong:254')
    .regex(/^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]{2,}$/, 'invalidEmail');

/**
 * A check across fields that also runs where single fields are wrong already, so that a form says everything in one round. What it gets may
 * therefore be as it was typed: it compares only what is well-formed (see `endsEarly`). It is not asked about what is no object at all.
 */
export function always<T extends object>(check: (payload: z.core.ParsePayload<T>) => void): z.core.$ZodCheck<T> {
  const checked = z.check<T>(check);
  checked._zod.def.when = ({ value }) => typeof value === 'object' && value !== null;
  return checked;
}

/** Is the end a day before the start? Not where either is missing or no date. */
export const endsEarly = (start: unknown, end: unknown): boolean => typeof start === 'string' && typeof end === 'string' && isCalendarDate(start) && isCalendarDate(end) && end < start;

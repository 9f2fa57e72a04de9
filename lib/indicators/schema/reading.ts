import * as z from 'zod';
import { type Confirmation, confirmationsSchema } from '@/lib/guard/schema';
import { id, oneOf, optionalDate, optionalDecimal, optionalText } from '@/lib/shared/fields';
import { ageBands, type ReadingDimension, readingDimensions, sexes } from '@/lib/shared/vocabulary';

const most = 999_999_999_999;
const amount = () => optionalDecimal({ min: 0, max: most, scale: 4, plain: true });
/** The parts that a reading of a dimension may have, in their order. */
export const partKeys: Record<ReadingDimension, readonly string[]> = { sex: sexes, age: [...ageBands, 'not_stated'] };

/** What is entered for one indicator and one period: a number, a part of a whole, or words. Empty: no data. Whole limits here; the unit's own are `readingIssues`. */
const cell = z.strictObject({
  id: id(),
  /** null: not saved yet; else the version that was edited */
  version: z.number().int().positive().nullable(),
  indicatorId: id(),
  periodId: id(),
  value: amount(),
  numerator: amount(),
  denominator: amount(),
  answer: optionalText(4000),
  /** a part that is empty is none */
  parts: z.array(z.strictObject({ dimension: oneOf(readingDimensions), key: z.string().max(40, 'invalid'), value: amount() })).max(20).nullish().transform((parts) => parts ?? []),
  readOn: optionalDate(),
  source: optionalText(1000),
  comment: optionalText(2000),
});
type Cell = z.output<typeof cell>;
type Optional = 'numerator' | 'denominator' | 'answer' | 'parts';
export type CellInput = Omit<Cell, Optional> & Partial<Pick<Cell, Optional>>;

/** Was anything entered that makes a reading? */
export const isEntered = ({ value, numerator, denominator, answer }: Pick<CellInput, 'value' | 'numerator' | 'denominator' | 'answer'>): boolean => [value, numerator, denominator, answer].some((entered) => entered !== null && entered !== undefined);

const one = cell.extend({ projectId: id(), submit: z.boolean().default(false), confirmations: confirmationsSchema });
/** A reading by itself: one reported value of an indicator for one period. `submit`: hand it in; `confirmations`: why words that look like case data may stand. */
export const readingSchema = one.refine(isEntered, { path: ['value'], message: 'required' });
/** The same as the form of an indicator that asks for words holds it: where nothing was entered, it is the words that are missing. */
export const readingInWordsSchema = one.refine(isEntered, { path: ['answer'], message: 'required' });
/** Without `confirmations` nobody was asked: reasons given before hold. */
export type ReadingInput = CellInput & { projectId: string; submit?: boolean; confirmations?: Confirmation[] };
export type ReadingForm = z.input<typeof readingSchema>;

/** A grid of them, saved all or none; what is empty and was never saved is left out. `submit`: hand in what it holds. */
export const saveReadingsSchema = z.strictObject({ projectId: id(), submit: z.boolean(), readings: z.array(cell).max(2000), confirmations: confirmationsSchema });
export type SaveReadingsInput = Omit<z.output<typeof saveReadingsSchema>, 'readings' | 'confirmations'> & { readings: CellInput[]; confirmations?: Confirmation[] };
export type ReadingsForm = z.input<typeof saveReadingsSchema>;

/** The value that a unit allows, as a message key for the field where it does not: percent 0–100, yes/no 0 or 1. */
export function unitIssue(unit: string, value: number): string | null {
  if (unit === '%' && value > 100) return 'tooLarge:100';
  return unit === 'yes/no' && value !== 0 && value !== 1 ? 'yesOrNo' : null;
}

/** Does this unit ask for words instead of a number? */
export const asksForWords = (unit: string): boolean => unit === 'qualitative';

/** The value of a reading: as entered, or worked out from part and whole; null: words. */
export function readValue({ value, numerator, denominator }: Pick<CellInput, 'value' | 'numerator' | 'denominator'>): number | null {
  return numerator != null && denominator ? Math.round((1_000_000 * numerator) / denominator) / 10_000 : value;
}

/** What is wrong with a reading of this unit, by field: words where a number is asked for, part without whole, parts that do not add up (DOMAIN §2.6). */
export function readingIssues(unit: string, entered: CellInput): Record<string, string> {
  if (asksForWords(unit)) return { ...(entered.answer ? {} : { answer: 'required' }), ...(entered.value === null ? {} : { value: 'wordsOnly' }) };
  const value = readValue(entered);
  const issue = value === null ? 'required' : unitIssue(unit, value);
  return { ...(entered.answer ? { answer: 'numbersOnly' } : {}), ...shareIssues(unit, entered), ...(issue ? { value: issue } : {}), ...partIssues(unit, entered, value) };
}

function shareIssues(unit: string, { numerator = null, denominator = null }: CellInput): Record<string, string> {
  if (numerator === null && denominator === null) return {};
  if (unit !== '%') return { numerator: 'shareOnly' };
  if (numerator === null || denominator === null) return { [numerator === null ? 'numerator' : 'denominator']: 'required' };
  return denominator === 0 ? { denominator: 'wholeIsZero' } : numerator > denominator ? { numerator: `tooLarge:${denominator}` } : {};
}

function partIssues(unit: string, { parts = [] }: CellInput, value: number | null): Record<string, string> {
  const given = parts.flatMap((part, place) => (part.value === null ? [] : [{ ...part, place, value: part.value }]));
  const unknown = given.find(({ dimension, key }) => !partKeys[dimension].includes(key));
  if (unknown) return { [`parts.${unknown.place}.value`]: 'invalidChoice' };
  if (given.length > 0 && ['%', 'yes/no'].includes(unit)) return { [`parts.${given[0]?.place}.value`]: 'shareHasNoParts' };
  return Object.fromEntries(readingDimensions.flatMap((dimension) => {
    const own = given.filter((part) => part.dimension === dimension);
    const sum = Math.round(own.reduce((total, part) => total + part.value, 0) * 10_000) / 10_000;
    return own.length === 0 || sum === value ? [] : [[`parts.${own[0]?.place}.value`, `partsDoNotSum:${sum}`]];
  }));
}

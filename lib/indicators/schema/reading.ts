import * as z from 'zod';
import { decimal, id, optionalDate, optionalText } from '@/lib/shared/fields';

/** A reading: one reported value of an indicator for one period. Whole limits here; the unit's own (percent, yes or no) are the mutation's. */
export const readingSchema = z.strictObject({
  projectId: id(),
  id: id(),
  /** null: not saved yet; else the version that was edited */
  version: z.number().int().positive().nullable(),
  indicatorId: id(),
  periodId: id(),
  value: decimal({ min: 0, max: 999_999_999_999, scale: 4 }),
  readOn: optionalDate(),
  source: optionalText(1000),
  comment: optionalText(2000),
});
export type ReadingInput = z.output<typeof readingSchema>;
export type ReadingForm = z.input<typeof readingSchema>;

/** The value that a unit allows, as a message key for the field where it does not: percent 0–100, yes/no 0 or 1. */
export function unitIssue(unit: string, value: number): string | null {
  if (unit === '%' && value > 100) return 'tooLarge:100';
  return unit === 'yes/no' && value !== 0 && value !== 1 ? 'yesOrNo' : null;
}

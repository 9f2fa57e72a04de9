import * as z from 'zod';
import { decimal, id, oneOf, optionalCount, optionalDecimal, optionalText, requiredText } from '@/lib/shared/fields';
import { currencies } from '@/lib/shared/vocabulary';

/** A line of the approved budget; `usdRate` USD per unit of its currency, 1 for USD itself. */
export const saveBudgetLineSchema = z
  .strictObject({
    projectId: id(),
    id: id(),
    version: z.number().int().positive().nullable(),
    code: requiredText(40),
    description: requiredText(300),
    approvedQuantity: optionalCount(1_000_000).refine((count) => count !== 0, 'tooSmall:1'),
    approvedAmount: decimal({ min: 0, max: 999_999_999 }),
    currency: oneOf(currencies),
    usdRate: optionalDecimal({ min: 0.000001, max: 1_000_000, scale: 6 }),
    differenceReason: optionalText(2000),
  })
  .check(({ value, issues }) => {
    if (value.currency !== 'USD' && value.usdRate === null) issues.push({ code: 'custom', message: 'required', path: ['usdRate'], input: value });
  });
export type SaveBudgetLineInput = z.output<typeof saveBudgetLineSchema>;

export const budgetLineRefSchema = z.strictObject({ projectId: id(), lineId: id(), version: z.number().int().positive() });

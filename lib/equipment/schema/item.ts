import * as z from 'zod';
import { id, oneOf, optionalDate, optionalDecimal, optionalId, optionalOneOf, optionalText, positiveInt, requiredText } from '@/lib/shared/fields';
import { currencies, equipmentCategories } from '@/lib/shared/vocabulary';

/** What an item is and what it cost. `value` is of the whole lot, `usdRate` USD per unit of its currency. */
export const itemFacts = {
  description: requiredText(300),
  category: oneOf(equipmentCategories),
  make: optionalText(100),
  model: optionalText(100),
  serialNumber: optionalText(100),
  quantity: positiveInt(100_000),
  value: optionalDecimal({ min: 0, max: 999_999_999 }),
  currency: optionalOneOf(currencies),
  usdRate: optionalDecimal({ min: 0.000001, max: 1_000_000, scale: 6 }),
  supplier: optionalText(200),
  orderNumber: optionalText(100),
  purchasedOn: optionalDate(),
  warrantyEnd: optionalDate(),
};
const factsSchema = z.strictObject(itemFacts);
export type ItemFacts = z.output<typeof factsSchema>;

/** What only the register says: it can change at any time, no figure rests on it. */
const registerFacts = { deliveredOn: optionalDate(), budgetLineId: optionalId(), resultId: optionalId(), requiredTopic: optionalText(120) };

export type Contradiction = { field: string; message: string };

/** Days that have not come yet: nothing was bought or delivered then. */
export const futureDays = (item: { purchasedOn: string | null; deliveredOn?: string | null }, today: string): Contradiction[] =>
  (['purchasedOn', 'deliveredOn'] as const).flatMap((field) => ((item[field] ?? '') > today ? [{ field, message: 'dateInFuture' }] : []));

/** What cannot be true of one item, by the field that mends it (issue 4, bad input). */
export function contradictionsIn(item: ItemFacts & { deliveredOn?: string | null }): Contradiction[] {
  const found: Contradiction[] = [];
  if (item.serialNumber && item.quantity !== 1) found.push({ field: 'quantity', message: 'serialMeansOne' });
  if (item.value !== null && !item.currency) found.push({ field: 'currency', message: 'currencyRequired' });
  if (item.warrantyEnd && item.purchasedOn && item.warrantyEnd < item.purchasedOn) found.push({ field: 'warrantyEnd', message: 'beforePurchase' });
  if (item.deliveredOn && item.purchasedOn && item.deliveredOn < item.purchasedOn) found.push({ field: 'deliveredOn', message: 'beforePurchase' });
  return found;
}

/** Two items with one serial number of a make and model are the same item. */
export const serialKey = (item: { make: string | null; model: string | null; serialNumber: string | null }): string => [item.make, item.model, item.serialNumber].map((part) => (part ?? '').toLowerCase()).join('\n');

const itemShape = z.strictObject({ projectId: id(), id: id(), version: z.number().int().positive().nullable(), ...itemFacts, ...registerFacts });

/** An item or lot as the register holds it, from order on; version null: a new one. */
export const saveItemSchema = itemShape.check(({ value, issues }) => {
  for (const { field, message } of contradictionsIn(value)) issues.push({ code: 'custom', message, path: [field], input: value });
});
export type SaveItemInput = z.output<typeof saveItemSchema>;

/** An item of the project at the version that was seen. */
export const itemRefSchema = z.strictObject({ projectId: id(), itemId: id(), version: z.number().int().positive() });
export type ItemRef = z.output<typeof itemRefSchema>;

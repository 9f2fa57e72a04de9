import * as z from 'zod';
import { calendarDate, id, oneOf, optionalDate, optionalDecimal, optionalId, optionalOneOf, optionalText, positiveInt, requiredText } from '@/lib/shared/fields';
import { currencies, equipmentCategories, equipmentConditions } from '@/lib/shared/vocabulary';

/** One item or lot of a hand-over. `value` is of the whole lot, `usdRate` USD per unit of its currency. */
export const itemSchema = z.strictObject({
  id: id(),
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
});
export type ItemInput = z.output<typeof itemSchema>;

/** What only a hand-over has (DOMAIN §1). */
export const handOverDetailSchema = z.strictObject({
  recipientInstitutionId: optionalId(),
  hander: optionalText(200),
  receiver: optionalText(200),
  receiverPost: optionalText(200),
  terms: optionalText(4000),
  items: z.array(itemSchema).max(500, 'tooMany:500'),
});
export type HandOverDetail = z.output<typeof handOverDetailSchema>;

/** What somebody found when checking an item in the field. */
export const recordCheckSchema = z.strictObject({
  projectId: id(),
  id: id(),
  itemId: id(),
  checkedOn: calendarDate(),
  inUse: z.boolean({ error: 'required' }),
  usedBy: optionalText(200),
  location: optionalText(200),
  condition: oneOf(equipmentConditions),
  note: optionalText(2000),
});
export type RecordCheckInput = z.output<typeof recordCheckSchema>;

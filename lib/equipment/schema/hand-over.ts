import * as z from 'zod';
import { id, optionalCount, optionalId, optionalText } from '@/lib/shared/fields';
import { type Contradiction, contradictionsIn, itemFacts, serialKey } from './item';

/**
 * One item or lot of a hand-over. Of an item that came from the register only what was accepted is read here; its facts stay those of the register.
 * Accepted, short and damaged add up to the quantity; nothing said about them means that all was accepted. Surplus comes on top.
 */
export const itemSchema = z.strictObject({
  id: id(),
  ...itemFacts,
  /** given where the item was picked from the register: the form shows it and offers no facts to edit */
  assetTag: optionalText(40),
  acceptedQuantity: optionalCount(100_000),
  shortQuantity: optionalCount(100_000),
  damagedQuantity: optionalCount(100_000),
  surplusQuantity: optionalCount(100_000),
  acceptanceNote: optionalText(1000),
});
export type ItemInput = z.output<typeof itemSchema>;

/** What only a hand-over has (DOMAIN §1). */
export const handOverDetailSchema = z.strictObject({
  recipientInstitutionId: optionalId(),
  hander: optionalText(200),
  receiver: optionalText(200),
  receiverPost: optionalText(200),
  /** the officer named above signs in this one's place */
  onBehalfOf: optionalText(200),
  onBehalfReason: optionalText(1000),
  terms: optionalText(4000),
  items: z.array(itemSchema).max(500, 'tooMany:500'),
});
export type HandOverDetail = z.output<typeof handOverDetailSchema>;

function acceptance(item: ItemInput): Contradiction[] {
  const [short, damaged, surplus] = [item.shortQuantity ?? 0, item.damagedQuantity ?? 0, item.surplusQuantity ?? 0];
  const accepted = item.acceptedQuantity ?? item.quantity - short - damaged;
  const found: Contradiction[] = [];
  if (accepted < 0 || accepted + short + damaged !== item.quantity) found.push({ field: 'acceptedQuantity', message: `splitMismatch:${item.quantity}` });
  if (short + damaged + surplus > 0 && !item.acceptanceNote) found.push({ field: 'acceptanceNote', message: 'acceptanceNoteRequired' });
  return found;
}

/** What contradicts itself in a hand-over: the path of the field inside the detail, and why. `handedOn`: the day it happened, where known. */
export function contradictionsOf(detail: HandOverDetail, handedOn: string | null): { path: (string | number)[]; message: string }[] {
  const officer = detail.onBehalfOf === null && detail.onBehalfReason !== null ? [{ path: ['onBehalfOf'], message: 'required' }] : [];
  const reason = detail.onBehalfOf !== null && detail.onBehalfReason === null ? [{ path: ['onBehalfReason'], message: 'reasonRequired' }] : [];
  const early = (item: ItemInput): Contradiction[] => (handedOn && item.purchasedOn && item.purchasedOn > handedOn ? [{ field: 'purchasedOn', message: 'purchaseAfterHandOver' }] : []);
  const items = detail.items.flatMap((item, index) => [...contradictionsIn(item), ...acceptance(item), ...early(item)].map(({ field, message }) => ({ path: ['items', index, field], message })));
  const keys = detail.items.map((item) => (item.serialNumber ? serialKey(item) : null));
  const twice = keys.flatMap((key, index) => (key !== null && keys.indexOf(key) < index ? [{ path: ['items', index, 'serialNumber'], message: 'serialTwice' }] : []));
  const ids = detail.items.map((item) => item.id);
  const again = ids.flatMap((one, index) => (ids.indexOf(one) < index ? [{ path: ['items', index, 'description'], message: 'itemTwice' }] : []));
  return [...officer, ...reason, ...items, ...twice, ...again];
}

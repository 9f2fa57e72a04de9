import * as z from 'zod';
import { calendarDate, id, oneOf, optionalDate, optionalId, positiveInt, requiredText } from '@/lib/shared/fields';
import { moveKinds } from '@/lib/shared/vocabulary';

/** What happened to an item, or to part of a lot, in the hands of `holdingId`; why, and where to. */
export const recordMoveSchema = z.strictObject({
  projectId: id(),
  id: id(),
  itemId: id(),
  /** the custody row that gives the pieces */
  holdingId: id(),
  kind: oneOf(moveKinds),
  quantity: positiveInt(100_000),
  since: calendarDate(),
  institutionId: optionalId(),
  personId: optionalId(),
  dueBack: optionalDate(),
  reason: requiredText(2000),
});
export type RecordMoveInput = z.output<typeof recordMoveSchema>;

/** What a person sends beside the file. */
export const custodyFileFormSchema = z.strictObject({ projectId: id(), id: id(), custodyId: id(), fileName: requiredText(255) });
/** A file as the server stored it; nothing of this comes from a browser. */
export const attachCustodyFileSchema = custodyFileFormSchema.extend({ file: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'), size: z.number().int().positive(), mediaType: requiredText(100) }) });
export type AttachCustodyFileInput = z.output<typeof attachCustodyFileSchema>;

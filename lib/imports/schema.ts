import * as z from 'zod';
import { id, oneOf, optionalId, requiredText } from '@/lib/shared/fields';
import { importKinds } from '@/lib/shared/vocabulary';

/** What a person sends beside the file. */
export const importFormSchema = z.strictObject({ projectId: id(), id: id(), kind: oneOf(importKinds), activityId: optionalId(), fileName: requiredText(255) });
export type ImportForm = z.output<typeof importFormSchema>;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A file as the server read it; nothing of this comes from a browser. */
export const receiveImportSchema = importFormSchema.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  rows: z.array(z.strictObject({ number: z.number().int().positive(), cells: z.array(cell) })).min(1),
});
export type ReceiveImportInput = z.output<typeof receiveImportSchema>;

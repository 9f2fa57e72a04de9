import * as z from 'zod';
import { id, oneOf, requiredText } from '@/lib/shared/fields';
import { evidenceKinds } from '@/lib/shared/vocabulary';

/** What a person sends beside the file. */
export const evidenceFormSchema = z.strictObject({ projectId: id(), activityId: id(), id: id(), kind: oneOf(evidenceKinds), fileName: requiredText(255) });
export type EvidenceForm = z.output<typeof evidenceFormSchema>;

const storedFile = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'), size: z.number().int().positive(), mediaType: z.string().min(1).max(100) });

/** A file in the storage becomes evidence of an activity. `file` is what the server itself found in the bytes, never what the browser says. */
export const attachEvidenceSchema = evidenceFormSchema.extend({
  file: storedFile,
});
export type AttachEvidenceInput = z.output<typeof attachEvidenceSchema>;

export const removeEvidenceSchema = z.strictObject({ projectId: id(), evidenceId: id() });
export type RemoveEvidenceInput = z.output<typeof removeEvidenceSchema>;

/** What a person sends beside a file that proves a reading. */
export const readingFileFormSchema = z.strictObject({ projectId: id(), readingId: id(), id: id(), kind: oneOf(evidenceKinds), fileName: requiredText(255) });
/** The same with what the server found in the bytes. */
export const attachReadingFileSchema = readingFileFormSchema.extend({ file: storedFile });
export type AttachReadingFileInput = z.output<typeof attachReadingFileSchema>;

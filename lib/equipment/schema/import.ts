import * as z from 'zod';
import { id } from '@/lib/shared/fields';

const choiceSchema = z.strictObject({
  /** number of the line in the file */
  row: z.number().int().positive(),
  /** the item of the register that the line is; null: a new one */
  id: id().nullable(),
  /** which of the shown changes are taken */
  changes: z.array(z.string().max(60)).max(40),
});

/** What a person decided on the preview of an equipment list; lines that are not named are left out. */
export const commitItemsSchema = z.strictObject({ projectId: id(), importId: id(), digest: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'), choices: z.array(choiceSchema).max(5000, 'tooMany:5000') });
export type CommitItemsInput = z.output<typeof commitItemsSchema>;

import * as z from 'zod';
import { id, optionalDate, optionalText } from '@/lib/shared/fields';

/** A post held over time; without an end it is the present one. */
export const savePostSchema = z.strictObject({
  projectId: id(),
  personId: id(),
  id: id(),
  /** null: new; else the version that was edited */
  version: z.number().int().positive().nullable(),
  institutionId: id(),
  post: optionalText(200),
  fromDate: optionalDate(),
  toDate: optionalDate(),
});
export type SavePostInput = z.output<typeof savePostSchema>;

export const removePostSchema = z.strictObject({ projectId: id(), personId: id(), id: id(), version: z.number().int().positive() });
export type RemovePostInput = z.output<typeof removePostSchema>;

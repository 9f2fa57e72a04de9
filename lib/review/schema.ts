import * as z from 'zod';
import { activityRefSchema } from '@/lib/activities/schema';
import { id, optionalText, requiredText } from '@/lib/shared/fields';

/** Version states what the reviewer saw: approving is compare-and-set on it (DOMAIN §3). */
export const submitSchema = activityRefSchema.extend({ note: optionalText(2000) });
export const approveSchema = activityRefSchema.extend({ note: optionalText(2000) });
/** Returning, reopening and withdrawing say why. */
export const reasonedSchema = activityRefSchema.extend({ note: requiredText(2000) });
export const readingStepSchema = z.strictObject({ projectId: id(), readingId: id(), version: z.coerce.number().int().positive(), note: optionalText(2000) });
export type StepInput = z.output<typeof submitSchema>;
export type ReadingStepInput = z.output<typeof readingStepSchema>;

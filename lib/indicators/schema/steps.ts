import { readingStepSchema } from '@/lib/review/schema';
import { requiredText } from '@/lib/shared/fields';

/** Returning and reopening a reading say why. */
export const readingReasonSchema = readingStepSchema.extend({ note: requiredText(2000) });

import * as z from 'zod';
import { requiredText } from '@/lib/shared/fields';

/** Why words that look like case data may stand; `mark` says which (lib/guard/rules/find). */
export const confirmationsSchema = z.array(z.strictObject({ mark: z.string().regex(/^[0-9a-f]{14}$/, 'invalid'), reason: requiredText(500) })).max(200, 'tooMany:200').default([]);
export type Confirmation = z.output<typeof confirmationsSchema>[number];

import * as z from 'zod';
import { requiredText } from '@/lib/shared/fields';
import type { FindingKind } from '@/lib/shared/vocabulary';

/** Why words that look like case data may stand; `mark` says which (lib/guard/rules/find). */
export const confirmationsSchema = z.array(z.strictObject({ mark: z.string().regex(/^[0-9a-f]{14}$/, 'invalid'), reason: requiredText(500) })).max(200, 'tooMany:200').default([]);
/** What was found in a text of a record, where, and why and by whom it is let stand; null: neither confirmed nor reworded yet. */
export type PlacedReason = { path: string; kind: FindingKind; mark: string; reason: string | null; by: string | null };
/** The reasons among them, as a form takes them. */
export const confirmationsOf = (found: readonly PlacedReason[]): Confirmation[] => found.flatMap(({ mark, reason }) => (reason === null ? [] : [{ mark, reason }]));
export type Confirmation = z.output<typeof confirmationsSchema>[number];

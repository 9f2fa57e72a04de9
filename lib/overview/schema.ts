import * as z from 'zod';
import { id, oneOf } from '@/lib/shared/fields';
import { moveDirections, overviewCards } from '@/lib/shared/vocabulary';

/** A look at a project's overview. */
export const visitSchema = z.strictObject({ projectId: id(), seen: z.literal(true) });

/** One card of the own overview: a place up or down, or hidden and shown again. */
export const arrangeSchema = z.strictObject({ card: oneOf(overviewCards), change: oneOf([...moveDirections, 'hide', 'show']) });
export type ArrangeInput = z.output<typeof arrangeSchema>;

import * as z from 'zod';
import { id, optionalId } from '@/lib/shared/fields';
import { sexes } from '@/lib/shared/vocabulary';

const name = z.string().max(200);
/** Rows of a list to be compared with the register; what a row does not say, or says wrongly, is null. */
export const matchRequestSchema = z.strictObject({
  project: id(),
  rows: z
    .array(z.strictObject({ givenName: name, familyName: name, sex: z.enum(sexes).nullable(), birthYear: z.number().int().nullable(), institutionId: optionalId(), post: z.string().max(200).nullable() }))
    .max(1000),
});

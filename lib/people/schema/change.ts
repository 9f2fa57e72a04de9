import * as z from 'zod';
import { id, optionalDecimal, optionalId, optionalOneOf, optionalText } from '@/lib/shared/fields';
import { sexes } from '@/lib/shared/vocabulary';

/** What a list says anew about somebody in the register, as chosen by a person: null leaves a field as it is. */
export const personChangeSchema = z.strictObject({
  personId: id(),
  /** the version on which "old → new" was shown */
  version: z.number().int().positive(),
  givenName: optionalText(100),
  familyName: optionalText(100),
  sex: optionalOneOf(sexes),
  birthYear: optionalDecimal({ min: 1920, max: 2020, scale: 0 }),
  institutionId: optionalId(),
  post: optionalText(200),
});
export type PersonChange = z.output<typeof personChangeSchema>;

import * as z from 'zod';
import { id, oneOf, optionalDate, optionalDecimal, optionalId, optionalText, requiredText } from '@/lib/shared/fields';
import { sexes } from '@/lib/shared/vocabulary';

/** A person met for the first time, as entered beside a list of participants. */
export const newPersonSchema = z.strictObject({
  id: id(),
  givenName: requiredText(100),
  familyName: requiredText(100),
  sex: oneOf(sexes),
  birthYear: optionalDecimal({ min: 1920, max: 2020, scale: 0 }),
  institutionId: optionalId(),
  post: optionalText(200),
});
export type NewPerson = z.output<typeof newPersonSchema>;

/** The whole record of a person in the register. */
export const savePersonSchema = newPersonSchema.extend({
  projectId: id(),
  /** null: new; else the version that was edited */
  version: z.number().int().positive().nullable(),
  rank: optionalText(100),
  email: optionalText(254),
  phone: optionalText(50),
  lawfulBasis: optionalText(200),
  consentOn: optionalDate(),
  retainUntil: optionalDate(),
});
export type SavePersonInput = z.output<typeof savePersonSchema>;

import * as z from 'zod';
import { calendarDate, id, oneOf, optionalId, optionalText, requiredText } from '@/lib/shared/fields';
import { institutionKinds, type Language } from '@/lib/shared/vocabulary';

/** English is what every screen falls back to; the other languages may follow later. */
const names = { en: requiredText(300), cnr: optionalText(300) } satisfies Record<Language, z.ZodType>;

const country = () =>
  optionalText(2)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || /^[A-Z]{2}$/.test(code), 'invalidCountry');

/** A node of the tree of institutions (DOMAIN §1). No country: an international organisation. */
export const createInstitutionSchema = z.strictObject({ id: id(), parentId: optionalId(), kind: oneOf(institutionKinds), country: country(), abbreviation: optionalText(40), names: z.strictObject(names) });
export type CreateInstitutionInput = z.output<typeof createInstitutionSchema>;

/** A unit that got another name on a day; its old name stays with the days for which it held. */
export const renameInstitutionSchema = z.strictObject({ institutionId: id(), version: z.number().int().positive(), validFrom: calendarDate(), abbreviation: optionalText(40), names: z.strictObject(names) });
export type RenameInstitutionInput = z.output<typeof renameInstitutionSchema>;

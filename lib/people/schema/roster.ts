import * as z from 'zod';
import { email, id, optionalDecimal, optionalText, requiredText } from '@/lib/shared/fields';

/** The texts of one line of a list: the same limits as the form of a person. */
export const rosterRowSchema = z.strictObject({
  givenName: requiredText(100),
  familyName: requiredText(100),
  birthYear: optionalDecimal({ min: 1920, max: 2020, scale: 0 }),
  post: optionalText(200),
  rank: optionalText(100),
  email: z.union([z.literal('').transform(() => null), email()]),
  phone: optionalText(50),
  preScore: optionalDecimal({ min: 0, max: 100 }),
  postScore: optionalDecimal({ min: 0, max: 100 }),
});

const choiceSchema = z.strictObject({
  /** number of the line in the file */
  row: z.number().int().positive(),
  /** the person whom the line means; null: somebody new */
  personId: id().nullable(),
  /** which of the shown changes are taken */
  changes: z.array(z.string().max(60)).max(80),
});
export type RosterChoice = z.output<typeof choiceSchema>;

/** Which institution a list of the project means by a name: remembered for the lists to come. */
export const institutionsSaidSchema = z.strictObject({ projectId: id(), names: z.array(z.strictObject({ name: requiredText(300), institutionId: id() })).min(1).max(200) });
export type InstitutionsSaidInput = z.output<typeof institutionsSaidSchema>;

/** What a person decided on the preview of a list; lines that are not named are left out. */
export const commitRosterSchema = z.strictObject({
  projectId: id(),
  importId: id(),
  /** of the preview that they saw */
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  /** for a list without attendance: everybody new on it was in every session */
  presentInAll: z.boolean(),
  choices: z.array(choiceSchema).max(5000, 'tooMany:5000'),
});
export type CommitRosterInput = z.output<typeof commitRosterSchema>;

import * as z from 'zod';
import { newPersonSchema } from '@/lib/people/schema/person';
import { id, oneOf, optionalId, optionalText } from '@/lib/shared/fields';
import { participantRoles } from '@/lib/shared/vocabulary';

/** Somebody who signed below the printed rows; `person` is given for one who is not in the register yet, with the same id as personId. */
export const walkInSchema = z
  .strictObject({ id: id(), personId: id(), person: newPersonSchema.nullable(), role: oneOf(participantRoles), institutionId: optionalId(), post: optionalText(200) })
  .refine((row) => row.person === null || row.person.id === row.personId, { error: 'invalid', path: ['personId'] });
export type WalkIn = z.output<typeof walkInSchema>;

/** A paper list that came back: who signed in one session, against the version of the record that was seen. */
export const saveSheetSchema = z.strictObject({
  projectId: id(),
  activityId: id(),
  version: z.number().int().positive(),
  sessionId: id(),
  /** participants who were present; all others were not */
  presentIds: z.array(id()).max(1000, 'tooMany:1000'),
  walkIns: z.array(walkInSchema).max(100, 'tooMany:100'),
});
export type SaveSheetInput = z.output<typeof saveSheetSchema>;

import * as z from 'zod';
import { calendarDate, id, optionalDecimal, optionalOneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { trainingMethods, trainingTypes } from '@/lib/shared/vocabulary';

/** What only a training has (DOMAIN §1). */
export const trainingDetailSchema = z.strictObject({
  type: optionalOneOf(trainingTypes),
  method: optionalOneOf(trainingMethods),
  language: optionalText(100),
  passMark: optionalDecimal({ min: 0, max: 100 }),
  topics: z.array(requiredText(120)).max(20, 'tooMany:20'),
});
export type TrainingDetail = z.output<typeof trainingDetailSchema>;

/** The answer to one three-month follow-up. */
export const answerFollowUpSchema = z.strictObject({
  projectId: id(),
  followUpId: id(),
  answeredOn: calendarDate(),
  applied: z.boolean({ error: 'required' }),
  supervisorConfirmed: z.boolean().nullable(),
  note: optionalText(1000),
});
export type AnswerFollowUpInput = z.output<typeof answerFollowUpSchema>;

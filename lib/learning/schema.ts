import * as z from 'zod';
import { token } from '@/lib/links/schema';
import { email, id, oneOf, optionalText, requiredText } from '@/lib/shared/fields';

const yesOrNo = () => oneOf(['yes', 'no']).transform((word) => word === 'yes');

/** Asks one follow-up by link. */
export const askFollowUpSchema = z.strictObject({ projectId: id(), followUpId: id() });

/** Where the supervisor of one follow-up is asked and reminded; empty: nowhere. */
export const supervisorSchema = z.strictObject({ projectId: id(), followUpId: id(), email: z.union([z.literal('').transform(() => null), email()]) });

/** Asks everything that is due, of one training or (null) of the project. */
export const askDueFollowUpsSchema = z.strictObject({ projectId: id(), activityId: id().nullable() });
export type AskDueFollowUpsInput = z.output<typeof askDueFollowUpsSchema>;

/** What a participant says behind the link: do they use what they learnt? */
export const followUpAnswerSchema = z.strictObject({ token: token(), applied: yesOrNo(), note: optionalText(1000) });
export type FollowUpAnswerInput = z.output<typeof followUpAnswerSchema>;

/** What the supervisor says behind theirs. */
export const followUpConfirmationSchema = z.strictObject({ token: token(), confirmed: yesOrNo() });
export type FollowUpConfirmationInput = z.output<typeof followUpConfirmationSchema>;

/** The statements of the project's questionnaire in their order; one without `id` is new. */
export const questionnaireItemsSchema = z.strictObject({
  projectId: id(),
  items: z
    .array(z.strictObject({ id: id(), textEn: requiredText(300), textCnr: requiredText(300) }))
    .min(1, 'tooFew:1')
    .max(20, 'tooMany:20'),
});
export type QuestionnaireItemsInput = z.output<typeof questionnaireItemsSchema>;

/** Opens or closes the anonymous questionnaire of a training. */
export const questionnaireSchema = z.strictObject({ projectId: id(), activityId: id() });

/** A filled-in questionnaire. Its id is random and only keeps a second send from counting twice. */
const answer = {
  answerId: z.uuidv4('invalid'),
  scores: z
    .array(z.strictObject({ itemId: id(), score: z.number({ error: 'required' }).int('invalid').min(1, 'invalid').max(5, 'invalid') }))
    .min(1, 'tooFewScores')
    .max(20, 'tooMany:20'),
  comment: optionalText(2000),
};
export const questionnaireAnswerSchema = z.strictObject({ token: token(), ...answer });
export const paperAnswerSchema = z.strictObject({ projectId: id(), activityId: id(), ...answer });
export type AnswerInput = Pick<z.output<typeof paperAnswerSchema>, 'answerId' | 'scores' | 'comment'>;
export type PaperAnswerInput = z.output<typeof paperAnswerSchema>;

'use server';
import { defineAction } from '@/lib/action';
import { defineLinkAction } from '@/lib/link-action';
import { answerByLink, askDueFollowUps, askFollowUp, confirmByLink, nameSupervisor } from './mutations/follow-ups';
import { answerQuestionnaire, closeQuestionnaire, openQuestionnaire, saveQuestionnaireItems, typeInAnswer } from './mutations/questionnaire';
import { askDueFollowUpsSchema, askFollowUpSchema, followUpAnswerSchema, followUpConfirmationSchema, paperAnswerSchema, questionnaireAnswerSchema, questionnaireItemsSchema, questionnaireSchema, supervisorSchema } from './schema';

export const askFollowUpAction = defineAction({ name: 'learning.askFollowUp', permission: 'records.write', schema: askFollowUpSchema, run: askFollowUp });
export const askDueFollowUpsAction = defineAction({ name: 'learning.askDueFollowUps', permission: 'records.write', schema: askDueFollowUpsSchema, run: askDueFollowUps });
export const nameSupervisorAction = defineAction({ name: 'learning.nameSupervisor', permission: 'records.write', schema: supervisorSchema, run: nameSupervisor });
export const openQuestionnaireAction = defineAction({ name: 'learning.openQuestionnaire', permission: 'records.write', schema: questionnaireSchema, run: openQuestionnaire });
export const closeQuestionnaireAction = defineAction({ name: 'learning.closeQuestionnaire', permission: 'records.write', schema: questionnaireSchema, run: closeQuestionnaire });
export const typeInAnswerAction = defineAction({ name: 'learning.typeInAnswer', permission: 'records.write', schema: paperAnswerSchema, run: typeInAnswer });
export const saveQuestionnaireItemsAction = defineAction({ name: 'learning.saveQuestionnaireItems', permission: 'plan.write', schema: questionnaireItemsSchema, run: saveQuestionnaireItems });

export const answerByLinkAction = defineLinkAction({ name: 'learning.answerByLink', purpose: 'follow_up_participant', schema: followUpAnswerSchema, run: answerByLink });
export const confirmByLinkAction = defineLinkAction({ name: 'learning.confirmByLink', purpose: 'follow_up_supervisor', schema: followUpConfirmationSchema, run: confirmByLink });
export const answerQuestionnaireAction = defineLinkAction({ name: 'learning.answerQuestionnaire', purpose: 'questionnaire', schema: questionnaireAnswerSchema, run: answerQuestionnaire });

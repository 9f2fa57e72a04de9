'use server';
import { defineAction } from '@/lib/action';
import { defineLinkAction } from '@/lib/link-action';
import { settleDecision } from './mutations/decisions';
import { agreeMinutes, circulateMinutes, commentByLink, handleComment } from './mutations/minutes';
import { agreeMinutesSchema, circulateMinutesSchema, commentMinutesSchema, handleCommentSchema, settleDecisionSchema } from './schema';

export const settleDecisionAction = defineAction({ name: 'meetings.settleDecision', permission: 'records.write', schema: settleDecisionSchema, run: settleDecision });
export const circulateMinutesAction = defineAction({ name: 'meetings.circulateMinutes', permission: 'records.write', schema: circulateMinutesSchema, run: async (work, input) => ({ id: (await circulateMinutes(work, input)).id }) });
export const handleCommentAction = defineAction({ name: 'meetings.handleComment', permission: 'records.write', schema: handleCommentSchema, run: handleComment });
export const agreeMinutesAction = defineAction({ name: 'meetings.agreeMinutes', permission: 'records.write', schema: agreeMinutesSchema, run: agreeMinutes });

export const commentMinutesAction = defineLinkAction({ name: 'meetings.commentByLink', purpose: 'minutes_comment', schema: commentMinutesSchema, run: commentByLink });

'use server';
import { defineAction } from '@/lib/action';
import { answerFollowUp } from './mutations';
import { answerFollowUpSchema } from './schema';

export const answerFollowUpAction = defineAction({ name: 'trainings.answerFollowUp', permission: 'records.write', schema: answerFollowUpSchema, run: answerFollowUp });

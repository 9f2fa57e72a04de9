'use server';
import { defineAction } from '@/lib/action';
import { settleDecision } from './mutations/decisions';
import { settleDecisionSchema } from './schema';

export const settleDecisionAction = defineAction({ name: 'meetings.settleDecision', permission: 'records.write', schema: settleDecisionSchema, run: settleDecision });

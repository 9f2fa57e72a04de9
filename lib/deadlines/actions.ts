'use server';
import { defineAction } from '@/lib/action';
import { markDeadline } from './mutations';
import { markDeadlineSchema } from './schema';

export const markDeadlineAction = defineAction({ name: 'deadlines.mark', permission: 'plan.write', schema: markDeadlineSchema, run: markDeadline });

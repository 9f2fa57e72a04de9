'use server';
import { defineAction } from '@/lib/action';
import { openFeed, reschedule, takeBack } from './mutations';
import { rescheduling } from './rules';
import { feedSchema, rescheduleSchema, takeBackSchema } from './schema';

export const rescheduleAction = defineAction({ name: rescheduling, permission: 'records.write', schema: rescheduleSchema, run: reschedule });
export const takeBackAction = defineAction({ name: 'workplan.takeBack', permission: 'records.write', schema: takeBackSchema, run: takeBack });
export const openFeedAction = defineAction({ name: 'workplan.openFeed', permission: 'records.write', schema: feedSchema, run: openFeed });

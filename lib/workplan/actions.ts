'use server';
import { defineAction } from '@/lib/action';
import { openFeed, reschedule } from './mutations';
import { feedSchema, rescheduleSchema } from './schema';

export const rescheduleAction = defineAction({ name: 'workplan.reschedule', permission: 'records.write', schema: rescheduleSchema, run: reschedule });
export const openFeedAction = defineAction({ name: 'workplan.openFeed', permission: 'records.write', schema: feedSchema, run: openFeed });

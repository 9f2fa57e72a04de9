'use server';
import { defineAction } from '@/lib/action';
import { deleteDraft } from './mutations/delete';
import { saveActivity } from './mutations/save';
import { activityRefSchema, saveActivitySchema } from './schema';

export const saveActivityAction = defineAction({ name: 'activities.save', permission: 'records.write', schema: saveActivitySchema, creates: true, refresh: false, run: saveActivity });
export const deleteDraftAction = defineAction({ name: 'activities.deleteDraft', permission: 'records.write', schema: activityRefSchema, run: deleteDraft });

'use server';
import { defineAction } from '@/lib/action';
import { recordCheck } from './mutations';
import { recordCheckSchema } from './schema';

export const recordCheckAction = defineAction({ name: 'equipment.recordCheck', permission: 'records.write', schema: recordCheckSchema, creates: true, run: recordCheck });

'use server';
import { defineAction } from '@/lib/action';
import { createActionPoint, progressActionPoint } from './mutations';
import { createActionPointSchema, progressActionPointSchema } from './schema';

export const createActionPointAction = defineAction({ name: 'actionPoints.create', permission: 'records.write', schema: createActionPointSchema, creates: true, run: createActionPoint });
export const progressActionPointAction = defineAction({ name: 'actionPoints.progress', permission: 'records.write', schema: progressActionPointSchema, run: progressActionPoint });

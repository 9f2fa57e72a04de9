'use server';
import { defineAction } from '@/lib/action';
import { editActionPoint } from '../mutations/edit';
import { createActionPoint, progressActionPoint } from '../mutations/points';
import { remind } from '../mutations/remind';
import { askProgress, decideReport } from '../mutations/reports';
import { askProgressSchema, createActionPointSchema, decideReportSchema, editActionPointSchema, progressActionPointSchema, remindSchema } from '../schema';

export const createActionPointAction = defineAction({ name: 'actionPoints.create', permission: 'records.write', schema: createActionPointSchema, creates: true, run: createActionPoint });
export const editActionPointAction = defineAction({ name: 'actionPoints.edit', permission: 'records.write', schema: editActionPointSchema, run: editActionPoint });
export const progressActionPointAction = defineAction({ name: 'actionPoints.progress', permission: 'records.write', schema: progressActionPointSchema, run: progressActionPoint });
export const askProgressAction = defineAction({ name: 'actionPoints.askProgress', permission: 'records.write', schema: askProgressSchema, run: async (work, input) => ({ id: (await askProgress(work, input)).id }) });
export const decideReportAction = defineAction({ name: 'actionPoints.decideReport', permission: 'records.write', schema: decideReportSchema, run: decideReport });
export const remindAction = defineAction({ name: 'actionPoints.remind', permission: 'records.write', schema: remindSchema, run: remind });

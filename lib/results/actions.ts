'use server';
import { defineAction } from '@/lib/action';
import { removeResult } from './mutations/remove';
import { moveResult, saveResult } from './mutations/save';
import { moveResultSchema, removeResultSchema, saveResultSchema } from './schema';

export const saveResultAction = defineAction({ name: 'results.save', permission: 'plan.write', schema: saveResultSchema, run: saveResult, creates: true });
export const moveResultAction = defineAction({ name: 'results.move', permission: 'plan.write', schema: moveResultSchema, run: moveResult });
export const removeResultAction = defineAction({ name: 'results.remove', permission: 'plan.write', schema: removeResultSchema, run: removeResult });

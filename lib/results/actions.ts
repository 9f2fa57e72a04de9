'use server';
import { defineAction } from '@/lib/action';
import { commitMatrix } from './mutations/import';
import { nameLevels } from './mutations/levels';
import { removeResult } from './mutations/remove';
import { moveResult, saveResult } from './mutations/save';
import { commitMatrixSchema, moveResultSchema, nameLevelsSchema, removeResultSchema, saveResultSchema } from './schema';

export const saveResultAction = defineAction({ name: 'results.save', permission: 'plan.write', schema: saveResultSchema, run: saveResult, creates: true });
export const moveResultAction = defineAction({ name: 'results.move', permission: 'plan.write', schema: moveResultSchema, run: moveResult });
export const removeResultAction = defineAction({ name: 'results.remove', permission: 'plan.write', schema: removeResultSchema, run: removeResult });
export const commitMatrixAction = defineAction({ name: 'results.import', permission: 'plan.write', schema: commitMatrixSchema, run: commitMatrix });
export const nameLevelsAction = defineAction({ name: 'results.nameLevels', permission: 'plan.write', schema: nameLevelsSchema, run: nameLevels });

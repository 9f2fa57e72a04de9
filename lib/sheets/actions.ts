'use server';
import { defineAction } from '@/lib/action';
import { saveSheet } from './mutations';
import { saveSheetSchema } from './schema';

export const saveSheetAction = defineAction({ name: 'sheets.save', permission: 'records.write', schema: saveSheetSchema, run: saveSheet });

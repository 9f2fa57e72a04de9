'use server';
import { defineAction } from '@/lib/action';
import { savePerson } from './mutations';
import { savePersonSchema } from './schema';

export const savePersonAction = defineAction({ name: 'people.save', permission: 'records.write', schema: savePersonSchema, creates: true, run: savePerson });

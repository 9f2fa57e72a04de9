'use server';
import { defineGlobalAction } from '@/lib/action';
import { createInstitution, renameInstitution } from './mutations';
import { createInstitutionSchema, renameInstitutionSchema } from './schema';

export const createInstitutionAction = defineGlobalAction({ name: 'institutions.create', permission: 'institutions.write', schema: createInstitutionSchema, creates: true, run: createInstitution });
export const renameInstitutionAction = defineGlobalAction({ name: 'institutions.rename', permission: 'institutions.write', schema: renameInstitutionSchema, run: renameInstitution });

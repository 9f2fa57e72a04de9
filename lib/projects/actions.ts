'use server';
import { defineAction, defineGlobalAction } from '@/lib/action';
import { closePeriod, createPeriod, createProject, removePeriod, reopenPeriod, setProjectInstitution, updatePeriod, updateProject, updateSettings } from './mutations';
import { closePeriodSchema, createPeriodSchema, createProjectSchema, projectSettingsSchema, removePeriodSchema, reopenPeriodSchema, setProjectInstitutionSchema, updatePeriodSchema, updateProjectSchema } from './schema';

export const closePeriodAction = defineAction({ name: 'projects.closePeriod', permission: 'periods.close', schema: closePeriodSchema, run: closePeriod });
export const reopenPeriodAction = defineAction({ name: 'projects.reopenPeriod', permission: 'periods.close', schema: reopenPeriodSchema, run: reopenPeriod });
export const createPeriodAction = defineAction({ name: 'projects.createPeriod', permission: 'plan.write', schema: createPeriodSchema, creates: true, run: createPeriod });
export const updatePeriodAction = defineAction({ name: 'projects.updatePeriod', permission: 'plan.write', schema: updatePeriodSchema, run: updatePeriod });
export const removePeriodAction = defineAction({ name: 'projects.removePeriod', permission: 'plan.write', schema: removePeriodSchema, run: removePeriod });
export const updateSettingsAction = defineAction({ name: 'projects.updateSettings', permission: 'plan.write', schema: projectSettingsSchema, run: updateSettings });
export const setProjectInstitutionAction = defineAction({ name: 'projects.setInstitution', permission: 'plan.write', schema: setProjectInstitutionSchema, run: setProjectInstitution });
export const createProjectAction = defineGlobalAction({ name: 'projects.create', permission: 'projects.write', schema: createProjectSchema, creates: true, run: createProject });
export const updateProjectAction = defineGlobalAction({ name: 'projects.update', permission: 'projects.write', schema: updateProjectSchema, run: updateProject });

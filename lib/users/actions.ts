'use server';
import { defineAction, defineGlobalAction } from '@/lib/action';
import { createUser, setMembership, setPassword, setUserAdmin, setUserDisabled } from './mutations';
import { createUserSchema, setMembershipSchema, setPasswordSchema, setUserAdminSchema, setUserDisabledSchema } from './schema';

export const createUserAction = defineGlobalAction({ name: 'users.create', permission: 'users.write', schema: createUserSchema, creates: true, run: createUser });
export const setPasswordAction = defineGlobalAction({ name: 'users.setPassword', permission: 'users.write', schema: setPasswordSchema, run: setPassword });
export const setUserDisabledAction = defineGlobalAction({ name: 'users.setDisabled', permission: 'users.write', schema: setUserDisabledSchema, run: setUserDisabled });
export const setUserAdminAction = defineGlobalAction({ name: 'users.setAdmin', permission: 'users.write', schema: setUserAdminSchema, run: setUserAdmin });
export const setMembershipAction = defineAction({ name: 'users.setMembership', permission: 'plan.write', schema: setMembershipSchema, run: setMembership });

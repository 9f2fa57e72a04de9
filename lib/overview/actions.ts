'use server';
import { defineAction, defineOwnAction } from '@/lib/action';
import { arrange, visit } from './mutations';
import { arrangeSchema, visitSchema } from './schema';

export const visitAction = defineAction({ name: 'overview.visit', permission: 'figures.read', schema: visitSchema, run: visit, refresh: false });
export const arrangeAction = defineOwnAction({ name: 'overview.arrange', schema: arrangeSchema, run: arrange });

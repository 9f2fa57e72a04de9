'use server';
import { defineAction } from '@/lib/action';
import { approveActivity, reopenActivity, returnActivity, submitActivity, withdrawActivity } from './mutations';
import { approveSchema, reasonedSchema, submitSchema } from './schema';

export const submitActivityAction = defineAction({ name: 'review.submit', permission: 'records.write', schema: submitSchema, run: submitActivity });
export const approveActivityAction = defineAction({ name: 'review.approve', permission: 'review.approve', schema: approveSchema, run: approveActivity });
export const returnActivityAction = defineAction({ name: 'review.return', permission: 'review.approve', schema: reasonedSchema, run: returnActivity });
export const reopenActivityAction = defineAction({ name: 'review.reopen', permission: 'review.approve', schema: reasonedSchema, run: reopenActivity });
export const withdrawActivityAction = defineAction({ name: 'review.withdraw', permission: 'records.write', schema: reasonedSchema, run: withdrawActivity });

'use server';
import { defineAction } from '@/lib/action';
import { readingStepSchema } from '@/lib/review/schema';
import { saveIndicator } from './mutations/indicator';
import { moveIndicator, removeIndicator } from './mutations/order';
import { approveReading, reopenReading, returnReading, saveReading, submitReading } from './mutations/readings';
import { moveIndicatorSchema, removeIndicatorSchema, saveIndicatorSchema } from './schema/indicator';
import { readingSchema } from './schema/reading';
import { readingReasonSchema } from './schema/steps';

export const saveReadingAction = defineAction({ name: 'readings.save', permission: 'records.write', schema: readingSchema, run: saveReading, creates: true });
export const submitReadingAction = defineAction({ name: 'readings.submit', permission: 'records.write', schema: readingStepSchema, run: submitReading });
export const approveReadingAction = defineAction({ name: 'readings.approve', permission: 'review.approve', schema: readingStepSchema, run: approveReading });
export const returnReadingAction = defineAction({ name: 'readings.return', permission: 'review.approve', schema: readingReasonSchema, run: returnReading });
export const reopenReadingAction = defineAction({ name: 'readings.reopen', permission: 'review.approve', schema: readingReasonSchema, run: reopenReading });
export const saveIndicatorAction = defineAction({ name: 'indicators.save', permission: 'plan.write', schema: saveIndicatorSchema, run: saveIndicator, creates: true });
export const moveIndicatorAction = defineAction({ name: 'indicators.move', permission: 'plan.write', schema: moveIndicatorSchema, run: moveIndicator });
export const removeIndicatorAction = defineAction({ name: 'indicators.remove', permission: 'plan.write', schema: removeIndicatorSchema, run: removeIndicator });

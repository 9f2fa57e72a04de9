import * as z from 'zod';
import { id, optionalDate } from '@/lib/shared/fields';

/** A deadline of the Fund was met on a day; without a day it is open again. */
export const markDeadlineSchema = z.strictObject({ projectId: id(), key: z.string({ error: 'required' }).regex(/^(framework|workPlan|extension|final|evaluation|interim:\d{1,3})$/, 'invalid'), doneOn: optionalDate() });
export type MarkDeadlineInput = z.output<typeof markDeadlineSchema>;

import * as z from 'zod';
import { always, calendarDate, endsEarly, id, optionalDate, requiredText } from '@/lib/shared/fields';

/** Other planned days for an activity that has not begun, and why. */
export const rescheduleSchema = z
  .strictObject({ projectId: id(), activityId: id(), version: z.coerce.number().int().positive(), plannedStart: calendarDate(), plannedEnd: optionalDate(), reason: requiredText(1000) })
  .check(
    always<{ plannedStart: string; plannedEnd: string | null }>(({ value, issues }) => {
      if (endsEarly(value.plannedStart, value.plannedEnd)) issues.push({ code: 'custom', message: 'endBeforeStart', path: ['plannedEnd'], input: value });
    }),
  );
export type RescheduleInput = z.output<typeof rescheduleSchema>;

/** Takes back the last rescheduling of an activity; `version` is the one it made. */
export const takeBackSchema = z.strictObject({ projectId: id(), activityId: id(), version: z.coerce.number().int().positive() });
export type TakeBackInput = z.output<typeof takeBackSchema>;

/** The secret address of a project's workplan. */
export const feedSchema = z.strictObject({ projectId: id(), feed: z.literal('workplan') });

import * as z from 'zod';
import { calendarDate, id, oneOf, optionalDate, optionalId, optionalText, requiredText } from '@/lib/shared/fields';
import { actionPointStatuses, priorities } from '@/lib/shared/vocabulary';

/** What was agreed outside any meeting; in a meeting it is part of that record. */
export const createActionPointSchema = z.strictObject({
  projectId: id(),
  id: id(),
  text: requiredText(2000),
  institutionId: optionalId(),
  personId: optionalId(),
  dueDate: calendarDate(),
  priority: oneOf(priorities),
});
export type CreateActionPointInput = z.output<typeof createActionPointSchema>;

type Progress = { status: string; doneOn: string | null; outcome: string | null; dropReason: string | null };

// Done says when and what; dropped says why. Verified keeps what done said.
function checkProgress({ value, issues }: { value: Progress; issues: z.core.$ZodRawIssue[] }): void {
  const missing = (field: string, message: string) => issues.push({ code: 'custom', message, path: [field], input: value });
  if (value.status === 'done' && !value.doneOn) missing('doneOn', 'required');
  if (value.status === 'done' && !value.outcome) missing('outcome', 'required');
  if (value.status === 'dropped' && !value.dropReason) missing('dropReason', 'reasonRequired');
}

/** How an action point stands now. `doneOn` and `outcome` belong to done, `dropReason` to dropped; elsewhere they are left empty. */
export const progressActionPointSchema = z
  .strictObject({
    projectId: id(),
    actionPointId: id(),
    version: z.number().int().positive(),
    status: oneOf(actionPointStatuses),
    doneOn: optionalDate(),
    outcome: optionalText(2000),
    dropReason: optionalText(2000),
    dueDate: optionalDate(),
  })
  .check(checkProgress);
export type ProgressActionPointInput = z.output<typeof progressActionPointSchema>;

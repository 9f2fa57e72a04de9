import * as z from 'zod';
import { confirmationsSchema } from '@/lib/guard/schema';
import { token } from '@/lib/links/schema';
import { calendarDate, id, oneOf, optionalDate, optionalId, optionalText, requiredText } from '@/lib/shared/fields';
import { actionPointStatuses, priorities } from '@/lib/shared/vocabulary';

const agreedOutside = {
  projectId: id(),
  text: requiredText(2000),
  institutionId: optionalId(),
  personId: optionalId(),
  dueDate: calendarDate(),
  priority: oneOf(priorities),
  /** other institutions that take part */
  involvedIds: z.array(id()).max(20, 'tooMany:20').default([]),
  confirmations: confirmationsSchema,
};
/** What was agreed outside any meeting, maybe in a training; in a meeting it is part of that record. */
export const createActionPointSchema = z.strictObject({ ...agreedOutside, id: id(), activityId: optionalId() });
/** Changes what was agreed outside any meeting; `version` is the one that was seen. */
export const editActionPointSchema = z.strictObject({ ...agreedOutside, actionPointId: id(), version: z.number().int().positive() });
export type EditActionPointInput = z.output<typeof editActionPointSchema>;
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
    confirmations: confirmationsSchema,
  })
  .check(checkProgress);
export type ProgressActionPointInput = z.output<typeof progressActionPointSchema>;

/** Makes the link by which the responsible person reports progress without an account. */
export const askProgressSchema = z.strictObject({ projectId: id(), actionPointId: id() });

/** A stored file, as the server itself found it. */
const storedFile = z.strictObject({ fileName: requiredText(255), sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'), size: z.number().int().positive(), mediaType: z.string().min(1).max(100) });
export type StoredFile = z.output<typeof storedFile>;

/** What a focal point says behind the link. */
export const reportProgressSchema = z.strictObject({ token: token(), text: requiredText(2000), done: oneOf(['yes', 'no']).transform((word) => word === 'yes'), file: storedFile.nullable() });
export type ReportProgressInput = z.output<typeof reportProgressSchema>;

/** Evidence that staff attach themselves. */
export const attachFileSchema = z.strictObject({ projectId: id(), id: id(), actionPointId: id(), file: storedFile });
export type AttachFileInput = z.output<typeof attachFileSchema>;

/** Accepts what came in by link, or declines it with a reason. */
export const decideReportSchema = z
  .strictObject({ projectId: id(), reportId: id(), decision: oneOf(['accepted', 'declined']), note: optionalText(2000) })
  .refine(({ decision, note }) => decision === 'accepted' || note !== null, { path: ['note'], message: 'reasonRequired' });
export type DecideReportInput = z.output<typeof decideReportSchema>;

/** Reminds the people responsible for these, one mail each. */
export const remindSchema = z.strictObject({ projectId: id(), actionPointIds: z.array(id()).min(1, 'required').max(200, 'tooMany:200') });
export type RemindInput = z.output<typeof remindSchema>;

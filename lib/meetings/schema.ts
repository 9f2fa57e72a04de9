import * as z from 'zod';
import { confirmationsSchema } from '@/lib/guard/schema';
import { id, oneOf, optionalDate, optionalId, optionalOneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { decisionStates, meetingTypes, priorities } from '@/lib/shared/vocabulary';

const agendaItemSchema = z.strictObject({ id: id(), title: requiredText(300), presenter: optionalText(200) });
const decisionSchema = z.strictObject({ id: id(), text: requiredText(2000) });
/** An action point as agreed; its progress has its own act. */
const agreedActionPointSchema = z.strictObject({ id: id(), text: requiredText(2000), institutionId: optionalId(), personId: optionalId(), dueDate: optionalDate(), priority: oneOf(priorities) });
export type AgreedActionPoint = z.output<typeof agreedActionPointSchema>;

/** What only a meeting has (DOMAIN §1). */
export const meetingDetailSchema = z.strictObject({
  type: optionalOneOf(meetingTypes),
  minutes: optionalText(20_000),
  restricted: z.boolean(),
  nextDate: optionalDate(),
  /** the first meeting of the series; null: a single one, or that first */
  seriesId: optionalId(),
  agenda: z.array(agendaItemSchema).max(100, 'tooMany:100'),
  decisions: z.array(decisionSchema).max(100, 'tooMany:100'),
  actionPoints: z.array(agreedActionPointSchema).max(100, 'tooMany:100'),
});
export type MeetingDetail = z.output<typeof meetingDetailSchema>;

type Settling = { state: string; settledOn: string | null; note: string | null };

// Settled says when; dropped says why as well.
function checkSettling({ value, issues }: { value: Settling; issues: z.core.$ZodRawIssue[] }): void {
  const missing = (field: string, message: string) => issues.push({ code: 'custom', message, path: [field], input: value });
  if (value.state !== 'open' && !value.settledOn) missing('settledOn', 'required');
  if (value.state === 'dropped' && !value.note) missing('note', 'reasonRequired');
}

/** What became of a decision. Open keeps neither day nor note. */
export const settleDecisionSchema = z
  .strictObject({ projectId: id(), decisionId: id(), version: z.number().int().positive(), state: oneOf(decisionStates), settledOn: optionalDate(), note: optionalText(2000), confirmations: confirmationsSchema })
  .check(checkSettling);
export type SettleDecisionInput = z.output<typeof settleDecisionSchema>;

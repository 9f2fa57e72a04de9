import * as z from 'zod';
import { confirmationsSchema } from '@/lib/guard/schema';
import { token } from '@/lib/links/schema';
import { id, oneOf, optionalDate, optionalId, optionalOneOf, optionalText, optionalTime, positiveInt, requiredText } from '@/lib/shared/fields';
import { decisionStates, meetingTypes, priorities } from '@/lib/shared/vocabulary';

/** `restricted`: it and what was decided and agreed under it leave the project in nothing. */
const agendaItemSchema = z.strictObject({ id: id(), title: requiredText(300), presenter: optionalText(200), startsAt: optionalTime(), notes: optionalText(5000), restricted: z.boolean().default(false) });
const decisionSchema = z.strictObject({ id: id(), text: requiredText(2000), /** an item of this agenda */ agendaItemId: optionalId() });
const expectedSchema = z.strictObject({ institutionId: id(), count: positiveInt(10_000) });
/** An action point as agreed; its progress has its own act. */
const agreedActionPointSchema = z.strictObject({ id: id(), text: requiredText(2000), institutionId: optionalId(), personId: optionalId(), dueDate: optionalDate(), priority: oneOf(priorities), agendaItemId: optionalId() });
export type AgreedActionPoint = z.output<typeof agreedActionPointSchema>;

/** What only a meeting has (DOMAIN §1). */
export const meetingDetailSchema = z.strictObject({
  type: optionalOneOf(meetingTypes),
  minutes: optionalText(20_000),
  restricted: z.boolean(),
  nextDate: optionalDate(),
  startTime: optionalTime(),
  endTime: optionalTime(),
  /** how many people each institution was asked to send */
  expected: z.array(expectedSchema).max(100, 'tooMany:100').default([]),
  /** the first meeting of the series; null: a single one, or that first */
  seriesId: optionalId(),
  agenda: z.array(agendaItemSchema).max(100, 'tooMany:100'),
  decisions: z.array(decisionSchema).max(100, 'tooMany:100'),
  actionPoints: z.array(agreedActionPointSchema).max(100, 'tooMany:100'),
});
export type MeetingDetail = z.output<typeof meetingDetailSchema>;

/** What contradicts itself in a meeting: where, and the message. A draft may be incomplete, never contradictory (DOMAIN §3). */
export function meetingContradictions({ agenda, decisions, actionPoints, startTime, endTime, expected }: MeetingDetail): { path: (string | number)[]; message: string }[] {
  const items = new Set(agenda.map((item) => item.id));
  const strays = (name: string, rows: { agendaItemId: string | null }[]) => rows.flatMap(({ agendaItemId }, index) => (agendaItemId && !items.has(agendaItemId) ? [{ path: [name, index, 'agendaItemId'], message: 'noSuchAgendaItem' }] : []));
  const twice = expected.flatMap(({ institutionId }, index) => (expected.findIndex((row) => row.institutionId === institutionId) < index ? [{ path: ['expected', index, 'institutionId'], message: 'institutionTwice' }] : []));
  const times = endTime && !(startTime && startTime < endTime) ? [{ path: ['endTime'], message: 'endTimeBeforeStart' }] : [];
  return [...strays('decisions', decisions), ...strays('actionPoints', actionPoints), ...twice, ...times];
}

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

/** Sends the minutes out for comments, by one link for all who were there. */
export const circulateMinutesSchema = z.strictObject({ projectId: id(), activityId: id() });
/** Marks the minutes agreed as they stand in the version that was seen. */
export const agreeMinutesSchema = z.strictObject({ projectId: id(), activityId: id(), version: z.number().int().positive() });
/** What somebody says about the minutes behind the link. */
export const commentMinutesSchema = z.strictObject({ token: token(), institutionId: optionalId(), text: requiredText(2000) });
export type CommentMinutesInput = z.output<typeof commentMinutesSchema>;
/** Says that a comment was dealt with, and how. */
export const handleCommentSchema = z.strictObject({ projectId: id(), commentId: id(), note: optionalText(2000) });

import * as z from 'zod';
import { contradictionsOf, handOverDetailSchema } from '@/lib/equipment/schema/hand-over';
import { confirmationsSchema } from '@/lib/guard/schema';
import { meetingContradictions, meetingDetailSchema } from '@/lib/meetings/schema';
import { personChangeSchema } from '@/lib/people/schema/change';
import { newPersonSchema } from '@/lib/people/schema/person';
import { always, endsEarly, id, oneOf, optionalDate, optionalDecimal, optionalId, optionalOneOf, optionalText, positiveInt, requiredText } from '@/lib/shared/fields';
import { currencies, implementationStates, participantRoles, sexes } from '@/lib/shared/vocabulary';
import { trainingDetailSchema } from '@/lib/trainings/schema';

export const sessionSchema = z.strictObject({ id: id(), date: optionalDate(), hours: optionalDecimal({ min: 0.25, max: 24 }), topic: optionalText(300) });

/** A person in this activity; `person` is given for one who is not in the register yet, with the same id as personId. */
export const participantSchema = z.strictObject({
  id: id(),
  personId: id(),
  person: newPersonSchema.nullish().transform((person) => person ?? null),
  role: oneOf(participantRoles),
  institutionId: optionalId(),
  post: optionalText(200),
  preScore: optionalDecimal({ min: 0, max: 100 }),
  postScore: optionalDecimal({ min: 0, max: 100 }),
  /** the sessions in which the person was present */
  sessionIds: z.array(id()).max(60, 'tooMany:60'),
  /** what the list says anew about a person of the register, chosen to be taken over with this save */
  change: personChangeSchema.nullish(),
  /** true while nobody has said who of the register this is: such a row is not saved */
  unsure: z.boolean().nullish().refine((unsure) => !unsure, 'choosePerson'),
});
export type ParticipantInput = z.output<typeof participantSchema>;

export const headcountSchema = z.strictObject({ institutionId: id(), sex: oneOf(sexes), count: positiveInt(10_000) });

const common = {
  projectId: id(),
  id: id(),
  /** null: not saved yet; else the version that was edited */
  version: z.number().int().positive().nullable(),
  title: z.string({ error: 'required' }).trim().max(300, 'tooLong:300'),
  description: optionalText(8000),
  outputIds: z.array(id()).max(50, 'tooMany:50'),
  place: optionalText(200),
  venue: optionalText(300),
  plannedStart: optionalDate(),
  plannedEnd: optionalDate(),
  actualStart: optionalDate(),
  actualEnd: optionalDate(),
  cost: optionalDecimal({ min: 0, max: 999_999_999 }),
  costCurrency: optionalOneOf(currencies),
  implementation: oneOf(implementationStates),
  implementationReason: optionalText(2000),
  sessions: z.array(sessionSchema).max(60, 'tooMany:60'),
  participants: z.array(participantSchema).max(1000, 'tooMany:1000'),
  headcounts: z.array(headcountSchema).max(200, 'tooMany:200'),
  waivers: z.array(z.strictObject({ requirement: requiredText(60), reason: requiredText(1000) })).max(10, 'tooMany:10'),
  /** why words that look like case data may stand */
  confirmations: confirmationsSchema,
};

type Issues = { value: ActivityDraft; issues: z.core.$ZodRawIssue[] };
const issue = (draft: ActivityDraft, message: string, ...path: (string | number)[]): z.core.$ZodRawIssue => ({ code: 'custom', message, path, input: draft });

// A draft may be incomplete, never contradictory (DOMAIN §3). What stands on top of the form is said together with the faults of single fields.
const checkHead = always<ActivityDraft>(({ value, issues }) => {
  if (endsEarly(value.plannedStart, value.plannedEnd)) issues.push(issue(value, 'endBeforeStart', 'plannedEnd'));
  if (endsEarly(value.actualStart, value.actualEnd)) issues.push(issue(value, 'endBeforeStart', 'actualEnd'));
  if ((value.cost ?? '') !== '' && !value.costCurrency) issues.push(issue(value, 'currencyRequired', 'costCurrency'));
  if (['postponed', 'cancelled'].includes(value.implementation) && !value.implementationReason) issues.push(issue(value, 'reasonRequired', 'implementationReason'));
});

function checkContradictions({ value, issues }: Issues): void {
  for (const row of repeated(value.participants.map((one) => one.personId))) issues.push(issue(value, 'personTwice', 'participants', row, 'personId'));
  for (const row of repeated(value.headcounts.map((one) => `${one.institutionId} ${one.sex}`))) issues.push(issue(value, 'headcountTwice', 'headcounts', row, 'institutionId'));
  const known = new Set(value.sessions.map((session) => session.id));
  value.participants.forEach((row, index) => {
    if (row.sessionIds.some((sessionId) => !known.has(sessionId))) issues.push(issue(value, 'invalid', 'participants', index, 'sessionIds'));
    if (row.change && row.change.personId !== row.personId) issues.push(issue(value, 'invalid', 'participants', index, 'change'));
    if (row.person && row.person.id !== row.personId) issues.push(issue(value, 'invalid', 'participants', index, 'personId'));
  });
  if (value.kind === 'meeting') for (const { path, message } of meetingContradictions(value.detail)) issues.push(issue(value, message, 'detail', ...path));
  if (value.kind === 'equipment') for (const { path, message } of contradictionsOf(value.detail, value.actualEnd)) issues.push(issue(value, message, 'detail', ...path));
}

/** Places in the list where a value stands for the second time; null is never a repetition. */
const repeated = (values: (string | null)[]): number[] => values.flatMap((value, index) => (value !== null && values.indexOf(value) < index ? [index] : []));

const trainingShape = z.strictObject({ ...common, kind: z.literal('training'), detail: trainingDetailSchema });
const equipmentShape = z.strictObject({ ...common, kind: z.literal('equipment'), detail: handOverDetailSchema });
const meetingShape = z.strictObject({ ...common, kind: z.literal('meeting'), detail: meetingDetailSchema });
export type ActivityDraft = z.output<typeof trainingShape> | z.output<typeof equipmentShape> | z.output<typeof meetingShape>;

/** One schema for the form and the action, per kind (DESIGN §3). */
export const activitySchemas = { training: trainingShape.check(checkHead, checkContradictions), equipment: equipmentShape.check(checkHead, checkContradictions), meeting: meetingShape.check(checkHead, checkContradictions) };
export const saveActivitySchema = z.discriminatedUnion('kind', [activitySchemas.training, activitySchemas.equipment, activitySchemas.meeting]);
export type SaveActivityInput = z.output<typeof saveActivitySchema>;
export type SaveActivityForm = z.input<typeof saveActivitySchema>;

/** An activity of the project at the version that was seen. */
export const activityRefSchema = z.strictObject({ projectId: id(), activityId: id(), version: z.coerce.number().int().positive() });

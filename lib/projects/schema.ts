import * as z from 'zod';
import { always, calendarDate, decimal, endsEarly, id, oneOf, optionalDate, optionalDecimal, optionalText, requiredText } from '@/lib/shared/fields';
import { institutionRoles, projectStatuses } from '@/lib/shared/vocabulary';

export const closePeriodSchema = z.strictObject({ projectId: id(), periodId: id() });
/** Reopening says why. */
export const reopenPeriodSchema = closePeriodSchema.extend({ reason: requiredText(2000) });

const endBeforeStart = (field: string, input: unknown): z.core.$ZodRawIssue => ({ code: 'custom', message: 'endBeforeStart', path: [field], input });

const period = () => z.strictObject({ projectId: id(), id: id(), name: requiredText(100), from: calendarDate(), to: calendarDate(), dueDate: optionalDate() });
const inTime = always<{ from: string; to: string; dueDate: string | null }>(({ value, issues }) => {
  if (endsEarly(value.from, value.to)) issues.push(endBeforeStart('to', value));
  if (endsEarly(value.to, value.dueDate)) issues.push({ code: 'custom', message: 'dueBeforeEnd', path: ['dueDate'], input: value });
});
export const createPeriodSchema = period().check(inTime);
/** A change states the version it saw. */
export const updatePeriodSchema = period().extend({ version: z.int().positive() }).check(inTime);
export type UpdatePeriodInput = z.output<typeof updatePeriodSchema>;
export const removePeriodSchema = closePeriodSchema.extend({ version: z.int().positive() });
export type CreatePeriodInput = z.output<typeof createPeriodSchema>;

/** Does the machine know this time zone? 'Europe/Podgorica' yes, 'CET+1' no. */
function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
const timeZone = () => requiredText(60).refine(isTimeZone, 'noSuchTimeZone');

/** '3, 6, 12' as months in order, each once; null where it is no such list. */
function readMonths(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const months = words.map(Number);
  const valid = words.length >= 1 && words.length <= 12 && words.every((word) => /^\d{1,3}$/.test(word)) && months.every((month) => month >= 1 && month <= 120);
  return valid ? [...new Set(months)].sort((a, b) => a - b) : null;
}

/** '3, 6, 12' or [3, 6, 12]: months in order, each once. */
const months = () =>
  z.union([z.string(), z.array(z.number())], { error: 'notMonths' }).transform((given, context) => {
    const read = readMonths(typeof given === 'string' ? given : given.join(' '));
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'notMonths', input: given });
    return z.NEVER;
  });

/** How a project counts, hides and checks: the threshold in percent (DOMAIN §2.2), the suppression minimum never under 5 (DOMAIN §5), when end-use checks fall due (DOMAIN §1), how long names are kept after its end (DOMAIN §5), what labels say. */
export const projectSettingsSchema = z.strictObject({
  projectId: id(),
  version: z.number().int().positive(),
  attendancePercent: decimal({ min: 1, max: 100, scale: 1 }),
  suppressionMinimum: decimal({ min: 5, max: 1000, scale: 0 }),
  followUpMonths: decimal({ min: 1, max: 36, scale: 0 }),
  retentionMonths: decimal({ min: 1, max: 240, scale: 0 }),
  checkMonths: months(),
  labelOwner: optionalText(200),
  labelContact: optionalText(200),
  timeZone: timeZone(),
});
export type ProjectSettingsInput = z.output<typeof projectSettingsSchema>;

/** role null takes the institution off the project's list. */
export const setProjectInstitutionSchema = z.strictObject({ projectId: id(), institutionId: id(), role: oneOf(institutionRoles).nullable() });
export type SetProjectInstitutionInput = z.output<typeof setProjectInstitutionSchema>;

const facts = {
  projectsId: requiredText(40).regex(/^[A-Za-z0-9][A-Za-z0-9.\-/ ]*$/, 'invalid'),
  primaId: optionalText(40),
  title: requiredText(400),
  status: oneOf(projectStatuses),
  type: optionalText(200),
  budgetUsd: optionalDecimal({ min: 0, max: 999_999_999_999 }),
  coverage: optionalText(100),
  year: optionalDecimal({ min: 1990, max: 2100, scale: 0 }),
  startDate: optionalDate(),
  endDate: optionalDate(),
  idfRegion: optionalText(100),
  donor: optionalText(200),
  implementer: optionalText(200),
  timeZone: timeZone(),
};
const datesInOrder = always<{ startDate: string | null; endDate: string | null }>(({ value, issues }) => {
  if (endsEarly(value.startDate, value.endDate)) issues.push(endBeforeStart('endDate', value));
});

/** A project as an administrator enters it (DOMAIN §1). */
export const createProjectSchema = z.strictObject({ id: id(), ...facts }).check(datesInOrder);
/** The Projects id stays: addresses and asset tags are made of it. */
const { projectsId: _fixed, timeZone: _setting, ...changeable } = facts;
export const updateProjectSchema = z.strictObject({ id: id(), version: z.number().int().positive(), ...changeable }).check(datesInOrder);
export type CreateProjectInput = z.output<typeof createProjectSchema>;
export type UpdateProjectInput = z.output<typeof updateProjectSchema>;

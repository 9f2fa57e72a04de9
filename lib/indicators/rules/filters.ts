import * as z from 'zod';
import { id, requiredText } from '@/lib/shared/fields';
import { meetingTypes, trainingTypes } from '@/lib/shared/vocabulary';
import type { MeasureFilter } from './facts';

/** By what a measure can be narrowed: to regional or not, to types of activity, to a topic. Output and institution narrow every measure. */
export type FilterSpec = { regional: readonly boolean[]; types: readonly string[]; topic: boolean };

export const trainingFilters: FilterSpec = { regional: [true, false], types: trainingTypes, topic: true };
export const meetingFilters: FilterSpec = { regional: [true, false], types: meetingTypes, topic: false };
/** Meetings and study visits that are regional by their own rule. */
export const regionalFilters: FilterSpec = { regional: [true], types: [...meetingTypes, 'study_visit'], topic: true };
/** Nobody is present at a hand-over, it has no type and no topic. */
export const handOverFilters: FilterSpec = { regional: [], types: [], topic: false };
/** Points are agreed in meetings and trainings. */
export const pointFilters: FilterSpec = { regional: [true, false], types: [...meetingTypes, ...trainingTypes], topic: true };

const impossible = 'filterImpossible';
const possible = <T>(schema: z.ZodType<T>, allowed: (value: T) => boolean) => schema.refine(allowed, impossible).optional();

/** The filter that a measure takes, as a schema: what could never be true of anything it counts is refused. */
export const filterSchema = ({ regional, types, topic }: FilterSpec) =>
  z.strictObject({
    regional: possible(z.boolean(), (value) => regional.includes(value)),
    outputId: id().optional(),
    institutionId: id().optional(),
    type: possible(z.string(), (value) => types.includes(value)),
    topic: possible(requiredText(200), () => topic),
  });

/** The parts of a filter that this measure cannot take: field → message. */
export function filterIssues(spec: FilterSpec, filter: MeasureFilter): Record<string, string> {
  const parsed = filterSchema(spec).safeParse(filter);
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [`filter.${issue.path.join('.')}`, impossible]));
}

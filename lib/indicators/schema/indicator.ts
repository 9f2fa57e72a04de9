import * as z from 'zod';
import { id, oneOf, optionalDecimal, optionalId, optionalOneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { aggregations, collectionFrequencies, directions, disaggregations, indicatorMethods, moveDirections, planChangeReasons } from '@/lib/shared/vocabulary';

const version = () => z.number().int().positive();
const most = 999_999_999_999;
const amount = () => optionalDecimal({ min: -most, max: most, scale: 4, plain: true });
const distinct = <T>(list: T[]) => new Set(list).size === list.length;

/** An indicator with its reference sheet as it is typed. What unit, measure and figures ask for beyond this, rules/plan and the mutation say. */
export const saveIndicatorSchema = z.strictObject({
  projectId: id(),
  id: id(),
  /** null: not saved yet; else the version that was edited */
  version: version().nullable(),
  resultId: id(),
  statement: requiredText(2000),
  definition: optionalText(4000),
  unit: requiredText(60),
  direction: oneOf(directions),
  method: oneOf(indicatorMethods),
  measure: optionalText(60),
  filter: z.strictObject({ regional: optionalOneOf(['yes', 'no']), outputId: optionalId(), institutionId: optionalId(), type: optionalText(60), topic: optionalText(200) }),
  aggregation: oneOf(aggregations),
  /** empty: unknown */
  baseline: amount(),
  baselineYear: optionalDecimal({ min: 1950, max: 2100, scale: 0 }),
  target: amount(),
  /** value expected by the end of each period, the last one being the target; empty: none */
  milestones: z.array(z.strictObject({ periodId: id(), value: amount() })).max(200).refine((list) => distinct(list.map(({ periodId }) => periodId)), 'invalid'),
  source: optionalText(1000),
  collectionMethod: optionalText(1000),
  frequency: optionalOneOf(collectionFrequencies),
  responsible: optionalText(200),
  disaggregateBy: z.array(oneOf(disaggregations)).max(disaggregations.length).refine(distinct, 'invalid'),
  /** asked for where the indicator has figures */
  reason: optionalOneOf(planChangeReasons),
  note: optionalText(2000),
});
export type SaveIndicatorInput = z.output<typeof saveIndicatorSchema>;
export type SaveIndicatorForm = z.input<typeof saveIndicatorSchema>;

/** One place up or down among the indicators of its result. */
export const moveIndicatorSchema = z.strictObject({ projectId: id(), indicatorId: id(), direction: oneOf(moveDirections) });
export type MoveIndicatorInput = z.output<typeof moveIndicatorSchema>;

export const removeIndicatorSchema = z.strictObject({ projectId: id(), indicatorId: id(), version: version() });
export type RemoveIndicatorInput = z.output<typeof removeIndicatorSchema>;

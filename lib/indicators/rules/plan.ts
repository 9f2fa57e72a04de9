import type { SaveIndicatorInput } from '../schema/indicator';
import { asksForWords, unitIssue } from '../schema/reading';
import { findMeasure } from './catalogue';
import type { MeasureFilter } from './facts';
import { filterIssues } from './filters';

/** The filter as figures read it: only what narrows. */
export function filterOf({ regional, outputId, institutionId, type, topic }: SaveIndicatorInput['filter']): MeasureFilter {
  const given = { outputId, institutionId, type, topic };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as MeasureFilter;
  return regional === null ? said : { ...said, regional: regional === 'yes' };
}

type Planned = Pick<SaveIndicatorInput, 'method' | 'measure' | 'filter' | 'unit' | 'baseline' | 'target' | 'direction' | 'milestones'>;

/** What stands in the way of this plan, by field: a measure nobody knows, a filter it cannot take, a unit that is not its own, values that the unit or the direction do not allow. */
export function planIssues(plan: Planned): Record<string, string> {
  return { ...(plan.method === 'computed' ? measureIssues(plan) : {}), ...valueIssues(plan), ...directionIssue(plan) };
}

function measureIssues({ measure: key, unit, filter }: Planned): Record<string, string> {
  const measure = key === null ? undefined : findMeasure(key);
  if (!measure) return { measure: key === null ? 'required' : 'invalidChoice' };
  const asked = { share: '%', usd: 'USD', count: null, average: null }[measure.unit];
  const wrong = asked === null ? ['%', 'yes/no', 'USD', 'qualitative'].includes(unit) : unit !== asked;
  return { ...(wrong ? { unit: asked === null ? 'unitOfCount' : `unitOfMeasure:${asked}` } : {}), ...filterIssues(measure.filters, filterOf(filter)) };
}

function valueIssues({ unit, baseline, target, milestones }: Planned): Record<string, string> {
  if (asksForWords(unit)) return { ...(baseline === null ? {} : { baseline: 'wordsOnly' }), ...(target === null ? {} : { target: 'wordsOnly' }), ...Object.fromEntries(milestones.flatMap(({ value }, place) => (value === null ? [] : [[`milestones.${place}.value`, 'wordsOnly']]))) };
  const values: [string, number | null][] = [['baseline', baseline], ['target', target], ...milestones.map(({ value }, place): [string, number | null] => [`milestones.${place}.value`, value])];
  return Object.fromEntries(values.flatMap(([field, value]) => (value === null ? [] : [[field, unitIssue(unit, value)]])).filter(([, issue]) => issue !== null));
}

/** A target on the wrong side of the baseline says that the direction is wrong, or the target. */
function directionIssue({ baseline, target, direction }: Planned): Record<string, string> {
  if (baseline === null || target === null || baseline === target) return {};
  return direction === (target > baseline ? 'increase' : 'decrease') ? {} : { target: 'targetAgainstDirection' };
}

/** What may not change without a reason once an indicator has figures. */
export const guardedFields = ['statement', 'definition', 'unit', 'direction', 'method', 'measure', 'filter', 'aggregation', 'baseline', 'baselineYear', 'target', 'milestones'] as const;

import type { IndicatorMethod, ResultLevel } from '@/lib/shared/vocabulary';
import { iati, resultTypes } from './codes';
import { narrative, plain, type Xml } from './xml';

/** A value with how it came about ("85 of 102"); null: no data, so there is no element. */
export type ValueFacts = { value: number | null; numerator: number | null; denominator: number | null };
export type BreakdownValue = { dimension: string; name: string; value: number };
export type IndicatorFacts = {
  code: string;
  statement: string;
  definition: string | null;
  unit: string;
  method: IndicatorMethod;
  /** what the figure counts, in words; null where it is reported */
  rule: string | null;
  source: string | null;
  ascending: boolean;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  /** periods add up; else each shows the state at its end */
  additive: boolean;
  total: ValueFacts;
  breakdown: readonly BreakdownValue[];
  /** in order of time; `milestone`: expected by the end of it */
  periods: readonly { from: string; to: string; milestone: number | null; actual: ValueFacts }[];
};
export type ResultFacts = { code: string; level: ResultLevel; statement: string; assumptions: string | null; indicators: readonly IndicatorFacts[] };
type Frame = { startDate: string | null; endDate: string | null };

const number = (value: number) => String(Math.round(value * 10_000) / 10_000);

/** A result with its indicators. Percentages and states must not be added up over results, hence the aggregation status. */
export function writeResult(activity: Xml, result: ResultFacts, frame: Frame, page: string): void {
  if (result.indicators.length === 0) return; // the schema wants an indicator in every result
  const element = activity.ele('result', { type: resultTypes[result.level], 'aggregation-status': '0' });
  narrative(element, 'title', {}, `${result.level === 'objective' ? '' : `${result.code} `}${result.statement}`);
  narrative(element, 'description', {}, result.assumptions && `Assumptions: ${result.assumptions}`);
  for (const indicator of result.indicators) writeIndicator(element, indicator, frame, page);
}

function measureOf(unit: string): string {
  if (unit === 'qualitative') return iati.measures.qualitative;
  if (unit === 'yes/no') return iati.measures.nominal;
  return unit === '%' ? iati.measures.percentage : iati.measures.unit;
}

function writeIndicator(result: Xml, facts: IndicatorFacts, frame: Frame, page: string): void {
  const measure = measureOf(facts.unit);
  const element = result.ele('indicator', { measure, ascending: facts.ascending ? '1' : '0', 'aggregation-status': facts.additive && measure === iati.measures.unit ? '1' : '0' });
  narrative(element, 'title', {}, facts.statement);
  narrative(element, 'description', {}, descriptionOf(facts));
  element.ele('reference', { vocabulary: iati.ownVocabulary, code: facts.code, 'indicator-uri': `${page}/indicators/${encodeURIComponent(facts.code)}` });
  writeBaseline(element, facts, frame);
  const { startDate, endDate } = frame;
  if (startDate && endDate) writePeriod(element, { from: startDate, to: endDate, target: facts.target, actual: facts.total, breakdown: facts.breakdown });
  facts.periods.forEach((period, at) => {
    writePeriod(element, { ...period, target: periodTarget(facts, at), breakdown: [] });
  });
}

function descriptionOf(facts: IndicatorFacts): string {
  const values = facts.additive ? 'what each adds (not cumulative)' : 'the state at the end of each';
  const texts = [facts.definition, facts.rule, facts.unit === 'yes/no' ? '1 is yes, 0 is no.' : `Unit: ${facts.unit}.`, facts.source && `Means of verification: ${facts.source}.`];
  return [...texts.filter(Boolean), `The first period is the whole project: its target, and its actual to date. The values of reporting periods are ${values}.`].join('\n');
}

// The schema demands the year of a baseline. Where nobody stated it, the project starts from it.
function writeBaseline(element: Xml, { baseline, baselineYear, unit }: IndicatorFacts, { startDate }: Frame): void {
  const year = baselineYear ?? (startDate ? Number(startDate.slice(0, 4)) : null);
  if (baseline !== null && year !== null && unit !== 'qualitative') element.ele('baseline', { year: String(year), value: number(baseline) });
}

/** Milestones hold what is expected by the end of a period; where periods add up, a period's own target is what it lies above the one before. */
function periodTarget({ periods, additive, baseline }: IndicatorFacts, at: number): number | null {
  const milestone = periods[at]?.milestone ?? null;
  if (milestone === null || !additive) return milestone;
  const before = at === 0 ? (baseline ?? 0) : (periods[at - 1]?.milestone ?? null);
  return before === null ? null : milestone - before;
}

type PeriodFacts = { from: string; to: string; target: number | null; actual: ValueFacts; breakdown: readonly BreakdownValue[] };

function writePeriod(element: Xml, { from, to, target, actual, breakdown }: PeriodFacts): void {
  const period = element.ele('period');
  period.ele('period-start', { 'iso-date': from });
  period.ele('period-end', { 'iso-date': to });
  if (target !== null) period.ele('target', { value: number(target) });
  if (actual.value === null) return;
  const total = period.ele('actual', { value: number(actual.value) });
  if (actual.denominator !== null && actual.numerator !== null) narrative(total, 'comment', {}, `${number(actual.numerator)} of ${number(actual.denominator)}`);
  for (const { dimension, name, value } of breakdown) period.ele('actual', { value: number(value) }).ele('dimension', { name: dimension, value: plain(name) });
}

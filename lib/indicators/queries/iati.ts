import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import type { ActivityFacts } from '@/lib/exchange/iati/activity';
import type { BreakdownValue, IndicatorFacts, ResultFacts, ValueFacts } from '@/lib/exchange/iati/results';
import { institutionTree } from '@/lib/institutions/queries';
import type { InstitutionTree } from '@/lib/institutions/queries';
import type { ProjectView } from '@/lib/projects/queries';
import type { ResultLevel } from '@/lib/shared/vocabulary';
import { combinedAs, type FigureValue } from '../rules/figures';
import { breakdownOf, type BreakdownRow } from './breakdown';
import { partRows } from './parts';
import { type IndicatorSeries, indicatorSeries } from './period-lines';

type Result = { id: string; code: string; level: ResultLevel; statement: string; assumptions: string | null };

/**
 * A project as its IATI file says it, and the moment of its figures. The file is made to be published: whoever fetches it, it holds what viewers of
 * aggregates may see (approved records, small cells hidden), and `breakdowns` only where asked for, since some donors want none.
 */
export async function iatiFacts(viewer: Viewer, project: ProjectView, results: readonly Result[], breakdowns: boolean): Promise<{ facts: ActivityFacts; changedAt: Date | null }> {
  const sight = { aggregatesOnly: true, minimum: project.suppressionMinimum };
  const [{ series, computedAt }, tree] = await Promise.all([indicatorSeries(viewer, project, sight), institutionTree(viewer, 'en')]);
  const indicatorsOf = (result: Result) => series.filter(({ indicator }) => indicator.resultId === result.id).map((one) => indicatorFacts(one, breakdowns ? tree : null, sight));
  return { facts: { ...project, results: results.map((result): ResultFacts => ({ ...result, indicators: indicatorsOf(result) })) }, changedAt: computedAt };
}

const shownValue = (measureUnit: string | undefined, figure: FigureValue): ValueFacts => (measureUnit === 'share' || measureUnit === 'average' ? figure : { value: figure.value, numerator: null, denominator: null });

function indicatorFacts({ indicator, measure, periods, cumulative, parts }: IndicatorSeries, tree: InstitutionTree | null, sight: { aggregatesOnly: boolean; minimum: number }): IndicatorFacts {
  const { code, statement, definition, unit, method, source, baseline, baselineYear, target, actual, numerator, denominator } = indicator;
  return {
    ...{ code, statement, definition, unit, method, source, baseline, baselineYear, target },
    rule: measure ? measure.wording.en.rule : null,
    ascending: target !== null && baseline !== null && target !== baseline ? target > baseline : indicator.direction === 'increase',
    additive: measure ? measure.combine === 'sum' && measure.unit !== 'share' && measure.unit !== 'average' : combinedAs(indicator.aggregation, unit) === 'sum',
    total: shownValue(measure?.unit, { value: actual, numerator: numerator ?? 0, denominator }),
    breakdown: tree && measure && !indicator.withheld && actual !== null ? breakdownValues({ measure, cumulative, parts, tree, sight }) : [],
    periods: periods.map(({ period, milestone, own }) => ({ from: period.from, to: period.to, milestone, actual: shownValue(measure?.unit, own) })),
  };
}

function breakdownValues({ measure, cumulative, parts, tree, sight }: { measure: NonNullable<IndicatorSeries['measure']>; cumulative: IndicatorSeries['cumulative']; parts: IndicatorSeries['parts']; tree: InstitutionTree; sight: { aggregatesOnly: boolean; minimum: number } }): BreakdownValue[] {
  const { sex, institution } = breakdownOf(measure, cumulative, tree.nodes, sight);
  const shown = (dimension: string, rows: readonly BreakdownRow[] | null, name: (row: BreakdownRow) => string) =>
    (rows ?? []).flatMap((row) => (row.withheld || row.value === null ? [] : [{ dimension, name: name(row), value: row.value }]));
  const { age, place, topic } = partRows(measure, parts, sight);
  const named = (row: BreakdownRow) => row.key ?? 'not stated';
  // Topics that overlap do not add up, and the format has no word for what is taken off again.
  const topics = topic && !topic.overlap ? topic.rows : null;
  return [
    ...shown('sex', sex, (row) => row.key ?? 'not_stated'),
    ...shown('institution', institution, (row) => tree.name(row.key) || 'not stated'),
    ...shown('age', age?.rows ?? null, (row) => row.key?.replace('_', '-') ?? 'not stated'),
    ...shown('place', place?.rows ?? null, named),
    ...shown('topic', topics, named),
  ];
}

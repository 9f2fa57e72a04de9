import { suppress } from '@/lib/access/suppression';
import { assess } from '@/lib/indicators/rules/achievement';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { combineReadings, figure } from '@/lib/indicators/rules/figures';
import { withheld } from '@/lib/indicators/rules/shown';
import { inTreeOrder } from '@/lib/institutions/rules';
import { inMatrixOrder } from '@/lib/results/rules/matrix';
import { sexes } from '@/lib/shared/vocabulary';
import { hideSmall } from './breakdown';
import { type HeadlineMeasure, headlineMeasures, type MatrixRow, noData, type ReportActivity, type ReportContent, type ReportValue, reportValue, type Restatement, type Span } from './content';
import type { CellRow, IndicatorRow, ReportFacts } from './facts';
import { indicatorKey, narrativeSections, resultKey } from './sections';

type Stamp = { today: string; version: number; restatements: Restatement[]; correction: ReportContent['correction'] };

/** The content of a report from the facts of one moment. Pure: same facts, same content (DOMAIN §6). Every figure is cut at the end of the reporting period. */
export function buildContent(facts: ReportFacts, stamp: Stamp): ReportContent {
  const { report, project, periods } = facts;
  const { attendanceThreshold, suppressionMinimum, illustrative, levelTemplate, ...about } = project;
  const period = last(periods);
  const results = inMatrixOrder(facts.results);
  return {
    format: 1,
    cover: { title: report.title, kind: report.kind, language: report.language, version: stamp.version, issuedOn: stamp.today, period: { name: period.name, from: period.from, to: period.to }, illustrative, levelTemplate, project: about },
    asOf: facts.asOf,
    narrative: Object.fromEntries(narrativeSections.flatMap((name) => (facts.texts[name] ? [[name, facts.texts[name]]] : []))),
    results: results.map(({ id, level, code, statement }) => ({ id, level, code, statement, comment: facts.texts[resultKey(id)] ?? '' })),
    matrix: results.flatMap((result) => facts.indicators.filter((indicator) => indicator.resultId === result.id).map((indicator) => matrixRow(facts, indicator, stamp.today))),
    headline: Object.fromEntries(headlineMeasures.map((key) => [key, measured(facts, key, null)])) as Record<HeadlineMeasure, Span>,
    ...breakdowns(facts),
    equipmentItems: facts.equipmentItems,
    equipmentValues: facts.equipmentValues,
    unvaluedItems: facts.unvaluedItems,
    activities: shownActivities(facts),
    outsidePeriods: facts.outsidePeriods,
    evidence: facts.evidence,
    restatements: stamp.restatements,
    rules: { attendanceThreshold, suppressionMinimum, measures: wordings(facts) },
    correction: stamp.correction,
  };
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1);
  if (found === undefined) throw new Error('a report has a period');
  return found;
}

/** Cells of one series in the reported period and in all before it. */
function split(facts: ReportFacts, measure: string, indicatorId: string | null): { period: CellRow[]; before: CellRow[] } {
  const own = facts.cells.filter((cell) => cell.measure === measure && cell.indicatorId === indicatorId);
  const { id } = last(facts.periods);
  return { period: own.filter((cell) => cell.periodId === id), before: own.filter((cell) => cell.periodId !== id) };
}

/** One computed series in its two columns; a state (equipment in use) is the same in both. No data where nothing was ever computed. */
function measured(facts: ReportFacts, key: string, indicatorId: string | null): Span {
  const measure = findMeasure(key);
  if (!measure || facts.asOf === null) return { period: noData, cumulative: noData };
  const { period, before } = split(facts, key, indicatorId);
  const own = reportValue(figure(period, measure.unit));
  return { period: own, cumulative: measure.combine === 'latest' ? own : reportValue(figure([...before, ...period], measure.unit)) };
}

/** The readings of one reported indicator in its two columns. */
function read(facts: ReportFacts, indicator: IndicatorRow): Span {
  const values = facts.periods.map(({ id }) => facts.readings.find((reading) => reading.indicatorId === indicator.id && reading.periodId === id)?.value);
  const until = combineReadings(values.filter((value) => value !== undefined), indicator.aggregation, indicator.unit);
  return { period: { ...noData, value: values.at(-1) ?? null }, cumulative: { ...noData, value: until.value } };
}

const difference = (a: ReportValue, b: ReportValue) => ({ value: (a.value ?? 0) - (b.value ?? 0), numerator: (a.numerator ?? 0) - (b.numerator ?? 0), denominator: (a.denominator ?? 0) - (b.denominator ?? 0) });

function matrixRow(facts: ReportFacts, indicator: IndicatorRow, today: string): MatrixRow {
  const { id, resultId, code, statement, unit, method, baseline, baselineYear, target } = indicator;
  const exact = method === 'computed' && indicator.measure ? measured(facts, indicator.measure, id) : read(facts, indicator);
  const { state, expected } = standing(facts, indicator, exact.cumulative.value, today);
  const small = (value: ReportValue) => withheld(indicator, { value: value.value, numerator: value.numerator ?? 0, denominator: value.denominator }, facts.project.suppressionMinimum);
  const hidden = { period: small(exact.period) || small(difference(exact.cumulative, exact.period)), cumulative: small(exact.cumulative) };
  const shown = { period: hidden.period ? noData : exact.period, cumulative: hidden.cumulative ? noData : exact.cumulative };
  const rounded = expected === null ? null : Math.round(expected * 100) / 100;
  return { id, resultId, code, statement, unit, method, baseline, baselineYear, target, ...shown, withheld: hidden, expected: rounded, state, comment: facts.texts[indicatorKey(id)] ?? '' };
}

/** How the indicator stands at the end of the reported period: that period counts as closed, so that its milestone is what was expected (DOMAIN §2.12). */
function standing(facts: ReportFacts, indicator: IndicatorRow, actual: number | null, today: string) {
  const own = last(facts.periods);
  const periods = facts.periods.map((period) => ({ ...period, closed: period.closed || period.id === own.id }));
  const milestones = new Map(facts.milestones.filter((one) => one.indicatorId === indicator.id).map((one) => [one.periodId, one.value]));
  const { baseline, target, direction } = indicator;
  return assess({ actual, baseline, target, direction, milestones, periods, projectStart: facts.project.startDate, projectEnd: facts.project.endDate, today: own.to < today ? own.to : today });
}

function breakdowns(facts: ReportFacts): Pick<ReportContent, 'bySex' | 'byInstitution'> {
  const { period, before } = split(facts, 'people.uniqueTrained', null);
  const count = (cells: readonly CellRow[], holds: (cell: CellRow) => boolean) => figure(cells.filter(holds), 'count').numerator;
  const rows = <K>(keys: readonly K[], holds: (key: K) => (cell: CellRow) => boolean) =>
    keys.map((key) => ({ key, before: count(before, holds(key)), period: count(period, holds(key)) })).filter((row) => row.before + row.period !== 0 || row.period !== 0);
  // Flat, each institution with its own people, so that no level of the tree gives another away.
  const nodes = inTreeOrder(facts.institutions).map(({ node }) => node);
  const known = new Set(nodes.map((node) => node.id));
  const byId = rows([...nodes.map((node) => node.id), ''], (id) => (cell) => (id === '' ? cell.institutionId === null || !known.has(cell.institutionId) : cell.institutionId === id));
  const name = new Map(nodes.map((node) => [node.id, node.name]));
  const minimum = facts.project.suppressionMinimum;
  return {
    bySex: hideSmall(rows(sexes, (sex) => (cell) => (cell.sex ?? 'not_stated') === sex), minimum),
    byInstitution: hideSmall(byId, minimum).map((row) => ({ ...row, key: name.get(row.key) ?? '' })),
  };
}

/** Activities with the number of people hidden where it is small; a second one of the kind goes with it, because the sum is known. */
function shownActivities(facts: ReportFacts): ReportActivity[] {
  const hidden = new Set(
    (['training', 'meeting'] as const).flatMap((kind) => {
      const own = facts.activities.filter((activity) => activity.kind === kind).map((activity) => ({ activity, value: activity.participants ?? 0 }));
      return suppress(own, facts.project.suppressionMinimum).flatMap((row) => (row.value === null ? [row.activity] : []));
    }),
  );
  return facts.activities.map((activity) => ({ ...activity, participants: hidden.has(activity) ? null : activity.participants, participantsHidden: hidden.has(activity) }));
}

/** The counting rules of everything that the report shows, in the report's language. */
function wordings(facts: ReportFacts): ReportContent['rules']['measures'] {
  const used = new Set([...headlineMeasures, ...facts.indicators.flatMap((indicator) => indicator.measure ?? [])]);
  return [...used].flatMap((key) => {
    const measure = findMeasure(key);
    return measure ? [{ key, ...measure.wording[facts.report.language] }] : [];
  });
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import type { PeriodView, ProjectView } from '@/lib/projects/queries';
import type { Language } from '@/lib/shared/vocabulary';
import { loadFacts } from '../mutations/facts';
import type { ExplainAsked } from '../rules/explain/asked';
import { explain, reasonsOf } from '../rules/explain/explain';
import { explainReadings, type ReadingExplanation } from '../rules/explain/readings';
import { isCounted, type Reason, type Subject, type Verdict } from '../rules/explain/verdict';
import type { MeasureFilter } from '../rules/facts';
import { type FigureValue, figure } from '../rules/figures';
import type { Measure } from '../rules/measure';
import type { Known } from './as-of';
import { type IndicatorDetail, indicatorDetail } from './detail';

export type RecordName = { reference: string; title: string };
/** One thing the measure looked at. `name` null: it has none that this viewer may read; `adds` null: left out, for `reason`. */
export type ExplainedLine = { id: string; subject: Subject['kind']; name: string | null; record: RecordName | null; date: string; n: number; adds: FigureValue | null; reason: (Reason & { before: RecordName | null }) | null };
export type ExplainedFigure = {
  detail: IndicatorDetail;
  period: PeriodView | null;
  /** the figure as the indicator's page shows it */
  shown: FigureValue;
  /** what the records say; the difference to `shown` is what a closed period keeps, or what was restated */
  said: FigureValue;
  restated: number;
  filter: { output: string | null; institution: string | null };
  counted: number;
  leftOut: number;
  reasons: ReturnType<typeof reasonsOf>;
  /** of a computed indicator */
  lines: { rows: ExplainedLine[]; first: number; of: number; before: number | null; after: number | null };
  /** of a reported one */
  readings: ReadingExplanation | null;
};

const size = 50;

/**
 * How the figure of one indicator comes about, or null where there is none for this viewer; a page of lines with the names of people only for who may read them.
 * `known` (with the facts that do not count): how it came about on a day of the past, from the very facts that were counted for it.
 */
export async function explainIndicator(viewer: Viewer, project: ProjectView, code: string, asked: ExplainAsked, language: Language, known: Known | null = null): Promise<ExplainedFigure | null> {
  const detail = await indicatorDetail(viewer, project, code, language, known);
  if (!detail || !project.may('records.read')) return null;
  const line = detail.periods.find(({ period }) => period.id === asked.periodId) ?? null;
  if (asked.periodId !== null && !line) return null;
  const { indicator, measure } = detail;
  const whole: FigureValue = { value: indicator.actual, numerator: indicator.numerator ?? 0, denominator: indicator.denominator, ...(indicator.unvalued && { unvalued: indicator.unvalued }) };
  const frame = { detail, period: line?.period ?? null, shown: line?.own ?? whole, restated: line?.restated ?? 0 };
  if (!measure || detail.asOf === null) return readingsExplained(frame, known?.day ?? project.today, known !== null);
  const filter: MeasureFilter = indicator.filter;
  const facts = known?.facts ?? (await loadFacts(database(), project.id, detail.asOf, 'all'));
  const found = explain(facts, measure, filter, facts.periods.find(({ id }) => id === asked.periodId) ?? null);
  const wanted: Verdict[] = asked.leftOut ? found.leftOut.filter(({ reason }) => asked.reason === null || reason.key === asked.reason) : found.counted;
  const page = pageOf(wanted.sort(byDate), asked.page);
  const names = await namesOf(page.rows, filter, project.may('people.read'));
  return {
    ...frame,
    said: found.figure,
    filter: { output: names.output, institution: filter.institutionId ? detail.institutionName(filter.institutionId) : null },
    counted: found.counted.length,
    leftOut: found.leftOut.length,
    reasons: reasonsOf(found.leftOut),
    lines: { ...page, rows: page.rows.map((verdict, place) => ({ id: String(page.first + place), ...lineOf(verdict, names, { measure, institution: detail.institutionName }) })) },
    readings: null,
  };
}

function readingsExplained(frame: Pick<ExplainedFigure, 'detail' | 'period' | 'shown' | 'restated'>, today: string, ofPast: boolean): ExplainedFigure {
  const { indicator, periods, readings } = frame.detail;
  const { aggregation, unit } = indicator;
  const found = indicator.method === 'reported' && readings ? explainReadings(periods.map(({ period }) => period), readings, { aggregation, unit, today, ofPast }, frame.period?.id ?? null) : null;
  const said = { value: found?.value ?? null, numerator: found?.value ?? 0, denominator: null };
  const none = { rows: [], first: 0, of: 0, before: null, after: null };
  return { ...frame, said, filter: { output: null, institution: null }, counted: found?.counted.length ?? 0, leftOut: found?.leftOut.length ?? 0, reasons: [], lines: none, readings: found };
}

const dateOf = (verdict: Verdict) => (isCounted(verdict) ? verdict.adds.date : verdict.date);
const recordOf = (verdict: Verdict) => (isCounted(verdict) ? verdict.adds.activityId : verdict.activityId);
const key = (verdict: Verdict) => `${dateOf(verdict)} ${recordOf(verdict) ?? ''} ${verdict.subject.id}`;
const byDate = (a: Verdict, b: Verdict) => (key(a) < key(b) ? -1 : 1);

function pageOf(wanted: readonly Verdict[], asked: number) {
  const pages = Math.max(1, Math.ceil(wanted.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { rows: wanted.slice((page - 1) * size, page * size), first: (page - 1) * size + 1, of: wanted.length, before: page > 1 ? page - 1 : null, after: page < pages ? page + 1 : null };
}

type Names = { records: Record<string, RecordName>; people: Record<string, string>; items: Record<string, string>; points: Record<string, string>; decisions: Record<string, string>; output: string | null };

/** Names of what stands on one page, in one statement. */
async function namesOf(rows: readonly Verdict[], filter: MeasureFilter, people: boolean): Promise<Names> {
  const of = (kind: Subject['kind']) => ids(rows.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : [])));
  const records = ids(rows.flatMap((row) => [recordOf(row), isCounted(row) ? null : row.reason.activityId]).filter((id): id is string => typeof id === 'string'));
  const [found] = await database().execute<Names>(sql`select
    (select coalesce(json_object_agg(a.id, json_build_object('reference', a.reference, 'title', a.title)), '{}') from activities a where a.id = any(${records}::uuid[])) as records,
    (select coalesce(json_object_agg(p.id, p.given_name || ' ' || p.family_name), '{}') from people p where ${people} and p.id = any(${of('person')}::uuid[])) as people,
    (select coalesce(json_object_agg(e.id, e.asset_tag || ' ' || e.description), '{}') from equipment_items e where e.id = any(${of('item')}::uuid[])) as items,
    (select coalesce(json_object_agg(t.id, t.number || '. ' || left(t.text, 120)), '{}') from action_points t where t.id = any(${of('actionPoint')}::uuid[])) as points,
    (select coalesce(json_object_agg(d.id, d.number || '. ' || left(d.text, 120)), '{}') from decisions d where d.id = any(${of('decision')}::uuid[])) as decisions,
    (select r.code || ' ' || r.statement from results r where r.id = ${filter.outputId ?? null}) as output`);
  if (!found) throw new Error('a statement without a row');
  return found;
}
const ids = (list: readonly string[]) => `{${[...new Set(list)].join()}}`;

function lineOf(verdict: Verdict, names: Names, { measure, institution }: { measure: Measure; institution: IndicatorDetail['institutionName'] }): Omit<ExplainedLine, 'id'> {
  const { subject } = verdict;
  const activityId = recordOf(verdict);
  const record = (id: string | null | undefined) => (id ? (names.records[id] ?? null) : null);
  const named: Record<Subject['kind'], string | null | undefined> = { record: null, person: names.people[subject.id], item: names.items[subject.id], actionPoint: names.points[subject.id], decision: names.decisions[subject.id], headcount: institution(subject.id), institution: institution(subject.id) };
  const line = { subject: subject.kind, name: named[subject.kind] || null, record: record(activityId), date: dateOf(verdict) };
  if (isCounted(verdict)) return { ...line, n: 1, adds: figure([verdict.adds], measure.unit), reason: null };
  return { ...line, n: verdict.n, adds: null, reason: { ...verdict.reason, before: record(verdict.reason.activityId) } };
}

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { PlacedReason } from '@/lib/guard/schema';
import { institutionTree } from '@/lib/institutions/queries';
import { listPeriods, type ProjectView, visibleProjects } from '@/lib/projects/queries';
import { dateIn } from '@/lib/shared/dates';
import { groupBy } from '@/lib/shared/group-by';
import type { ActivityKind, EvidenceKind, Language, PlanChangeReason, ReadingDimension, ResultLevel, ReviewState, ReviewStep } from '@/lib/shared/vocabulary';
import { findMeasure } from '../rules/catalogue';
import { type FigureValue, figure } from '../rules/figures';
import type { Measure } from '../rules/measure';
import { type Known, projectThen, rowThen } from './as-of';
import { type Breakdown, breakdownOf } from './breakdown';
import { type Parts, partRows, type StoredPart, storedParts } from './parts';
import { figureOf, type IndicatorFigure, indicatorRows, periodFacts } from './figures';
import { type PeriodLine, type PeriodReading, periodLines, type StoredCell } from './period-lines';

export type ContributingRecord = { activityId: string; reference: string; title: string; kind: ActivityKind; onDate: string | null; periodId: string | null; numerator: number; denominator: number | null; /** as of a figure */ unvalued?: number };
/** What proves a reading, oldest first. */
export type ReadingFile = { id: string; kind: EvidenceKind; fileName: string; mediaType: string; size: number; sha256: string; uploadedAt: string; uploadedBy: string };
export type ReadingStep = { step: ReviewStep; note: string | null; by: string; at: string };
/** What the guard found in the words of a reading `d`, with the reasons given (null: not yet). */
export const readingFindings = sql`(select coalesce(json_agg(json_build_object('path', c.path, 'kind', c.kind, 'mark', c.mark, 'reason', c.reason, 'by', b.name) order by c.path, c.mark), '[]')
  from case_confirmations c left join users b on b.id = c.by_user_id where c.reading_id = d.id)`;

export type Reading = {
  id: string;
  periodId: string;
  /** null: words */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  answer: string | null;
  findings: PlacedReason[];
  parts: { dimension: ReadingDimension; key: string; value: number }[];
  readOn: string | null;
  source: string | null;
  comment: string | null;
  reviewState: ReviewState;
  version: number;
  createdBy: string;
  lastEditedBy: string;
  editor: string;
  steps: ReadingStep[];
  files: ReadingFile[];
};
/** One change of an indicator: field → [before, after]. `version`: of its plan; null: only its place in the matrix changed, which is its code and its result. */
export type PlanChange = { version: number | null; changes: Record<string, [unknown, unknown]>; reason: PlanChangeReason | null; note: string | null; by: string | null; at: string };
export type IndicatorDetail = {
  indicator: IndicatorFigure;
  resultLevel: ResultLevel;
  resultStatement: string;
  /** code and statement of results by their id: of those that stand, and of those that its history names and that are gone */
  resultNames: Record<string, string>;
  measure: Measure | null;
  asOf: string | null;
  periods: PeriodLine[];
  /** what lies in no reporting period; null: nothing */
  outside: FigureValue | null;
  breakdown: Breakdown | null;
  /** by place, topic and age band; null: not computed */
  parts: Parts | null;
  institutionName: (id: string | null) => string;
  /** null: this viewer sees no records */
  records: ContributingRecord[] | null;
  /** part of the figure that no activity carries (action points agreed elsewhere) */
  unattached: { numerator: number; denominator: number | null };
  readings: Reading[] | null;
  /** what was changed of the plan, the newest first; null: this viewer sees no names */
  changes: PlanChange[] | null;
};

type Extra = { asOf: string | null; resultLevel: ResultLevel; resultStatement: string; resultNames: Record<string, string>; cells: StoredCell[]; parts: StoredPart[]; records: ContributingRecord[]; readings: Reading[]; approved: PeriodReading[]; changes: PlanChange[]; /** of a day of the past */ names?: { records: Record<string, Pick<ContributingRecord, 'reference' | 'title' | 'kind' | 'onDate'>>; places: Record<string, string> } };

/** One indicator with all that explains its figure, or null where there is none for this viewer. Viewers of aggregates get no records, no readings but approved values, and no small cells. `known`: as on a day of the past, by the plan of then; then they get no breakdown either. */
export async function indicatorDetail(viewer: Viewer, now: ProjectView, code: string, language: Language, known: Known | null = null): Promise<IndicatorDetail | null> {
  const project = known ? projectThen(now, known) : now;
  const scope = sql`projects.id = ${project.id} and ${visibleProjects(viewer)}`;
  const [rows, listed, tree, stored] = await Promise.all([indicatorRows(scope), listPeriods(viewer, project.id), institutionTree(viewer, language), readExtra(scope, code, known && ownOf(known, known.ids.get(code)))]);
  const present = rows.find((candidate) => candidate.code === code);
  if (!present || !stored) return null;
  const [row, periods, extra] = known ? [rowThen(present, known), known.periods(listed), extraThen(stored, present.id, known, project.timeZone)] : [present, listed, stored];
  const aggregatesOnly = seesOnlyAggregates(project.roles);
  const indicator = figureOf(row, project, periodFacts(periods), aggregatesOnly);
  const measure = row.measure ? (findMeasure(row.measure) ?? null) : null;
  const cumulative = extra.cells.filter((cell) => cell.scope === 'cumulative');
  const outside = extra.cells.filter((cell) => cell.scope === 'outside');
  const records = measure ? extra.records.map((record) => ({ ...record, ...addedBy(record, measure) })) : extra.records;
  return {
    indicator,
    resultLevel: extra.resultLevel,
    resultStatement: extra.resultStatement,
    resultNames: extra.resultNames,
    measure,
    asOf: extra.asOf,
    periods: periodLines({ row, measure, periods, cells: extra.cells, approved: extra.approved, today: project.today }, { aggregatesOnly, minimum: project.suppressionMinimum }, indicator.withheld),
    outside: measure && outside.length > 0 && !indicator.withheld ? figure(outside, measure.unit) : null,
    breakdown: measure && row.computed && !(known && aggregatesOnly) ? breakdownOf(measure, cumulative, tree.nodes, { aggregatesOnly, minimum: project.suppressionMinimum }) : null,
    parts: measure && row.computed && !(known && aggregatesOnly) ? partRows(measure, extra.parts, { aggregatesOnly, minimum: project.suppressionMinimum }) : null,
    institutionName: tree.name,
    records: aggregatesOnly ? null : records,
    unattached: restOf(indicator, records),
    readings: aggregatesOnly || row.method === 'computed' ? null : extra.readings,
    changes: aggregatesOnly ? null : actByAct(extra.changes),
  };
}

/** What was known of one indicator. */
function ownOf(known: Known, indicatorId: string | undefined) {
  const own = <T extends { indicatorId: string | null }>(rows: readonly T[]) => rows.filter((row) => row.indicatorId === indicatorId);
  return { cells: own(known.cells), records: own(known.records), parts: own(known.parts), told: own(known.told) };
}

/** What was known on a day in place of what is stored, with the names of records and places. What readings say is today's; of those not handed in by then nothing is shown. */
function extraThen({ names, ...stored }: Extra, indicatorId: string, known: Known, timeZone: string): Extra {
  const by = (at: string) => dateIn(timeZone, new Date(at)) <= known.day;
  const { cells, records, parts, told } = ownOf(known, indicatorId);
  const named = records.flatMap(({ activityId, periodId, numerator, denominator }) => {
    const found = names?.records[activityId];
    return found ? [{ activityId, periodId, numerator, denominator, ...found }] : [];
  });
  return {
    ...stored,
    asOf: known.day,
    cells,
    parts: parts.map((part) => (part.dimension === 'place' && part.key ? { ...part, key: names?.places[part.key] ?? part.key } : part)),
    records: named.sort((a, b) => ((a.onDate ?? '') + a.reference < (b.onDate ?? '') + b.reference ? -1 : 1)),
    approved: told.flatMap(({ periodId, value, numerator, denominator }) => (value === null ? [] : [{ periodId, value, numerator, denominator }])),
    readings: stored.readings.flatMap((reading) => readingThen(reading, known, by)),
    changes: stored.changes.filter(({ at }) => by(at)),
  };
}

function readingThen(reading: Reading, known: Known, by: (at: string) => boolean): Reading[] {
  const reviewState = known.steps.get(reading.id);
  if (!reviewState) return [];
  return [{ ...reading, reviewState, steps: reading.steps.filter(({ at }) => by(at)), files: reading.files.filter(({ uploadedAt }) => by(uploadedAt)) }];
}

/** What one act changed of the plan and of the place in the matrix is one change, the newest first. */
function actByAct(changes: readonly PlanChange[]): PlanChange[] {
  const acts = [...groupBy(changes, ({ at }) => at).values()];
  return acts.flatMap(([first, ...more]) => (first ? [more.reduce((all, one) => ({ ...one, ...all, changes: { ...one.changes, ...all.changes } }), first)] : []));
}

const addedBy = (record: ContributingRecord, measure: Measure) => {
  const { numerator, denominator, unvalued } = figure([record], measure.unit);
  return { numerator, denominator, ...(unvalued && { unvalued }) };
};

function restOf(indicator: IndicatorFigure, records: readonly ContributingRecord[]): IndicatorDetail['unattached'] {
  const sum = (part: 'numerator' | 'denominator') => records.reduce((total, record) => total + (record[part] ?? 0), 0);
  const rest = (total: number | null, part: 'numerator' | 'denominator') => Math.round(((total ?? 0) - sum(part)) * 10_000) / 10_000;
  if (indicator.numerator === null || indicator.method === 'reported') return { numerator: 0, denominator: null };
  return { numerator: rest(indicator.numerator, 'numerator'), denominator: indicator.denominator === null ? null : rest(indicator.denominator, 'denominator') };
}

const ids = (list: readonly (string | null)[]) => `{${[...new Set(list.filter((id) => id !== null))].join()}}`;

/**
 * How the plan of the indicator `i` and its place changed: versions of its plan, and from the trail what the order of the matrix or the removal of a result
 * did to it (those entries hold no version); with the names of the results that stand and, out of the trail, of those it was moved from that are gone.
 */
const pastOf = sql`
  with history as materialized (
    select h.version, h.changes, h.reason, h.note, h.by_user_id as by, h.at from indicator_changes h where h.indicator_id = i.id
    union all
    select null, l.changes, null, null, l.actor_id, l.at from audit_log l where l.entity_id = i.id and l.entity = 'indicators' and not jsonb_exists(l.changes, 'version')
      and (l.changes->'code'->>0 not like '~%' or l.changes->'resultId'->>0 is not null)
  ), gone as (
    select distinct on (l.entity_id) l.entity_id as id, concat_ws(' ', l.changes->'code'->>0, l.changes->'statement'->>0) as name from audit_log l
    where l.entity = 'results' and l.changes->'level'->>0 is not null and l.changes->'level'->>1 is null
      and l.entity_id in (select v::uuid from history x cross join unnest(array[x.changes->'resultId'->>0, x.changes->'resultId'->>1, x.changes->'filter'->0->>'outputId', x.changes->'filter'->1->>'outputId']) v where v is not null)
    order by l.entity_id, l.seq desc
  )
  select (select coalesce(json_agg(json_build_object('version', x.version, 'changes', x.changes, 'reason', x.reason, 'note', x.note, 'by', u.name, 'at', x.at) order by x.at desc, x.version desc nulls last), '[]') from history x left join users u on u.id = x.by) as changes,
    (select coalesce(json_object_agg(n.id, n.name), '{}') from (select * from gone union all select o.id, o.code || ' ' || o.statement from results o where o.project_id = i.project_id) n) as names`;

/** What is stored of an indicator; of a day of the past with the names of what was known then. */
async function readExtra(scope: SQL, code: string, then: ReturnType<typeof ownOf> | null): Promise<Extra | null> {
  const names = then && sql`, json_build_object(
      'records', (select coalesce(json_object_agg(a.id, json_build_object('reference', a.reference, 'title', a.title, 'kind', a.kind, 'onDate', a.on_date)), '{}') from activities a where a.id = any(${ids(then.records.map(({ activityId }) => activityId))}::uuid[])),
      'places', (select coalesce(json_object_agg(p.id, p.name), '{}') from places p where p.id = any(${ids(then.parts.map(({ dimension, key }) => (dimension === 'place' ? key : null)))}::uuid[]))) as names`;
  const [row] = await database().execute<Extra>(sql`
    select r.level as "resultLevel", r.statement as "resultStatement", past.names as "resultNames", (select s.as_of from rollup_states s where s.project_id = i.project_id) as "asOf",
      (select coalesce(json_agg(json_build_object('scope', c.scope, 'periodId', c.period_id, 'institutionId', c.institution_id, 'sex', c.sex, 'restatement', c.restatement,
          'numerator', c.numerator::float8, 'denominator', c.denominator::float8)), '[]') from rollup_cells c where c.indicator_id = i.id) as cells,
      ${storedParts} as parts,
      (select coalesce(json_agg(json_build_object('activityId', a.id, 'reference', a.reference, 'title', a.title, 'kind', a.kind, 'onDate', a.on_date, 'periodId', c.period_id,
          'numerator', c.numerator::float8, 'denominator', c.denominator::float8) order by a.on_date, a.reference), '[]')
        from rollup_records c join activities a on a.id = c.activity_id where c.indicator_id = i.id) as records,
      (select coalesce(json_agg(json_build_object('periodId', d.period_id, 'value', d.value::float8, 'numerator', d.numerator::float8, 'denominator', d.denominator::float8)), '[]') from readings d where d.indicator_id = i.id and d.review_state = 'approved' and d.value is not null) as approved,
      (select coalesce(json_agg(json_build_object('id', d.id, 'periodId', d.period_id, 'value', d.value::float8, 'numerator', d.numerator::float8, 'denominator', d.denominator::float8, 'answer', d.answer,
          'parts', (select coalesce(json_agg(json_build_object('dimension', q.dimension, 'key', q.key, 'value', q.value::float8)), '[]') from reading_parts q where q.reading_id = d.id), 'readOn', d.read_on, 'source', d.source, 'comment', d.comment,
          'reviewState', d.review_state, 'version', d.version, 'createdBy', d.created_by, 'lastEditedBy', d.last_edited_by, 'editor', u.name, 'findings', ${readingFindings},
          'steps', (select coalesce(json_agg(json_build_object('step', s.step, 'note', s.note, 'by', w.name, 'at', s.at) order by s.at desc), '[]')
            from reading_reviews s join users w on w.id = s.by_user_id where s.reading_id = d.id),
          'files', (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'fileName', f.file_name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256, 'uploadedAt', f.uploaded_at, 'uploadedBy', w.name) order by f.uploaded_at, f.id), '[]')
            from reading_files f join users w on w.id = f.uploaded_by where f.reading_id = d.id and f.removed_at is null))), '[]')
        from readings d join users u on u.id = d.last_edited_by where d.indicator_id = i.id) as readings,
      past.changes ${names ?? sql``}
    from indicators i join results r on r.id = i.result_id join projects on projects.id = i.project_id cross join lateral (${pastOf}) past where i.code = ${code} and ${scope}`);
  return row ?? null;
}


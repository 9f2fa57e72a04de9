import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { plannedPerRun, type Reader } from '@/db/client';
import { recordset } from '@/db/recordset';
import { cooperationPairs, firstCounts, frozenCells, indicators, projects, rollupCells, rollupParts, rollupRecords, rollupStates } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { inOrder, together } from '@/lib/shared/together';
import type { IndicatorMethod } from '@/lib/shared/vocabulary';
import { type Plan, type PlanChanges, planBefore } from '../rules/as-of';
import { catalogue } from '../rules/catalogue';
import { type PairRow, pairsOf } from '../rules/cooperation';
import type { CountingFacts, Rollup, RollupCell, Series } from '../rules/facts';
import { rollup } from '../rules/rollup';
import { countingVersion } from '../rules/version';
import { endOfDay, loadFacts } from './facts';

/**
 * Computes all figures of the project anew from its approved records and replaces the roll-up rows, in the caller's transaction and under a
 * lock on the project (DESIGN §6). Called wherever counted facts change. Cells of periods that were once closed come from what was frozen then.
 */
export async function recomputeFigures(work: Pick<ProjectWork, 'tx' | 'project' | 'now' | 'today'>): Promise<void> {
  const { tx, project } = work;
  const [, facts] = await inOrder<[unknown, Read]>(
    () => tx.select({ id: projects.id }).from(projects).where(eq(projects.id, project.id)).for('no key update'),
    () => plannedPerRun(tx, () => readFigures(tx, project.id, work.today)),
  );
  // The server takes the old rows away while the new ones are computed here.
  const emptied = together(...[rollupCells, rollupParts, rollupRecords, firstCounts, cooperationPairs].map((table) => tx.delete(table).where(eq(table.projectId, project.id)).execute()));
  emptied.catch(() => {}); // looked at below
  await new Promise((resolve) => setImmediate(resolve));
  const figures = figuresOf(facts);
  await together(emptied, storeFigures(work, figures));
}

/** Rows of each table in a statement of its own, one after the other without waiting: the server writes one while the next is put together. */
async function storeFigures({ tx, project, now, today }: Pick<ProjectWork, 'tx' | 'project' | 'now' | 'today'>, figures: Figures): Promise<void> {
  const cell = sql`measure text, "indicatorId" uuid, scope text, "periodId" uuid, "institutionId" uuid, sex text, restatement boolean, numerator numeric, denominator numeric`;
  const part = sql`measure text, "indicatorId" uuid, dimension text, key text, overlap boolean, numerator numeric, denominator numeric`;
  const record = sql`measure text, "indicatorId" uuid, "activityId" uuid, scope text, "periodId" uuid, numerator numeric, denominator numeric`;
  const count = sql`"personId" uuid, "activityId" uuid, "countedOn" date, "periodId" uuid, "institutionId" uuid, sex text`;
  const pair = sql`level text, "periodId" uuid, kind text, a text, b text, restricted boolean, events int, people int, women int`;
  const state = { computedAt: now, asOf: today, version: countingVersion };
  await inOrder(
    () => tx.execute(sql`insert into rollup_cells (project_id, measure, indicator_id, scope, period_id, institution_id, sex, restatement, numerator, denominator)
      select ${project.id}, measure, "indicatorId", scope, "periodId", "institutionId", sex, restatement, numerator, denominator from ${recordset(figures.cells)} as r(${cell})`).execute(),
    () => tx.execute(sql`insert into rollup_parts (project_id, measure, indicator_id, dimension, key, overlap, numerator, denominator)
      select ${project.id}, measure, "indicatorId", dimension, key, overlap, numerator, denominator from ${recordset(figures.parts)} as r(${part})`).execute(),
    () => tx.execute(sql`insert into rollup_records (project_id, measure, indicator_id, activity_id, scope, period_id, numerator, denominator)
      select ${project.id}, measure, "indicatorId", "activityId", scope, "periodId", numerator, denominator from ${recordset(figures.records)} as r(${record})`).execute(),
    () => tx.execute(sql`insert into first_counts (project_id, person_id, activity_id, counted_on, period_id, institution_id, sex)
      select ${project.id}, "personId", "activityId", "countedOn", "periodId", "institutionId", sex from ${recordset(figures.firstCounts)} as r(${count})`).execute(),
    () => tx.execute(sql`insert into cooperation_pairs (project_id, level, period_id, kind, a, b, restricted, events, people, women)
      select ${project.id}, level, "periodId", kind, a, b, restricted, events, people, women from ${recordset(figures.pairs)} as r(${pair})`).execute(),
    () => tx.insert(rollupStates).values({ projectId: project.id, ...state }).onConflictDoUpdate({ target: rollupStates.projectId, set: state }).execute(),
  );
}

/** All figures of a project as its records give them on a day, stored nowhere: what the stored ones must equal. */
export const freshFigures = async (reader: Reader, projectId: string, today: string): Promise<Figures> => figuresOf(await readFigures(reader, projectId, today));

type Figures = Rollup & { pairs: PairRow[] };
type Read = [facts: CountingFacts, series: Series[], frozen: RollupCell[]];
const readFigures = (reader: Reader, projectId: string, today: string): Promise<Read> =>
  together<Read>(loadFacts(reader, projectId, today), seriesOf(reader, projectId), frozenOf(reader, projectId));
// Pairs are no reported figures, so closing a period freezes none of them.
const figuresOf = ([facts, series, frozen]: Read): Figures => ({ ...rollup(facts, series, frozen), pairs: pairsOf(facts) });

type Planned = { id: string; code: string; method: IndicatorMethod; measure: string | null; filter: Series['filter']; later: PlanChanges[]; /** entered into the plan after that day */ added: boolean };
/** `closed`: the periods first closed by then; `ids`: of the indicators, by code; `plans`: of each indicator what was otherwise in its plan; `added`: those that were planned later. */
type KnownFigures = Rollup & { facts: CountingFacts; closed: Set<string>; ids: Map<string, string>; plans: Map<string, Partial<Plan>>; added: Set<string> };

/**
 * All figures of a project as they were known on a day of the past, stored nowhere: what had ended by then and was approved by its end, counted by the
 * measures and filters that were planned then, and of periods first closed by then exactly what they said (DOMAIN §2.3). Contents of records, the
 * tree of institutions and merges are today's. `reach` 'all': with the facts that do not count, for an explanation.
 */
export async function figuresKnownOn(reader: Reader, project: { id: string; timeZone: string }, day: string, reach: 'counted' | 'all' = 'counted'): Promise<KnownFigures> {
  const end = endOfDay(day, project.timeZone);
  const plan = reader.execute<{ planned: Planned[]; frozen: RollupCell[] }>(sql`select
    (select coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'method', i.method, 'measure', i.measure, 'filter', i.filter,
        'later', (select coalesce(json_agg(h.changes order by h.version), '[]') from indicator_changes h where h.indicator_id = i.id and h.at >= ${end}),
        'added', coalesce((select l.at >= ${end} from audit_log l where l.entity_id = i.id and l.entity = 'indicators' order by l.seq limit 1), false))), '[]')
      from indicators i where i.project_id = ${project.id}) as planned,
    (select coalesce(json_agg(json_build_object('measure', f.measure, 'indicatorId', f.indicator_id, 'scope', f.scope, 'periodId', f.period_id, 'institutionId', f.institution_id, 'sex', f.sex, 'restatement', false,
      'numerator', f.numerator::float8, 'denominator', f.denominator::float8)), '[]') from frozen_cells f where f.project_id = ${project.id}) as frozen`);
  const [facts, [stored]] = await together(loadFacts(reader, project.id, day, reach, end), plan);
  const closed = new Set(facts.periods.flatMap((period) => (period.closed ? [period.id] : [])));
  const frozen = (stored?.frozen ?? []).filter(({ periodId }) => periodId !== null && closed.has(periodId));
  const rows = stored?.planned ?? [];
  const plans = new Map(rows.map(({ id, later }) => [id, planBefore(later)]));
  const computed = rows.map(({ id, method, measure, filter }) => ({ indicatorId: id, method, measure, filter, ...plans.get(id) })).filter(({ method }) => method === 'computed');
  return { ...rollup(facts, everySeries(computed), frozen), facts, closed, ids: new Map(rows.map(({ id, code }) => [code, id])), plans, added: new Set(rows.flatMap(({ id, added }) => (added ? [id] : []))) };
}

/** Every computed indicator of the project, and every measure of the catalogue over the whole project. */
async function seriesOf(reader: Reader, projectId: string): Promise<Series[]> {
  const rows = await reader
    .select({ indicatorId: indicators.id, measure: indicators.measure, filter: indicators.filter })
    .from(indicators)
    .where(and(eq(indicators.projectId, projectId), eq(indicators.method, 'computed')));
  return everySeries(rows);
}

function everySeries(rows: readonly { indicatorId: string; measure: string | null; filter: Series['filter'] }[]): Series[] {
  const known = new Set(catalogue.map((measure) => measure.key));
  const own = rows.flatMap(({ indicatorId, measure, filter }) => (measure && known.has(measure) ? [{ indicatorId, measure, filter }] : []));
  return [...catalogue.map((measure) => ({ measure: measure.key, indicatorId: null, filter: {} })), ...own];
}

async function frozenOf(reader: Reader, projectId: string): Promise<RollupCell[]> {
  const rows = await reader.select().from(frozenCells).where(eq(frozenCells.projectId, projectId));
  return rows.map((row) => ({ ...row, restatement: false, numerator: Number(row.numerator), denominator: row.denominator === null ? null : Number(row.denominator) }));
}

/** Takes the stored figures of a period away, before the period itself goes; they are computed anew without it. */
export async function forgetPeriod({ tx, project }: ProjectWork, periodId: string): Promise<void> {
  for (const table of [rollupCells, rollupRecords, cooperationPairs]) await tx.delete(table).where(and(eq(table.projectId, project.id), eq(table.periodId, periodId)));
  await tx.update(firstCounts).set({ periodId: null }).where(and(eq(firstCounts.projectId, project.id), eq(firstCounts.periodId, periodId)));
}

/** Freezes the cells of a period that is being closed for the first time, restatements included: from now on they never move (DOMAIN §2.3). */
export async function freezePeriod(work: ProjectWork, periodId: string): Promise<void> {
  await work.tx.execute(sql`
    insert into frozen_cells (project_id, measure, indicator_id, scope, period_id, institution_id, sex, numerator, denominator)
    select project_id, measure, indicator_id, scope, period_id, institution_id, sex, sum(numerator), sum(denominator) from rollup_cells
    where project_id = ${work.project.id} and scope = 'period' and period_id = ${periodId} group by 1, 2, 3, 4, 5, 6, 7`);
  // A zero per series says that the series was there: only then is what turns up later a restatement.
  const zero = { projectId: work.project.id, scope: 'period' as const, periodId, institutionId: null, sex: null, numerator: '0', denominator: null };
  await work.tx.insert(frozenCells).values((await seriesOf(work.tx, work.project.id)).map(({ measure, indicatorId }) => ({ ...zero, measure, indicatorId })));
}

import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { indicators, milestones } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { institutionTree } from '@/lib/institutions/queries';
import { inTreeOrder } from '@/lib/institutions/rules';
import { listPeriods } from '@/lib/projects/queries';
import { plainText } from '@/lib/shared/fields';
import type { Disaggregation, Language } from '@/lib/shared/vocabulary';
import { catalogue } from '../rules/catalogue';
import type { FilterSpec } from '../rules/filters';
import type { Measure } from '../rules/measure';
import { reachEnd } from '../rules/milestones';
import type { SaveIndicatorForm } from '../schema/indicator';

export type MeasureChoice = { key: string; label: string; rule: string; unit: Measure['unit']; filters: FilterSpec };
export type IndicatorPlan = {
  values: SaveIndicatorForm;
  /** changes need a reason */
  hasFigures: boolean;
  periods: { id: string; name: string }[];
  /** the periods reach to the end of the project */
  wholeTime: boolean;
  measures: MeasureChoice[];
  institutions: { value: string; label: string }[];
  /** topics of the project's trainings so far, and the one that it counts */
  topics: string[];
};
type Row = typeof indicators.$inferSelect;

/** The reference sheet of an indicator, or an empty one below a result, with what its form offers; null where this viewer may not plan or there is no such indicator. */
export async function indicatorPlan(viewer: Viewer, { id: projectId, endDate }: { id: string; endDate: string | null }, which: { id: string } | { newId: string; resultId: string }, language: Language): Promise<IndicatorPlan | null> {
  if (!may(rolesIn(viewer, projectId), 'plan.write')) return null;
  const [stored, periods, tree, topics] = await Promise.all(['id' in which ? readSheet(projectId, which.id) : null, listPeriods(viewer, projectId), institutionTree(viewer, language), topicsOf(projectId)]);
  if ('id' in which && !stored) return null;
  const planned = (periodId: string) => stored?.milestones.find((milestone) => milestone.periodId === periodId)?.value ?? null;
  const sheet = stored ? sheetOf(stored.row) : { ...emptySheet, ...('resultId' in which ? { id: which.newId, resultId: which.resultId } : { id: '', resultId: '' }) };
  return {
    values: { projectId, ...sheet, milestones: periods.map((period) => ({ periodId: period.id, value: number(planned(period.id)) })), reason: '', note: '' },
    hasFigures: stored?.hasFigures ?? false,
    periods: periods.map(({ id, name }) => ({ id, name })),
    wholeTime: reachEnd(periods, endDate),
    measures: catalogue.map(({ key, wording, unit, filters }) => ({ key, ...wording[language], unit, filters })),
    institutions: inTreeOrder(tree.nodes).map(({ node, depth }) => ({ value: node.id, label: `${'– '.repeat(depth)}${tree.name(node.id)}` })),
    // One that no training has yet came with a file: a choice without it would lose it.
    topics: [...new Set([...topics, ...[stored?.row.filter.topic ?? []].flat()])],
  };
}

const number = (value: string | null) => (value === null ? '' : plainText(Number(value)));
const noFilter = { regional: '' as const, outputId: '', institutionId: '', type: '', topic: '' };
/** The direction of a new one is asked for: a target means nothing without it. */
const emptySheet = {
  ...{ version: null, statement: '', definition: '', unit: '', direction: '' as 'increase', method: 'computed' as const, measure: '', filter: noFilter, aggregation: 'sum' as const },
  ...{ baseline: '', baselineYear: '', target: '', source: '', collectionMethod: '', frequency: '' as const, responsible: '', disaggregateBy: [] },
};

function sheetOf(row: Row) {
  const { id, version, resultId, statement, unit, direction, method, aggregation } = row;
  const { regional, ...narrow } = row.filter;
  return {
    ...{ id, version, resultId, statement, unit, direction, method, aggregation, measure: row.measure ?? '', definition: row.definition ?? '' },
    filter: { ...noFilter, ...narrow, regional: regional === undefined ? ('' as const) : regional ? ('yes' as const) : ('no' as const) },
    ...{ baseline: number(row.baseline), baselineYear: row.baselineYear === null ? '' : String(row.baselineYear), target: number(row.target) },
    ...{ source: row.source ?? '', collectionMethod: row.collectionMethod ?? '', frequency: row.frequency ?? ('' as const), responsible: row.responsible ?? '', disaggregateBy: row.disaggregateBy as Disaggregation[] },
  };
}

async function readSheet(projectId: string, id: string) {
  const figures = sql<boolean>`exists (select from readings where indicator_id = ${id}) or exists (select from rollup_cells where indicator_id = ${id}) or exists (select from frozen_cells where indicator_id = ${id})`;
  const [[found], planned] = await Promise.all([
    database().select({ row: indicators, hasFigures: figures }).from(indicators).where(and(eq(indicators.id, id), eq(indicators.projectId, projectId))),
    database().select({ periodId: milestones.periodId, value: milestones.value }).from(milestones).where(and(eq(milestones.indicatorId, id), eq(milestones.projectId, projectId))),
  ]);
  return found ? { ...found, milestones: planned } : null;
}

async function topicsOf(projectId: string): Promise<string[]> {
  const rows = await database().execute<{ topic: string }>(sql`select distinct t.topic from training_topics t join activities a on a.id = t.activity_id where a.project_id = ${projectId} order by 1 limit 200`);
  return rows.map(({ topic }) => topic);
}

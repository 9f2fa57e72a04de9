import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { indicatorChanges, indicators, milestones, reportingPeriods, results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { changesBetween } from '@/lib/audit/rules';
import { assertInstitutions } from '@/lib/projects/mutations';
import { lockMatrix, renumber } from '@/lib/results/mutations/renumber';
import { plainText } from '@/lib/shared/fields';
import { notFound, Refusal } from '@/lib/shared/result';
import { filterOf, guardedFields, planIssues } from '../rules/plan';
import type { SaveIndicatorInput } from '../schema/indicator';
import { recomputeFigures } from './recompute';

type Row = typeof indicators.$inferSelect;
type Facts = Omit<typeof indicators.$inferInsert, 'id' | 'projectId' | 'code' | 'position' | 'version'>;
type Milestone = { periodId: string; value: number };
export type SavedIndicator = { id: string; version: number };

/**
 * Adds an indicator at the end of its result's, or changes the version that was seen; figures follow at once. Refuses what the plan's rules refuse
 * (by field), results, periods and institutions of elsewhere, a change of what figures rest on without a reason (reasonNeeded), another measure once
 * a period was closed with the old one (measureFrozen), and a newer version (stale, with the indicator as it stands). DOMAIN §2.3, §4.
 */
export async function saveIndicator(work: ProjectWork, input: SaveIndicatorInput): Promise<SavedIndicator> {
  await lockMatrix(work);
  const before = input.version === null ? null : await editable(work, input);
  await assertPlan(work, input);
  const facts = factsOf(input);
  const planned = input.milestones.flatMap(({ periodId, value }) => (value === null ? [] : [{ periodId, value }]));
  return before ? change(work, before, input, facts, planned) : add(work, input, facts, planned);
}

async function editable(work: ProjectWork, input: SaveIndicatorInput): Promise<Row> {
  const [row] = await work.tx.select().from(indicators).where(and(eq(indicators.id, input.id), eq(indicators.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version === input.version) return row;
  const { statement, definition, unit, direction, method, baseline, target, source, collectionMethod, responsible } = row;
  const values = { statement, definition: definition ?? '', unit, direction, method, baseline: baseline === null ? '' : plainText(Number(baseline)), target: target === null ? '' : plainText(Number(target)), source: source ?? '', collectionMethod: collectionMethod ?? '', responsible: responsible ?? '' };
  throw new Refusal('stale', { current: { id: row.id, version: row.version, values, ...(await lastChange(work.tx, row.id)) } });
}
const text = (value: string | null) => (value === null ? '' : String(Number(value)));

async function assertPlan(work: ProjectWork, input: SaveIndicatorInput): Promise<void> {
  const issues = planIssues(input);
  if (Object.keys(issues).length > 0) throw new Refusal('invalid', { fieldErrors: issues });
  const own = await work.tx.select({ id: results.id, level: results.level }).from(results).where(eq(results.projectId, work.project.id));
  if (!own.some((row) => row.id === input.resultId)) throw new Refusal('noSuchResult', { field: 'resultId' });
  const { outputId, institutionId } = input.filter;
  if (outputId !== null && !own.some((row) => row.id === outputId && row.level === 'output')) throw new Refusal('noSuchResult', { field: 'filter.outputId' });
  await assertInstitutions(work, [institutionId], 'filter.institutionId');
  const periodIds = input.milestones.map(({ periodId }) => periodId);
  const periods = periodIds.length === 0 ? [] : await work.tx.select({ id: reportingPeriods.id }).from(reportingPeriods).where(and(eq(reportingPeriods.projectId, work.project.id), inArray(reportingPeriods.id, periodIds)));
  if (periods.length < periodIds.length) throw new Refusal('invalid', { fieldErrors: { milestones: 'invalid' } });
}

function factsOf(input: SaveIndicatorInput): Facts {
  const { projectId: _project, id: _id, version: _version, milestones: _milestones, reason: _reason, note: _note, ...said } = input;
  const computed = input.method === 'computed';
  const exact = (value: number | null) => (value === null ? null : String(value));
  return { ...said, measure: computed ? input.measure : null, filter: computed ? filterOf(input.filter) : {}, baseline: exact(input.baseline), target: exact(input.target) };
}

async function add(work: ProjectWork, input: SaveIndicatorInput, facts: Facts, planned: Milestone[]): Promise<SavedIndicator> {
  const [last] = await work.tx.select({ position: sql<number>`coalesce(max(${indicators.position}), -1)::int` }).from(indicators).where(eq(indicators.resultId, input.resultId));
  // The code is a stand-in until the renumbering below.
  await work.tx.insert(indicators).values({ ...facts, id: input.id, projectId: work.project.id, position: (last?.position ?? -1) + 1, code: `~${input.id.slice(-12)}` });
  await plan(work, input.id, planned);
  work.audit.add('indicators', input.id, {}, { ...facts, milestones: planned });
  await renumber(work);
  if (input.method === 'computed') await recomputeFigures(work);
  return { id: input.id, version: 1 };
}

async function change(work: ProjectWork, before: Row, input: SaveIndicatorInput, facts: Facts, planned: Milestone[]): Promise<SavedIndicator> {
  const old = await comparable(work, before, Object.keys(facts));
  const changes = changesBetween('indicators', old, { ...facts, milestones: byPeriod(planned) }) as Record<string, [unknown, unknown]>;
  if (Object.keys(changes).length === 0) return { id: before.id, version: before.version };
  const asked = guardedFields.some((field) => field in changes) && (await hasFigures(work, before.id));
  if (asked) await assertChange(work, before, input, changes);
  const version = before.version + 1;
  const position = 'resultId' in changes ? before.position + 1000 : before.position;
  await work.tx.update(indicators).set({ ...facts, position, version }).where(eq(indicators.id, before.id));
  await plan(work, before.id, planned);
  const why = input.reason && input.note ? { reason: input.reason, note: input.note } : { reason: null, note: null };
  await work.tx.insert(indicatorChanges).values({ indicatorId: before.id, version, changes, ...why, byUserId: work.actor?.id ?? null, at: work.now });
  work.audit.add('indicators', before.id, { ...old, version: before.version }, { ...facts, milestones: byPeriod(planned), version }, why.note);
  if ('resultId' in changes) await renumber(work);
  if (['method', 'measure', 'filter'].some((field) => field in changes)) await recomputeFigures(work);
  return { id: before.id, version };
}

/**
 * Another filter for an indicator whose output was taken over by another: a version of its plan. Refuses one that has figures without a reason and words
 * (reasonNeeded). Figures are the caller's to compute anew.
 */
export async function changeFilter(work: ProjectWork, before: Pick<Row, 'id' | 'version' | 'filter'>, filter: Row['filter'], { reason, note }: Pick<SaveIndicatorInput, 'reason' | 'note'>): Promise<void> {
  const changes: Record<string, [unknown, unknown]> = { filter: [before.filter, filter] };
  if (await hasFigures(work, before.id)) assertReason({ reason, note });
  const version = before.version + 1;
  await work.tx.update(indicators).set({ filter, version }).where(eq(indicators.id, before.id));
  const why = reason && note ? { reason, note } : { reason: null, note: null };
  await work.tx.insert(indicatorChanges).values({ indicatorId: before.id, version, changes, ...why, byUserId: work.actor?.id ?? null, at: work.now });
  work.audit.add('indicators', before.id, { filter: before.filter, version: before.version }, { filter, version }, why.note);
}

async function assertChange(work: ProjectWork, before: Row, input: SaveIndicatorInput, changes: Record<string, unknown>): Promise<void> {
  if (('method' in changes || 'measure' in changes) && (await isFrozen(work, before.id))) throw new Refusal('measureFrozen', { field: 'measure' });
  assertReason(input);
}

function assertReason({ reason, note }: Pick<SaveIndicatorInput, 'reason' | 'note'>): void {
  if (reason && note) return;
  throw new Refusal('reasonNeeded', { fieldErrors: { ...(reason ? {} : { reason: 'required' }), ...(note ? {} : { note: 'required' }) } });
}

/** The row as the form's facts write it, so that only what was changed differs. */
async function comparable(work: ProjectWork, row: Row, fields: readonly string[]): Promise<Record<string, unknown>> {
  const stored = await work.tx.select({ periodId: milestones.periodId, value: milestones.value }).from(milestones).where(eq(milestones.indicatorId, row.id));
  const numbers = { baseline: row.baseline === null ? null : text(row.baseline), target: row.target === null ? null : text(row.target) };
  const facts = { ...row, ...numbers };
  return { ...Object.fromEntries(fields.map((field) => [field, facts[field as keyof Row]])), milestones: byPeriod(stored.map(({ periodId, value }) => ({ periodId, value: Number(value) }))) };
}
const byPeriod = (planned: readonly Milestone[]) => Object.fromEntries(planned.map(({ periodId, value }) => [periodId, value]));

async function plan(work: ProjectWork, indicatorId: string, planned: readonly Milestone[]): Promise<void> {
  await work.tx.delete(milestones).where(eq(milestones.indicatorId, indicatorId));
  if (planned.length > 0) await work.tx.insert(milestones).values(planned.map(({ periodId, value }) => ({ projectId: work.project.id, indicatorId, periodId, value: String(value) })));
}

/** Does anything rest on this indicator: a reading, a computed figure, or what was frozen of it? */
async function hasFigures(work: ProjectWork, indicatorId: string): Promise<boolean> {
  const [found] = await work.tx.execute<{ has: boolean }>(sql`select exists (select from readings where indicator_id = ${indicatorId}) or exists (select from rollup_cells where indicator_id = ${indicatorId}) or exists (select from frozen_cells where indicator_id = ${indicatorId}) as has`);
  return found?.has ?? false;
}

/** Was a period closed with figures of this indicator? They never move (DOMAIN §2.3), so its measure stays. */
async function isFrozen(work: ProjectWork, indicatorId: string): Promise<boolean> {
  const [found] = await work.tx.execute<{ frozen: boolean }>(sql`select exists (select from frozen_cells where indicator_id = ${indicatorId})
    or exists (select from readings d join reporting_periods p on p.id = d.period_id where d.indicator_id = ${indicatorId} and d.review_state = 'approved' and p.frozen_at is not null) as frozen`);
  return found?.frozen ?? false;
}

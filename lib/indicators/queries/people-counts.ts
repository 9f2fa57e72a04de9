import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { rollupCells } from '@/db/schema';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { listPeriods, type PeriodView, type ProjectView } from '@/lib/projects/queries';
import type { Sex } from '@/lib/shared/vocabulary';
import { loadFacts } from '../mutations/facts';
import { findMeasure } from '../rules/catalogue';
import type { CountingFacts } from '../rules/facts';
import { indexOf } from '../rules/index-of-facts';
import { attendees } from '../rules/people';
import { type BreakdownRow, breakdownOf, type Cell } from './breakdown';

const keys = { newInPeriod: 'people.uniqueTrained', participations: 'people.participations', attendances: 'people.attendances', unnamed: 'people.unnamed' } as const;
type Counted = 'unique' | keyof typeof keys;
const counted: readonly Counted[] = ['unique', 'newInPeriod', 'participations', 'attendances', 'unnamed'];

/** One line of a breakdown; a number is null where it is too small to be shown to this viewer. */
export type CountLine = Record<Counted, number | null>;
export type PeopleCounts = Record<Counted, number> & {
  from: string | null;
  to: string | null;
  threshold: number;
  bySex: ({ sex: Sex } & CountLine)[];
  byInstitution: ({ institutionId: string | null; depth: number } & CountLine)[];
};

/**
 * People trained between two days (both included; null: from the start, up to today), by DOMAIN §2: unique people, those first counted in the span,
 * participations (named), attendances, unnamed headcount. A span of whole reporting periods takes its counts from the roll-up, so that closed
 * periods never move. Viewers of aggregates get exact totals; small cells are hidden, and in a span all cells are, since spans could be subtracted.
 */
export async function peopleCounts(viewer: Viewer, project: ProjectView, span: { from: string | null; to: string | null }): Promise<PeopleCounts> {
  const [facts, periods] = await Promise.all([loadFacts(database(), project.id, project.today), listPeriods(viewer, project.id)]);
  const whole = span.from === null && span.to === null ? null : spanOfPeriods(periods, span);
  const rolled = whole ? await readCells(project.id, whole) : null;
  const cells = Object.fromEntries(counted.map((name) => [name, name === 'unique' ? uniqueCells(facts, span) : (rolled?.get(keys[name]) ?? factCells(facts, keys[name], span))])) as Record<Counted, Cell[]>;
  const aggregatesOnly = seesOnlyAggregates(project.roles);
  const sight = { aggregatesOnly, minimum: project.suppressionMinimum };
  const lines = counted.map((name) => [name, linesOf(keys[name === 'unique' ? 'newInPeriod' : name], cells[name], facts, sight)] as const);
  const frame = linesOf(keys.newInPeriod, Object.values(cells).flat(), facts, sight);
  const hideAll = aggregatesOnly && (span.from !== null || span.to !== null);
  const join = (part: 'sex' | 'institution') => joined(frame[part] ?? [], lines.map(([name, found]) => [name, found[part] ?? []] as const), hideAll);
  return {
    ...span,
    ...(Object.fromEntries(counted.map((name) => [name, cells[name].reduce((sum, cell) => sum + cell.numerator, 0)])) as Record<Counted, number>),
    threshold: facts.threshold,
    bySex: join('sex').map(({ key, depth: _depth, ...line }) => ({ sex: key as Sex, ...line })),
    byInstitution: join('institution').map(({ key, ...line }) => ({ institutionId: key, ...line })),
  };
}

const within = (span: { from: string | null; to: string | null }, date: string) => (span.from === null || date >= span.from) && (span.to === null || date <= span.to);

/** The periods that make up the span exactly, or null where it cuts one or leaves a gap. */
function spanOfPeriods(periods: readonly PeriodView[], { from, to }: { from: string | null; to: string | null }): string[] | null {
  const inside = periods.filter((period) => period.from >= (from ?? '') && period.to <= (to ?? '9999'));
  const reaches = inside.length > 0 && inside[0]?.from === from && inside.at(-1)?.to === to;
  return reaches ? inside.map((period) => period.id) : null;
}

async function readCells(projectId: string, periodIds: string[]): Promise<Map<string, Cell[]>> {
  const { measure, institutionId, sex, numerator } = rollupCells;
  const rows = await database()
    .select({ measure, institutionId, sex, numerator })
    .from(rollupCells)
    .where(and(eq(rollupCells.projectId, projectId), isNull(rollupCells.indicatorId), eq(rollupCells.scope, 'period'), inArray(rollupCells.periodId, periodIds), inArray(measure, Object.values(keys))));
  const cells = rows.map((row) => ({ ...row, numerator: Number(row.numerator), denominator: null }));
  return new Map(Object.values(keys).map((key) => [key, cells.filter((cell) => cell.measure === key)]));
}

const factCells = (facts: CountingFacts, key: string, span: { from: string | null; to: string | null }): Cell[] =>
  (findMeasure(key)?.contributions(facts, {}, facts.today) ?? []).filter((row) => within(span, row.date));

// Each person once, where they stood at their first training in the span.
function uniqueCells(facts: CountingFacts, span: { from: string | null; to: string | null }): Cell[] {
  const first = new Map<string, Cell>();
  for (const { activity, row } of attendees(indexOf(facts), 'training', {}, facts.today)) {
    if (within(span, activity.endDate) && !first.has(row.personId)) first.set(row.personId, { institutionId: row.institutionId, sex: row.sex, numerator: 1, denominator: null });
  }
  return [...first.values()];
}

function linesOf(key: string, cells: readonly Cell[], facts: CountingFacts, sight: { aggregatesOnly: boolean; minimum: number }) {
  return breakdownOf({ key, unit: 'count', dimensions: ['sex', 'institution'] }, cells, facts.institutions, sight);
}

type Line = { key: string | null; depth: number } & CountLine;
/** The breakdowns of all counts side by side, a line for each key of `frame`. */
function joined(frame: readonly BreakdownRow[], parts: readonly (readonly [Counted, BreakdownRow[]])[], hideAll: boolean): Line[] {
  const lines = new Map<string | null, Line>(frame.map(({ key, depth }) => [key, { key, depth, unique: 0, newInPeriod: 0, participations: 0, attendances: 0, unnamed: 0 }]));
  for (const [name, rows] of parts) {
    for (const row of rows) Object.assign(lines.get(row.key) ?? {}, { [name]: hideAll && row.value !== 0 ? null : row.value });
  }
  return [...lines.values()];
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { PeriodView, ProjectView } from '@/lib/projects/queries';
import type { ReviewStep } from '@/lib/shared/vocabulary';
import { endOfDay } from '../mutations/facts';
import { figuresKnownOn } from '../mutations/recompute';
import type { Amounts } from '../rules/figures';
import type { Plan } from '../rules/as-of';
import type { CountingFacts, PartCell, RollupCell, RollupRecord } from '../rules/facts';
import type { IndicatorRow } from './figures';
import type { PastRow } from './trends';

type Told = { indicatorId: string; periodId: string; value: number | null; numerator: number | null; denominator: number | null; answer: string | null };
/** Where the review of a reading stood at the end of that day. */
type ReadingThen = Told & { id: string; step: ReviewStep };
/** The figures of a project as they were known on a day of the past. */
export type Known = {
  day: string;
  cells: RollupCell[];
  parts: PartCell[];
  records: RollupRecord[];
  /** what was counted, and for an explanation also what was not */
  facts: CountingFacts;
  /** readings approved by then, in order of their periods */
  told: Told[];
  /** where each reading stood that had been handed in by then */
  steps: Map<string, ReviewStep>;
  /** the indicators by code */
  ids: Map<string, string>;
  /** of each indicator what was otherwise in its plan: target, baseline, milestones, measure, filter … */
  plans: Map<string, Partial<Plan>>;
  /** indicators that were entered into the plan later; they stand with their first plan */
  added: Set<string>;
  /** records and readings that counted then and were reopened or approved anew since: they are counted as they stand now */
  changed: number;
  /** periods as they stood then: closed are those first closed by then */
  periods: (now: readonly PeriodView[]) => PeriodView[];
};

/** What was known on a day: records that had ended and were approved by its end, closed periods as they stood, readings approved by then, plans as they were. `reach` 'all': with the facts that do not count. null for who reads no figures. */
export async function knownOn(viewer: Viewer, project: ProjectView, day: string, reach: 'counted' | 'all' = 'counted'): Promise<Known | null> {
  if (!may(rolesIn(viewer, project.id), 'figures.read')) return null;
  const end = endOfDay(day, project.timeZone);
  const lastStep = (table: 'reviews' | 'reading_reviews', of: 'activity_id' | 'reading_id', id: string) =>
    sql`(select s.step from ${sql.raw(table)} s where s.${sql.raw(of)} = ${sql.raw(id)} and s.at < ${end} order by s.at desc, s.id desc limit 1)`;
  const [found, [row]] = await Promise.all([
    figuresKnownOn(database(), project, day, reach),
    database().execute<{ read: ReadingThen[]; changed: number }>(sql`
      with read as materialized (
        select r.id, r.indicator_id, r.period_id, r.value::float8 as value, r.numerator::float8 as numerator, r.denominator::float8 as denominator, r.answer, p.from_date, ${lastStep('reading_reviews', 'reading_id', 'r.id')} as step
        from readings r join reporting_periods p on p.id = r.period_id where r.project_id = ${project.id}
      )
      select (select coalesce(json_agg(json_build_object('id', t.id, 'indicatorId', t.indicator_id, 'periodId', t.period_id, 'value', t.value, 'numerator', t.numerator, 'denominator', t.denominator, 'answer', t.answer, 'step', t.step) order by t.from_date), '[]') from read t where t.step is not null) as read,
        (select count(*) from read t where t.step = 'approved' and exists (select from reading_reviews s where s.reading_id = t.id and s.at >= ${end}))::int
          + (select count(*) from activities a where a.project_id = ${project.id} and a.on_date <= ${day} and exists (select from reviews s where s.activity_id = a.id and s.at >= ${end}) and ${lastStep('reviews', 'activity_id', 'a.id')} = 'approved')::int as changed`),
  ]);
  const { cells, parts, records, facts, closed, ids, plans, added } = found;
  const read = row?.read ?? [];
  return { day, cells, parts, records, facts, ids, plans, added, told: read.filter(({ step }) => step === 'approved'), steps: new Map(read.map(({ id, step }) => [id, step])), changed: row?.changed ?? 0, periods: (now) => now.map((period) => ({ ...period, closed: closed.has(period.id), frozen: closed.has(period.id) })) };
}

const summed = (cells: readonly Amounts[]): { numerator: number; denominator: number | null } => {
  const parts = cells.flatMap(({ denominator }) => denominator ?? []);
  return { numerator: cells.reduce((sum, cell) => sum + cell.numerator, 0), denominator: parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : null };
};

/** The row of an indicator as it was planned then, with what was known of it. */
export function rowThen(row: IndicatorRow, known: Known): IndicatorRow {
  const told = known.told.filter(({ indicatorId }) => indicatorId === row.id);
  const total = known.cells.filter(({ indicatorId, scope }) => indicatorId === row.id && scope === 'cumulative');
  const latest = told.findLast(({ value }) => value !== null);
  return { ...row, ...known.plans.get(row.id), ...summed(total), computed: true, share: latest ? { part: latest.numerator, whole: latest.denominator } : null, readings: told.flatMap(({ value }) => value ?? []), answer: told.findLast(({ answer }) => answer !== null)?.answer ?? null };
}

/** The same with its past, period by period. */
export const pastThen = ({ row, changes }: PastRow, known: Known): PastRow => ({
  row: rowThen(row, known),
  cells: known.cells.filter(({ indicatorId, scope }) => indicatorId === row.id && scope === 'period'),
  approved: known.told.filter(({ indicatorId, value }) => indicatorId === row.id && value !== null).map(({ periodId, value, numerator, denominator, answer }) => ({ periodId, value: value ?? 0, numerator, denominator, answer })),
  changes: changes.filter(({ on }) => on <= known.day),
});

/** The project on that day. Viewers of aggregates get no small number at all, since they could subtract one day from the next (DOMAIN §5). */
export const projectThen = (project: ProjectView, { day, facts }: Known): ProjectView => ({ ...project, today: day, attendanceThreshold: String(facts.threshold), suppressionMinimum: Number.POSITIVE_INFINITY });

/** What a page of a day says of it: the day, how many records that counted were reopened since, and how many of the indicators shown were planned later. */
export const saidOf = (known: Known, indicators: readonly { id: string }[]): { day: string; changed: number; added: number } => ({ day: known.day, changed: known.changed, added: indicators.filter(({ id }) => known.added.has(id)).length });

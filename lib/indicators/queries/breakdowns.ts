import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { institutionTree } from '@/lib/institutions/queries';
import { type ProjectView, visibleProjects } from '@/lib/projects/queries';
import type { Language } from '@/lib/shared/vocabulary';
import { findMeasure } from '../rules/catalogue';
import { type BreakdownRow, breakdownOf, type Cell } from './breakdown';
import { partRows, type StoredPart, storedParts } from './parts';

export type NamedRow = Omit<BreakdownRow, 'key'> & { key: string | null; name: string | null };
/** null: the measure has no such breakdown, or the viewer may not see it. Topics add up to the figure with `topicOverlap`, what is taken off for records of several topics. */
export type NamedBreakdown = Record<'sex' | 'institution' | 'age' | 'place' | 'topic', NamedRow[] | null> & { topicOverlap: number | null };
type Row = { asOf: string | null; cells: (Cell & { indicatorId: string; measure: string })[]; parts: { id: string; parts: StoredPart[] }[] };

/** The breakdowns of all computed indicators of a project by indicator id, up to today, as this viewer may see them, and the day they hold for. */
export async function indicatorBreakdowns(viewer: Viewer, project: ProjectView, language: Language): Promise<{ asOf: string | null; breakdowns: Map<string, NamedBreakdown> }> {
  const [tree, [row]] = await Promise.all([
    institutionTree(viewer, language),
    database().execute<Row>(sql`
      select (select s.as_of from rollup_states s where s.project_id = projects.id) as "asOf",
        (select coalesce(json_agg(json_build_object('indicatorId', c.indicator_id, 'measure', c.measure, 'institutionId', c.institution_id, 'sex', c.sex,
            'numerator', c.numerator::float8, 'denominator', c.denominator::float8)), '[]')
          from rollup_cells c where c.project_id = projects.id and c.scope = 'cumulative' and c.indicator_id is not null) as cells,
        (select coalesce(json_agg(json_build_object('id', i.id, 'parts', ${storedParts})), '[]') from indicators i where i.project_id = projects.id and i.method = 'computed') as parts
      from projects where projects.id = ${project.id} and ${visibleProjects(viewer)}`),
  ]);
  const sight = { aggregatesOnly: seesOnlyAggregates(project.roles), minimum: project.suppressionMinimum };
  const cells = row?.cells ?? [];
  const breakdowns = new Map<string, NamedBreakdown>();
  for (const indicatorId of new Set(cells.map((cell) => cell.indicatorId))) {
    const own = cells.filter((cell) => cell.indicatorId === indicatorId);
    const measure = findMeasure(own[0]?.measure ?? '');
    if (!measure) continue;
    const { sex, institution } = breakdownOf(measure, own, tree.nodes, sight);
    const { age, place, topic } = partRows(measure, row?.parts.find(({ id }) => id === indicatorId)?.parts ?? [], sight);
    const plain = (rows: readonly BreakdownRow[] | undefined) => rows?.map((line) => ({ ...line, name: null })) ?? null;
    breakdowns.set(indicatorId, {
      ...{ sex: plain(sex ?? undefined), age: plain(age?.rows), place: plain(place?.rows), topic: plain(topic?.rows), topicOverlap: topic?.overlap?.numerator ?? null },
      institution: institution?.map((line) => ({ ...line, name: tree.name(line.key) || null })) ?? null,
    });
  }
  return { asOf: row?.asOf ?? null, breakdowns };
}

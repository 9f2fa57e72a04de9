import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { mayEditActivity } from '@/lib/activities/rules';
import { listPeriods, type PeriodView, type ProjectView } from '@/lib/projects/queries';
import { type Disaggregation, type ReadingDimension, type ReviewState, readingDimensions } from '@/lib/shared/vocabulary';
import { type Reading, readingFindings } from './detail';
import { inOrder } from './figures';

type GridReading = Pick<Reading, 'id' | 'periodId' | 'value' | 'numerator' | 'denominator' | 'answer' | 'parts' | 'readOn' | 'source' | 'comment' | 'reviewState' | 'version' | 'createdBy' | 'lastEditedBy' | 'findings'> & { /** names of the files that prove it */ files: string[] };
type Row = { id: string; code: string; statement: string; unit: string; disaggregateBy: Disaggregation[]; readings: GridReading[] };
export type GridCell = { periodId: string; reading: GridReading | null; /** may this viewer write it now? */ open: boolean };
export type GridLine = Pick<Row, 'id' | 'code' | 'statement' | 'unit'> & { /** what its readings are broken down by */ dimensions: ReadingDimension[]; cells: GridCell[] };
export type ReadingsGrid = { periods: PeriodView[]; lines: GridLine[]; /** drafts that nobody has handed in */ waiting: number };

const states: readonly ReviewState[] = ['draft', 'returned', 'reopened'];

/** The reported indicators of a project by the periods that have begun, with what was read; nothing for who may not read its records. Two statements. */
export async function readingsGrid(viewer: Viewer, project: ProjectView): Promise<ReadingsGrid> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'records.read')) return { periods: [], lines: [], waiting: 0 };
  const [all, rows] = await Promise.all([
    listPeriods(viewer, project.id),
    database().execute<Row>(sql`
      select i.id, i.code, i.statement, i.unit, i.disaggregate_by as "disaggregateBy",
        (select coalesce(json_agg(json_build_object('id', d.id, 'periodId', d.period_id, 'value', d.value::float8, 'numerator', d.numerator::float8, 'denominator', d.denominator::float8, 'answer', d.answer,
            'readOn', d.read_on, 'source', d.source, 'comment', d.comment, 'reviewState', d.review_state, 'version', d.version, 'createdBy', d.created_by, 'lastEditedBy', d.last_edited_by, 'findings', ${readingFindings},
            'files', (select coalesce(json_agg(f.file_name order by f.uploaded_at, f.id), '[]') from reading_files f where f.reading_id = d.id and f.removed_at is null),
            'parts', (select coalesce(json_agg(json_build_object('dimension', q.dimension, 'key', q.key, 'value', q.value::float8)), '[]') from reading_parts q where q.reading_id = d.id))), '[]')
          from readings d where d.indicator_id = i.id) as readings
      from indicators i where i.project_id = ${project.id} and i.method = 'reported'`),
  ]);
  const periods = all.filter((period) => period.from <= project.today);
  const cell = (row: Row, period: PeriodView): GridCell => {
    const reading = row.readings.find((one) => one.periodId === period.id) ?? null;
    return { periodId: period.id, reading, open: !period.closed && (reading ? mayEditActivity(roles, viewer.id, reading) : may(roles, 'records.write')) };
  };
  const lines = inOrder(rows).map((row) => ({ ...row, dimensions: readingDimensions.filter((dimension) => row.disaggregateBy.includes(dimension)), cells: periods.map((period) => cell(row, period)) }));
  return { periods, lines, waiting: rows.flatMap(({ readings }) => readings).filter(({ reviewState }) => states.includes(reviewState)).length };
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type ActionPointStatus, actionPointStatuses } from '@/lib/shared/vocabulary';
import { type ActionPointFilter, type ActionPointRow, columns, conditions, from, sortKey } from './list';

export type BoardColumn = { status: ActionPointStatus; total: number; points: ActionPointRow[] };
const shown = 15;

/** The first action points of each state, overdue first, and how many there are; empty columns for who may not read records. */
export async function actionPointBoard(viewer: Viewer, project: { id: string; today: string }, filter: ActionPointFilter): Promise<BoardColumn[]> {
  const rows = may(rolesIn(viewer, project.id), 'records.read')
    ? await database().execute<ActionPointRow & { place: number; total: number }>(sql`
        select * from (select ${columns(project)}, row_number() over (partition by p.status order by ${sortKey(project.today)} collate "C", p.id)::int as place, count(*) over (partition by p.status)::int as total
          ${from(project.id)} and ${conditions({ ...filter, view: null }, project.today)}) ranked where place <= ${shown} order by place`)
    : [];
  return actionPointStatuses.map((status) => {
    const points = rows.filter((row) => row.status === status);
    return { status, total: points[0]?.total ?? 0, points };
  });
}

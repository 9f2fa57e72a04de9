import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type DeadlineView, fundDeadlines, standing } from './rules';

/** The Fund's deadlines of one project in order of time, as they stand today; none for who is not in it. */
export async function listDeadlines(viewer: Viewer, project: { id: string; startDate: string | null; endDate: string | null; today: string }): Promise<DeadlineView[]> {
  if (rolesIn(viewer, project.id).length === 0) return [];
  const done = await database().execute<{ key: string; doneOn: string }>(sql`select key, done_on as "doneOn" from deadlines_met where project_id = ${project.id}`);
  return standing(fundDeadlines(project.startDate, project.endDate), new Map(done.map(({ key, doneOn }) => [key, doneOn])), project.today);
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

export type DueCheck = { id: string; assetTag: string; description: string; recipientId: string | null; due: string };
export type DueChecks = { items: DueCheck[]; /** with those that are not listed */ total: number };

/** Items whose next scheduled end-use check (view check_schedule) falls due by `until`, the oldest first: the first 12, and how many there are. None for who reads no records. */
export async function dueChecks(viewer: Viewer, project: { id: string }, until: string): Promise<DueChecks> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { items: [], total: 0 };
  const rows = await database().execute<DueCheck & { total: number }>(sql`
    select e.id, e.asset_tag as "assetTag", e.description, s.recipient_institution_id as "recipientId", s.due_on as due, count(*) over ()::int as total
    from check_schedule s join equipment_items e on e.id = s.item_id where s.project_id = ${project.id} and s.due_on <= ${until} order by s.due_on, e.tag_number, e.id limit 12`);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { nextCheckDue } from '../rules/checks';
import { register } from './conditions';

export type DueCheck = { id: string; assetTag: string; description: string; recipientId: string | null; due: string };

/** Items whose next scheduled end-use check falls due by `until`, the oldest first; at most 200. Schedule: DOMAIN §1, by the project's setting. */
export async function dueChecks(viewer: Viewer, project: { id: string; checkMonths?: readonly number[] }, until: string): Promise<DueCheck[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  const rows = await database().execute<Omit<DueCheck, 'due'> & { handedOverOn: string; checks: string[] }>(sql`
    select e.id, e.asset_tag as "assetTag", e.description, h.recipient_institution_id as "recipientId", a.on_date as "handedOverOn",
      coalesce((select json_agg(c.checked_on) from end_use_checks c where c.item_id = e.id), '[]') as checks
    ${register(project.id)} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${until} order by e.asset_tag`);
  const due = rows.flatMap(({ handedOverOn, checks, ...row }) => {
    const next = nextCheckDue(handedOverOn, checks, project.checkMonths);
    return next !== null && next <= until ? [{ ...row, due: next }] : [];
  });
  return due.sort((a, b) => (a.due === b.due ? a.assetTag.localeCompare(b.assetTag) : a.due < b.due ? -1 : 1)).slice(0, 200);
}

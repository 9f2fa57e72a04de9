import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { DecisionState } from '@/lib/shared/vocabulary';
import type { DecisionView } from './rules';

export type DecisionRow = DecisionView & { reference: string; title: string; onDate: string | null };
export type DecisionFilter = { q: string; state: DecisionState | null };
const pageSize = 50;

const decisionColumns = sql`d.id, d.version, d.number, d.text, d.state, d.settled_on as "settledOn", d.note,
  (select coalesce(json_agg(json_build_object('mark', c.mark, 'reason', c.reason) order by c.mark), '[]') from case_confirmations c where c.decision_id = d.id) as confirmations`;

/**
 * A page of the project's decisions, the latest number first, with the meeting that took each; `q` finds words in any order, or a number, `state` what
 * became of them. Those of withdrawn meetings are left out. Empty for who may not read records: donors see no decisions here.
 */
export async function listDecisions(viewer: Viewer, project: { id: string }, { q, state }: DecisionFilter, at: PageAt, size: number = pageSize): Promise<KeysetPage<DecisionRow>> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null };
  const [from] = readCursor(at.before ?? at.after, 1) ?? [];
  const key = /^\d{1,9}$/.test(from ?? '') ? Number(from) : null;
  const place = key === null ? sql`true` : sql`d.number ${sql.raw(at.before ? '>' : '<')} ${key}`;
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`(search_text(d.text) like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%' or d.number::text = ${word.replace('#', '')})`);
  const rows = await database().execute<DecisionRow>(sql`
    select ${decisionColumns}, a.reference, a.title, a.on_date as "onDate" from decisions d join activities a on a.id = d.activity_id
    where ${sql.join([sql`d.project_id = ${project.id}`, sql`a.review_state <> 'withdrawn'`, state ? sql`d.state = ${state}` : sql`true`, place, ...words], sql` and `)}
    order by d.number ${sql.raw(key !== null && at.before ? 'asc' : 'desc')} limit ${size + 1}`);
  return cutPage(rows, size, key === null ? {} : at, (row) => [String(row.number)]);
}

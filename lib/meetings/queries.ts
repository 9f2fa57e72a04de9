import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { DecisionState, MeetingType } from '@/lib/shared/vocabulary';
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

export type InvitationFacts = {
  id: string;
  reference: string;
  title: string;
  type: MeetingType | null;
  restricted: boolean;
  from: string | null;
  to: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  venue: string | null;
  cancelled: boolean;
  /** how often what, when or where changed since the meeting was entered */
  sequence: number;
  changedAt: string;
  organizer: { name: string; email: string };
  /** subjects of the agenda, without restricted items */
  agenda: string[];
};

/**
 * What the invitation to a meeting says, in one statement, and of nobody who is invited; null where there is no such meeting for the viewer. The sequence is read from the trail, which
 * only grows: each moment at which what, when or where changed counts one. A postponed meeting is called off until it is planned anew.
 */
export async function invitationFacts(viewer: Viewer, project: { id: string }, reference: string): Promise<InvitationFacts | null> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return null;
  const told = ['title', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'placeId', 'venue', 'implementation', 'startTime', 'endTime'];
  const [row] = await database().execute<InvitationFacts>(sql`
    select a.id, a.reference, a.title, m.type, m.restricted, coalesce(a.actual_start, a.planned_start) as "from", coalesce(a.actual_end, a.actual_start, a.planned_end, a.planned_start) as "to",
      m.start_time as "startTime", m.end_time as "endTime", p.name as place, a.venue, (a.implementation in ('cancelled', 'postponed') or a.review_state = 'withdrawn') as cancelled, a.updated_at as "changedAt",
      (select greatest(count(distinct l.at) - 1, 0)::int from audit_log l where l.entity_id = a.id and l.chain = a.project_id
        and (l.changes ?| array[${sql.join(told.map((field) => sql`${field}`), sql`, `)}] or l.changes -> 'reviewState' ->> 1 = 'withdrawn')) as sequence,
      json_build_object('name', u.name, 'email', u.email) as organizer,
      (select coalesce(json_agg(coalesce(g.starts_at || ' ', '') || g.title order by g.position), '[]') from agenda_items g where g.activity_id = a.id and not g.restricted) as agenda
    from activities a join meetings m on m.activity_id = a.id join users u on u.id = a.created_by left join places p on p.id = a.place_id where a.project_id = ${project.id} and a.reference = ${reference}`);
  return row ?? null;
}

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Confirmation } from '@/lib/guard/schema';
import { idsUnder } from '@/lib/institutions/rules';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { ActionPointStatus, ActivityKind, Priority } from '@/lib/shared/vocabulary';

export const actionPointViews = ['pending', 'overdue', 'open', 'in_progress', 'done', 'verified', 'dropped'] as const;
/** A status, or what is still pending, or what of it is overdue. */
export type ActionPointView = (typeof actionPointViews)[number];
export type ActionPointFilter = { view: ActionPointView | null; institutionIds: string[] | null; q: string };
export type ActionPointRow = {
  id: string;
  version: number;
  number: number;
  text: string;
  institutionId: string | null;
  person: string | null;
  dueDate: string | null;
  firstDueDate: string | null;
  priority: Priority;
  status: ActionPointStatus;
  doneOn: string | null;
  outcome: string | null;
  dropReason: string | null;
  /** who marked it done, where that was recorded; this one may not verify it */
  doneBy: string | null;
  /** of the activity it was agreed in, with its kind: what a meeting agreed is changed with that meeting */
  reference: string | null;
  agreedKind: ActivityKind | null;
  agreedOn: string | null;
  overdue: boolean;
  /** the responsible person has an address, so a link can be sent */
  reachable: boolean;
  /** why words that look like case data stand in it */
  confirmations: Confirmation[];
  /** progress reported by link that nobody has decided on */
  waiting: number;
};
type Project = { id: string; today: string };
const pageSize = 50;
type Tree = { nodes: readonly { id: string; parentId: string | null }[]; byId: ReadonlyMap<string, unknown> };

/** The filter that an address asks for; what is not known there filters nothing. */
export const actionPointFilter = (given: Partial<Record<string, string>>, tree: Tree): ActionPointFilter => ({ q: given.q ?? '', institutionIds: idsUnder(tree, given.institution), view: actionPointViews.find((view) => view === given.status) ?? null });

const pending = sql`p.status in ('open', 'in_progress')`;
const overdue = (today: string) => sql`(${pending} and p.due_date < ${today})`;
// Overdue first, then what is pending by due date, then the finished; text, so that one comparison pages through it all.
export const sortKey = (today: string) => sql`(case when ${overdue(today)} then '0' when ${pending} then '1' else '2' end || coalesce(p.due_date::text, '9999-12-31'))`;

/** What a filter asks for, of points `p`. */
export function conditions({ view, institutionIds, q }: ActionPointFilter, today: string): SQL {
  const state = view === null ? sql`true` : view === 'pending' ? pending : view === 'overdue' ? overdue(today) : sql`p.status = ${view}`;
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`search_text(p.text) like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  return sql.join([state, institutionIds ? sql`p.institution_id in ${institutionIds}` : sql`true`, ...words], sql` and `);
}

/** What every screen shows of a point `p`, of its meeting `a` and of the person `w` who owes it. */
export const columns = (project: Project): SQL => sql`
  p.id, p.version, p.number, p.text, p.institution_id as "institutionId", w.given_name || ' ' || w.family_name as person, p.due_date as "dueDate", p.first_due_date as "firstDueDate", p.priority, p.status,
  p.done_on as "doneOn", p.outcome, p.drop_reason as "dropReason", a.reference, a.kind as "agreedKind", a.on_date as "agreedOn", coalesce(${overdue(project.today)}, false) as overdue, w.email is not null as reachable,
  (select count(*)::int from progress_reports r where r.action_point_id = p.id and r.state = 'waiting') as waiting,
  (select coalesce(json_agg(json_build_object('mark', c.mark, 'reason', c.reason) order by c.mark), '[]') from case_confirmations c where c.action_point_id = p.id) as confirmations,
  case when p.status = 'done' then coalesce((select l.actor_id from audit_log l where l.chain = ${project.id} and l.entity = 'action_points' and l.entity_id = p.id and l.changes -> 'status' ->> 1 = 'done' order by l.seq desc limit 1), p.updated_by) end as "doneBy"`;
export const from = (projectId: string): SQL =>
  sql`from action_points p left join activities a on a.id = p.activity_id left join people w on w.id = p.person_id where p.project_id = ${projectId} and a.review_state is distinct from 'withdrawn'`;

/** A page of the project's action points, overdue first; those of withdrawn meetings are left out. Empty for who may not read records. */
export async function listActionPoints(viewer: Viewer, project: Project, filter: ActionPointFilter, at: PageAt, size: number = pageSize): Promise<KeysetPage<ActionPointRow>> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], before: null, after: null };
  const key = readCursor(at.before ?? at.after, 2);
  const order = sql`${sortKey(project.today)} collate "C"`;
  const place = key ? sql`(${order}, p.id) ${sql.raw(at.before ? '<' : '>')} (${key[0]}, ${key[1]}::uuid)` : sql`true`;
  const direction = sql.raw(key && at.before ? 'desc' : 'asc');
  const rows = await database().execute<ActionPointRow & { key: string }>(sql`
    select ${columns(project)}, ${order} as key ${from(project.id)} and ${conditions(filter, project.today)} and ${place}
    order by ${order} ${direction}, p.id ${direction} limit ${size + 1}`);
  return cutPage(rows, size, key ? at : {}, (row) => [row.key, row.id]);
}

export type ActionPointCounts = { pending: number; overdue: number; done: number; verified: number; dropped: number };

/** How many action points stand where, over the whole project. */
export async function countActionPoints(viewer: Viewer, project: Project): Promise<ActionPointCounts> {
  const none = { pending: 0, overdue: 0, done: 0, verified: 0, dropped: 0 };
  if (!may(rolesIn(viewer, project.id), 'records.read')) return none;
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::int`;
  const [row] = await database().execute<ActionPointCounts>(sql`
    select ${count(pending)} as pending, ${count(overdue(project.today))} as overdue, ${count(sql`p.status = 'done'`)} as done, ${count(sql`p.status = 'verified'`)} as verified, ${count(sql`p.status = 'dropped'`)} as dropped
    from action_points p left join activities a on a.id = p.activity_id where p.project_id = ${project.id} and a.review_state is distinct from 'withdrawn'`);
  return row ?? none;
}

import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type EditFacts, mayEditActivity } from '@/lib/activities/rules';
import type { LinkScope } from '@/lib/links/rules';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { isCalendarDate } from '@/lib/shared/dates';
import { canMove, foldedRows, type MonthCount, monthShown, monthSpan, type PlannedActivity, planMost, planRows, rescheduling } from './rules';

const inPlan = (projectId: string, which: SQL) => sql`a.project_id = ${projectId} and a.planned_start is not null and a.review_state <> 'withdrawn' and a.implementation <> 'cancelled' and ${which}`;
const within = ({ from, to }: Span) => sql`a.planned_start <= ${to} and coalesce(a.planned_end, a.planned_start) >= ${from}`;
const planned = (projectId: string, which: SQL, order: SQL = sql`order by a.planned_start, a.reference limit ${planMost}`, more: SQL = sql``) => sql`
  select a.id, a.reference, a.kind, a.title, p.name as place, a.planned_start as "from", coalesce(a.planned_end, a.planned_start) as "to", a.actual_start is not null or a.actual_end is not null as begun,
    a.implementation, a.version, a.review_state as "reviewState", a.created_by as "createdBy", a.last_edited_by as "lastEditedBy", array(select r.institution_id from participants r where r.activity_id = a.id and r.institution_id is not null
      union select h.institution_id from headcounts h where h.activity_id = a.id
      union select h.recipient_institution_id from hand_overs h where h.activity_id = a.id and h.recipient_institution_id is not null) as "institutionIds" ${more}
  from activities a left join places p on p.id = a.place_id where ${inPlan(projectId, which)} ${order}`;

type Span = { from: string; to: string };
type Row = Omit<PlannedActivity, 'movable'> & EditFacts;
/** A row as the reader may see it: whether they may move it is the rule of editing (lib/activities/rules). */
const seenBy = (viewer: Viewer, projectId: string) => ({ reviewState, createdBy, lastEditedBy, inAll: _n, ...row }: Row & Counted): PlannedActivity => ({ ...row, movable: canMove(row) && mayEditActivity(rolesIn(viewer, projectId), viewer.id, { reviewState, createdBy, lastEditedBy }) });

/** The first and the last day for which anything is planned, or null. */
export async function plannedSpan(viewer: Viewer, projectId: string): Promise<{ first: string; last: string } | null> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return null;
  const [row] = await database().execute<{ first: string | null; last: string | null }>(sql`
    select min(planned_start)::text as first, max(planned_start)::text as last from activities
    where project_id = ${projectId} and planned_start is not null and review_state <> 'withdrawn' and implementation <> 'cancelled'`);
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

type Counted = { inAll?: number };
/** With each row how many there are in all; counted once, in the statement that reads them. */
const inAll = (projectId: string, which: SQL) => sql`, (select count(*)::int from activities a where ${inPlan(projectId, which)}) as "inAll"`;

/** The first of a longer list, in order of time. `total`: how many there are in all. */
export type PlanStart = { activities: PlannedActivity[]; total: number };

/** As many of what is asked for as are read at once (`planMost`), the earliest first, with how many there are. */
async function startOf(viewer: Viewer, projectId: string, which: SQL): Promise<PlanStart> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return { activities: [], total: 0 };
  const rows = await database().execute<Row & Counted>(planned(projectId, which, undefined, inAll(projectId, which)));
  return { activities: rows.map(seenBy(viewer, projectId)), total: rows[0]?.inAll ?? 0 };
}

/** What is planned in a span of days: the first thousand of it, and how many there are. None for who may not read records. */
export const plannedIn = (viewer: Viewer, projectId: string, span: Span): Promise<PlanStart> => startOf(viewer, projectId, within(span));

/** What is still to be held and not over on a day, the earliest first: the first thousand, and how many there are. None for who may not read records. */
export const openPlan = (viewer: Viewer, projectId: string, day: string): Promise<PlanStart> =>
  startOf(viewer, projectId, sql`a.implementation in ('planned', 'postponed', 'under_way') and coalesce(a.planned_end, a.planned_start) >= ${day}`);

export type LatePage = KeysetPage<PlannedActivity> & { /** null: the place asked for lies behind the last */ total: number | null };

/** What should have begun by today and has not (`overdueToStart`), the longest overdue first, page by page, with how many there are in all. None for who may not read records. */
export async function latePlan(viewer: Viewer, projectId: string, today: string, at: PageAt): Promise<LatePage> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return { rows: [], before: null, after: null, total: 0 };
  const late = sql`a.implementation in ('planned', 'postponed') and a.actual_start is null and a.actual_end is null and a.planned_start < ${today}`;
  const page = await planPage(projectId, late, foldedRows, at, inAll(projectId, late));
  return { ...page, rows: page.rows.map(seenBy(viewer, projectId)), total: page.rows[0]?.inAll ?? (at.after || at.before ? null : 0) };
}

/** One page of what is asked for in order of time; a place that is none of this list is its beginning. */
async function planPage(projectId: string, which: SQL, size: number, asked: PageAt, more?: SQL): Promise<KeysetPage<Row & Counted>> {
  const [day = '', reference = '', id = ''] = readCursor(asked.before ?? asked.after, 3) ?? [];
  const at = isCalendarDate(day) ? { ...asked } : {};
  const beside = 'after' in at || 'before' in at ? sql`(a.planned_start, a.reference, a.id) ${sql.raw(at.before ? '<' : '>')} (${day}::date, ${reference}, ${id}::uuid)` : sql`true`;
  const order = sql.raw(at.before ? 'desc' : 'asc');
  const rows = await database().execute<Row & Counted>(planned(projectId, sql`${which} and ${beside}`, sql`order by a.planned_start ${order}, a.reference ${order}, a.id ${order} limit ${size + 1}`, more));
  return cutPage(rows, size, at, (row) => [row.from, row.reference, row.id]);
}

export type PlanPage = { /** how many begin in each month; what began before the first counts there */ counts: MonthCount[]; /** the month whose rows these are; null: of all */ shown: string | null } & KeysetPage<PlannedActivity>;

/**
 * What is planned over some months in a row, in order of time: all of it where `planRows` hold it, else what begins in one month (`asked`, or where that has none
 * `month` or the first that has), page by page. Nothing for who may not read records. Two statements.
 */
export async function plannedOver(viewer: Viewer, projectId: string, months: readonly string[], { month, asked, at }: { month: string; asked?: string; at: PageAt }): Promise<PlanPage> {
  const [first, last] = [months[0] ?? month, months.at(-1) ?? month];
  const span = { from: monthSpan(first).from, to: monthSpan(last).to };
  if (!may(rolesIn(viewer, projectId), 'records.read')) return { counts: [], shown: null, rows: [], before: null, after: null };
  const found = await database().execute<MonthCount>(sql`select greatest(to_char(a.planned_start, 'YYYY-MM'), ${first}::text) as month, count(*)::int as n from activities a where ${inPlan(projectId, within(span))} group by 1`);
  const counts = months.map((one) => ({ month: one, n: found.find((row) => row.month === one)?.n ?? 0 }));
  const shown = monthShown(counts, asked, month);
  const begins = shown === null ? sql`true` : sql`a.planned_start <= ${monthSpan(shown).to} and ${shown === first ? sql`true` : sql`a.planned_start >= ${monthSpan(shown).from}`}`;
  const page = await planPage(projectId, sql`${within(span)} and ${begins}`, planRows, shown === null ? {} : at);
  return { counts, shown, ...page, rows: page.rows.map(seenBy(viewer, projectId)) };
}

/** One activity as the plan knows it, or null: not of this project, not planned, already begun, or not theirs to move. */
export async function plannedActivity(viewer: Viewer, projectId: string, reference: string): Promise<PlannedActivity | null> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return null;
  const [found] = (await database().execute<Row>(planned(projectId, sql`a.reference = ${reference}`))).map(seenBy(viewer, projectId));
  return found?.movable ? found : null;
}

/** What the viewer just planned for other days and may take back, by its reference; null: something else happened to it since, or it was somebody else. */
export async function lastMove(viewer: Viewer, projectId: string, reference: string): Promise<{ id: string; reference: string; version: number; plannedStart: string } | null> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return null;
  const [row] = await database().execute<{ id: string; reference: string; version: number; plannedStart: string | null; action: string; actorId: string | null }>(sql`
    select a.id, a.reference, a.version, a.planned_start as "plannedStart", l.action, l.actor_id as "actorId" from activities a
    cross join lateral (select action, actor_id from audit_log where entity_id = a.id order by seq desc limit 1) l where a.project_id = ${projectId} and a.reference = ${reference}`);
  return row?.plannedStart && row.action === rescheduling && row.actorId === viewer.id ? { id: row.id, reference: row.reference, version: row.version, plannedStart: row.plannedStart } : null;
}

/** A calendar takes so many entries; of a longer plan it gets the latest, and the page says so. */
const feedMost = 5000;
export type FeedEntry = { id: string; reference: string; title: string; place: string | null; from: string; to: string; updatedAt: string };

/** What the secret address of a workplan tells: what is planned or under way, with its town; no people, no venue (DOMAIN §5). */
export async function feedOf(link: LinkScope): Promise<{ project: string; slug: string; entries: FeedEntry[] }> {
  const [row] = await database().execute<{ project: string; slug: string; entries: FeedEntry[] }>(sql`
    select p.projects_id as project, p.slug, (select coalesce(json_agg(e order by e."from", e.reference), '[]') from (
      select a.id, a.reference, a.title, l.name as place, a.planned_start as "from", coalesce(a.planned_end, a.planned_start) as "to", a.updated_at as "updatedAt"
      from activities a left join places l on l.id = a.place_id
      where a.project_id = p.id and a.planned_start is not null and a.review_state <> 'withdrawn' and a.implementation in ('planned', 'under_way') order by a.planned_start desc limit ${feedMost}) e) as entries
    from projects p where p.id = ${link.projectId} and p.id = ${link.subjectId}`);
  return row ?? { project: '', slug: '', entries: [] };
}

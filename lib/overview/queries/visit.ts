import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { metOf } from '@/db/deadlines-met';
import { may } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { alertsOf, type Alert, fundDeadlines, type Met, type OwedReport, standing } from '@/lib/deadlines/rules';
import { nilChain } from '@/lib/audit/rules';
import type { ProjectView } from '@/lib/projects/queries';
import { type CardPlace, type Layout, placed, visitAt } from '../rules';

export type Change = {
  /** what happened: a step of a review, or a report issued, or a period closed */
  what: 'submitted' | 'approved' | 'returned' | 'reopened' | 'withdrawn' | 'issued' | 'closed';
  of: 'activity' | 'reading' | 'report' | 'period';
  /** 'TR-001 Screening', '1.3.b', the report's title, the period's name */
  subject: string;
  /** the rest of the address below the project */
  path: string;
  who: string | null;
  at: Date;
};
export type News = { /** null: this is the first visit */ since: Date | null; changes: Change[]; /** all of them, shown or not */ total: number };
type Row = { stamp: string; cards: string[] | null; hidden: string[] | null; seenAt: string | null; beforeAt: string | null; owed: OwedReport[] } & Met;

/** `since`: the last visit, of which `newsSince` tells; null: this is the first. */
export type Overview = { stamp: string; cards: CardPlace[]; since: Date | null; alerts: Alert[] };

export const newsShown = 8;

// Every write ends in a trail (lib/action): the project's own, or that of what belongs to no project (institutions, accounts, settings by an administrator). What is
// counted without one, the figures of a new day or of a person known elsewhere, rewrites the state of the roll-ups: `xmin` is the transaction that did.
const stampOf = (projectId: string) => sql`concat_ws(' ', (select h.hash from audit_heads h where h.chain = ${projectId}), (select h.hash from audit_heads h where h.chain = ${nilChain}), (select s.xmin::text || ' ' || s.as_of from rollup_states s where s.project_id = ${projectId}))`;

type OwnProject = Pick<ProjectView, 'id' | 'startDate' | 'endDate' | 'today'>;

/**
 * How this account arranges its overview, when it last visited the project, and which deadlines are past or near. And the project's stamp: while it says the same,
 * nothing was written in the project or outside all projects, and no figure was counted anew. One statement, light enough to be planned once: every visit asks it.
 */
export async function ownOverview(viewer: Viewer, project: OwnProject, now: Date): Promise<Overview> {
  const [row] = await database().execute<Row>(sql`
    select ${stampOf(project.id)} as stamp, l.cards, l.hidden, v.seen_at as "seenAt", v.before_at as "beforeAt",
      ${metOf(sql`${project.id}::uuid`)},
      (select coalesce(json_agg(json_build_object('periodId', p.id, 'period', p.name, 'to', p.to_date, 'due', p.due_date) order by p.due_date), '[]') from reporting_periods p
        where p.project_id = ${project.id} and p.to_date < ${project.today} and p.due_date is not null and not exists (select from reports r join report_versions v on v.report_id = r.id where r.period_id = p.id)) as owed
    from (select 1) one left join project_visits v on v.user_id = ${viewer.id} and v.project_id = ${project.id} left join overview_layouts l on l.user_id = ${viewer.id}`);
  const layout: Layout | null = row?.cards ? { cards: row.cards, hidden: row.hidden ?? [] } : null;
  const last = row?.seenAt ? { seenAt: new Date(row.seenAt), beforeAt: row.beforeAt ? new Date(row.beforeAt) : null } : null;
  const deadlines = standing(fundDeadlines(project.startDate, project.endDate), { marked: row?.marked ?? [], issued: row?.issued ?? [] }, project.today);
  return { stamp: row?.stamp ?? '', cards: placed(layout), since: visitAt(last, now).beforeAt, alerts: alertsOf(deadlines, row?.owed ?? [], project.today) };
}

/** What others did in the project since a moment, newest first; nothing on a first visit. Donors learn of issued reports and closed periods, not of records (DOMAIN §4). */
export async function newsSince(viewer: Viewer, project: Pick<ProjectView, 'id' | 'roles'>, since: Date | null): Promise<News> {
  if (!since || !may(project.roles, 'figures.read')) return { since, changes: [], total: 0 };
  const records = may(project.roles, 'records.read');
  const after = sql`${since.toISOString()}::timestamptz`;
  const [row] = await database().execute<{ changes: (Omit<Change, 'at'> & { at: string })[]; total: number }>(sql`
    with news as (
      select s.step as what, 'activity' as of, a.reference || ' ' || a.title as subject, '/activities/' || a.reference as path, s.by_user_id as by, s.at
      from activities a join reviews s on s.activity_id = a.id where ${records} and a.project_id = ${project.id} and s.at > ${after}
      union all
      select s.step, 'reading', i.code, '/indicators/' || i.code, s.by_user_id, s.at
      from readings r join reading_reviews s on s.reading_id = r.id join indicators i on i.id = r.indicator_id where ${records} and r.project_id = ${project.id} and s.at > ${after}
      union all
      select 'issued', 'report', r.title, '/reports/' || r.id || '/versions/' || v.number, v.issued_by, v.issued_at
      from report_versions v join reports r on r.id = v.report_id where v.project_id = ${project.id} and v.issued_at > ${after}
      union all
      select 'closed', 'period', p.name, '/indicators', p.closed_by, p.closed_at from reporting_periods p where p.project_id = ${project.id} and p.closed_at > ${after}
    ), others as (select * from news where news.by is distinct from ${viewer.id}::uuid)
    select (select count(*)::int from others) as total,
      (select coalesce(json_agg(json_build_object('what', o.what, 'of', o.of, 'subject', o.subject, 'path', o.path, 'at', o.at, 'who', case when ${records} then u.name end) order by o.at desc), '[]')
        from (select * from others order by at desc limit ${newsShown}) o left join users u on u.id = o.by) as changes`);
  return { since, changes: (row?.changes ?? []).map((change) => ({ ...change, at: new Date(change.at) })), total: row?.total ?? 0 };
}

/** How this account arranges its overviews. */
export async function ownCards(viewer: Viewer): Promise<CardPlace[]> {
  const [layout] = await database().execute<Layout>(sql`select cards, hidden from overview_layouts where user_id = ${viewer.id}`);
  return placed(layout ?? null);
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { PlacedReason } from '@/lib/guard/schema';
import type { ActivityKind, EvidenceKind } from '@/lib/shared/vocabulary';
import { approvalObstacle } from './rules';

type Obstacle = ReturnType<typeof approvalObstacle>;
type Moved = {
  id: string;
  version: number;
  /** the last step: handed in, or sent back */
  at: Date;
  by: string;
  note: string | null;
};
export type QueuedActivity = Moved & {
  reference: string;
  kind: ActivityKind;
  title: string;
  onDate: string | null;
  place: string | null;
  evidence: EvidenceKind[];
  /** a hand-over whose certificate is signed as it stands, on paper or electronically */
  signed: boolean;
  waived: { requirement: string; reason: string }[];
  /** name of the closed period that locks it */
  closedPeriod: string | null;
  /** why this viewer may not approve it; null: they may */
  obstacle: Obstacle;
};
export type QueuedReading = Moved & {
  indicator: string;
  statement: string;
  unit: string;
  period: string;
  /** null: words */
  value: number | null;
  answer: string | null;
  source: string | null;
  findings: Omit<PlacedReason, 'mark'>[];
  /** files that prove it */
  files: number;
  obstacle: Obstacle;
};
export type ReviewQueue = {
  /** may this viewer decide at all? else the queue holds what they handed in */
  decides: boolean;
  submitted: QueuedActivity[];
  returned: QueuedActivity[];
  readings: QueuedReading[];
};

const limit = 200;
type Facts = { createdBy: string; lastEditedBy: string; otherManagers: number };
type State = 'submitted' | 'returned';

/**
 * What waits for a decision in the project, oldest first, and what was sent back. Managers and administrators see all that is submitted and what they
 * themselves returned; staff what they made or last edited. At most 200 of each. Others: nothing.
 */
export async function reviewQueue(viewer: Viewer, project: { id: string }): Promise<ReviewQueue> {
  const roles = rolesIn(viewer, project.id);
  const decides = may(roles, 'review.approve');
  if (!may(roles, 'review.queue')) return { decides: false, submitted: [], returned: [], readings: [] };
  const [submitted, returned, readings] = await Promise.all([
    activitiesIn(viewer, project.id, 'submitted', decides),
    activitiesIn(viewer, project.id, 'returned', decides),
    readingsIn(viewer, project.id, decides),
  ]);
  return { decides, submitted, returned, readings };
}

const otherManagers = sql`(select count(*)::int from memberships m where m.project_id = x.project_id and m.role = 'manager' and m.user_id not in (x.created_by, x.last_edited_by))`;
const own = (viewer: Viewer) => sql`(x.created_by = ${viewer.id} or x.last_edited_by = ${viewer.id})`;

function obstacleFor(viewer: Viewer, projectId: string, facts: Facts): Obstacle {
  const roles = rolesIn(viewer, projectId);
  return approvalObstacle({ actorId: viewer.id, ...facts, isManager: roles.includes('manager'), isAdmin: roles.includes('admin') });
}

async function activitiesIn(viewer: Viewer, projectId: string, state: State, decides: boolean): Promise<QueuedActivity[]> {
  const mine = !decides ? own(viewer) : state === 'returned' ? sql`(v.by_user_id = ${viewer.id} or ${own(viewer)})` : sql`true`;
  const rows = await database().execute<Omit<QueuedActivity, 'at' | 'obstacle'> & Facts & { at: string }>(sql`
    select x.id, x.version, x.reference, x.kind, x.title, x.on_date as "onDate", p.name as place, v.at, v.note, u.name as by, x.created_by as "createdBy", x.last_edited_by as "lastEditedBy", ${otherManagers} as "otherManagers",
      array(select distinct f.kind from evidence f where f.activity_id = x.id and f.removed_at is null) as evidence,
      exists (select from signed_hand_overs g where g.activity_id = x.id) as signed,
      (select coalesce(json_agg(json_build_object('requirement', w.requirement, 'reason', w.reason) order by w.requirement), '[]') from evidence_waivers w where w.activity_id = x.id) as waived,
      (select t.name from reporting_periods t where t.project_id = x.project_id and t.closed_at is not null and x.on_date between t.from_date and t.to_date) as "closedPeriod"
    from activities x
    cross join lateral (select r.* from reviews r where r.activity_id = x.id and r.step = ${state} order by r.at desc, r.id desc limit 1) v
    join users u on u.id = v.by_user_id left join places p on p.id = x.place_id
    where x.project_id = ${projectId} and x.review_state = ${state} and ${mine}
    order by v.at, x.id limit ${limit}`);
  return rows.map(({ createdBy, lastEditedBy, otherManagers: others, at, ...row }) => ({
    ...row,
    at: new Date(at),
    obstacle: obstacleFor(viewer, projectId, { createdBy, lastEditedBy, otherManagers: others }),
  }));
}

async function readingsIn(viewer: Viewer, projectId: string, decides: boolean): Promise<QueuedReading[]> {
  const rows = await database().execute<Omit<QueuedReading, 'at' | 'obstacle'> & Facts & { at: string }>(sql`
    select x.id, x.version, i.code as indicator, i.statement, i.unit, t.name as period, x.value::float8 as value, x.answer, x.source,
      (select coalesce(json_agg(json_build_object('path', c.path, 'kind', c.kind, 'reason', c.reason, 'by', b.name) order by c.path, c.mark), '[]') from case_confirmations c left join users b on b.id = c.by_user_id where c.reading_id = x.id) as findings,
      (select count(*)::int from reading_files f where f.reading_id = x.id and f.removed_at is null) as files, coalesce(v.at, x.updated_at) as at, v.note, u.name as by,
      x.created_by as "createdBy", x.last_edited_by as "lastEditedBy", ${otherManagers} as "otherManagers"
    from readings x join indicators i on i.id = x.indicator_id join reporting_periods t on t.id = x.period_id
    left join lateral (select r.at, r.note, r.by_user_id from reading_reviews r where r.reading_id = x.id and r.step = 'submitted' order by r.at desc, r.id desc limit 1) v on true
    join users u on u.id = coalesce(v.by_user_id, x.last_edited_by)
    where x.project_id = ${projectId} and x.review_state = 'submitted' and ${decides ? sql`true` : own(viewer)}
    order by at, x.id limit ${limit}`);
  return rows.map(({ createdBy, lastEditedBy, otherManagers: others, at, ...row }) => ({
    ...row,
    at: new Date(at),
    obstacle: obstacleFor(viewer, projectId, { createdBy, lastEditedBy, otherManagers: others }),
  }));
}

/** How many records and readings wait for this viewer: to be decided by a manager or administrator who may, to be mended by staff whose records came back. */
export async function countWaiting(viewer: Viewer, project: { id: string }): Promise<number> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'review.queue')) return 0;
  const mayDecide = roles.includes('manager') ? sql`true` : sql`${otherManagers} = 0`;
  const waits = may(roles, 'review.approve')
    ? sql`x.review_state = 'submitted' and not ${own(viewer)} and ${mayDecide}`
    : sql`x.review_state = 'returned' and ${own(viewer)}`;
  const [row] = await database().execute<{ n: number }>(sql`select
    (select count(*)::int from activities x where x.project_id = ${project.id} and ${waits}) + (select count(*)::int from readings x where x.project_id = ${project.id} and ${waits}) as n`);
  return row?.n ?? 0;
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Changes } from '@/lib/audit/rules';
import type { LinkScope } from '@/lib/links/rules';
import type { ProgressReportState } from '@/lib/shared/vocabulary';
import { type ActionPointRow, columns, from } from './list';

export type PointFile = { id: string; fileName: string; mediaType: string; size: number; uploadedAt: string; uploadedBy: string | null; reportId: string | null };
export type PointReport = { id: string; text: string; done: boolean; reportedAt: string; state: ProgressReportState; decidedBy: string | null; decidedAt: string | null; note: string | null };
export type PointAct = { seq: string; at: string; actor: string | null; action: string; entity: string; changes: Changes; note: string | null };
export type PointRecord = ActionPointRow & { personId: string | null; personEmail: string | null; involved: string[]; files: PointFile[]; reports: PointReport[]; history: PointAct[] };

/** One action point by its number with everything that belongs to it; null where the viewer may not read records or there is none. */
export async function findActionPoint(viewer: Viewer, project: { id: string; today: string }, number: number): Promise<PointRecord | null> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return null;
  const [point] = await database().execute<ActionPointRow & { personId: string | null; personEmail: string | null; involved: string[] }>(sql`
    select ${columns(project)}, p.person_id as "personId", w.email as "personEmail", coalesce((select json_agg(i.institution_id) from action_point_institutions i where i.action_point_id = p.id), '[]') as involved
    ${from(project.id)} and p.number = ${number}`);
  if (!point) return null;
  const db = database();
  const [files, reports, history] = await Promise.all([
    db.execute<PointFile>(sql`
      select f.id, f.file_name as "fileName", f.media_type as "mediaType", f.size::int as size, f.uploaded_at as "uploadedAt", u.name as "uploadedBy", f.report_id as "reportId"
      from action_point_files f left join users u on u.id = f.uploaded_by where f.action_point_id = ${point.id} order by f.uploaded_at, f.id`),
    db.execute<PointReport>(sql`
      select r.id, r.text, r.done, r.reported_at as "reportedAt", r.state, u.name as "decidedBy", r.decided_at as "decidedAt", r.note
      from progress_reports r left join users u on u.id = r.decided_by where r.action_point_id = ${point.id} order by r.reported_at desc, r.id`),
    db.execute<PointAct>(sql`
      select l.seq::text as seq, l.at, u.name as actor, l.action, l.entity, l.changes, l.note from audit_log l left join users u on u.id = l.actor_id
      where l.chain = ${project.id} and l.entity in ('action_points', 'progress_reports', 'action_point_files') and (l.entity_id = ${point.id}
        or l.entity_id in (select id from progress_reports where action_point_id = ${point.id}) or l.entity_id in (select id from action_point_files where action_point_id = ${point.id}))
      order by l.seq desc limit 100`),
  ]);
  return { ...point, files, reports, history };
}

/** The activity in which something can be agreed outside any meeting; null where there is none that the viewer may write to. */
export async function agreedIn(viewer: Viewer, projectId: string, reference: string): Promise<{ id: string; reference: string; title: string } | null> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return null;
  const [row] = await database().execute<{ id: string; reference: string; title: string }>(sql`select id, reference, title from activities where project_id = ${projectId} and reference = ${reference} and kind <> 'meeting' and review_state <> 'withdrawn'`);
  return row ?? null;
}

/** A file of an action point for whoever may read its project's records, else null. */
export async function findActionPointFile(viewer: Viewer, fileId: string): Promise<{ fileName: string; mediaType: string; size: number; sha256: string } | null> {
  const [row] = await database().execute<{ projectId: string; fileName: string; mediaType: string; size: number; sha256: string }>(sql`
    select p.project_id as "projectId", f.file_name as "fileName", f.media_type as "mediaType", f.size::int as size, f.sha256 from action_point_files f join action_points p on p.id = f.action_point_id where f.id = ${fileId}`);
  return row && may(rolesIn(viewer, row.projectId), 'records.read') ? row : null;
}

/** What the page behind a progress link shows: the point, and what was said before. */
export type LinkedPoint = { number: number; text: string; dueDate: string | null; organisation: string | null; waiting: number; declined: string | null };

/** The action point that a link opens; null where it is finished or gone. */
export async function pointBehind(link: LinkScope): Promise<LinkedPoint | null> {
  const [row] = await database().execute<LinkedPoint>(sql`
    select p.number, p.text, p.due_date as "dueDate", j.implementer as organisation, (select count(*)::int from progress_reports r where r.action_point_id = p.id and r.state = 'waiting') as waiting,
      (select case when r.state = 'declined' then r.note end from progress_reports r where r.action_point_id = p.id order by r.reported_at desc, r.id desc limit 1) as declined
    from action_points p join projects j on j.id = p.project_id where p.id = ${link.subjectId} and p.project_id = ${link.projectId} and p.status in ('open', 'in_progress')`);
  return row ?? null;
}

import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, type Permission, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { TableRow } from '@/lib/exchange/table';
import { isId } from '@/lib/shared/ids';
import type { ActivityKind, ImportKind } from '@/lib/shared/vocabulary';
import { keptUntilAfter, listedUntilAfter } from './rules';

export type ImportView = {
  id: string;
  kind: ImportKind;
  fileName: string;
  createdAt: Date;
  rows: TableRow[];
  committed: boolean;
  outcome: unknown;
  activity: { id: string; reference: string; title: string; kind: ActivityKind; version: number } | null;
  /** the same file was committed here before: when and by whom */
  earlier: { at: Date; by: string } | null;
};
/** An upload as the list of them shows it; `outcome` null: nobody has decided; `kept`: its lines are still there, so that it can be looked at and taken. */
export type ImportLine = { id: string; fileName: string; createdAt: Date; by: string; lines: number; kept: boolean; outcome: { added: number; changed: number; same: number; rejected: number; leftOut: number[] } | null };

/** The uploads of one kind into a project, or for one of its activities, in the last 90 days, the newest first, at most 50; none for who does not record for it. */
export async function listImports(viewer: Viewer, project: { id: string }, kind: ImportKind, now: Date, activityId: string | null = null): Promise<ImportLine[]> {
  if (!may(rolesIn(viewer, project.id), 'records.write')) return [];
  const rows = await database().execute<Omit<ImportLine, 'createdAt'> & { createdAt: string }>(sql`
    select i.id, i.file_name as "fileName", i.created_at as "createdAt", u.name as by, i.lines, i.created_at >= ${keptUntilAfter(now).toISOString()} as kept, i.outcome
    from imports i join users u on u.id = i.created_by
    where i.project_id = ${project.id} and i.kind = ${kind} and i.activity_id is not distinct from ${activityId}::uuid and i.created_at >= ${listedUntilAfter(now).toISOString()} order by i.created_at desc, i.id desc limit 50`);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

type Row = Omit<ImportView, 'createdAt' | 'activity' | 'earlier'> & { createdAt: string; activity: ImportView['activity']; earlier: { at: string; by: string } | null };

/** An upload of the last day in a project that the viewer records for (plans, for a matrix); null where there is none for them. */
export async function findImport(viewer: Viewer, project: { id: string }, importId: string, now: Date, permission: Permission = 'records.write'): Promise<ImportView | null> {
  if (!isId(importId) || !may(rolesIn(viewer, project.id), permission)) return null;
  const [row] = await database().execute<Row>(sql`
    select i.id, i.kind, i.file_name as "fileName", i.created_at as "createdAt", i.rows, i.committed_at is not null as committed, i.outcome,
      case when a.id is not null then json_build_object('id', a.id, 'reference', a.reference, 'title', a.title, 'kind', a.kind, 'version', a.version) end as activity,
      (select json_build_object('at', e.committed_at, 'by', u.name) from imports e join users u on u.id = e.committed_by
        where e.project_id = i.project_id and e.kind = i.kind and e.sha256 = i.sha256 and e.activity_id is not distinct from i.activity_id and e.id <> i.id and e.committed_at is not null
        order by e.committed_at desc limit 1) as earlier
    from imports i left join activities a on a.id = i.activity_id
    where i.id = ${importId} and i.project_id = ${project.id} and i.created_at >= ${keptUntilAfter(now).toISOString()}`);
  return row ? { ...row, createdAt: new Date(row.createdAt), earlier: row.earlier && { at: new Date(row.earlier.at), by: row.earlier.by } } : null;
}

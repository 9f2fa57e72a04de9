import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Changes } from '@/lib/audit/rules';

/** One act on a record: who, when, and which fields it changed. `actor` null: the system. */
export type TrailEntry = {
  id: string;
  at: string;
  actor: string | null;
  action: string;
  created: boolean;
  changes: Changes;
  files: { name: string; added: boolean }[];
  note: string | null;
};

const actsShown = 30;

/**
 * What was done to an activity and its files, newest first, the last 30 acts; rows of one act are one entry. Managers and administrators read every
 * record's, staff that of records they made or last edited (DOMAIN §4); others get none.
 */
export async function activityTrail(
  viewer: Viewer,
  project: { id: string },
  activity: { id: string; createdBy: string; lastEditedBy: string },
): Promise<TrailEntry[]> {
  const roles = rolesIn(viewer, project.id);
  const own = activity.createdBy === viewer.id || activity.lastEditedBy === viewer.id;
  if (!may(roles, 'audit.readAll') && !(may(roles, 'audit.read') && own)) return [];
  const rows = await database().execute<Row>(sql`
    select l.id, l.at, coalesce(u.name, l.actor_label) as actor, l.action, l.changes ->> 'reference' is not null as created, l.changes, l.note, v.file_name as "fileName"
    from audit_log l left join users u on u.id = l.actor_id left join evidence v on v.id = l.entity_id and v.activity_id = ${activity.id}
    where l.chain = ${project.id} and (l.entity_id = ${activity.id} or l.entity_id in (select f.id from evidence f where f.activity_id = ${activity.id})
      or l.entity_id in (select d.id from decisions d where d.activity_id = ${activity.id}))
    order by l.seq desc limit 200`);
  return together(rows).slice(0, actsShown);
}

type Row = Omit<TrailEntry, 'files'> & { fileName: string | null };

function together(rows: readonly Row[]): TrailEntry[] {
  const acts = new Map<string, TrailEntry>();
  for (const { fileName, ...row } of rows) {
    const key = `${row.at} ${row.actor} ${row.action}`;
    const known = acts.get(key) ?? { ...row, changes: {}, files: [] };
    // Of a file only its coming and going is told; its hash and size stand with the file.
    const told =
      fileName === null
        ? { changes: { ...row.changes, ...known.changes } }
        : { files: [{ name: fileName, added: !('removed' in row.changes) }, ...known.files] };
    acts.set(key, { ...known, ...told, created: known.created || row.created, note: known.note ?? row.note });
  }
  return [...acts.values()];
}

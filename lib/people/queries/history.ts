import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

export type PersonChange = { seq: number; at: Date; actor: string | null; action: string; fields: string[]; note: string | null };

/** What changed on a person in this project, by the names of the fields, newest first: all of it for who may read the trail, else one's own acts (DOMAIN §4). */
export async function personHistory(viewer: Viewer, project: { id: string }, personId: string): Promise<PersonChange[]> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'audit.read')) return [];
  const own = may(roles, 'audit.readAll') ? sql`true` : sql`l.actor_id = ${viewer.id}`;
  const rows = await database().execute<Omit<PersonChange, 'at' | 'seq'> & { at: string; seq: string }>(sql`
    select l.seq, l.at, coalesce(u.name, l.actor_label) as actor, l.action, l.note, array(select k from jsonb_object_keys(l.changes) k where k not in ('version', 'id') order by k) as fields
    from audit_log l left join users u on u.id = l.actor_id
    where l.chain = ${project.id} and l.entity_id = ${personId} and l.entity in ('people', 'person_posts') and ${own} order by l.seq desc limit 50`);
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }));
}

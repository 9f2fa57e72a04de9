import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type AuditEntry, brokenAt, type ChainHead, type Changes, chainStart, nilChain } from './rules';

export type AuditLine = {
  seq: number;
  at: Date;
  /** name of who acted; null: the system */
  actor: string | null;
  action: string;
  entity: string;
  entityId: string;
  /** what the record is called, where it still has a name to show: 'TR-001' */
  subject: string | null;
  /** set where the record is an activity */
  reference: string | null;
  changes: Changes;
  note: string | null;
};
export type AuditPage = { lines: AuditLine[]; next: number | null };
const pageSize = 50;

/**
 * The trail of a project, newest first, from below `cursor` (a seq; null: the newest). Managers and administrators read all of it; staff what they did
 * themselves and what was done to the records they made (DOMAIN §4). Others: nothing.
 */
export async function listAudit(viewer: Viewer, project: { id: string }, cursor: number | null): Promise<AuditPage> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'audit.read')) return { lines: [], next: null };
  const own = sql`(l.actor_id = ${viewer.id} or l.entity_id in (select id from activities where project_id = ${project.id} and created_by = ${viewer.id}))`;
  const rows = await database().execute<Omit<AuditLine, 'seq' | 'at'> & { seq: string; at: string }>(sql`
    select l.seq, l.at, coalesce(u.name, l.actor_label) as actor, l.action, l.entity, l.entity_id as "entityId", l.changes, l.note,
      a.reference, coalesce(a.reference, e.asset_tag, ke.asset_tag, ce.asset_tag, '#' || p.number, '#' || d.number, r.name) as subject
    from audit_log l
    left join users u on u.id = l.actor_id
    left join activities a on a.id = l.entity_id and a.project_id = ${project.id}
    left join equipment_items e on e.id = l.entity_id and e.project_id = ${project.id}
    left join end_use_checks k on k.id = l.entity_id left join equipment_items ke on ke.id = k.item_id and ke.project_id = ${project.id}
    left join custody c on c.id = l.entity_id left join equipment_items ce on ce.id = c.item_id and ce.project_id = ${project.id}
    left join action_points p on p.id = l.entity_id and p.project_id = ${project.id}
    left join decisions d on d.id = l.entity_id and d.project_id = ${project.id}
    left join reporting_periods r on r.id = l.entity_id and r.project_id = ${project.id}
    where l.chain = ${project.id} and ${cursor === null ? sql`true` : sql`l.seq < ${cursor}`} and ${may(roles, 'audit.readAll') ? sql`true` : own}
    order by l.seq desc limit ${pageSize + 1}`);
  const lines = rows.slice(0, pageSize).map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }));
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.seq ?? null) : null };
}

export type ChainCheck = { chain: string; entries: number; brokenAt: number | null };

/** Recounts a project's chain for those who may read all of it; null for others. */
export async function checkProjectChain(viewer: Viewer, projectId: string): Promise<ChainCheck | null> {
  return may(rolesIn(viewer, projectId), 'audit.readAll') ? verifyChain(projectId) : null;
}

/** Every chain there is, with the project it belongs to; null: what belongs to no project. For the command line, which no viewer runs. */
export async function listChains(): Promise<{ chain: string; project: string | null }[]> {
  return database().execute<{ chain: string; project: string | null }>(sql`
    select c.chain, p.projects_id as project from (select chain from audit_heads union select distinct chain from audit_log) c
    left join projects p on p.id = c.chain order by c.chain <> ${nilChain}::uuid, p.projects_id`);
}

/**
 * Recounts the hashes of a chain from its first entry to its stored head, so that a cut-off tail is found too. The head is read first: what is
 * appended meanwhile is for the next time.
 */
export async function verifyChain(chain: string): Promise<ChainCheck> {
  const [stored] = await database().execute<{ seq: string; hash: string }>(sql`select seq, hash from audit_heads where chain = ${chain}`);
  const end = stored ? Number(stored.seq) : Number.MAX_SAFE_INTEGER;
  let head = chainStart;
  for (let batch = await entriesAfter(chain, head, end); batch.length > 0; batch = await entriesAfter(chain, head, end)) {
    const broken = brokenAt(batch, head);
    if (broken !== null) return { chain, entries: head.seq, brokenAt: broken };
    head = batch.at(-1) ?? head;
  }
  const whole = stored ? head.seq === end && head.hash === stored.hash : head.seq === 0;
  return { chain, entries: head.seq, brokenAt: whole ? null : head.seq + 1 };
}

async function entriesAfter(chain: string, head: ChainHead, end: number): Promise<(AuditEntry & { previousHash: string; hash: string })[]> {
  const rows = await database().execute<Omit<AuditEntry, 'seq' | 'at'> & { seq: string; at: string; previousHash: string; hash: string }>(sql`
    select id, chain, seq, at, actor_id as "actorId", action, entity, entity_id as "entityId", changes, note, previous_hash as "previousHash", hash
    from audit_log where chain = ${chain} and seq > ${head.seq} and seq <= ${end} order by seq limit 2000`);
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at).toISOString() }));
}

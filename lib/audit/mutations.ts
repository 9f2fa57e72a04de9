import 'server-only';
import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { recordset } from '@/db/recordset';
import { auditHeads } from '@/db/schema';
import { newId } from '@/lib/shared/ids';
import { together } from '@/lib/shared/together';
import { type AuditEntry, type Changes, changesBetween, entryHash, firstHash } from './rules';

type Pending = { entity: string; entityId: string; changes: Changes; note: string | null };

/** Collects what a run changed and appends it to the chain at the end of the transaction. */
export type AuditTrail = {
  /** Records a change; a change of nothing records nothing. */
  add(entity: string, entityId: string, before: Record<string, unknown>, after: Record<string, unknown>, note?: string | null): void;
  readonly size: number;
};

/** Who changed a record last and when, for who comes too late with another change; nothing where the trail names nobody. */
export async function lastChange(tx: Transaction, entityId: string): Promise<{ editedBy: string | null; editedAt: string | null }> {
  const [row] = await tx.execute<{ name: string | null; at: Date | string }>(sql`
    select u.name, l.at from audit_log l left join users u on u.id = l.actor_id where l.entity_id = ${entityId} order by l.at desc, l.seq desc limit 1`);
  return { editedBy: row?.name ?? null, editedAt: row ? new Date(row.at).toISOString() : null };
}

export type AuditContext = { tx: Transaction; chain: string; actorId: string | null; actorLabel: string; action: string; now: Date };

/** A trail for one run; `flush` writes its rows under a lock on the chain's head, so that sequence and hashes never fork. */
export function auditTrail(context: AuditContext): AuditTrail & { flush(): Promise<void> } {
  const pending: Pending[] = [];
  return {
    get size() {
      return pending.length;
    },
    add(entity, entityId, before, after, note = null) {
      const changes = changesBetween(entity, before, after);
      if (Object.keys(changes).length > 0 || note !== null) pending.push({ entity, entityId, changes, note });
    },
    flush: () => append(context, pending),
  };
}

async function append(context: AuditContext, pending: Pending[]): Promise<void> {
  if (pending.length === 0) return;
  const head = await lockHead(context.tx, context.chain);
  const rows = chainUp(context, pending, head);
  const last = rows[rows.length - 1];
  if (last) await together(insert(context.tx, rows), context.tx.update(auditHeads).set({ seq: last.seq, hash: last.hash }).where(sql`${auditHeads.chain} = ${context.chain}`).execute());
}

const insert = (tx: Transaction, rows: ReturnType<typeof chainUp>) =>
  tx.execute(sql`
    insert into audit_log (id, chain, seq, at, actor_id, actor_label, action, entity, entity_id, changes, note, previous_hash, hash)
    select id, chain, seq, at, "actorId", "actorLabel", action, entity, "entityId", changes, note, "previousHash", hash
    from ${recordset(rows)} as r(id uuid, chain uuid, seq bigint, at timestamptz, "actorId" uuid, "actorLabel" text, action text, entity text, "entityId" uuid, changes jsonb, note text, "previousHash" text, hash text)`);

// One statement: the no-op update locks the head, whether it was there or is made now.
async function lockHead(tx: Transaction, chain: string): Promise<{ seq: number; hash: string }> {
  const [head] = await tx.insert(auditHeads).values({ chain, seq: 0, hash: firstHash }).onConflictDoUpdate({ target: auditHeads.chain, set: { seq: auditHeads.seq } }).returning();
  if (!head) throw new Error('audit head vanished');
  return head;
}

function chainUp(context: AuditContext, pending: Pending[], head: { seq: number; hash: string }) {
  let { seq, hash } = head;
  return pending.map((item) => {
    seq += 1;
    // JSON round trip: what is hashed is what PostgreSQL will give back
    const changes = JSON.parse(JSON.stringify(item.changes)) as Changes;
    const entry: AuditEntry = { id: newId(), chain: context.chain, seq, at: context.now.toISOString(), actorId: context.actorId, action: context.action, entity: item.entity, entityId: item.entityId, changes, note: item.note };
    const previousHash = hash;
    hash = entryHash(entry, previousHash);
    return { ...entry, at: context.now, actorLabel: context.actorId === null ? context.actorLabel : null, previousHash, hash };
  });
}


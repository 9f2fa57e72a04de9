import 'server-only';
import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/lib/shared/ids';
import { type AuditEntry, type Changes, changesBetween, unnumbered } from './rules';

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

// Number and hash are given under the lock on the chain's head, in the database: one statement, however many entries (drizzle/…append_audit).
async function append(context: AuditContext, pending: Pending[]): Promise<void> {
  if (pending.length === 0) return;
  const label = context.actorId === null ? context.actorLabel : null;
  await context.tx.execute(sql`select append_audit(${context.chain}::uuid, ${label}::text, ${sql.param(pending.map((item) => unnumbered(entryOf(context, item))))}::text[])`);
}

const entryOf = ({ chain, now, actorId, action }: AuditContext, { entity, entityId, changes, note }: Pending): Omit<AuditEntry, 'seq'> => ({ id: newId(), chain, at: now.toISOString(), actorId, action, entity, entityId, changes: JSON.parse(JSON.stringify(changes)) as Changes, note });

import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../columns';

/** Append-only trail: a trigger refuses update, delete and truncate; each row carries the hash of the one before it in its chain. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey(),
    /** the project's id, or the nil UUID for what belongs to no project */
    chain: uuid('chain').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    /** null: the system (seed, command line) */
    actorId: uuid('actor_id'),
    actorLabel: text('actor_label'),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id').notNull(),
    /** field → [before, after]; personal fields → null, so that erasure is real (DOMAIN §5) */
    changes: jsonb('changes').$type<Record<string, [unknown, unknown] | null>>().notNull(),
    note: text('note'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('audit_log_chain_key').on(t.chain, t.seq), index('audit_log_entity_idx').on(t.entityId, t.seq), index('audit_log_actor_idx').on(t.actorId, t.at)],
);

/** Where each chain stands; locked while a transaction appends. */
export const auditHeads = pgTable('audit_heads', {
  chain: uuid('chain').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});

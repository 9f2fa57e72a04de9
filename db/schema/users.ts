import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, maxLength, moment, version } from '../columns';

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** null: signs in through the organisation's account only */
    passwordHash: text('password_hash'),
    isAdmin: boolean('is_admin').notNull().default(false),
    disabledAt: moment('disabled_at'),
    /** raised when the password changes or all sessions must end; older sessions are refused */
    sessionEpoch: integer('session_epoch').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [uniqueIndex('users_email_key').on(sql`lower(${t.email})`), maxLength('users_length', { email: 254, name: 200 })],
);

/** Failures per e-mail and address: they slow the next try down, they never lock an account. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: moment('last_at').notNull(),
});

/** Sessions that were signed out of: their token would otherwise be good until it expires. Kept until then. */
export const endedSessions = pgTable('ended_sessions', {
  id: uuid('id').primaryKey(),
  until: moment('until').notNull(),
});

/** First send of every create: recognises a second send of the same record (DESIGN §2). */
export const receipts = pgTable('receipts', {
  id: uuid('id').primaryKey(),
  action: text('action').notNull(),
  actorId: uuid('actor_id').references(() => users.id),
  digest: text('digest').notNull(),
  at: moment('at').notNull().defaultNow(),
});

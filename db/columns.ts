import { sql } from 'drizzle-orm';
import { bigint, check, integer, numeric, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { newId } from '@/lib/shared/ids';

/** Primary key: UUIDv7, made by whoever creates the record. */
export const id = () => uuid('id').primaryKey().$defaultFn(newId);

/** A moment. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Money and other exact amounts with two decimals; comes out of SQL as text. */
export const amount = (name: string) => numeric(name, { precision: 14, scale: 2 });

/** Optimistic version: every update states the version it saw (DESIGN §2). */
export const version = () => integer('version').notNull().default(1);

/** A file whose bytes lie under their SHA-256 in the file storage: what it is called, what it is, how large. */
export const storedFile = () => ({
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
});

/** CHECK (column in (…)) from a closed word list of lib/shared/vocabulary. */
export const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`));

/** CHECK (char_length(column) <= n) for every column named. */
export const maxLength = (name: string, limits: Record<string, number>) =>
  check(name, sql.raw(Object.entries(limits).map(([column, n]) => `char_length("${column}") <= ${n}`).join(' and ')));

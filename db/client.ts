import 'server-only';
import { drizzle } from 'drizzle-orm/postgres-js';
import { PgPreparedQuery } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { env } from '@/lib/env';
import * as schema from './schema';

// What a failed statement was given must reach no log: names, contacts, hashes of passwords (DOMAIN §5). Drizzle takes the values here into its message
// and for a cache that we do not have; PostgreSQL puts the offending row into `detail`.
type Prepared = { queryWithCache(text: string, values: unknown[], run: () => Promise<unknown>): Promise<unknown> };
const prepared = PgPreparedQuery.prototype as unknown as Prepared;
const { queryWithCache } = prepared;
prepared.queryWithCache = function (text, _values, run) {
  const discreet = () => run().catch((error: { detail?: string }) => Promise.reject(Object.assign(error, { detail: undefined })));
  return queryWithCache.call(this, text, ['withheld'], discreet);
};

type Connection = { sql: postgres.Sql; db: ReturnType<typeof open> };
const open = (sql: postgres.Sql) => drizzle(sql, { schema });
const held = globalThis as { capacityConnection?: Connection };

function connect(): Connection {
  // Custom plans: a search for a rare word must not run by the plan of a common one.
  const sql = postgres(env().DATABASE_URL, { max: env().DATABASE_POOL, idle_timeout: 60, connect_timeout: 10, onnotice() {}, connection: { plan_cache_mode: 'force_custom_plan' } });
  // Drizzle sends every read as new: two journeys and a parse each time. Named once per connection (each lives for an hour at most), it takes one.
  const { unsafe } = sql;
  sql.unsafe = ((text: string, values: never[] = [], options?: postgres.UnsafeQueryOptions) => unsafe(text, values, { ...options, prepare: values.length > 0 })) as typeof unsafe;
  return { sql, db: open(sql) };
}

/** The one connection pool of the process; opened on first use, kept over hot reloads. */
export const database = () => {
  held.capacityConnection ??= connect();
  return held.capacityConnection.db;
};

/** Ends the pool; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await held.capacityConnection?.sql.end({ timeout: 5 });
  held.capacityConnection = undefined;
}

export type Database = ReturnType<typeof database>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a query may run on: the pool or a transaction. */
export type Reader = Database | Transaction;

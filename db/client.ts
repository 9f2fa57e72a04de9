import 'server-only';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';
import * as schema from './schema';

type Connection = { sql: postgres.Sql; db: ReturnType<typeof open> };
const open = (sql: postgres.Sql) => drizzle(sql, { schema });
const held = globalThis as { capacityConnection?: Connection };

function connect(): Connection {
  const sql = postgres(env().DATABASE_URL, { max: env().DATABASE_POOL, idle_timeout: 60, connect_timeout: 10, onnotice() {} });
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

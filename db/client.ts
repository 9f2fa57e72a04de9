import 'server-only';
import { sql as words } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { PgPreparedQuery } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { inOrder } from '@/lib/shared/together';
import { keepPrepared, planAsUsual, planForValues, planning } from './prepared';
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

keepPrepared(() => env().DATABASE_PREPARE);

type Connection = { sql: postgres.Sql; db: ReturnType<typeof open> };
const open = (sql: postgres.Sql) => drizzle(sql, { schema });
const held = globalThis as { capacityConnection?: Connection };

/** How the app's pool connects. */
export const poolOptions = () => ({ max: env().DATABASE_POOL, idle_timeout: 60, connect_timeout: 10, onnotice() {}, ...(env().DATABASE_PREPARE ? { connection: planning } : {}) });

function connect(): Connection {
  const sql = postgres(env().DATABASE_URL, poolOptions());
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

/**
 * A transaction that writes. When PostgreSQL ends it because it and another waited for each other, nothing of it stands and it runs again, three times in all: `run` must change nothing but what it writes through `tx`.
 */
export async function writing<T>(run: (tx: Transaction) => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await database().transaction(run);
  } catch (error) {
    if (triesLeft === 0 || (error as { cause?: { code?: string } }).cause?.code !== deadlock) throw error;
    return writing(run, triesLeft - 1);
  }
}

const deadlock = '40P01';

/** A large read inside `writing`, planned for its own values: how much a project holds differs a thousandfold. */
export async function plannedPerRun<T>(tx: Transaction, read: () => Promise<T>): Promise<T> {
  if (!env().DATABASE_PREPARE) return read();
  const [, value] = await inOrder<[unknown, T]>(() => tx.execute(words.raw(planForValues)), read);
  await tx.execute(words.raw(planAsUsual));
  return value;
}

import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database, plannedPerRun, type Transaction, writing } from '@/db/client';
import { users } from '@/db/schema';
import { newId } from '@/lib/shared/ids';

/** On one connection: what the server holds prepared of statements that hold the word. */
const held = (run: (tx: Parameters<Parameters<ReturnType<typeof database>['transaction']>[0]>[0]) => Promise<unknown>, word: string) =>
  database().transaction(async (tx) => {
    await run(tx);
    return (await tx.execute<{ statement: string; custom: string }>(sql`select statement, custom_plans::text as custom from pg_prepared_statements where statement like ${`%${word}%`} and statement not like '%pg_prepared%'`)).map((row) => ({ ...row }));
  });

test('repeated statements stay prepared on their connection, and are planned once when one plan does for all values', async () => {
  const ask = (tx: { execute: (query: ReturnType<typeof sql>) => Promise<unknown> }, n: number) => tx.execute(sql`select ${n}::int as again_and_again`);
  const kept = await held(async (tx) => {
    for (let n = 0; n < 8; n += 1) expect(await ask(tx as never, n)).toEqual([{ again_and_again: n }]);
  }, 'again_and_again');
  expect(kept).toEqual([{ statement: 'select $1::int as again_and_again', custom: '5' }]);
  expect(await database().execute(sql`show random_page_cost`)).toEqual([{ random_page_cost: '1.1' }]);
});

test('what looks for words is never kept: each run is planned for its own', async () => {
  const kept = await held(async (tx) => {
    for (let n = 0; n < 8; n += 1) await tx.execute(sql`select id from users where name like ${`${n}%`} and 'looked for' is not null`);
  }, 'looked for');
  expect(kept).toEqual([]);
});

test('large reads in a transaction are planned for their values, and leave no trace', async () => {
  const mode = async (reader: { execute: Transaction['execute'] }) => (await reader.execute<{ plan_cache_mode: string }>(sql`show plan_cache_mode`))[0]?.plan_cache_mode;
  await writing(async (tx) => {
    expect(await mode(tx)).toBe('auto');
    expect(await plannedPerRun(tx, () => mode(tx))).toBe('force_custom_plan');
    expect(await mode(tx)).toBe('auto');
  });
  await expect(writing(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await Promise.all(Array.from({ length: 8 }, () => mode(database())))).toEqual(Array.from({ length: 8 }, () => 'auto'));
});

test('the builder, null beside values, and a failure in between change nothing', async () => {
  const row = (n: number) => ({ id: newId(), email: `prepared-${n}@test.example`, name: 'P', passwordHash: n % 2 ? null : 'hash' });
  for (let n = 0; n < 6; n += 1) await database().insert(users).values(row(n));
  await expect(database().insert(users).values(row(3))).rejects.toThrow();
  const found = await database().select({ hash: users.passwordHash }).from(users).where(sql`${users.email} like ${'prepared-%'}`).orderBy(users.email);
  expect(found.map(({ hash }) => hash)).toEqual(['hash', null, 'hash', null, 'hash', null]);
});

test('behind a pooler it is turned off by a setting', async () => {
  vi.resetModules();
  vi.stubEnv('DATABASE_PREPARE', '0');
  const own = globalThis as { capacityConnection?: unknown };
  const before = own.capacityConnection;
  own.capacityConnection = undefined;
  const off = await import('@/db/client');
  try {
    await off.database().transaction(async (tx) => {
      for (let n = 0; n < 4; n += 1) await tx.execute(sql`select ${n}::int as never_kept`);
      expect(await tx.execute(sql`select count(*)::int as n from pg_prepared_statements where statement like '%as never_kept%'`)).toEqual([{ n: 0 }]);
      expect(await tx.execute(sql`show plan_cache_mode`)).toEqual([{ plan_cache_mode: 'auto' }]);
    });
  } finally {
    await off.closeDatabase();
    own.capacityConnection = before;
    vi.unstubAllEnvs();
  }
});

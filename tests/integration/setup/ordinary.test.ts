import { drizzle } from 'drizzle-orm/postgres-js';
import { sql as text } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accounts } from '@/db/seed/data/project';
import type { Work } from '@/lib/action';
import { newId } from '@/lib/shared/ids';
import { createUser } from '@/lib/users/mutations';
import { demoAccounts, refuseDemoAccounts } from '../../../scripts/lib/demo-accounts.mjs';
import { migrate } from '../../../scripts/migrate.mjs';
import { ownerConnection } from '../../support/database';

// An ordinary server is one without the role capacity_embedded. Roles belong to the whole server, so it is dropped in a transaction that is rolled back.
const owner = ownerConnection();
afterAll(() => owner.end());
const said = (promise: Promise<unknown>) => promise.then(() => 'no error', (error: { failure?: { reason: string }; message: string }) => error.failure?.reason ?? error.message);

async function onOrdinaryServer(run: (tx: postgres.TransactionSql) => Promise<void>, before?: (tx: postgres.TransactionSql) => Promise<unknown>) {
  const work = owner.begin(async (tx) => {
    await before?.(tx);
    await tx`drop role capacity_embedded`;
    await run(tx);
    throw new Error('undo');
  });
  await expect(work).rejects.toThrow('undo');
}
const insert = (tx: postgres.TransactionSql, email: string) => tx`insert into users ${tx({ id: newId(), email, name: 'Demo' })}`;

describe('demo accounts on an ordinary server', () => {
  it('are the accounts of the seed', () => expect([...demoAccounts].sort()).toEqual(accounts.map((account) => account.email).sort()));

  it.each(demoAccounts)('%s is refused by the database', (email) =>
    onOrdinaryServer(async (tx) => {
      expect(await said(tx.savepoint((inner) => insert(inner, email)))).toMatch(/embedded database only/);
      expect(await said(tx.savepoint((inner) => insert(inner, email.toUpperCase())))).toMatch(/embedded database only/);
      await insert(tx, 'me@agency.example');
      expect(await said(tx.savepoint((inner) => inner`update users set email = ${email}`))).toMatch(/embedded database only/);
    }));

  it('are refused with words where somebody makes one', async () => {
    const input = { id: newId(), email: 'Manager@example.org', name: 'M', isAdmin: true, password: null };
    const made = drizzle(owner).transaction(async (tx) => {
      await tx.execute(text`drop role capacity_embedded`);
      await createUser({ tx, audit: { add() {} }, now: new Date() } as unknown as Work, input);
    });
    expect(await said(made)).toBe('demoAddress');
  });

  it('stop the start where a dump brought them', () =>
    onOrdinaryServer(
      async (tx) => expect(await said(refuseDemoAccounts(tx, 'not here'))).toBe('not here'),
      (tx) => insert(tx, 'manager@example.org'),
    ));
});

describe('a server with roles of its own', () => {
  const name = `ordinary_${process.pid}`;
  const [maker, user] = [`${name}_maker`, `${name} app`];
  const server = new URL(inject('ownerUrl'));
  server.pathname = `/${name}`;
  const as = (role: string) => Object.assign(new URL(server), { username: encodeURIComponent(role), password: 'x' }).href;
  const query = async (role: string, run: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(as(role), { max: 1, onnotice() {} });
    return said(run(sql)).finally(() => sql.end());
  };
  beforeAll(async () => {
    await owner`create role ${owner(maker)} login password 'x'`;
    await owner`create role ${owner(user)} login password 'x'`;
    await owner`create database ${owner(name)} owner ${owner(maker)}`;
  });
  afterAll(async () => {
    await owner`drop database if exists ${owner(name)} with (force)`;
    for (const role of [maker, user]) await owner`drop role if exists ${owner(role)}`;
  });

  it('is migrated by the owner of the database, who serves alone too', async () => {
    await migrate(as(maker), { role: maker });
    expect(await query(maker, (sql) => sql`insert into users ${sql({ id: newId(), email: 'a@agency.example', name: 'A' })}`)).toBe('no error');
    expect(await query(maker, (sql) => sql`update audit_log set action = 'x'`)).toMatch(/permission denied/);
  });

  it('gives the role of the app, whatever its name, what it needs and no more', async () => {
    expect(await query(user, (sql) => sql`select from users`)).toMatch(/permission denied/);
    await migrate(as(maker), { role: user });
    expect(await query(user, (sql) => sql`insert into users ${sql({ id: newId(), email: 'b@agency.example', name: 'B' })}`)).toBe('no error');
    expect(await query(user, (sql) => sql`delete from audit_log`)).toMatch(/permission denied/);
    expect(await query(user, (sql) => sql`drop table audit_log`)).toMatch(/must be owner/);
  });

  it('says which right is missing and who has it', async () => {
    expect(await said(migrate(as(user)))).toMatch(/^The database could not be migrated: .+ name that role in MIGRATION_DATABASE_URL/);
  });
});

import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { ownerConnection } from '../../support/database';

const message = (run: Promise<unknown>) =>
  run.then(
    () => 'no error',
    (error: { cause?: Error; message: string }) => error.cause?.message ?? error.message,
  );

describe('the database the app sees', () => {
  it('is used through a role without special rights', async () => {
    const [row] = await database().execute<{ name: string; super: boolean; createdb: boolean }>(
      sql`select current_user as name, rolsuper as super, rolcreatedb as createdb from pg_roles where rolname = current_user`,
    );
    expect(row).toEqual({ name: 'capacity_app', super: false, createdb: false });
  });

  it('carries the mark of an embedded server', async () => {
    expect(await database().execute(sql`select rolcanlogin from pg_roles where rolname = 'capacity_embedded'`)).toEqual([
      expect.objectContaining({ rolcanlogin: false }),
    ]);
  });

  it('sorts Montenegrin letters where they belong', async () => {
    const rows = await database().execute<{ name: string }>(
      sql`select name from unnest(array['Džaković', 'Ćosić', 'Čolić', 'Cvijić', 'Dedić', 'Đurić']) as name order by name collate "sr-Latn-x-icu"`,
    );
    expect(rows.map((row) => row.name)).toEqual(['Cvijić', 'Čolić', 'Ćosić', 'Dedić', 'Džaković', 'Đurić']);
  });

  it('lets the app read and write, but never change what only grows', async () => {
    expect(await message(database().execute(sql`select from projects`))).toBe('no error');
    for (const table of ['audit_log', 'report_versions', 'reviews']) {
      const name = sql.identifier(table);
      expect(await message(database().execute(sql`select from ${name}`))).toBe('no error');
      expect(await message(database().execute(sql`delete from ${name}`))).toMatch(/permission denied/);
      expect(await message(database().execute(sql`truncate ${name}`))).toMatch(/permission denied/);
    }
    expect(await message(database().execute(sql`update audit_log set action = 'x'`))).toMatch(/permission denied/);
  });

  it('does not let the app change the schema', async () => {
    expect(await message(database().execute(sql`create table intruder (id int)`))).toMatch(/permission denied/);
    expect(await message(database().execute(sql`drop table audit_log`))).toMatch(/must be owner/);
    expect(await message(database().execute(sql`alter table audit_log disable trigger all`))).toMatch(/must be owner/);
  });

  it('belongs to one test file, and its owner can reach it', async () => {
    const owner = ownerConnection();
    const [row] = await owner`select current_database() as name, current_user as role`;
    await owner.end();
    expect(row).toEqual({ name: expect.stringMatching(/^test_/), role: 'capacity_owner' });
  });

  it('runs in a time zone far from the project', () => {
    expect(new Date('2026-01-01T20:00:00Z').getDate()).toBe(2);
  });
});

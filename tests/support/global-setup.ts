import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../scripts/migrate.mjs';
import { ensureDatabase } from '../../scripts/pg.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    ownerUrl: string;
  }
}

// Test data may be lost at any time, so nothing waits for the disk.
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=100'];

/** One server for the run, with one migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await ensureDatabase({ dataDir: '.data/test', flags, embedded: true, durable: false });
  const sql = postgres(server.ownerUrl, { max: 1, onnotice() {} });
  const template = `template_${process.pid}`;
  await sql.unsafe(`create database ${template}`);
  await sql.unsafe(`comment on database ${template} is 'test template'`);
  await migrate(withDatabase(server.ownerUrl, template));
  await dropLeftovers(sql);
  project.provide('databaseUrl', withDatabase(server.url, template));
  project.provide('ownerUrl', withDatabase(server.ownerUrl, template));
  return async () => {
    await sql.unsafe(`drop database if exists ${template} with (force)`);
    await sql.end();
    await server.stop();
  };
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Databases of runs that were killed: their name holds the id of a process that is gone. */
async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const all = await sql<{ name: string }[]>`select datname as name from pg_database where datname ~ '^(template|test)_\\d+'`;
  for (const { name } of all) if (!isRunning(Number(name.split('_')[1]))) await sql.unsafe(`drop database if exists ${name} with (force)`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

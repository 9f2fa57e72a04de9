import postgres from 'postgres';
import { afterAll, inject } from 'vitest';

// Runs before each integration test file: a clone of the template, of its own, named in DATABASE_URL before '@/db/client' reads it.
const template = new URL(inject('ownerUrl')).pathname.slice(1);
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
const server = new URL(inject('ownerUrl'));
server.pathname = '/postgres';
const sql = postgres(server.href, { max: 1, onnotice() {} });
await clone();

process.env.DATABASE_URL = addressOf(inject('databaseUrl'));
process.env.NEXTAUTH_SECRET ??= 'only-for-tests-only-for-tests';
process.env.CAPACITY_EMBEDDED = '1';

afterAll(async () => {
  const { closeDatabase } = await import('@/db/client');
  await closeDatabase();
  await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.end();
});

function addressOf(address: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Address of this file's database for its owner, who may do everything in it. */
export const ownerAddress = (): string => addressOf(inject('ownerUrl'));

/** The owner's connection to this file's database: for what the app's role may not do (triggers, tampering). End it yourself. */
export const ownerConnection = (): postgres.Sql => postgres(ownerAddress(), { max: 1, onnotice() {} });

async function clone(): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (error) {
      if (attempt > 50 || !/being accessed by other users/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20)); // the other worker clones at this moment
    }
  }
}

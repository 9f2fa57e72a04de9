import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDatabase, ensureDatabase, wipeDatabase } from '../../../scripts/pg.mjs';
import { openFolder } from '../../support/folders';

let dataDir = '';
beforeAll(() => {
  dataDir = openFolder('capacity-launcher-');
});
afterAll(async () => {
  await wipeDatabase(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const start = () => ensureDatabase({ dataDir, embedded: true, durable: false });
const pidFile = (db: RunningDatabase) => path.join(db.place ?? '', 'cluster/postmaster.pid');
const serverPid = (db: RunningDatabase) => Number(readFileSync(pidFile(db), 'utf8').split('\n')[0]);
const isRunning = (db: RunningDatabase) => existsSync(pidFile(db));

async function query<T>(db: RunningDatabase, text: string): Promise<T[]> {
  const sql = postgres(db.ownerUrl, { max: 1, onnotice() {} });
  try {
    return (await sql.unsafe(text)) as unknown as T[];
  } finally {
    await sql.end();
  }
}

/** Runs a program of ours to its end: what it said, and its exit code. */
function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, DATABASE_URL: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  child.stderr.on('data', (part) => {
    said += part;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
}

const launch =
  "import('./scripts/pg.mjs').then(async ({ ensureDatabase }) => { const db = await ensureDatabase({ embedded: true, durable: false }); console.log(db.port); await db.stop(); })";

describe('the embedded server', () => {
  it('starts, is shared, and stops with its last user', async () => {
    const first = await start();
    const second = await start();
    expect([first.started, second.started, second.port]).toEqual([true, false, first.port]);
    await first.stop();
    expect(isRunning(second)).toBe(true);
    await second.stop();
    expect(isRunning(second)).toBe(false);
  });

  it('loses nothing acknowledged when it is killed, and recovers by itself', async () => {
    const db = await start();
    await query(db, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
    process.kill(serverPid(db), 'SIGKILL');
    const again = await start();
    expect(again.started).toBe(true);
    expect(await query(again, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await again.stop();
    await db.stop();
  });

  it('starts although the process id left by a crash belongs to another program', async () => {
    const db = await start();
    const file = pidFile(db);
    const lines = readFileSync(file, 'utf8').split('\n');
    await db.stop();
    writeFileSync(file, [process.pid, ...lines.slice(1)].join('\n'));
    const again = await start();
    expect(again.started).toBe(true);
    await again.stop();
  });

  it('clears away what an interrupted set-up left', async () => {
    const fresh = openFolder('capacity-half-');
    mkdirSync(path.join(fresh, 'postgres.new-999999/cluster'), { recursive: true });
    writeFileSync(path.join(fresh, 'postgres.lock'), '999999 1');
    const db = await ensureDatabase({ dataDir: fresh, embedded: true, durable: false });
    expect(await query(db, "select 1 as one from pg_database where datname = 'capacity'")).toEqual([{ one: 1 }]);
    expect(existsSync(path.join(fresh, 'postgres.new-999999'))).toBe(false);
    await db.stop();
    rmSync(fresh, { recursive: true, force: true });
  });

  it('is made once when two launchers begin at the same moment', async () => {
    const fresh = openFolder('capacity-both-');
    const results = await Promise.all([
      run(['-e', launch], { DATA_DIR: fresh }),
      run(['-e', launch], { DATA_DIR: fresh }),
      run(['-e', launch], { DATA_DIR: fresh }),
    ]);
    expect(results.map((result) => result.code)).toEqual([0, 0, 0]);
    expect(existsSync(path.join(fresh, 'postgres/cluster/postmaster.pid'))).toBe(false);
    rmSync(fresh, { recursive: true, force: true });
  });
});

describe('what cannot work is said in one sentence', () => {
  const port = async (work: (port: number) => Promise<void>) => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    await work((server.address() as { port: number }).port);
    server.close();
  };

  it('a busy port', () =>
    port(async (busy) => {
      const { code, said } = await run(['scripts/start.mjs'], { PORT: String(busy), DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(said).toMatch(new RegExp(`^Port ${busy} is already in use: .+\\.$`));
    }));

  it('a data folder that cannot be written', async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    // a file, below a file, and a file system that makes no folders and says that the parent is missing
    for (const folder of [file, path.join(file, 'deeper/still'), '/proc/none/such']) {
      const { code, said } = await run(['scripts/start.mjs'], { PORT: '38411', DATA_DIR: folder });
      expect(code, folder).toBe(1);
      expect(said).toMatch(/^The data folder .+ cannot be written \(\w+\): .+\.$/);
    }
  });

  it('a malformed setting, before anything is served with it', async () => {
    const { code, said } = await run(['scripts/start.mjs'], { PORT: '38412', DATA_DIR: dataDir, MAX_UPLOAD_MB: 'much' });
    expect(code).toBe(1);
    expect(said).toMatch(/\nSettings: MAX_UPLOAD_MB: .+$/);
    expect(said).not.toMatch(/^Build/m);
  });

  it.each([
    ['postgres://u:hidden@127.0.0.1:1/x', /^The database of DATABASE_URL at 127\.0\.0\.1:1 cannot be used: nothing accepts connections there\.$/],
    ['mysql://u:hidden@127.0.0.1/x', /^DATABASE_URL is not a PostgreSQL address: .+\.$/],
    ['nonsense', /^DATABASE_URL is not a PostgreSQL address: .+\.$/],
  ])('DATABASE_URL=%s', async (address, sentence) => {
    const { code, said } = await run(['scripts/run.mjs', 'scripts/admin.ts', 'list-users'], { DATABASE_URL: address, DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('hidden');
  });
});

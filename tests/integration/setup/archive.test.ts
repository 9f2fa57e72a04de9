import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restore } from '../../../scripts/lib/archive.mjs';
import { migrate } from '../../../scripts/migrate.mjs';
import { ensureDatabase, type RunningDatabase, wipeDatabase } from '../../../scripts/pg.mjs';
import { openFolder } from '../../support/folders';
import { ownerAddress, ownerConnection } from '../../support/database';

let base = '';
let target: RunningDatabase;
const at = (name: string) => path.join(base, name);
beforeAll(async () => {
  base = openFolder('capacity-archive-');
  target = await ensureDatabase({ dataDir: at('other'), embedded: true, durable: false });
  await migrate(target.ownerUrl);
});
afterAll(async () => {
  await target.stop();
  await wipeDatabase(at('other'));
  rmSync(base, { recursive: true, force: true });
});

const account = { id: '01890000-0000-7000-8000-000000000001', email: 'a@example.net', name: 'Žana "tab\t" \\N' };

describe('backup and restore', () => {
  it('goes on after tables larger than what the driver holds', async () => {
    const source = ownerConnection();
    const write = (n: number) => source`insert into users (id, email, name) select gen_random_uuid(), ${String(n)} || '-' || i || '@b.example', repeat(md5(i::text), 6) from generate_series(1, ${n}) i`;
    for (const n of [70, 200, 700, 3000]) {
      await write(n);
      const saved = await backup({ url: ownerAddress(), dataDir: at('none'), folder: at(`large-${n}`) });
      expect(saved.tables.find((table) => table.name === 'users')?.rows).toBe(n);
      await source`delete from users`;
    }
    await source.end();
  });

  it('brings every row and file back, once, into an empty database', async () => {
    const source = ownerConnection();
    await source`insert into users ${source(account)}`;
    await source.end();
    mkdirSync(at('data/files/ab'), { recursive: true });
    mkdirSync(at('data/files/tmp'), { recursive: true });
    writeFileSync(at('data/files/ab/cd'), 'evidence');
    writeFileSync(at('data/files/tmp/half'), 'draft');
    const saved = await backup({ url: ownerAddress(), dataDir: at('data'), folder: at('backup') });
    expect(saved.evidence).toEqual({ files: 1, bytes: 8 });
    expect(saved.tables.find((table) => table.name === 'users')?.rows).toBe(1);

    await restore({ url: target.ownerUrl, dataDir: at('other'), folder: at('backup') });
    const sql = postgres(target.url, { max: 1 });
    expect(await sql`select id, email, name from users`).toEqual([account]);
    const refused = await sql`delete from audit_log`.catch((error: Error) => error.message);
    expect(refused).toMatch(/permission denied/);
    await sql.end();
    expect(readFileSync(at('other/files/ab/cd'), 'utf8')).toBe('evidence');

    await expect(restore({ url: target.ownerUrl, dataDir: at('other'), folder: at('backup') })).rejects.toThrow(/not empty/);
  });

  it('refuses a folder in use, a folder without a backup, and damage', async () => {
    await expect(backup({ url: ownerAddress(), dataDir: at('data'), folder: at('backup') })).rejects.toThrow(/is not empty/);
    await expect(restore({ url: target.ownerUrl, dataDir: at('other'), folder: at('data') })).rejects.toThrow(/no complete backup/);
    writeFileSync(at('backup/tables/users.copy.gz'), 'damage', { flag: 'a' });
    await expect(restore({ url: target.ownerUrl, dataDir: at('other'), folder: at('backup') })).rejects.toThrow(/missing or damaged/);
  });
});

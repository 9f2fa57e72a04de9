// The demo project, loaded once into an empty embedded database. An ordinary server never gets it: the seed itself refuses, too.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { failed } from './life.mjs';
import { lock } from './processes.mjs';
import { migrate } from '../migrate.mjs';
import { root } from './settings.mjs';

const connect = async (url) => (await import('postgres')).default(url, { max: 1, connect_timeout: 10, onnotice() {} });

async function isEmpty(url) {
  const sql = await connect(url);
  try {
    return (await sql`select from users limit 1`).length === 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Takes a half-loaded demo away. Only while its marker stands, that is before anybody could work with it. */
async function startOver(db, dir) {
  const sql = await connect(db.ownerUrl);
  try {
    await sql.unsafe('drop schema public cascade; drop schema if exists drizzle cascade; create schema public');
  } finally {
    await sql.end({ timeout: 1 });
  }
  fs.rmSync(path.join(dir, 'files'), { recursive: true, force: true });
  await migrate(db.ownerUrl);
}

/** Command line that runs a TypeScript file of ours on the server side. */
export const typescript = (file, ...args) => [
  process.execPath,
  ['--import', 'tsx', '--import', pathToFileURL(path.join(root, 'scripts/lib/server-side.mjs')).href, file, ...args],
];

/** Loads the demo data when the database is embedded and has no users. Gives the words for the progress line, if any. */
export async function loadDemo(life, db, env, dir) {
  if (db.external) return undefined;
  const release = await lock(path.join(dir, 'demo.lock'), { signal: life.signal, seconds: 600 });
  try {
    return await loadWhereEmpty(life, db, env, dir);
  } finally {
    release();
  }
}

async function loadWhereEmpty(life, db, env, dir) {
  const marker = path.join(dir, 'demo.loading');
  const interrupted = fs.existsSync(marker);
  if (interrupted) await life.unlessStopped(startOver(db, dir));
  else if (!(await life.unlessStopped(isEmpty(db.url)))) return undefined;
  fs.writeFileSync(marker, '');
  const result = await life.run(...typescript(path.join(root, 'scripts/seed.ts')), { env });
  if (result.code !== 0) throw failed('Loading the demo project', result);
  fs.rmSync(marker);
  return interrupted ? 'loaded again, because the first time was interrupted' : 'loaded into the empty database';
}

// The database of every command: the server of DATABASE_URL, else the embedded PostgreSQL of the data folder.
//   node scripts/pg.mjs url | stop
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireServer } from './lib/pg-external.mjs';
import { lock, register } from './lib/processes.mjs';
import { dataDir as defaultDataDir, makeWritable } from './lib/settings.mjs';

async function placeOf(dataFolder) {
  const { binariesFor, locate } = await import('./lib/pg-binaries.mjs');
  const place = locate(dataFolder);
  return { ...place, bin: binariesFor(place.account, place.home) };
}

/**
 * The database, running. Embedded: made when missing, started when stopped, shared when another launcher runs it.
 * `dataDir`: folder of the cluster; `flags`: server settings ('fsync=off'); `embedded`: ignore DATABASE_URL; `signal`: gives up waiting.
 * Gives { url (what the app uses), ownerUrl (what migrates), external, started, port, stop() }; stop() ends the server when nobody else uses it.
 * An unusable DATABASE_URL throws a Sentence.
 */
export async function ensureDatabase({ dataDir, flags = [], embedded = false, durable = true, signal } = {}) {
  if (process.env.DATABASE_URL && !embedded) return await requireServer(process.env.DATABASE_URL, process.env.MIGRATION_DATABASE_URL);
  const folder = path.resolve(dataDir ?? defaultDataDir());
  makeWritable(folder);
  const { createCluster, runningPort, secretsOf, startServer, stopServer } = await import('./lib/pg-server.mjs');
  const place = await placeOf(folder);
  const lockFile = path.join(folder, 'postgres.lock');

  const release = await lock(lockFile, { signal });
  try {
    const created = !fs.existsSync(place.home);
    if (created) await createCluster(place, { durable });
    const running = await runningPort(place, signal);
    const port = running ?? (await startServer(place, { flags, signal }));
    const use = register(path.join(place.home, 'users'));
    const { owner, app } = secretsOf(place);
    const stop = async () => {
      const unlock = await lock(lockFile);
      try {
        if (use.leave()) await stopServer(place);
      } finally {
        unlock();
      }
    };
    return {
      url: `postgres://capacity_app:${app}@127.0.0.1:${port}/capacity`,
      ownerUrl: `postgres://capacity_owner:${owner}@127.0.0.1:${port}/capacity`,
      role: 'capacity_app',
      external: false,
      started: running === undefined,
      created,
      place: place.home,
      port,
      stop,
    };
  } finally {
    release();
  }
}

/** Stops the server of a data folder when no living process uses it any more: for users that were killed before they could. */
export async function stopIfUnused(dataFolder) {
  const folder = path.resolve(dataFolder);
  if (!fs.existsSync(folder)) return;
  const place = await placeOf(folder);
  if (!fs.existsSync(path.join(place.cluster, 'postmaster.pid'))) return;
  const { stopServer } = await import('./lib/pg-server.mjs');
  const unlock = await lock(path.join(folder, 'postgres.lock'));
  try {
    if (register(path.join(place.home, 'users')).leave()) await stopServer(place);
  } finally {
    unlock();
  }
}

/** Removes the cluster of a data folder, stopped first. For the data of test runs only. */
export async function wipeDatabase(dataFolder) {
  const folder = path.resolve(dataFolder);
  if (!fs.existsSync(folder)) return;
  const { stopServer } = await import('./lib/pg-server.mjs');
  const place = await placeOf(folder);
  if (!fs.existsSync(place.home)) return;
  await stopServer(place);
  fs.rmSync(place.home, { recursive: true, force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv[2] === 'stop') await (await import('./lib/pg-server.mjs')).stopServer(await placeOf(defaultDataDir()));
  else console.log((await ensureDatabase()).ownerUrl);
}

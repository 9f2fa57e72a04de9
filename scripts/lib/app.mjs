// What start, dev and the browser tests share: the database ready for use, and the environment the app runs in.
import path from 'node:path';
import { ensureDatabase } from '../pg.mjs';
import { migrate } from '../migrate.mjs';
import { loadDemo, typescript } from './demo.mjs';
import { Sentence } from './sentence.mjs';
import { root, sessionSecret } from './settings.mjs';

/** Starts or finds the database, migrates, loads the demo project where it belongs. Gives { db, env }; the database stops at the end of the life. */
export async function prepareDatabase(life, { dir, address, mode }) {
  let db;
  await life.step('Database', async () => {
    db = await ensureDatabase({ dataDir: dir, signal: life.signal });
    life.onEnd(() => db.stop());
    return db.external
      ? `PostgreSQL ${db.version} of DATABASE_URL`
      : `embedded PostgreSQL ${db.created ? 'made and ' : ''}${db.started ? 'started' : 'already running'} in ${db.place}`;
  });
  const env = {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: db.url,
    DATA_DIR: dir,
    NEXTAUTH_SECRET: sessionSecret(dir),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || address,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  delete env.MIGRATION_DATABASE_URL; // the app never needs the owner's rights
  if (db.external) delete env.CAPACITY_EMBEDDED;
  else env.CAPACITY_EMBEDDED = '1';
  const settings = requireSettings(life, env); // beside the migrations: most of it is waiting for a second process
  settings.catch(() => {});
  await life.step('Migrations', async () => {
    await life.unlessStopped(migrate(db.ownerUrl, db));
    return 'applied';
  });
  await settings;
  await life.step('Demo data', () => loadDemo(life, db, { ...env, MIGRATION_DATABASE_URL: db.ownerUrl }, dir));
  return { db, env };
}

/** Refuses settings that the app itself would trip over at its first request. */
async function requireSettings(life, env) {
  const { code, output } = await life.run(...typescript(path.join(root, 'scripts/settings.ts')), { env });
  if (code !== 0) throw new Sentence(output.trim());
}

/** Waits until the app answers its health check. */
export async function untilHealthy(address, { signal, seconds = 180 }) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (response.status < 500) return true;
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

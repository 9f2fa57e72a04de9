// node scripts/run.mjs FILE ARGS: runs a TypeScript script with the database found or started, migrated and named in the environment.
import './lib/require-node.mjs';

import('./lib/life.mjs').then(async ({ live }) => {
  const [{ ensureDatabase }, { migrate }, { typescript }, { dataDir, makeWritable, sessionSecret }, { Sentence }] = await Promise.all(
    ['./pg.mjs', './migrate.mjs', './lib/demo.mjs', './lib/settings.mjs', './lib/sentence.mjs'].map((name) => import(name)),
  );
  await live(async (life) => {
    const [file, ...args] = process.argv.slice(2);
    if (!file) throw new Sentence('Say which script to run: node scripts/run.mjs scripts/admin.ts list-users');
    const dir = dataDir();
    makeWritable(dir);
    const db = await ensureDatabase({ signal: life.signal });
    life.onEnd(() => db.stop());
    await life.unlessStopped(migrate(db.ownerUrl, db));
    const env = {
      ...process.env,
      DATABASE_URL: db.url,
      MIGRATION_DATABASE_URL: db.ownerUrl,
      DATA_DIR: dir,
      NEXTAUTH_SECRET: sessionSecret(dir),
      CAPACITY_EMBEDDED: db.external ? '' : '1',
    };
    const { code } = await life.run(...typescript(file, ...args), { env, show: true, ask: true });
    return typeof code === 'number' ? code : 1;
  });
});

// npm run bench:data -- --scale 1|10: an embedded database of its own in .data/bench-<scale> with made-up projects of that size (DESIGN §6).
import '../lib/require-node.mjs';

import('../lib/life.mjs').then(async ({ live }) => {
  const [path, { ensureDatabase, wipeDatabase }, { migrate }, { typescript }, { root }, { scaleOf, benchDir }] = await Promise.all(
    ['node:path', '../pg.mjs', '../migrate.mjs', '../lib/demo.mjs', '../lib/settings.mjs', './scale.mjs'].map((name) => import(name)),
  );
  await live(async (life) => {
    const [scale] = scaleOf(process.argv.slice(2), [1]);
    const dir = benchDir(scale);
    await wipeDatabase(dir);
    // Nothing here is worth a sync: what is lost is generated again. The measured server runs with the defaults.
    const db = await ensureDatabase({ dataDir: dir, embedded: true, flags: ['fsync=off', 'max_wal_size=8GB', 'checkpoint_timeout=1h'], signal: life.signal });
    life.onEnd(() => db.stop());
    await migrate(db.ownerUrl);
    const env = { ...process.env, DATABASE_URL: db.ownerUrl, DATA_DIR: dir, NEXTAUTH_SECRET: 'only-for-measuring-on-this-machine', CAPACITY_EMBEDDED: '1' };
    const { code } = await life.run(...typescript(path.join(root, 'scripts/bench/generate.ts'), String(scale)), { env, show: true });
    return typeof code === 'number' ? code : 1;
  });
});

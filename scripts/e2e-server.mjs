// The app for the browser tests: the production build on an embedded database of its own, made new with the demo data for each run.
import './lib/require-node.mjs';

import('./lib/life.mjs').then(async ({ live }) => {
  const [fs, path, { root }, { serve }, { wipeDatabase }, { requireFreePort }] = await Promise.all(
    ['node:fs', 'node:path', './lib/settings.mjs', './lib/start.mjs', './pg.mjs', './lib/port.mjs'].map((name) => import(name)),
  );
  await live(async (life) => {
    const port = Number(process.env.E2E_PORT || 3101);
    const dir = path.join(root, '.data/e2e');
    for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'HOST', 'PORT']) delete process.env[name];
    process.env.DATA_DIR = dir;
    process.env.NEXTAUTH_URL = `http://127.0.0.1:${port}`;
    await requireFreePort(port); // before the data of a run that is still going is wiped
    await wipeDatabase(dir);
    fs.rmSync(dir, { recursive: true, force: true });
    await serve(life, { dir, port, onReady: ({ address }) => console.log(`Ready at ${address}`) });
  });
});

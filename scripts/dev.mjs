// npm run dev: the same database as npm start, with Next's development server.
import './lib/require-node.mjs';

import('./lib/life.mjs').then(async ({ live }) => {
  const [{ install }, { requireFreePort }, { dataDir, makeWritable, root, wantedPort }] = await Promise.all([
    import('./lib/install.mjs'),
    import('./lib/port.mjs'),
    import('./lib/settings.mjs'),
  ]);
  await live(async (life) => {
    const port = wantedPort();
    await requireFreePort(port);
    makeWritable(dataDir());
    await life.step('Packages', () => install(life));
    const { prepareDatabase } = await import('./lib/app.mjs');
    const { env } = await prepareDatabase(life, { dir: dataDir(), address: `http://localhost:${port}`, mode: 'development' });
    const { code } = await life.run(
      process.execPath,
      [`${root}/node_modules/next/dist/bin/next`, 'dev', '-p', String(port), '-H', process.env.HOST || '127.0.0.1'],
      { env, show: true },
    );
    return typeof code === 'number' ? code : 1;
  });
});

// npm start: packages, database, demo data, build, serve. Only Node's own modules may be loaded before the packages are there.
import './lib/require-node.mjs';

import('./lib/life.mjs').then(async ({ live }) => {
  const [{ install }, { requireFreePort }, { dataDir, makeWritable, wantedPort }] = await Promise.all([
    import('./lib/install.mjs'),
    import('./lib/port.mjs'),
    import('./lib/settings.mjs'),
  ]);
  await live(async (life) => {
    await requireFreePort(wantedPort()); // before minutes of work, not after
    makeWritable(dataDir());
    await life.step('Packages', () => install(life));
    const { serve, welcome } = await import('./lib/start.mjs');
    await serve(life, { onReady: welcome });
  });
});

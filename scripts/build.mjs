// npm run build: the production build, with the stamp that tells a later start that it is fresh.
import './lib/require-node.mjs';

import('./lib/life.mjs').then(async ({ live }) => {
  const { build } = await import('./lib/build.mjs');
  await live(async (life) => {
    await life.step('Build', () => build(life));
    return 0;
  });
});

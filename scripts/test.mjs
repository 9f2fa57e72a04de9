// npm test: everything that must hold, on a fresh clone too. npm test -- unit|integration|e2e|static [PATTERN] runs a part.
import './lib/require-node.mjs';

const parts = ['static', 'unit', 'integration', 'e2e'];
const [part, pattern] = process.argv.slice(2);
if (part && !parts.includes(part)) {
  console.error(`There is no part "${part}": npm test -- ${parts.join('|')} [PATTERN]`);
  process.exit(1);
}
const wants = (...names) => !part || names.includes(part);

import('./lib/life.mjs').then(async ({ live }) => {
  const { install } = await import('./lib/install.mjs');
  await live(
    async (life) => {
      await life.step('Packages', () => install(life));
      const { runBuild, runPlaywright, runStatic, runVitest, scoreboard } = await import('./lib/test.mjs');
      const board = scoreboard(life);
      let browser;
      const findBrowser = async () => {
        const { ensureBrowser } = await import('./ensure-browser.mjs');
        browser = (await ensureBrowser(life)).path;
        return { passed: 1, failed: 0 };
      };
      if (wants('e2e')) await board.step('Browser', findBrowser);
      if (wants('static')) await runStatic(life, board);
      if (!part) await board.step('Unit and database', () => runVitest(life, {}));
      else if (wants('unit', 'integration')) await board.step(part, () => runVitest(life, { project: part, pattern }));
      if (wants('e2e') && (await board.step('Build', () => runBuild(life))) && browser)
        await board.step('Browser tests', () => runPlaywright(life, { pattern, browser }));
      console.log(`\n${board.total.passed} passed, ${board.total.failed} failed`);
      return board.total.failed === 0 ? 0 : 1;
    },
    { stoppedCode: 130 },
  );
});

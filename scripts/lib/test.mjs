// The steps of `npm test`. Each prints one line; what failed shows what it said.
import fs from 'node:fs';
import path from 'node:path';
import { stopIfUnused } from '../pg.mjs';
import { build } from './build.mjs';
import { tail } from './life.mjs';
import { explain } from './sentence.mjs';
import { root } from './settings.mjs';

const bin = (file) => path.join(root, 'node_modules', file);
const output = path.join(root, '.data/test');
const resultFile = (name) => {
  const file = path.join(output, name);
  fs.mkdirSync(output, { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
};
const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Counts what passed and failed, and prints one line per step. */
export function scoreboard(life) {
  const total = { passed: 0, failed: 0 };
  const add = (name, { passed, failed, said = '' }, seconds) => {
    total.passed += passed;
    total.failed += failed;
    const counts = passed + failed === 1 ? (failed ? 'failed' : 'ok') : `${passed} passed, ${failed} failed`;
    console.log(`${name.padEnd(16)} ${counts} (${seconds.toFixed(1)} s)`);
    if (failed > 0 && said) console.log(said.trimEnd().replace(/^/gm, '  '));
  };
  const step = async (name, action) => {
    const begin = performance.now();
    const result = await action().catch((error) => {
      life.signal.throwIfAborted();
      return { passed: 0, failed: 1, said: explain(error) };
    });
    add(name, result, (performance.now() - begin) / 1000);
    return result.failed === 0;
  };
  return { total, step };
}

/** A check that counts as one: passes when every command ends with 0. */
const check = async (life, ...commands) => {
  for (const args of commands) {
    const { code, output: said } = await life.run(process.execPath, args);
    if (code !== 0) return { passed: 0, failed: 1, said: tail(said, 60) };
  }
  return { passed: 1, failed: 0 };
};

const staticChecks = [
  ['Types', [bin('next/dist/bin/next'), 'typegen'], [bin('typescript/bin/tsc'), '--noEmit']],
  ['Lint', [bin('@biomejs/biome/bin/biome'), 'lint', '.']],
  ['Import rules', ['scripts/check-imports.mjs']],
  ['Vocabulary', ['scripts/check-structure.mjs']],
  ['Messages', ['scripts/check-messages.mjs']],
];

export async function runStatic(life, board) {
  for (const [name, ...commands] of staticChecks) await board.step(name, () => check(life, ...commands));
}

const env = { ...process.env, TZ: 'Asia/Kathmandu', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
delete env.FORCE_COLOR;
const graceful = { signal: 'SIGINT', ms: 25_000 }; // the test runners stop their servers on Ctrl-C only

/** Unit and integration tests. `project`: only one of them, without coverage; `pattern`: only files whose path contains it. */
export async function runVitest(life, { project, pattern }) {
  const file = resultFile('vitest.json');
  life.onEnd(() => stopIfUnused(output)); // an interrupted run does not get to stop its server
  const coverage = !project && !pattern;
  const args = [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,

    ...(coverage ? ['--coverage'] : []),
    ...(project ? ['--project', project] : []),
    ...(pattern ? [pattern] : []),
  ];
  const { code, output: said } = await life.run(process.execPath, [bin('vitest/vitest.mjs'), ...args], { env, graceful });
  const result = readJson(file);
  const passed = result?.numPassedTests ?? 0;
  const failed = result?.numFailedTests ?? 0;
  // files that could not be loaded, coverage below the threshold, errors outside a test: no failed test, yet not right
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, said: tail(said, 120) };
}

export const runBuild = async (life) => {
  await build(life);
  return { passed: 1, failed: 0 };
};

/** Browser tests on the production build. `pattern`: only files whose path contains it. */
export async function runPlaywright(life, { pattern, browser }) {
  const file = resultFile('playwright.json');
  life.onEnd(() => stopIfUnused(path.join(root, '.data/e2e')));
  const args = ['test', '--reporter=list,json', ...(pattern ? [pattern] : [])];
  const { code, output: said } = await life.run(process.execPath, [bin('@playwright/test/cli.js'), ...args], {
    env: { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    graceful,
  });
  const stats = readJson(file)?.stats;
  const passed = stats?.expected ?? 0;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, said: tail(said, 120) };
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFolder } from '../../support/folders';

let folder = '';
const at = (name: string) => path.join(folder, name);
const until = async (holds: () => boolean) => {
  for (const end = Date.now() + 20_000; !holds() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(holds()).toBe(true);
};

/** A launcher that lives until it is stopped and takes a moment to clean up, like the one of the database. */
const launcher = () => `import { live } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/lib/life.mjs')).href)};
import { writeFileSync, rmSync } from 'node:fs';
await live(async (life) => {
  life.onEnd(() => new Promise((resolve) => setTimeout(() => { rmSync(${JSON.stringify(at('running'))}); resolve(); }, 500)));
  writeFileSync(${JSON.stringify(at('running'))}, String(process.pid));
  await life.run(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
});`;

beforeAll(() => {
  folder = openFolder('capacity-stopping-');
  writeFileSync(at('launcher.mjs'), launcher());
  const { start } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
  writeFileSync(at('package.json'), JSON.stringify({ scripts: { start: start.replaceAll('scripts/start.mjs', 'launcher.mjs'), behind: 'node launcher.mjs; true' } }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function npm(script: string) {
  const child = spawn('npm', ['run', script], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await until(() => existsSync(at('running')));
  return { child, ended };
}

it.each(['SIGTERM', 'SIGINT'] as const)('npm start ends on %s only after everything is cleaned up', async (signal) => {
  const { child, ended } = await npm('start');
  child.kill(signal);
  await ended;
  expect(existsSync(at('running'))).toBe(false);
});

it('a launcher stops by itself when npm is killed', async () => {
  const { child } = await npm('start');
  child.kill('SIGKILL');
  await until(() => !existsSync(at('running')));
});

it('a launcher behind a shell that keeps signals to itself stops with it', async () => {
  const { child } = await npm('behind');
  child.kill('SIGTERM');
  await until(() => !existsSync(at('running')));
});

// A Chromium for the browser tests: one that is there, else the test runner's own, else the distribution's package.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Sentence } from './lib/sentence.mjs';
import { root } from './lib/settings.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** Does it start at all? A browser whose libraries are missing, or Ubuntu's empty package, is none. Windows has no console version. */
const works = (file) =>
  fs.existsSync(file) && (process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0);

/** Where the test runner keeps what it downloads: the full browser, or the small one without a window beside it. */
async function ownBrowsers() {
  const { chromium } = await import('@playwright/test');
  const full = chromium.executablePath();
  const folder = full.match(/^(.*[\\/])chromium-(\d+)[\\/]/);
  if (!folder) return [full];
  const shell = path.join(folder[1], `chromium_headless_shell-${folder[2]}`);
  const files = fs.existsSync(shell) ? fs.readdirSync(shell, { recursive: true }).map((name) => path.join(shell, String(name))) : [];
  return [full, ...files.filter((name) => /(headless_shell|chrome-headless-shell)(\.exe)?$/.test(name) && fs.statSync(name).isFile())];
}

/** The path of a Chromium that works, or undefined. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) {
    if (works(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Sentence(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not a browser that starts here.`);
  }
  return [...usual, ...(await ownBrowsers())].find(works);
}

async function installOwn(life) {
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  // Fails fast without a network, yet lets a slow line finish: it must only keep moving.
  await life.run(process.execPath, [cli, 'install', 'chromium', '--only-shell'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    idleSeconds: 45,
  });
}

async function installPackage(life) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => life.run('/usr/bin/apt-get', args, { env, idleSeconds: 120 });
  const get = () => apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  if ((await get()).code === 0) return;
  await apt('update', '-q');
  await get();
}

/** Finds or installs a Chromium; gives { path, words }. Throws a Sentence where there is none to be had. */
export async function ensureBrowser(life) {
  const present = await findBrowser();
  if (present) return { path: present, words: present };
  for (const [install, from] of [
    [installOwn, 'downloaded by Playwright'],
    [installPackage, "installed from the distribution's package"],
  ]) {
    await install(life);
    const found = await findBrowser();
    if (found) return { path: found, words: `${found}, ${from}` };
  }
  throw new Sentence(
    'There is no Chromium for the browser tests: install Chrome or Chromium, run "npx playwright install chromium", or name one in CHROMIUM_PATH.',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { live } = await import('./lib/life.mjs');
  await live(async (life) => console.log((await ensureBrowser(life)).path));
}

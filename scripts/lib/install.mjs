// node_modules exactly as package-lock.json says. Builtins only: nothing is installed yet.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { failed } from './life.mjs';
import { alone } from './processes.mjs';
import { root } from './settings.mjs';

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** What npm noted of an installation equals the lock: same packages, same versions; only those may be absent that npm leaves out
 *  (for other platforms, or left in the lock without anybody needing them). */
export function sameAsLock(lockText, installedText) {
  if (!lockText || !installedText) return false;
  const locked = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  const same = (name) => locked[name]?.version === installed[name].version && locked[name]?.integrity === installed[name].integrity;
  const maybeAbsent = (one) => one.optional || one.devOptional || one.peer || one.extraneous;
  const missing = Object.keys(locked).filter((name) => name !== '' && !installed[name] && !maybeAbsent(locked[name]));
  return missing.length === 0 && Object.keys(installed).every(same);
}

const stampFile = (folder) => path.join(folder, 'node_modules/.capacity-lock');
const stampOf = (lock) => createHash('sha256').update(`${process.platform} ${process.arch}\n${lock}`).digest('hex');

function stamp(folder, lock) {
  try {
    fs.writeFileSync(stampFile(folder), stampOf(lock));
  } catch {
    // node_modules of somebody else: compared again next time
  }
}

/** Is nothing left to install? Leaves its stamp on an installation that npm itself made right. */
export function isInstalled(folder = root) {
  const lock = read(path.join(folder, 'package-lock.json'));
  if (!lock) return true; // without a lock there is nothing to compare with
  if (read(stampFile(folder)) === stampOf(lock)) return true;
  if (!sameAsLock(lock, read(path.join(folder, 'node_modules/.package-lock.json')))) return false;
  stamp(folder, lock);
  return true;
}

/** Installs what the lock names, unless it stands there already. Gives the words for the progress line. */
export const install = async (life) => (isInstalled() ? 'up to date' : await alone('install', life, () => installNow(life)));

async function installNow(life) {
  if (isInstalled()) return 'installed by another launcher';
  for (const mark of ['.capacity-lock', '.package-lock.json']) fs.rmSync(path.join(root, 'node_modules', mark), { force: true }); // an interrupted run must not look whole
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const result = await life.run(...npm);
  if (result.code !== 0) throw failed('Installing the packages of package-lock.json', result);
  stamp(root, read(path.join(root, 'package-lock.json')));
  return 'installed as locked';
}

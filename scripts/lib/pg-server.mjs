// Makes, starts and stops one embedded PostgreSQL cluster. PostgreSQL's own pid file decides who runs; our lock only spares useless tries.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runTool } from './pg-binaries.mjs';
import { accepts, freePort } from './port.mjs';
import { identity, pause } from './processes.mjs';

const word = () => randomBytes(24).toString('base64url');
const readText = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

export const secretsOf = (place) => JSON.parse(fs.readFileSync(path.join(place.home, 'secrets.json'), 'utf8'));

/** Makes the cluster with its roles and database, in a side folder that becomes the real one in a single rename: it exists whole or not at all. */
export async function createCluster(place, { durable = true } = {}) {
  const parent = path.dirname(place.home);
  fs.mkdirSync(parent, { recursive: true });
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(`${path.basename(place.home)}.new-`)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const half = `${place.home}.new-${process.pid}`;
  const cluster = path.join(half, 'cluster');
  const passwordFile = path.join(cluster, '..', 'password');
  const secrets = { owner: word(), app: word() };
  fs.mkdirSync(cluster, { recursive: true });
  fs.chmodSync(half, place.account.uid === undefined ? 0o700 : 0o711);
  fs.writeFileSync(path.join(half, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
  fs.writeFileSync(passwordFile, `${secrets.owner}\n`, { mode: 0o600 });
  if (place.account.uid !== undefined) for (const file of [cluster, passwordFile]) fs.chownSync(file, place.account.uid, place.account.gid);

  try {
    await fillCluster(place, { cluster, passwordFile, secrets, durable });
    fs.renameSync(half, place.home);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

async function fillCluster(place, { cluster, passwordFile, secrets, durable }) {
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = await runTool(place, 'initdb', [
    '-D',
    cluster,
    '-U',
    'capacity_owner',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    ...locale,
    ...(durable ? [] : ['--no-sync']),
  ]);
  fs.rmSync(passwordFile, { force: true });
  if (made.code !== 0) throw new Error(`The embedded PostgreSQL could not be set up:\n${made.output}`);

  const statements = [
    'create role capacity_embedded nologin',
    `create role capacity_app login nosuperuser nocreatedb nocreaterole password '${secrets.app}'`,
    "create database capacity owner capacity_owner template template0 encoding 'UTF8'",
  ];
  const prepared = await runTool(place, 'postgres', ['--single', '-D', cluster, 'postgres'], { input: `${statements.join('\n')}\n` });
  if (prepared.code !== 0 || /ERROR|FATAL|PANIC/.test(prepared.output)) throw new Error(`The embedded database could not be made:\n${prepared.output}`);
}

const pidFile = (place) => path.join(place.cluster, 'postmaster.pid');
const pidLines = (place) => readText(pidFile(place))?.split('\n');

const commandLine = (pid) =>
  process.platform === 'linux' ? (readText(`/proc/${pid}/cmdline`) ?? '') : spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;

/** Is this id a living server of exactly this cluster? After a crash it may belong to any other program, even to another cluster's server. */
function isServer(pid, place) {
  if (!identity(pid)) return false;
  return process.platform === 'win32' || commandLine(pid).includes(place.cluster);
}

/** The port of the running server, waiting while it starts up or shuts down; undefined when none runs. */
export async function runningPort(place, signal) {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(50)) {
    signal?.throwIfAborted();
    const lines = pidLines(place);
    if (!lines || !isServer(Number(lines[0]), place)) return undefined;
    if (lines[7]?.trim() === 'ready' && (await accepts(Number(lines[3])))) return Number(lines[3]);
  }
  throw new Error(`The PostgreSQL of ${place.cluster} neither starts nor stops, see ${logFile(place)}`);
}

/** A pid of a crash that now belongs to another program would make PostgreSQL refuse to start: replace it by one that is dead.
 *  The rest of the file stays, so PostgreSQL still refuses while backends of the crashed server are alive. */
function disarmStalePid(place) {
  const lines = pidLines(place);
  if (!lines || isServer(Number(lines[0]), place) || !identity(Number(lines[0]))) return;
  let dead = 4_000_000;
  while (identity(dead)) dead -= 1;
  fs.writeFileSync(pidFile(place), [dead, ...lines.slice(1)].join('\n'));
}

const logFile = (place) => path.join(place.home, 'server.log');

function prepareLog(place) {
  const file = logFile(place);
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined || size > 5_000_000) fs.writeFileSync(file, '', { mode: 0o600 });
  if (place.account.uid !== undefined) fs.chownSync(file, place.account.uid, place.account.gid);
  return file;
}

/** Starts the server on a free port; recovers from a crash by itself. Returns the port. */
export async function startServer(place, { flags = [], signal } = {}) {
  disarmStalePid(place);
  const log = prepareLog(place);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    signal?.throwIfAborted();
    const before = fs.statSync(log).size;
    const options = [`-p ${await freePort()}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', ...flags.map((flag) => `-c ${flag}`)];
    await runTool(place, 'pg_ctl', ['start', '-w', '-t', '120', '-D', place.cluster, '-l', log, '-o', options.join(' ')], { quiet: true });
    const port = await runningPort(place); // not interrupted: who started it must know it, to stop it
    if (port) return port;
    const said = readText(log)?.slice(before) ?? '';
    // somebody took the port meanwhile, or backends of a killed server are still going: try again
    if (!/could not bind|already in use|shared memory block|lock file/.test(said)) throw new Error(`PostgreSQL did not start:\n${said.slice(-2000)}`);
    await pause(300);
  }
  throw new Error(`PostgreSQL did not start, see ${log}`);
}

/** Stops the server, if it runs: sessions are ended, everything acknowledged is on disk. */
export const stopServer = (place) => runTool(place, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', place.cluster], { quiet: true });

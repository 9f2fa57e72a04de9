// Settings that the launchers read before the app exists. The app itself reads lib/env.ts.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sentence } from './sentence.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder for database, files and secret, absolute. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || '.data');

/** The port to serve on; refuses what is not a port. */
export function wantedPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Sentence(`PORT must be a number from 1 to 65535, not "${text}".`);
  return port;
}

/** How many processes serve: two where there are two processors, unless WEB_PROCESSES says otherwise. */
export function webProcesses() {
  const text = process.env.WEB_PROCESSES || String(Math.min(2, os.availableParallelism()));
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 16) throw new Sentence(`WEB_PROCESSES must be a number from 1 to 16, not "${text}".`);
  return count;
}

/** Makes the folder and those above it, one at a time: Node's recursive mkdir asks for ever where a parent refuses with ENOENT, as /proc does. */
function makeFolder(dir) {
  if (fs.existsSync(dir)) return;
  makeFolder(path.dirname(dir));
  try {
    fs.mkdirSync(dir);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error; // two starts at once
  }
}

/** Makes the data folder and proves that it can be written. */
export function makeWritable(dir) {
  const probe = path.join(dir, `.probe-${process.pid}`);
  try {
    makeFolder(dir);
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
  } catch (error) {
    throw new Sentence(`The data folder ${dir} cannot be written (${error.code ?? error.message}): correct its permissions or set DATA_DIR to another folder.`);
  }
}

/** The key that signs sessions: NEXTAUTH_SECRET, else one made once and kept in the data folder for this user only. */
export function sessionSecret(dir) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = path.join(dir, 'secret');
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** Room for what one request makes and forgets, in MB: with the usual 16 a page under load spends an eighth of its time clearing it away. */
export const youngSpace = '--max-semi-space-size=64';

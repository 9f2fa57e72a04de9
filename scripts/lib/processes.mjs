// Who is alive. A bare process id is not enough: ids are reused after a crash, so each is remembered with its start time.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './settings.mjs';

/** 'pid start-time' of a living process, or undefined when it is gone (a zombie is gone). */
export function identity(pid) {
  if (!(pid > 0)) return undefined;
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${pid} ${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  try {
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    return error.code === 'EPERM' ? String(pid) : undefined;
  }
}

/** Is the process that wrote this mark still running? */
export const isAlive = (mark) => mark !== '' && identity(Number.parseInt(mark, 10)) === mark.trim();

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Removes a lock whose holder died. Renaming first makes sure that only one waiter removes it, and that a new holder's lock is put back. */
function breakLock(file, mark) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== mark) fs.linkSync(aside, file);
  } catch {
    // somebody else was faster
  }
  fs.rmSync(aside, { force: true });
}

/** Takes the lock file, waiting while a living process holds it; returns the function that releases it. */
export async function lock(file, { signal, seconds = 120 } = {}) {
  const mine = identity(process.pid);
  const own = `${file}.new-${process.pid}`;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    signal?.throwIfAborted();
    fs.writeFileSync(own, mine);
    try {
      fs.linkSync(own, file); // atomic and never half written, unlike an exclusive open followed by a write
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(own, { force: true });
    }
    const holder = read(file);
    if (holder !== undefined && !isAlive(holder)) breakLock(file, holder);
    else await pause(50);
  }
  throw new Error(`another launcher has held ${file} for ${seconds} seconds`);
}

/** Does the work while no other launcher of this copy of the project does work of that name. */
export async function alone(name, { signal }, work) {
  const copy = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const release = await lock(path.join(os.tmpdir(), `capacity-${process.getuid?.() ?? ''}-${copy}-${name}.lock`), { signal, seconds: 1800 });
  try {
    return await work();
  } finally {
    release();
  }
}

/** The processes that use a thing: the last one to leave turns off the light. */
export function register(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const file = `${folder}/${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  fs.writeFileSync(file, identity(process.pid));
  return {
    /** Leaves; true when nobody alive is left. */
    leave() {
      fs.rmSync(file, { force: true });
      for (const name of fs.readdirSync(folder)) {
        if (isAlive(read(`${folder}/${name}`) ?? '')) return false;
        fs.rmSync(`${folder}/${name}`, { force: true });
      }
      return true;
    },
  };
}

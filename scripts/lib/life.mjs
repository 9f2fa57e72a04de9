// The life of a launcher: one line per step, children that end with it, and a clean end on Ctrl-C, SIGTERM and SIGHUP at any moment.
import { spawn } from 'node:child_process';
import { explain, Sentence } from './sentence.mjs';
import { root } from './settings.mjs';

const grace = 5000;

/** Thrown out of whatever is under way when a signal asks to stop. */
export class Stopped extends Error {}

/** Runs `work(life)` and ends the process with its exit code, or with `stoppedCode` when asked to stop. What `life.onEnd` was given runs last, newest first. */
export async function live(work, { stoppedCode = 0 } = {}) {
  const controller = new AbortController();
  const children = new Map();
  const endings = [];
  const stop = () => {
    controller.abort(new Stopped());
    for (const [child, graceful] of children) end(child, graceful);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);

  /** Starts a program and gives { code, output }, where the output is kept unless `show`; `ask` lets it read the keyboard,
   *  `idleSeconds` ends one that says nothing for so long, `graceful` { signal, ms } is how it likes to be stopped. Throws Stopped when asked to stop meanwhile. */
  const run = async (command, args, { env = process.env, show = false, ask = false, ipc = false, idleSeconds, graceful, onOutput } = {}) => {
    controller.signal.throwIfAborted();
    const stdio = [ask ? 'inherit' : 'ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])];
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ipc ? [...stdio, 'ipc'] : stdio,
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    children.set(child, graceful);
    const output = [];
    const watch = idleSeconds ? setTimeout(() => end(child), idleSeconds * 1000) : undefined;
    const collect = (part) => {
      watch?.refresh();
      output.push(part);
      onOutput?.(part);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    try {
      const code = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status, signal) => resolve(status ?? `signal ${signal}`));
      });
      controller.signal.throwIfAborted();
      return { code, output: output.join('') };
    } finally {
      clearTimeout(watch);
      children.delete(child);
    }
  };

  /** One line of progress: `run` gives the words, or undefined to stay silent. */
  const step = async (name, action) => {
    controller.signal.throwIfAborted();
    const begin = performance.now();
    const said = await action();
    controller.signal.throwIfAborted();
    if (said) console.log(`${name.padEnd(10)} ${said} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  };

  /** A promise that gives way when asked to stop; for waiting that cannot be interrupted itself. */
  const unlessStopped = (promise) => {
    promise.catch(() => {});
    return Promise.race([
      promise,
      new Promise((_, reject) => controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })),
    ]);
  };

  let code = 0;
  try {
    code = (await work({ run, step, unlessStopped, signal: controller.signal, onEnd: (ending) => endings.unshift(ending) })) ?? 0;
  } catch (error) {
    if (!controller.signal.aborted) {
      console.error(explain(error));
      code = 1;
    }
  }
  for (const ending of endings) await ending().catch((error) => console.error(explain(error)));
  process.exit(controller.signal.aborted ? stoppedCode : code);
}

/** npm started us, and npm or the shell between was ended in a way that does not reach us: nobody could stop us any more. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

function end(child, { signal = 'SIGTERM', ms = grace } = {}) {
  child.kill(signal);
  setTimeout(() => child.kill('SIGKILL'), ms).unref();
}

/** The last lines of what a program said, for a failure message. */
export const tail = (text, lines = 25) => text.trimEnd().split('\n').slice(-lines).join('\n');

/** A failed step in one sentence, followed by what the program said. */
export const failed = (what, { code, output }) => new Sentence(`${what} failed (${code}):\n${tail(output)}`);

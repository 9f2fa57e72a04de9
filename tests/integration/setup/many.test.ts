import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
// @ts-expect-error: a script without types
import { freePort } from '../../../scripts/lib/port.mjs';
import { openFolder } from '../../support/folders';

let folder = '';
const at = (name: string) => path.join(folder, name);
const started: ChildProcess[] = [];

beforeAll(() => {
  folder = openFolder('capacity-many-');
  // A web server that says who answered, and whether it is the one of the clock.
  writeFileSync(at('web.mjs'), `import http from 'node:http';
    http.createServer((_, response) => response.end(JSON.stringify({ pid: process.pid, clock: process.env.CAPACITY_CLOCK }))).listen(Number(process.argv[2]), '127.0.0.1');`);
  writeFileSync(at('broken.mjs'), 'process.exit(7);');
  writeFileSync(at('many.mjs'), `import { serveMany } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/lib/many.mjs')).href)};
    serveMany({ program: process.argv[2], args: [process.argv[3]], flags: [], count: 2 });`);
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = { pid: number; clock: string };
/** Who answers now: each question on a connection of its own. One that was on its way to a process as it was killed is never answered (Node hands out one at a time): it is given up. */
async function answering(port: number): Promise<Answer[]> {
  const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2000) }).then((response) => response.json() as Promise<Answer>).catch(() => null)));
  return [...new Map(answers.flatMap((answer) => (answer ? [[answer.pid, answer]] : []))).values()];
}
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ; ) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
async function serve(program: string) {
  const port: number = await freePort();
  const child = spawn(process.execPath, [at('many.mjs'), at(program), String(port)], { stdio: 'ignore' });
  started.push(child);
  return { port, child, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
}
const two = (answers: Answer[]) => answers.length === 2;

it('two processes answer on one port, one of them has the clock; one that dies is replaced in its office', async () => {
  const { port, child, ended } = await serve('web.mjs');
  const first = await until(() => answering(port), two);
  expect(first.map(({ clock }) => clock).sort()).toEqual(['0', '1']);
  await new Promise((resolve) => setTimeout(resolve, 5200)); // a young one that dies counts as not come up
  const clock = first.find((answer) => answer.clock === '1');
  process.kill(clock?.pid ?? 0, 'SIGKILL');
  const second = await until(() => answering(port), (answers) => two(answers) && answers.every(({ pid }) => pid !== clock?.pid));
  expect(second.map(({ clock }) => clock).sort()).toEqual(['0', '1']);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await answering(port)).toEqual([]);
});

it('none is left when the one in front is killed', async () => {
  const { port, child } = await serve('web.mjs');
  await until(() => answering(port), two);
  child.kill('SIGKILL');
  await until(() => answering(port), (answers) => answers.length === 0);
});

it('a server that does not come up ends the whole with its code', async () => {
  const { ended } = await serve('broken.mjs');
  expect(await ended).toBe(7);
});

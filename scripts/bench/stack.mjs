// What is measured at one scale: the database, the app's production build, and the bare server that sends the same statements.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { untilHealthy } from '../lib/app.mjs';
import { freePort } from '../lib/port.mjs';
import { root } from '../lib/settings.mjs';
import { Sentence } from '../lib/sentence.mjs';
import { migrate } from '../migrate.mjs';
import { ensureDatabase } from '../pg.mjs';
import { changedPages, deepPages, pages } from './pages.mjs';
import { benchDir } from './scale.mjs';
import { logging, statementsOf } from './statements.mjs';

const secret = 'only-for-measuring-on-this-machine';
const manager = '01900000-0000-7000-8000-000000000000'; // idOf('user', 0) of scripts/bench/world/facts.ts
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** One request; gives the body, or throws where the answer is not 200. */
export const get = (address, cookie) =>
  new Promise((resolve, reject) => {
    http
      .get(address, { agent, headers: { cookie, accept: 'text/html', 'accept-encoding': 'identity' } }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          response.statusCode === 200 ? resolve(Buffer.concat(parts).toString()) : reject(new Error(`${address} answered ${response.statusCode}`)),
        );
      })
      .on('error', reject);
  });

export const sessionCookie = async () => `next-auth.session-token=${await encode({ token: { sub: manager, epoch: 1, sid: '01976000-0000-7000-8000-000000000001' }, secret })}; language=en`;

async function startApp(life, db, dir) {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: db.url,
    DATA_DIR: dir,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    CAPACITY_EMBEDDED: '1',
  };
  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts/lib/servers.mjs'), '-p', String(port), '-H', '127.0.0.1', '--keepAliveTimeout', '70000'],
    { cwd: root, env, stdio: 'ignore' },
  );
  life.onEnd(async () => void child.kill());
  const address = `http://127.0.0.1:${port}`;
  if (!(await untilHealthy(address, life))) throw new Sentence('The app did not start.');
  return { address, pid: child.pid, stop: () => new Promise((resolve) => child.once('exit', resolve) && child.kill()) };
}

async function startBare(life, db, file) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/bench/bare.mjs'), file], {
    env: { ...process.env, DATABASE_URL: db.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  life.onEnd(async () => void child.kill());
  const port = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  return { address: `http://127.0.0.1:${port}`, pid: child.pid };
}

/** The address of a page in the last third of the JSON list, and of the same page of the screen. */
async function deepAddress(app, cookie, first) {
  const list = first.startsWith('/api/') ? first : `/api/v1${first}`;
  const { total } = JSON.parse(await get(app.address + list, cookie));
  let cursor = null;
  for (let page = 0; page < Math.max(1, Math.floor(((total?.value ?? total) / 50) * 0.7)); page += 1) {
    const { next } = JSON.parse(await get(`${app.address}${list}${cursor ? `?after=${encodeURIComponent(cursor)}` : ''}`, cookie));
    if (next === null) break;
    cursor = next;
  }
  return `${first}?after=${encodeURIComponent(cursor)}`;
}

/**
 * What lies there may be older than today: the schema is brought up, and the figures are called today's, else the server would count all projects anew
 * a minute after its start, in the middle of what is measured.
 */
async function prepare(db) {
  await migrate(db.ownerUrl);
  const sql = postgres(db.ownerUrl, { max: 1, onnotice() {} });
  await sql`update rollup_states set as_of = (now() at time zone 'Europe/Podgorica')::date`;
  await sql.unsafe('vacuum analyze rollup_states');
  await sql.end();
}

/** Lets a database look as after a write in every project: what the app keeps until then is read and drawn anew. */
const change = (sql) => sql`update rollup_states set version = version`;

/** Starts everything of one scale, for the pages that `wanted` names. First once with a logging database, to learn what each page asks; then as in real life. */
export async function startStack(life, scale, wanted) {
  const dir = benchDir(scale);
  if (!fs.existsSync(path.join(dir, 'postgres'))) throw new Sentence(`There are no data of scale ${scale}: npm run bench:data -- --scale ${scale}`);
  const cookie = await sessionCookie();
  const addresses = Object.fromEntries(Object.entries({ ...pages, ...changedPages }).filter(([page]) => wanted(page)));
  const learn = await ensureDatabase({ dataDir: dir, embedded: true, flags: logging, signal: life.signal });
  await prepare(learn);
  const learner = await startApp(life, learn, dir);
  for (const [page, first] of Object.entries(deepPages)) if (wanted(page)) addresses[page] = await deepAddress(learner, cookie, first);
  const statements = {};
  const writer = postgres(learn.ownerUrl, { max: 1, onnotice() {} });
  for (const [page, address] of Object.entries(addresses)) {
    await get(learner.address + address, cookie); // the first request loads code
    await change(writer); // all that the page rests on, also what it could have kept
    statements[page] = await statementsOf(learn.place, () => get(learner.address + address, cookie));
  }
  await writer.end();
  await learner.stop();
  await learn.stop();
  const file = path.join(dir, 'statements.json');
  fs.writeFileSync(file, JSON.stringify(statements));
  const db = await ensureDatabase({ dataDir: dir, embedded: true, signal: life.signal });
  life.onEnd(() => db.stop());
  const owner = postgres(db.ownerUrl, { max: 1, onnotice() {} });
  life.onEnd(() => owner.end());
  return {
    scale,
    /** what comes before each request of a page, if anything */
    before: Object.fromEntries(Object.keys(changedPages).map((page) => [page, () => change(owner)])),
    db,
    dir,
    cookie,
    addresses,
    counts: Object.fromEntries(Object.entries(statements).map(([page, list]) => [page, list.length])),
    app: await startApp(life, db, dir),
    bare: await startBare(life, db, file),
  };
}

/** Resident memory of a process and its children in MB; null where the system does not tell. */
export function memoryOf(pid) {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
    return Math.round(children.reduce((sum, child) => sum + (memoryOf(child) ?? 0), own));
  } catch {
    return null;
  }
}

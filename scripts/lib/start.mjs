import path from 'node:path';
import { prepareDatabase, untilHealthy } from './app.mjs';
import { build } from './build.mjs';
import { demoAccounts, demoPassword } from './demo-accounts.mjs';
import { requireFreePort } from './port.mjs';
import { Sentence } from './sentence.mjs';
import { dataDir, makeWritable, root, wantedPort, webProcesses } from './settings.mjs';

/** Everything that `npm start` does after the packages are there: database, demo, build, serve. */
export async function serve(life, { dir = dataDir(), port = wantedPort(), onReady } = {}) {
  makeWritable(dir);
  webProcesses(); // refused before minutes of work, not after
  await requireFreePort(port);
  const address = `http://localhost:${port}`;
  const { db, env } = await prepareDatabase(life, { dir, address, mode: 'production' });
  await life.step('Build', () => build(life));

  // Known passwords must not be offered to the network: with demo data only this machine is served, unless HOST says otherwise.
  const host = process.env.HOST || (db.external ? '0.0.0.0' : '127.0.0.1');
  const begin = performance.now();
  const servers = ['--import', path.join(root, 'scripts/lib/with-parent.mjs'), path.join(root, 'scripts/lib/servers.mjs'), '-p', String(port), '-H', host];
  const said = [];
  let ready = false;
  const server = life.run(process.execPath, servers, {
    env: { ...env, PORT: String(port) },
    ipc: true,
    onOutput: (part) => (ready ? process.stderr.write(part) : said.push(part)),
  });
  server.catch(() => {});
  const first = await Promise.race([server, untilHealthy(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`, life)]);
  ready = first === true;
  if (!ready) process.stderr.write(said.join(''));
  if (first === false) throw new Sentence(`The app does not answer at ${address}.`);
  if (ready) {
    console.log(`${'App'.padEnd(10)} serving (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
    onReady?.({ address, embedded: !db.external });
  }
  const { code } = await server;
  throw new Sentence(`The app ended by itself (${code}).`);
}

/** The last lines of a successful start. */
export function welcome({ address, embedded }) {
  console.log(`\nOpen ${address}`);
  if (embedded) console.log(`Demo accounts, password ${demoPassword}: ${demoAccounts.join(', ')}`);
  else console.log('First account: npm run admin -- create-user --email you@example.org --name "Your Name" --admin');
  console.log('Stop with Ctrl-C.');
}

// npm run bench -- [--scale 1,10] [--rounds 7] [--only equipment --only overview]: pages and writes of the app against the same SQL sent straight through `postgres`, side by side in one run.
// Times drift on any machine, so the ratios are what counts. Data: npm run bench:data -- --scale 1 (and 10).
import '../lib/require-node.mjs';

import('../lib/life.mjs').then(async ({ live }) => {
  const [path, { build }, { typescript }, { root }, { scaleOf }, { get, memoryOf, startStack }, { median, printPages, printThroughput, printWrites }] =
    await Promise.all(
      ['node:path', '../lib/build.mjs', '../lib/demo.mjs', '../lib/settings.mjs', './scale.mjs', './stack.mjs', './table.mjs'].map((name) => import(name)),
    );
  const args = process.argv.slice(2);
  const rounds = Math.max(7, Number(args[args.indexOf('--rounds') + 1]) || 7);
  // Pages whose name holds one of these words; writes are then measured only if one is 'writes'.
  const only = args.filter((_, at) => args[at - 1] === '--only');
  const wanted = (name) => only.length === 0 || only.some((word) => name.includes(word)) || name === 'activities, no rows';

  const timed = async (act) => {
    const begin = performance.now();
    await act();
    return performance.now() - begin;
  };
  /** Median time in ms of `n` requests one after another; what comes before each is not timed. */
  const serial = async (act, n, before = async () => {}) => {
    const times = [];
    for (let k = 0; k < n; k += 1) {
      await before();
      times.push(await timed(act));
    }
    return median(times);
  };
  /** Requests per second with 16 clients. */
  const parallel = async (act, n) => {
    let left = n;
    const client = async () => {
      for (; left > 0; ) {
        left -= 1;
        await act();
      }
    };
    return (n * 1000) / (await timed(() => Promise.all(Array.from({ length: 16 }, client))));
  };

  await live(async (life) => {
    await life.step('Build', () => build(life));
    const stacks = [];
    for (const scale of scaleOf(args, [1])) stacks.push(await startStack(life, scale, wanted));
    const names = Object.keys(stacks[0].addresses);
    const ofApp = (stack, page) => () => get(stack.app.address + stack.addresses[page], stack.cookie);
    const ofBare = (stack, page) => () => get(`${stack.bare.address}/${encodeURIComponent(page)}`, '');
    const results = stacks.map(() => Object.fromEntries(names.map((page) => [page, { app: [], bare: [], appRps: [], bareRps: [] }])));
    // A page of tens of thousands of records takes its time: fewer requests tell as much.
    const paced = (pace, most, least) => Math.max(least, Math.min(most, Math.round((most * 100) / pace)));
    for (const page of names) {
      const pace = [];
      for (const [at, stack] of stacks.entries())
        await serial(ofApp(stack, page), 3).then(
          async (first) => {
            pace[at] = first;
            await serial(ofApp(stack, page), paced(first, 17, 1), stack.before[page]);
            await serial(ofBare(stack, page), paced(first, 20, 3));
          },
          (error) => Promise.reject(new Error(`${page} at ${at}: ${error.message}`)),
        );
      for (let round = 0; round < rounds; round += 1) {
        life.signal.throwIfAborted();
        for (const [at, stack] of stacks.entries()) {
          const into = results[at][page];
          const [alone, together] = [paced(pace[at], 15, 3), paced(pace[at], 64, 16)];
          into.app.push(await serial(ofApp(stack, page), alone, stack.before[page]));
          into.bare.push(await serial(ofBare(stack, page), alone));
          if (stack.before[page]) continue;
          into.appRps.push(await parallel(ofApp(stack, page), together));
          into.bareRps.push(await parallel(ofBare(stack, page), together));
        }
      }
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    printPages(names, stacks, results);
    printThroughput(names.filter((page) => !stacks[0].before[page]), stacks, results);
    console.log(
      `\nmemory of the app after this (MB): ${stacks.map((stack) => `${memoryOf(stack.app.pid)} at ${stack.scale}×`).join(', ')}; of the bare server: ${stacks.map((stack) => memoryOf(stack.bare.pid)).join(', ')}`,
    );
    for (const stack of only.length === 0 || only.includes('writes') ? stacks : []) {
      const env = {
        ...process.env,
        DATABASE_URL: stack.db.url,
        DATA_DIR: stack.dir,
        NEXTAUTH_SECRET: 'only-for-measuring-on-this-machine',
        CAPACITY_EMBEDDED: '1',
      };
      const { code, output } = await life.run(...typescript(path.join(root, 'scripts/bench/writes.ts'), String(rounds)), { env });
      if (code !== 0) throw new Error(output);
      printWrites(stack.scale, JSON.parse(output.trim().split('\n').at(-1)));
    }
    return 0;
  });
});

import cluster from 'node:cluster';

/** One that lives no longer than this has not come up: trying again would not help. */
const upAfterMs = 5000;

/**
 * Runs a program that listens on a port as `count` processes behind that port, until a signal asks to stop; one that ends by itself is replaced. Only the first
 * has CAPACITY_CLOCK=1: it does what the clock asks for. Ends this process when they have ended, or with the code of one that does not come up; they end with it.
 */
export function serveMany({ program, args, flags, count }) {
  cluster.setupPrimary({ exec: program, args, execArgv: flags });
  let stopping = false;

  const start = (clock) => {
    const worker = cluster.fork({ CAPACITY_CLOCK: clock ? '1' : '0' });
    const begin = Date.now();
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      if (Date.now() - begin < upAfterMs) process.exit(code || 1);
      console.error(`A web server ended by itself (${signal ?? code}); another takes its place.`);
      start(clock);
    });
  };
  for (let n = 0; n < count; n += 1) start(n === 0);

  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    const running = Object.values(cluster.workers ?? {}).filter((worker) => worker && !worker.isDead());
    Promise.all(running.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))).then(() => process.exit(0));
    for (const worker of running) worker.process.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
}

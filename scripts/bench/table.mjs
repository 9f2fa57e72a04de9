/** Middle value; of an even number the upper of the two. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const ms = (value) => value.toFixed(1).padStart(9);
const ratio = (value) => `${value.toFixed(2)}×`.padStart(8);
const line = (...cells) => console.log(cells.join(' '));

/** One client, median over the rounds: app, bare server, their ratio, and how the largest scale compares with the first. */
export function printPages(names, stacks, results) {
  console.log('\nOne client, p50 in ms');
  line(
    'page'.padEnd(26),
    'scale'.padStart(6),
    'SQL'.padStart(4),
    'app'.padStart(9),
    'bare'.padStart(9),
    'app/bare'.padStart(8),
    stacks.length > 1 ? `  app at ${stacks.at(-1).scale}× / ${stacks[0].scale}×` : '',
  );
  for (const page of names)
    for (const [at, stack] of stacks.entries()) {
      const { app, bare } = results[at][page];
      const grown = stacks.length > 1 && at === stacks.length - 1 ? ratio(median(app) / median(results[0][page].app)) : '';
      line(
        page.padEnd(26),
        `${stack.scale}×`.padStart(6),
        String(stack.counts[page]).padStart(4),
        ms(median(app)),
        ms(median(bare)),
        ratio(median(app) / median(bare)),
        grown,
      );
    }
}

/** 16 clients, requests per second, median over the rounds; against the bare server and against a list page without rows. */
export function printThroughput(names, stacks, results) {
  console.log('\n16 clients, requests per second');
  line('page'.padEnd(26), 'scale'.padStart(6), 'app'.padStart(9), 'bare'.padStart(9), 'app/bare'.padStart(8), '  of a page without rows');
  for (const page of names)
    for (const [at, stack] of stacks.entries()) {
      const { appRps, bareRps } = results[at][page];
      const empty = median(results[at]['activities, no rows'].appRps);
      line(
        page.padEnd(26),
        `${stack.scale}×`.padStart(6),
        ms(median(appRps)),
        ms(median(bareRps)),
        ratio(median(appRps) / median(bareRps)),
        ratio(median(appRps) / empty),
      );
    }
}

/** Writes in ms: [name, app, bare] each. */
export function printWrites(scale, rows) {
  console.log(`\nWrites at ${scale}×, p50 in ms`);
  for (const [name, app, bare] of rows) line(name.padEnd(60), ms(app), ms(bare), ratio(app / bare));
}

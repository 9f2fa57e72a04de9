import { closeDatabase } from '@/db/client';
import { runAsSystem } from '@/lib/action';
import { anonymiseDue } from '@/lib/people/mutations/retention';
import { countDue } from '@/lib/people/queries/retention';
import { dateIn } from '@/lib/shared/dates';

const help = `Usage: npm run retention -- COMMAND

  due    say how many people are past their retention date; changes nothing
  run    erase their identity for good, and that of records merged more than 30 days ago,
         and the names in hand-overs of projects that ended longer ago than they keep names; counts stay

The running server does the same once a day; demo people it leaves, and this does not.`;

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const commands: Record<string, () => Promise<string>> = {
  async due() {
    return `${plural(await countDue(dateIn('UTC', new Date())), 'person is', 'people are')} past their retention date.`;
  },
  async run() {
    const { anonymised, mergesEmptied, handOversEmptied } = await runAsSystem('retention run', (work) => anonymiseDue(work, { demoToo: true }));
    return `${plural(anonymised, 'person was', 'people were')} anonymised; ${plural(handOversEmptied, 'hand-over names', 'hand-overs name')} nobody any more; ${plural(mergesEmptied, 'merge', 'merges')} can no longer be undone.`;
  },
};

try {
  const [command = 'help', ...more] = process.argv.slice(2);
  const run = commands[command];
  if (!run || more.length > 0) {
    console.log(help);
    process.exitCode = command === 'help' ? 0 : 1;
  } else console.log(await run());
} catch (error) {
  process.exitCode = 1;
  console.error((error as Error).message);
} finally {
  await closeDatabase();
}

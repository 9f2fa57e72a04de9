import path from 'node:path';
import { explain, Sentence } from './sentence.mjs';
import { dataDir } from './settings.mjs';

/** Runs `backup` or `restore` for the folder named on the command line, and says what came of it. */
export async function archiveCommand(name, action) {
  try {
    const [folder, ...more] = process.argv.slice(2);
    if (!folder || more.length > 0 || folder.startsWith('-')) throw new Sentence(`Say which folder: npm run ${name} -- FOLDER`);
    const { tables, evidence, takenAt } = await action({ url: process.env.MIGRATION_DATABASE_URL, dataDir: dataDir(), folder: path.resolve(folder) });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${name === 'backup' ? 'Saved' : 'Restored'} ${rows} rows of ${tables.length} tables and ${evidence.files} evidence files, as of ${takenAt}.`);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

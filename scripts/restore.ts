import { restore } from './lib/archive.mjs';
import { archiveCommand } from './lib/archive-command.mjs';

await archiveCommand('restore', restore);

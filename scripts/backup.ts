import { backup } from './lib/archive.mjs';
import { archiveCommand } from './lib/archive-command.mjs';

await archiveCommand('backup', backup);

// Folder vocabulary: a reader who knows one domain folder knows all of them.
import { filesBelow, report } from './lib/files.mjs';
import { misplaced } from './lib/layout.mjs';
import { root } from './lib/settings.mjs';

const files = filesBelow(root, ['lib']);
report(misplaced(files), `${files.length} files stand where they belong`);

// The web server as several processes behind one port (WEB_PROCESSES): a page is one thread's work, and while one of them counts a large project or writes a
// report, the others answer. node servers.mjs -p PORT -H HOST   what follows goes to `next start`.
import path from 'node:path';
import { serveMany } from './many.mjs';
import { root, webProcesses, youngSpace } from './settings.mjs';

serveMany({
  program: path.join(root, 'node_modules/next/dist/bin/next'),
  args: ['start', ...process.argv.slice(2)],
  flags: [youngSpace],
  count: webProcesses(),
});

// The production build, made again only when what goes into it changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { failed } from './life.mjs';
import { alone } from './processes.mjs';
import { root } from './settings.mjs';

const inputs = [
  'app',
  'components',
  'db',
  'lib',
  'messages',
  'public',
  'proxy.ts',
  'next.config.ts',
  'package-lock.json',
  'tsconfig.json',
  'postcss.config.mjs',
];
const stampFile = path.join(root, '.next/source-hash');

function* filesOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) yield file;
  if (stat?.isDirectory()) for (const name of fs.readdirSync(file).sort()) yield* filesOf(path.join(file, name));
}

/** SHA-256 over names and contents of everything the build reads. */
export function sourceHash(folder = root) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(path.join(folder, input))) {
      const content = fs.readFileSync(file);
      hash.update(`${path.relative(folder, file).replaceAll(path.sep, '/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

export function isBuilt() {
  try {
    return fs.readFileSync(stampFile, 'utf8') === sourceHash() && fs.existsSync(path.join(root, '.next/BUILD_ID'));
  } catch {
    return false;
  }
}

/** Builds when stale. Gives the words for the progress line. */
export const build = async (life) => (isBuilt() ? 'up to date' : await alone('build', life, () => buildNow(life)));

async function buildNow(life) {
  if (isBuilt()) return 'built by another launcher';
  const hash = sourceHash(); // taken before: an edit during the build makes the next start build again
  fs.rmSync(stampFile, { force: true });
  // The build opens no database, but modules that read settings are loaded.
  const env = { DATABASE_URL: 'postgres://build@127.0.0.1:1/none', ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: '1' };
  const result = await life.run(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], { env });
  if (result.code !== 0) throw failed('The build', result);
  fs.writeFileSync(stampFile, hash);
  return 'built';
}

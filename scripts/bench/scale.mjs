import path from 'node:path';
import { Sentence } from '../lib/sentence.mjs';
import { root } from '../lib/settings.mjs';

/** The scales named on the command line: `--scale 10` or `--scale 1,10`; else the given ones. */
export function scaleOf(args, otherwise) {
  const at = args.indexOf('--scale');
  if (at < 0) return otherwise;
  const scales = (args[at + 1] ?? '').split(',').map(Number);
  if (scales.length === 0 || scales.some((scale) => !(scale > 0 && scale <= 10)))
    throw new Sentence('Say --scale with a number above 0, up to 10: npm run bench:data -- --scale 1');
  return scales;
}

/** Where the data of a scale lie. */
export const benchDir = (scale) => path.join(root, '.data', `bench-${scale}`);

import 'server-only';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// DejaVu has the letters of every language here; PDF's own fonts print č wrong without an error. Condensed, so that tables fit.
const files = { plain: 'DejaVuSansCondensed', bold: 'DejaVuSansCondensed-Bold', italic: 'DejaVuSansCondensed-Oblique', serif: 'DejaVuSerifCondensed', serifBold: 'DejaVuSerifCondensed-Bold', mono: 'DejaVuSansMono' } as const;
export type FontName = keyof typeof files;
export const fontNames = Object.keys(files) as FontName[];

const read = new Map<FontName, Buffer>();

/** A font's bytes, read once per process. Found from the working folder, because the bundler moves this file but not the package. */
export function fontBytes(name: FontName): Buffer {
  const known = read.get(name);
  if (known) return known;
  const from = createRequire(path.join(process.cwd(), 'package.json'));
  const bytes = readFileSync(from.resolve(`dejavu-fonts-ttf/ttf/${files[name]}.ttf`));
  read.set(name, bytes);
  return bytes;
}

/** The light tokens of app/globals.css: paper is always light. */
export const colors = { ink: '#171a20', soft: '#555d6a', line: '#c9ced6', edge: '#858d99', sunken: '#eff1f4', accent: '#1d459c', warn: '#7d4b00', warnSoft: '#fdf0d8', white: '#ffffff' } as const;

/** Text sizes in points. */
export const sizes = { title: 17, heading: 11.5, body: 9.5, small: 8, tiny: 7 } as const;

/** A4 in points. */
export const paper = { short: 595.28, long: 841.89, margin: 48 } as const;

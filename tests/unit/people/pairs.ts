import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Incoming } from '@/lib/people/rules/matching';

export type Pair = { label: 'same' | 'similar' | 'different'; line: string; left: Incoming; right: Incoming };

const labels = { '=': 'same', '~': 'similar', x: 'different' } as const;

/** The fixture of labelled pairs; its first lines say how to read it. */
export const pairs: Pair[] = readFileSync(path.join(import.meta.dirname, 'name-pairs.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^[=~x] /.test(line))
  .map((line) => {
    const [left = '', right = ''] = line.slice(2).split(' / ');
    return { label: labels[line[0] as keyof typeof labels], line, left: described(left), right: described(right) };
  });

function described(text: string): Incoming {
  const [name = '', facts = ''] = text.split('@');
  const [givenName = '', familyName = ''] = name.trim().split('+');
  const [year, place] = [/\d{4}/.exec(facts)?.[0], /[AB]/.exec(facts)?.[0]];
  return { givenName, familyName, sex: null, birthYear: year ? Number(year) : null, institutionId: place ?? 'A', post: null };
}

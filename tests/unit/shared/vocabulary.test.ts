import { describe, expect, test } from 'vitest';
import * as vocabulary from '@/lib/shared/vocabulary';
import cnr from '@/messages/cnr/vocabulary.json';
import en from '@/messages/en/vocabulary.json';

describe.each([
  ['en', en],
  ['cnr', cnr],
] as const)('labels in %s', (_language, labels: Record<string, Record<string, string>>) => {
  test.each(Object.entries(vocabulary))('%s: every word has a label, every label a word', (list, words) => {
    expect(Object.keys(labels[list] ?? {}).sort()).toEqual([...words].sort());
  });
});

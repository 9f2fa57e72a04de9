import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, findMeasure } from '@/lib/indicators/rules/catalogue';
import { disaggregations, languages } from '@/lib/shared/vocabulary';
import { someFacts } from '../../support/facts';

const files = readdirSync(path.resolve('lib/indicators/rules/measures')).filter((name) => name.endsWith('.ts'));

test('every file of the folder is a measure of the catalogue, once', async () => {
  const keys = await Promise.all(files.map(async (name) => ((await import(`@/lib/indicators/rules/measures/${name}`)) as { measure: { key: string } }).measure.key));
  expect(catalogue.map(({ key }) => key).sort()).toEqual(keys.sort());
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(catalogue.map((measure) => [measure.key, measure] as const))('%s says what it counts in both languages, by what it can be broken down, and counts nothing where there is nothing', (key, measure) => {
  for (const language of languages) for (const text of [measure.wording[language].label, measure.wording[language].rule]) expect(text.trim().length, language).toBeGreaterThan(3);
  expect(measure.wording.en.label).not.toBe(measure.wording.cnr.label);
  for (const dimension of measure.dimensions) expect(disaggregations).toContain(dimension);
  expect(measure.contributions(someFacts({}), {}, '2019-12-31').filter(({ numerator }) => numerator !== 0)).toEqual([]);
  expect(findMeasure(key)).toBe(measure);
});

import { expect, test } from 'vitest';
import { unitName, valueFormat } from '@/components/indicators/value';
import { createFormat } from '@/lib/i18n/format';

const format = createFormat('en-GB');
const words = { yes: 'Yes', no: 'No', inWords: 'in words' };

test('a unit is read in words where it is one of the app\'s own, else as it was written', () => {
  expect(['yes/no', 'qualitative', '%', 'cases'].map((unit) => unitName(unit, words))).toEqual(['Yes/no', 'in words', '%', 'cases']);
});

test('a value is written as its unit asks; between no and yes lies so much of the way, never a bare fraction', () => {
  const yesNo = valueFormat(format, 'yes/no', words);
  expect([null, 0, 1, 0.36].map(yesNo)).toEqual(['–', 'No', 'Yes', format.percent(0.36)]);
  expect(valueFormat(format, '%', words)(55.3)).toBe(format.percent(0.553));
  expect(valueFormat(format, 'cases', words)(1234)).toBe(format.number(1234));
  expect(valueFormat(format, 'USD', words)(10.005)).toBe(format.money(10.01, 'USD'));
});

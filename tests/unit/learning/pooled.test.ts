import { expect, test } from 'vitest';
import { pooledMean } from '@/lib/learning/rules/questionnaire';

const rated = (n: number, ...items: [n: number, sum: number][]) => ({ n, items: items.map(([count, sum]) => ({ n: count, sum })) });

test('the mean of several trainings is of their scores, never of their means', () => {
  expect(pooledMean([rated(5, [5, 25]), rated(10, [10, 10])], 5)).toEqual({ mean: 35 / 15, n: 15, trainings: 2 });
});

test('what is hidden beside a training counts nowhere', () => {
  expect(pooledMean([rated(4, [4, 20])], 5)).toBeNull();
  expect(pooledMean([rated(6, [6, 30], [4, 4]), rated(4, [4, 4])], 5)).toEqual({ mean: 5, n: 6, trainings: 1 });
  expect(pooledMean([rated(6, [6, 30])], 8)).toBeNull();
  expect(pooledMean([rated(6, [4, 4])], 5)).toBeNull();
  expect(pooledMean([], 5)).toBeNull();
});

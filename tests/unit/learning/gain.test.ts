import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidenceInterval, gainDistribution, pairedGain, type Tested, tQuantile } from '@/lib/learning/rules/gain';

const row = (preScore: number | null, postScore: number | null): Tested => ({ preScore, postScore });

// Lanczos, for the density that the quantiles are held against.
function lnGamma(x: number): number {
  const c = [76.18009172947146, -86.5053203294168, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const sum = c.reduce((total, part, at) => total + part / (x + 1 + at), 1.000000000190015);
  return -t + Math.log((Math.sqrt(2 * Math.PI) * sum) / x);
}

/** P(T ≤ t) by Simpson's rule. */
function studentBelow(t: number, freedom: number): number {
  const scale = Math.exp(lnGamma((freedom + 1) / 2) - lnGamma(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  const density = (x: number) => scale * (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
  const [steps, width] = [2000, t / 2000];
  let sum = density(0) + density(t);
  for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 0 ? 2 : 4);
  return 0.5 + (sum * width) / 3;
}

test.each([1, 2, 3, 5, 9, 14, 19, 24, 29, 30, 31, 35, 40, 60, 120, 500])('%i degrees of freedom: 97.5 % lie below the quantile', (freedom) => {
  expect(studentBelow(tQuantile(freedom), freedom)).toBeCloseTo(0.975, 5);
});

test('quantiles fall towards that of the normal distribution', () => {
  for (let freedom = 1; freedom < 200; freedom += 1) expect(tQuantile(freedom + 1)).toBeLessThan(tQuantile(freedom));
  expect(tQuantile(1_000_000)).toBeCloseTo(1.96, 3);
});

test('nobody tested is no data, not zero', () => {
  expect(pairedGain([])).toEqual({ tested: 0, present: 0, meanPre: null, meanPost: null, mean: null, interval: null, gained20: 0 });
  expect(pairedGain([row(null, null), row(40, null), row(null, 90)])).toMatchObject({ tested: 0, present: 3, mean: null, interval: null, meanPre: null });
});

test('one person has a gain but no interval', () => {
  expect(pairedGain([row(40, 60), row(50, null)])).toEqual({ tested: 1, present: 2, meanPre: 40, meanPost: 60, mean: 20, interval: null, gained20: 1 });
});

test('a worked example: gains 10, 20, 30 have mean 20 ± 4.3027 × 10 ÷ √3', () => {
  const { mean, interval, gained20, meanPre, meanPost } = pairedGain([row(40, 50), row(40, 60), row(40, 70)]);
  expect([mean, gained20, meanPre, meanPost]).toEqual([20, 2, 40, 60]);
  expect(interval?.low).toBeCloseTo(20 - 24.841, 2);
  expect(interval?.high).toBeCloseTo(20 + 24.841, 2);
});

test('equal gains leave no width', () => expect(confidenceInterval([12, 12, 12])).toEqual({ low: 12, high: 12 }));
test('two decimals do not cost the twentieth point', () => expect(pairedGain([row(33.3, 53.3), row(0.1, 20.09)]).gained20).toBe(1));

const scores = fc.array(fc.record({ preScore: fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)), postScore: fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100)) }), { maxLength: 60 });

test('laws: the bands add up to those tested, the mean is post − pre, the interval holds the mean, order does not matter', () => {
  fc.assert(
    fc.property(scores, (rows) => {
      const gain = pairedGain(rows);
      const bands = gainDistribution(rows);
      expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(gain.tested);
      expect(bands.filter((band) => (band.from ?? -1) >= 20).reduce((sum, band) => sum + band.count, 0)).toBe(gain.gained20);
      expect(gain.interval !== null).toBe(gain.tested >= 2);
      if (gain.mean === null || gain.meanPre === null || gain.meanPost === null) return;
      expect(gain.mean).toBeCloseTo(gain.meanPost - gain.meanPre, 6);
      if (gain.interval) expect(gain.interval.low <= gain.mean + 1e-9 && gain.mean <= gain.interval.high + 1e-9).toBe(true);
      expect(pairedGain(rows.toReversed()).mean).toBeCloseTo(gain.mean, 9);
    }),
  );
});

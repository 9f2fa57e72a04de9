/** Who was present with their scores in percent; null: not tested then. */
export type Tested = { preScore: number | null; postScore: number | null };
export type Interval = { low: number; high: number };
export type Gain = {
  /** persons with both scores, of those present (DOMAIN §2.7) */
  tested: number;
  present: number;
  meanPre: number | null;
  meanPost: number | null;
  /** percentage points */
  mean: number | null;
  /** 95 % confidence interval of the mean gain, paired; null where fewer than two were tested */
  interval: Interval | null;
  /** of those tested: gained 20 percentage points or more */
  gained20: number;
};

// Student's t, 97.5 %, for 1 to 30 degrees of freedom.
const table = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687,
  2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];
const z = 1.959964;

/** The 97.5 % quantile of Student's t: the factor of a two-sided 95 % interval. Above 30 degrees of freedom by the Cornish-Fisher expansion, which is exact to four decimals there. */
export function tQuantile(freedom: number): number {
  const known = table[freedom - 1];
  if (known !== undefined) return known;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 95 % confidence interval of a mean from a small sample; null below two values, which say nothing about spread. */
export function confidenceInterval(values: readonly number[]): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = tQuantile(n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}

type Pair = { pre: number; post: number };
const pairsOf = (rows: readonly Tested[]): Pair[] => rows.flatMap(({ preScore: pre, postScore: post }) => (pre === null || post === null ? [] : [{ pre, post }]));
// Scores have two decimals: compared in hundredths, so that 33.3 to 53.3 is exactly 20.
const gainOf = ({ pre, post }: Pair) => Math.round((post - pre) * 100) / 100;

/** What a training's tests say about learning, over those present who sat both; a single test says nothing about gain. */
export function pairedGain(rows: readonly Tested[]): Gain {
  const pairs = pairsOf(rows);
  const gains = pairs.map(gainOf);
  const over = (values: number[]) => (values.length > 0 ? meanOf(values) : null);
  return {
    tested: pairs.length,
    present: rows.length,
    meanPre: over(pairs.map(({ pre }) => pre)),
    meanPost: over(pairs.map(({ post }) => post)),
    mean: over(gains),
    interval: confidenceInterval(gains),
    gained20: gains.filter((gain) => gain >= 20).length,
  };
}

/** Bands of gain in percentage points, the lower edge in, the upper out; null: open. */
export const gainBands: readonly { from: number | null; to: number | null }[] = [
  { from: null, to: 0 },
  { from: 0, to: 10 },
  { from: 10, to: 20 },
  { from: 20, to: 30 },
  { from: 30, to: 40 },
  { from: 40, to: null },
];

/** How many gained how much; the bands add up to those tested. */
export function gainDistribution(rows: readonly Tested[]): { from: number | null; to: number | null; count: number }[] {
  const gains = pairsOf(rows).map(gainOf);
  return gainBands.map(({ from, to }) => ({ from, to, count: gains.filter((gain) => (from === null || gain >= from) && (to === null || gain < to)).length }));
}

import type { Disaggregation, Language } from '@/lib/shared/vocabulary';
import { contributionsOf, type Verdict } from './explain/verdict';
import type { Contribution, CountingFacts, MeasureFilter } from './facts';
import type { FilterSpec } from './filters';

/** One measure: what it counts, in words and in code. A figure is the sum of its contributions. */
export type Measure = {
  key: string;
  /** share: 100 × Σ numerator ÷ Σ denominator; average: Σ numerator ÷ Σ denominator, the number of cases (DOMAIN §2.6) */
  unit: 'count' | 'share' | 'average' | 'usd';
  /** sum: periods add up; latest: each period shows the state at its end */
  combine: 'sum' | 'latest';
  wording: Record<Language, { label: string; rule: string }>;
  /** by what its figure can be broken down; age of people trained only */
  dimensions: readonly Disaggregation[];
  /** what an indicator may narrow it by; anything else could never be true of what it counts */
  filters: FilterSpec;
  /** only who attended enough of the sessions is looked at (DOMAIN §2.2) */
  usesThreshold?: true;
  /** Everything it looks at up to the day `asOf`: what each adds, or why it is left out. */
  judge: (facts: CountingFacts, filter: MeasureFilter, asOf: string) => Verdict[];
  /** The atoms of the figure up to the day `asOf`: what the counted ones of `judge` add. */
  contributions: (facts: CountingFacts, filter: MeasureFilter, asOf: string) => Contribution[];
};

/** A measure from what it looks at. Counting and explaining ask the same function, so they cannot disagree. */
export const measureOf = (stated: Omit<Measure, 'contributions'>): Measure => ({ ...stated, contributions: (facts, filter, asOf) => contributionsOf(stated.judge(facts, filter, asOf)) });

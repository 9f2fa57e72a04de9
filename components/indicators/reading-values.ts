import { partKeys } from '@/lib/indicators/schema/reading';
import { plainText } from '@/lib/shared/fields';
import type { ReadingDimension } from '@/lib/shared/vocabulary';

type Stored = { value: number | null; numerator: number | null; denominator: number | null; answer: string | null; parts: { dimension: ReadingDimension; key: string; value: number }[]; readOn: string | null; source: string | null; comment: string | null };
const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : plainText(value));

/** A reading as its form holds it: every value a text, '' for none, and a place for each part that its indicator is broken down by (and each that it has). */
export function readingValues(reading: Stored | null | undefined, dimensions: readonly ReadingDimension[]) {
  const held = reading?.parts ?? [];
  const places = dimensions.flatMap((dimension) => partKeys[dimension].map((key) => ({ dimension, key })));
  const other = held.filter((part) => !dimensions.includes(part.dimension));
  return {
    // Worked out from part and whole it is not entered as well: another part would contradict it.
    value: reading?.numerator == null ? text(reading?.value) : '',
    numerator: text(reading?.numerator),
    denominator: text(reading?.denominator),
    answer: reading?.answer ?? '',
    parts: [...places, ...other].map(({ dimension, key }) => ({ dimension, key, value: text(held.find((part) => part.dimension === dimension && part.key === key)?.value) })),
    readOn: reading?.readOn ?? '',
    source: reading?.source ?? '',
    comment: reading?.comment ?? '',
  };
}

import { type AgeBand, ageBands } from '@/lib/shared/vocabulary';
import type { Contribution, PartCell, Series } from './facts';
import { addTo, type Amount, entry, exact } from './grid';
import type { FactIndex } from './index-of-facts';
import type { Measure } from './measure';

/** The band of somebody born in a year on a day 'YYYY-MM-DD'; null where the year is not stated. Only the year is known, so somebody counts as old as they become in it. */
export function ageBand(birthYear: number | null, date: string): AgeBand | null {
  if (birthYear === null) return null;
  const age = Number(date.slice(0, 4)) - birthYear;
  return ageBands[age < 25 ? 0 : age < 35 ? 1 : age < 45 ? 2 : age < 55 ? 3 : 4];
}

/** Where a contribution stands in a dimension. A training with several topics stands under each; null: not stated, or tied to no activity. */
function keysOf(index: FactIndex, dimension: PartCell['dimension'], { activityId, personId, date }: Contribution): (string | null)[] {
  const activity = activityId === null ? undefined : index.activities.get(activityId);
  if (dimension === 'place') return [activity?.placeId ?? null];
  if (dimension === 'age') return [personId === null ? null : ageBand(index.birthYear(personId), date)];
  return activity && activity.topics.length > 0 ? activity.topics : [null];
}

/**
 * A figure by place, topic and age band, as far as its measure has them. Law: the cells of a dimension add up to the figure. What stands under several
 * topics is taken off again by a cell of its own (`overlap`), so that no total is more than what was counted (DOMAIN §2.6).
 */
export function partsOf(index: FactIndex, measure: Pick<Measure, 'key' | 'dimensions'>, rows: readonly Contribution[], series: Pick<Series, 'indicatorId'>): PartCell[] {
  if (series.indicatorId === null) return [];
  const own = { measure: measure.key, indicatorId: series.indicatorId };
  return (['place', 'topic', 'age'] as const).filter((dimension) => measure.dimensions.includes(dimension)).flatMap((dimension) => {
    const sums = new Map<string | null, Amount>();
    const overlap: Amount = { numerator: 0, denominator: null };
    for (const row of rows) {
      const keys = keysOf(index, dimension, row);
      for (const [place, key] of keys.entries()) {
        addTo(entry(sums, key, () => ({ numerator: 0, denominator: null })), row, 1);
        if (place > 0) addTo(overlap, row, -1);
      }
    }
    const cells = [...sums].map(([key, sum]) => ({ ...own, dimension, key, overlap: false, ...rounded(sum) }));
    return [...cells, { ...own, dimension, key: null, overlap: true, ...rounded(overlap) }].filter(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0);
  });
}
const rounded = ({ numerator, denominator }: Amount): Amount => ({ numerator: exact(numerator), denominator: denominator === null ? null : exact(denominator) });

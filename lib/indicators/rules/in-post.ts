import { addMonths } from '@/lib/shared/dates';
import type { Contribution, CountingFacts, MeasureFilter } from './facts';
import { type FactIndex, indexOf } from './index-of-facts';
import { type First, firstCounts, personContribution } from './people';

/**
 * Who of the people trained (each once, at the training that first qualified them) is still in the unit where they stood then, so many months after it
 * ended. A post in a unit below counts as staying. Left out: whose day has not come by `asOf`, who stood for no institution, and of whom no post is known.
 */
export function stillInPost(facts: CountingFacts, filter: MeasureFilter, asOf: string, months: number): Contribution[] {
  const index = indexOf(facts);
  return firstCounts(index, 'training', filter, asOf).flatMap((first) => {
    const day = addMonths(first.activity.endDate, months);
    const unit = first.row.institutionId;
    if (day > asOf || unit === null || !index.posts.has(first.row.personId)) return [];
    return [{ ...personContribution(first, stays(index, first, unit, day) ? 1 : 0, 1), date: day }];
  });
}

const stays = (index: FactIndex, { row }: First, unit: string, day: string): boolean =>
  (index.posts.get(row.personId) ?? []).some(({ institutionId, from, to }) => (from === null || from <= day) && (to === null || to >= day) && index.path(institutionId).includes(unit));

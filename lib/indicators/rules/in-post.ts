import { addMonths } from '@/lib/shared/dates';
import type { Verdict } from './explain/verdict';
import type { CountingFacts, MeasureFilter } from './facts';
import { type FactIndex, indexOf } from './index-of-facts';
import { type First, judgeFirst, personContribution } from './people';

/**
 * Who of the people trained (each once, at the training that first qualified them) is still in the unit where they stood then, so many months after it
 * ended. A post in a unit below counts as staying. Left out: whose day has not come by `asOf`, who stood for no institution, and of whom no post is known.
 */
export function stillInPost(facts: CountingFacts, filter: MeasureFilter, asOf: string, months: number): Verdict[] {
  const index = indexOf(facts);
  return judgeFirst(index, 'training', filter, asOf, (first) => {
    const day = addMonths(first.activity.endDate, months);
    const unit = first.row.institutionId;
    if (day > asOf) return { key: 'tooEarly' };
    if (unit === null) return { key: 'noInstitution' };
    if (!index.posts.has(first.row.personId)) return { key: 'noPostKnown' };
    return { ...personContribution(first, stays(index, first, unit, day) ? 1 : 0, 1), date: day };
  });
}

const stays = (index: FactIndex, { row }: First, unit: string, day: string): boolean =>
  (index.posts.get(row.personId) ?? []).some(({ institutionId, from, to }) => (from === null || from <= day) && (to === null || to >= day) && index.path(institutionId).includes(unit));

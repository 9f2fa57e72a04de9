import type { ActionPointFact, MeasureFilter } from '../facts';
import { pointFilters } from '../filters';
import { type FactIndex, indexOf, inside, narrowsActivities, passes } from '../index-of-facts';
import type { Measure } from '../measure';

// A point agreed outside any activity counts for the project; a filter of activities leaves it out.
function wanted(index: FactIndex, point: ActionPointFact, filter: MeasureFilter): boolean {
  if (point.dropped || !inside(index, point.institutionId, filter)) return false;
  if (point.activityId === null) return !narrowsActivities(filter);
  const activity = index.activities.get(point.activityId);
  return activity !== undefined && passes(index, activity, filter);
}

export const measure: Measure = {
  key: 'actionPoints.onTime.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution'],
  filters: pointFilters,
  wording: {
    en: { label: 'Action points on time', rule: 'Completed on or before the first due date ÷ all that fell due; dropped ones are left out.' },
    cnr: { label: 'Obaveze ispunjene na vrijeme', rule: 'Ispunjene do prvog roka ÷ sve kojima je rok dospio; one od kojih se odustalo ne broje se.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const due = facts.actionPoints.filter((point) => point.firstDueDate <= asOf && wanted(index, point, filter));
    return due.map(({ activityId, institutionId, firstDueDate, doneOn }) => ({
      activityId,
      personId: null,
      date: firstDueDate,
      institutionId,
      sex: null,
      numerator: doneOn !== null && doneOn <= firstDueDate ? 1 : 0,
      denominator: 1,
    }));
  },
};

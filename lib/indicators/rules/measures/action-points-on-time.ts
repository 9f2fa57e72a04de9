import { indexOf, inside, passes } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'actionPoints.onTime.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution'],
  wording: {
    en: { label: 'Action points on time', rule: 'Completed on or before the first due date ÷ all that fell due; dropped ones are left out.' },
    cnr: { label: 'Obaveze ispunjene na vrijeme', rule: 'Ispunjene do prvog roka ÷ sve kojima je rok dospio; odustale se ne broje.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return facts.actionPoints.flatMap(({ activityId, institutionId, firstDueDate, doneOn, dropped }) => {
      const activity = activityId ? index.activities.get(activityId) : undefined;
      const left = dropped || firstDueDate > asOf || !inside(index, institutionId, filter) || (activity && !passes(index, activity, filter));
      return left
        ? []
        : [
            {
              activityId,
              personId: null,
              date: firstDueDate,
              institutionId,
              sex: null,
              numerator: doneOn !== null && doneOn <= firstDueDate ? 1 : 0,
              denominator: 1,
            },
          ];
    });
  },
};

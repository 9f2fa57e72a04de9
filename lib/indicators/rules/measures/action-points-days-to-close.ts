import { daysBetween } from '@/lib/shared/dates';
import { pointFilters } from '../filters';
import { indexOf, inside, passes } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'actionPoints.daysToClose.average',
  unit: 'average',
  combine: 'sum',
  dimensions: ['institution'],
  filters: pointFilters,
  wording: {
    en: {
      label: 'Average days to close an action point',
      rule: 'Days from the meeting that agreed it to the day it was done, over those done in the period; dropped ones and ones agreed outside a meeting are left out.',
    },
    cnr: {
      label: 'Prosječan broj dana do ispunjenja obaveze',
      rule: 'Dani od sastanka na kojem je dogovorena do dana ispunjenja, za ispunjene u periodu; one od kojih se odustalo i one dogovorene van sastanka ne broje se.',
    },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return facts.actionPoints.flatMap(({ activityId, institutionId, doneOn, dropped }) => {
      const activity = activityId === null ? undefined : index.activities.get(activityId);
      if (!activity || dropped || doneOn === null || doneOn > asOf || !inside(index, institutionId, filter) || !passes(index, activity, filter)) return [];
      return [{ activityId, personId: null, date: doneOn, institutionId, sex: null, numerator: daysBetween(activity.endDate, doneOn), denominator: 1 }];
    });
  },
};

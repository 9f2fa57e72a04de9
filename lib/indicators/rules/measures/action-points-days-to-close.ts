import { daysBetween } from '@/lib/shared/dates';
import { judgePoints } from '../explain/points';
import { pointFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'actionPoints.daysToClose.average',
  unit: 'average',
  combine: 'sum',
  dimensions: ['institution', 'place'],
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
  judge: (facts, filter, asOf) =>
    judgePoints(indexOf(facts), filter, ({ doneOn }, activity) => {
      if (!activity) return { key: 'noActivity' };
      return doneOn === null || doneOn > asOf ? { key: 'notDone' } : { date: doneOn, numerator: daysBetween(activity.endDate, doneOn), denominator: 1 };
    }),
});

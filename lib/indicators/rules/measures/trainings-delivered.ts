import { trainingFilters } from '../filters';
import { activitiesWith, indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { activityContribution } from '../people';

export const measure: Measure = {
  key: 'trainings.delivered',
  unit: 'count',
  combine: 'sum',
  dimensions: [],
  filters: trainingFilters,
  wording: {
    en: { label: 'Trainings delivered', rule: 'Completed and approved trainings, in the period in which they ended.' },
    cnr: { label: 'Održane obuke', rule: 'Završene i odobrene obuke, u periodu u kojem su završene.' },
  },
  contributions: (facts, filter, asOf) => activitiesWith(indexOf(facts), 'training', filter, asOf).map(activityContribution),
};

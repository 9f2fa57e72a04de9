import { regionalFilters } from '../filters';
import { activitiesWith, indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { activityContribution } from '../people';

export const measure: Measure = {
  key: 'meetings.regional',
  unit: 'count',
  combine: 'sum',
  dimensions: [],
  filters: regionalFilters,
  wording: {
    en: { label: 'Regional meetings', rule: 'Meetings and study visits with people present from two or more countries; the implementer does not count.' },
    cnr: { label: 'Regionalni sastanci', rule: 'Sastanci i studijske posjete na kojima su prisutne osobe iz dvije ili više zemalja; implementator se ne broji.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const visits = activitiesWith(index, 'training', filter, asOf).filter((training) => training.type === 'study_visit');
    return [...activitiesWith(index, 'meeting', filter, asOf), ...visits].filter((activity) => index.regional(activity.id)).map(activityContribution);
  },
};

import { trainingFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'people.unnamed',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Unnamed participants', rule: 'Headcount of trainings whose lists were withheld; adds to participations, never to unique people.' },
    cnr: { label: 'Neimenovani učesnici', rule: 'Broj prisutnih na obukama čiji spiskovi nijesu ustupljeni; dodaje se učešćima, nikad jedinstvenim osobama.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return activitiesOf(index, 'training', filter, asOf).flatMap((activity) =>
      (index.headcounts.get(activity.id) ?? [])
        .filter((row) => inside(index, row.institutionId, filter))
        .map((row) => ({
          activityId: activity.id,
          personId: null,
          date: activity.endDate,
          institutionId: row.institutionId,
          sex: row.sex,
          numerator: row.count,
          denominator: null,
        })),
    );
  },
};

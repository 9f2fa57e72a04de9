import { trainingFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'followUp.applied.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: trainingFilters,
  wording: {
    en: {
      label: 'Apply the training after three months',
      rule: 'Follow-ups in which the person applies the training and the supervisor confirms it ÷ follow-ups answered.',
    },
    cnr: { label: 'Primjenjuju obuku nakon tri mjeseca', rule: 'Provjere u kojima osoba primjenjuje obuku, a rukovodilac to potvrđuje ÷ odgovorene provjere.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const wanted = new Set(activitiesOf(index, 'training', filter, asOf).map((activity) => activity.id));
    return facts.followUps.flatMap(({ activityId, personId, institutionId, sex, answeredOn, applied, supervisorConfirmed }) =>
      answeredOn !== null && answeredOn <= asOf && wanted.has(activityId) && inside(index, institutionId, filter)
        ? [{ activityId, personId, date: answeredOn, institutionId, sex, numerator: applied && supervisorConfirmed ? 1 : 0, denominator: 1 }]
        : [],
    );
  },
};

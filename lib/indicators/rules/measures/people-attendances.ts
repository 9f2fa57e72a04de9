import { trainingFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';
import { personContribution } from '../people';

export const measure: Measure = {
  key: 'people.attendances',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Attendances', rule: 'Person × session attended, trainees of trainings.' },
    cnr: { label: 'Prisustva', rule: 'Osoba × sesija kojoj je prisustvovala, polaznici obuka.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return activitiesOf(index, 'training', filter, asOf).flatMap((activity) =>
      (index.participants.get(activity.id) ?? [])
        .filter((row) => row.role === 'trainee' && row.sessionsPresent > 0 && inside(index, row.institutionId, filter))
        .map((row) => personContribution({ activity, row }, row.sessionsPresent)),
    );
  },
};

import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { judgeAttendees } from '../people';

export const measure = measureOf({
  key: 'people.participations',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
  wording: {
    en: { label: 'Participations (named)', rule: 'Person × training attended; one person in two trainings counts twice.' },
    cnr: { label: 'Učešća (imenovana)', rule: 'Osoba × pohađana obuka; jedna osoba na dvije obuke broji se dvaput.' },
  },
  judge: (facts, filter, asOf) => judgeAttendees(indexOf(facts), 'training', filter, asOf),
});

import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { attendees, personContribution } from '../people';

export const measure: Measure = {
  key: 'people.participations',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Participations (named)', rule: 'Person × training attended; one person in two trainings counts twice.' },
    cnr: { label: 'Učešća (imenovana)', rule: 'Osoba × pohađana obuka; jedna osoba na dvije obuke broji se dvaput.' },
  },
  contributions: (facts, filter, asOf) => attendees(indexOf(facts), 'training', filter, asOf).map((found) => personContribution(found)),
};

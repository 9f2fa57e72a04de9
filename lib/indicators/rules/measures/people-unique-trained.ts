import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { firstCounts, personContribution } from '../people';

export const measure: Measure = {
  key: 'people.uniqueTrained',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: trainingFilters,
  wording: {
    en: {
      label: 'People trained (unique)',
      rule: 'Each trainee counted once per project, in the period in which the training that first qualified them ended.',
    },
    cnr: {
      label: 'Obučene osobe (jedinstveno)',
      rule: 'Svaki polaznik broji se jednom u projektu, u periodu u kojem je završena obuka koja ga je prva kvalifikovala.',
    },
  },
  contributions: (facts, filter, asOf) => firstCounts(indexOf(facts), 'training', filter, asOf).map((first) => personContribution(first)),
};

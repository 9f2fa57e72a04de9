import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { judgeFirst } from '../people';

export const measure = measureOf({
  key: 'people.uniqueTrained',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
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
  judge: (facts, filter, asOf) => judgeFirst(indexOf(facts), 'training', filter, asOf),
});

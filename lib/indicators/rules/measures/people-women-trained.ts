import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { judgeFirst, personContribution } from '../people';

export const measure = measureOf({
  key: 'people.womenTrained.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
  wording: {
    en: { label: 'Women among people trained', rule: 'Women ÷ all unique people trained; people whose sex is not stated are in the denominator.' },
    cnr: { label: 'Žene među obučenim osobama', rule: 'Žene ÷ sve jedinstveno obučene osobe; osobe čiji pol nije naveden ulaze u imenilac.' },
  },
  judge: (facts, filter, asOf) => judgeFirst(indexOf(facts), 'training', filter, asOf, (first) => personContribution(first, first.row.sex === 'female' ? 1 : 0, 1)),
});

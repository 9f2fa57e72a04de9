import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { firstCounts, personContribution } from '../people';

export const measure: Measure = {
  key: 'people.womenTrained.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Women among people trained', rule: 'Women ÷ all unique people trained; people whose sex is not stated are in the denominator.' },
    cnr: { label: 'Žene među obučenim osobama', rule: 'Žene ÷ sve jedinstveno obučene osobe; osobe čiji pol nije naveden ulaze u imenilac.' },
  },
  contributions: (facts, filter, asOf) =>
    firstCounts(indexOf(facts), 'training', filter, asOf).map((first) => personContribution(first, first.row.sex === 'female' ? 1 : 0, 1)),
};

import { trainingFilters } from '../filters';
import { stillInPost } from '../in-post';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'people.inPostAt6.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
  wording: {
    en: {
      label: 'Trained people still in post after 6 months',
      rule: 'People who 6 months after the end of the training that first counted them held a post in the same unit or below it ÷ people trained at least 6 months ago whose posts are known.',
    },
    cnr: {
      label: 'Obučene osobe i dalje na radnom mjestu nakon 6 mjeseci',
      rule: 'Osobe koje su 6 mjeseci nakon završetka obuke po kojoj su prvi put računate imale radno mjesto u istoj jedinici ili ispod nje ÷ osobe obučene prije najmanje 6 mjeseci čija su radna mjesta poznata.',
    },
  },
  judge: (facts, filter, asOf) => stillInPost(facts, filter, asOf, 6),
});

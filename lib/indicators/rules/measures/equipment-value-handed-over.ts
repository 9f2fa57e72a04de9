import { judgeItems } from '../explain/items';
import { handOverFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'equipment.valueHandedOver',
  unit: 'usd',
  combine: 'sum',
  dimensions: ['institution', 'place'],
  filters: handOverFilters,
  wording: {
    en: {
      label: 'Value of equipment handed over',
      rule: 'Value in USD at the rate recorded with each item, on approved hand-overs with a signed certificate.',
    },
    cnr: {
      label: 'Vrijednost predate opreme',
      rule: 'Vrijednost u USD po kursu zabilježenom uz svaku stavku, na odobrenim primopredajama sa potpisanim zapisnikom.',
    },
  },
  judge: (facts, filter, asOf) =>
    // Pieces whose value nobody recorded: they are no zero in the sum, they are missing from it.
    judgeItems(indexOf(facts), { filter, asOf }, ({ valueUsd, quantity }, { endDate: date }) => ({ date, numerator: valueUsd ?? 0, denominator: valueUsd === null ? quantity : null })),
});

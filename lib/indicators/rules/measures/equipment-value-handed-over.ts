import { handOverFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'equipment.valueHandedOver',
  unit: 'usd',
  combine: 'sum',
  dimensions: ['institution'],
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
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const handOvers = new Map(activitiesOf(index, 'equipment', filter, asOf).map((activity) => [activity.id, activity]));
    return facts.items.flatMap((item) => {
      const handOver = handOvers.get(item.activityId);
      if (!handOver || !item.signed || !inside(index, item.recipientInstitutionId, filter)) return [];
      return [
        {
          activityId: item.activityId,
          personId: null,
          date: handOver.endDate,
          institutionId: item.recipientInstitutionId,
          sex: null,
          numerator: item.valueUsd ?? 0,
          // Pieces whose value nobody recorded: they are no zero in the sum, they are missing from it.
          denominator: item.valueUsd === null ? item.quantity : null,
        },
      ];
    });
  },
};

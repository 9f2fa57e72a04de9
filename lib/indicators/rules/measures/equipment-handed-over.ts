import { handOverFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'equipment.handedOver',
  unit: 'count',
  combine: 'sum',
  dimensions: ['institution'],
  filters: handOverFilters,
  wording: {
    en: { label: 'Items handed over', rule: 'Items on approved hand-overs with a signed certificate; lots by quantity.' },
    cnr: { label: 'Predata oprema', rule: 'Stavke sa odobrenih primopredaja sa potpisanim zapisnikom; partije po količini.' },
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
          numerator: item.quantity,
          denominator: null,
        },
      ];
    });
  },
};

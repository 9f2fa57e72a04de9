import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'equipment.inUse.share',
  unit: 'share',
  combine: 'latest',
  dimensions: ['institution'],
  wording: {
    en: { label: 'Equipment in use', rule: 'Items whose latest end-use check says in use ÷ items checked; lots by quantity.' },
    cnr: { label: 'Oprema u upotrebi', rule: 'Stavke za koje posljednja provjera kaže da su u upotrebi ÷ provjerene stavke; partije po količini.' },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const handOvers = new Set(activitiesOf(index, 'equipment', filter, asOf).map((activity) => activity.id));
    // Later checks overwrite earlier ones: the facts give them in the order in which they were made.
    const latest = new Map(facts.checks.filter((check) => check.checkedOn <= asOf).map((check) => [check.itemId, check]));
    return facts.items.flatMap((item) => {
      const check = latest.get(item.id);
      if (!check || !item.signed || !handOvers.has(item.activityId) || !inside(index, item.recipientInstitutionId, filter)) return [];
      return [
        {
          activityId: item.activityId,
          personId: null,
          date: check.checkedOn,
          institutionId: item.recipientInstitutionId,
          sex: null,
          numerator: check.inUse ? item.quantity : 0,
          denominator: item.quantity,
        },
      ];
    });
  },
};

import type { CheckFact } from '../facts';
import { handOverFilters } from '../filters';
import { activitiesOf, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

// The check made last, by its day; of two on one day the one recorded later.
function latestChecks(checks: readonly CheckFact[], asOf: string): Map<string, CheckFact> {
  const latest = new Map<string, CheckFact>();
  for (const check of checks) {
    if (check.checkedOn <= asOf && check.checkedOn >= (latest.get(check.itemId)?.checkedOn ?? '')) latest.set(check.itemId, check);
  }
  return latest;
}

export const measure: Measure = {
  key: 'equipment.inUse.share',
  unit: 'share',
  combine: 'latest',
  dimensions: ['institution'],
  filters: handOverFilters,
  wording: {
    en: { label: 'Equipment in use', rule: 'Items whose latest end-use check says in use ÷ items checked; lots by quantity, with a signed certificate only.' },
    cnr: {
      label: 'Oprema u upotrebi',
      rule: 'Stavke za koje posljednja provjera kaže da su u upotrebi ÷ provjerene stavke; partije po količini, samo sa potpisanim zapisnikom.',
    },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const handOvers = new Set(activitiesOf(index, 'equipment', filter, asOf).map((activity) => activity.id));
    const latest = latestChecks(facts.checks, asOf);
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

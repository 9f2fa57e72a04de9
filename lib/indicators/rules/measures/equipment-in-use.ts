import { judgeItems } from '../explain/items';
import type { CheckFact } from '../facts';
import { handOverFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

// The check made last, by its day; of two on one day the one recorded later.
function latestChecks(checks: readonly CheckFact[], asOf: string): Map<string, CheckFact> {
  const latest = new Map<string, CheckFact>();
  for (const check of checks) {
    if (check.checkedOn <= asOf && check.checkedOn >= (latest.get(check.itemId)?.checkedOn ?? '')) latest.set(check.itemId, check);
  }
  return latest;
}

export const measure = measureOf({
  key: 'equipment.inUse.share',
  unit: 'share',
  combine: 'latest',
  dimensions: ['institution', 'place'],
  filters: handOverFilters,
  wording: {
    en: { label: 'Equipment in use', rule: 'Items whose latest end-use check says in use ÷ items checked; lots by quantity, with a signed certificate only.' },
    cnr: {
      label: 'Oprema u upotrebi',
      rule: 'Stavke za koje posljednja provjera kaže da su u upotrebi ÷ provjerene stavke; partije po količini, samo sa potpisanim zapisnikom.',
    },
  },
  judge: (facts, filter, asOf) => {
    const latest = latestChecks(facts.checks, asOf);
    return judgeItems(indexOf(facts), { filter, asOf }, ({ id, quantity }) => {
      const check = latest.get(id);
      return check ? { date: check.checkedOn, numerator: check.inUse ? quantity : 0, denominator: quantity } : { key: 'notChecked' };
    });
  },
});

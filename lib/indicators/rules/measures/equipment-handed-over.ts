import { judgeItems } from '../explain/items';
import { handOverFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'equipment.handedOver',
  unit: 'count',
  combine: 'sum',
  dimensions: ['institution', 'place'],
  filters: handOverFilters,
  wording: {
    en: { label: 'Items handed over', rule: 'Items on approved hand-overs with a signed certificate; lots by quantity.' },
    cnr: { label: 'Predata oprema', rule: 'Stavke sa odobrenih primopredaja sa potpisanim zapisnikom; partije po količini.' },
  },
  judge: (facts, filter, asOf) => judgeItems(indexOf(facts), { filter, asOf }, ({ quantity }, { endDate: date }) => ({ date, numerator: quantity, denominator: null })),
});

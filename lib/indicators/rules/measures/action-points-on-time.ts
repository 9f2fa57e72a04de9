import { judgePoints } from '../explain/points';
import { pointFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'actionPoints.onTime.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution', 'place'],
  filters: pointFilters,
  wording: {
    en: { label: 'Action points on time', rule: 'Completed on or before the first due date ÷ all that fell due; dropped ones are left out.' },
    cnr: { label: 'Obaveze ispunjene na vrijeme', rule: 'Ispunjene do prvog roka ÷ sve kojima je rok dospio; one od kojih se odustalo ne broje se.' },
  },
  judge: (facts, filter, asOf) =>
    judgePoints(indexOf(facts), filter, ({ firstDueDate, doneOn }) => (firstDueDate > asOf ? { key: 'notDue' } : { date: firstDueDate, numerator: doneOn !== null && doneOn <= firstDueDate ? 1 : 0, denominator: 1 })),
});

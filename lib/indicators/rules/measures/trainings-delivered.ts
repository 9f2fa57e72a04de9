import { judgeRecords } from '../explain/weigh';
import { trainingFilters } from '../filters';
import { activitiesOf, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'trainings.delivered',
  unit: 'count',
  combine: 'sum',
  dimensions: ['place', 'topic'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Trainings delivered', rule: 'Completed and approved trainings, in the period in which they ended.' },
    cnr: { label: 'Održane obuke', rule: 'Završene i odobrene obuke, u periodu u kojem su završene.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return judgeRecords(index, activitiesOf(index, 'training'), { filter, asOf });
  },
});

import { judgeRecords } from '../explain/weigh';
import { regionalFilters } from '../filters';
import { activitiesOf, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'meetings.regional',
  unit: 'count',
  combine: 'sum',
  dimensions: ['place'],
  filters: regionalFilters,
  wording: {
    en: { label: 'Regional meetings', rule: 'Meetings and study visits with people present from two or more countries; the implementer does not count.' },
    cnr: { label: 'Regionalni sastanci', rule: 'Sastanci i studijske posjete na kojima su prisutne osobe iz dvije ili više zemalja; implementator se ne broji.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const visits = activitiesOf(index, 'training').filter((training) => training.type === 'study_visit');
    return judgeRecords(index, [...activitiesOf(index, 'meeting'), ...visits], { filter, asOf }, ({ id }) => (index.regional(id) ? null : { key: 'oneCountry' }));
  },
});

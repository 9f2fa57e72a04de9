import { judgeRecords } from '../explain/weigh';
import { meetingFilters } from '../filters';
import { activitiesOf, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

export const measure = measureOf({
  key: 'meetings.held',
  unit: 'count',
  combine: 'sum',
  dimensions: ['place'],
  filters: meetingFilters,
  wording: {
    en: { label: 'Meetings held', rule: 'Completed and approved meetings, in the period in which they ended.' },
    cnr: { label: 'Održani sastanci', rule: 'Završeni i odobreni sastanci, u periodu u kojem su održani.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return judgeRecords(index, activitiesOf(index, 'meeting'), { filter, asOf });
  },
});

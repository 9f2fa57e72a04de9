import { meetingFilters } from '../filters';
import { activitiesWith, indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { activityContribution } from '../people';

export const measure: Measure = {
  key: 'meetings.held',
  unit: 'count',
  combine: 'sum',
  dimensions: [],
  filters: meetingFilters,
  wording: {
    en: { label: 'Meetings held', rule: 'Completed and approved meetings, in the period in which they ended.' },
    cnr: { label: 'Održani sastanci', rule: 'Završeni i odobreni sastanci, u periodu u kojem su održani.' },
  },
  contributions: (facts, filter, asOf) => activitiesWith(indexOf(facts), 'meeting', filter, asOf).map(activityContribution),
};

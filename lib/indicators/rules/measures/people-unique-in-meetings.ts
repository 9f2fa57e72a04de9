import { meetingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { judgeFirst } from '../people';

export const measure = measureOf({
  key: 'people.uniqueInMeetings',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'place'],
  filters: meetingFilters,
  usesThreshold: true,
  wording: {
    en: { label: 'People in meetings (unique)', rule: 'Each person who attended a meeting counted once, in the period of the first.' },
    cnr: { label: 'Osobe na sastancima (jedinstveno)', rule: 'Svaka osoba koja je prisustvovala sastanku broji se jednom, u periodu prvog sastanka.' },
  },
  judge: (facts, filter, asOf) => judgeFirst(indexOf(facts), 'meeting', filter, asOf),
});

import { meetingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { firstCounts, personContribution } from '../people';

export const measure: Measure = {
  key: 'people.uniqueInMeetings',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution'],
  filters: meetingFilters,
  wording: {
    en: { label: 'People in meetings (unique)', rule: 'Each person who attended a meeting counted once, in the period of the first.' },
    cnr: { label: 'Osobe na sastancima (jedinstveno)', rule: 'Svaka osoba koja je prisustvovala sastanku broji se jednom, u periodu prvog sastanka.' },
  },
  contributions: (facts, filter, asOf) => firstCounts(indexOf(facts), 'meeting', filter, asOf).map((first) => personContribution(first)),
};

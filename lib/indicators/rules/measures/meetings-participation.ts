import { expectations } from '@/lib/meetings/rules';
import { meetingFilters } from '../filters';
import { activitiesOf, groupBy, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'meetings.participation.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['institution'],
  filters: meetingFilters,
  wording: {
    en: {
      label: 'Participation of those invited',
      rule: 'People present ÷ people expected at meetings: asked for by number, or standing on the list by name where these are more; whoever came beyond that does not count, nor does the implementer.',
    },
    cnr: {
      label: 'Odziv pozvanih',
      rule: 'Prisutni ÷ očekivani na sastancima: pozvani brojem ili navedeni po imenu gdje je njih više; ko je došao preko toga ne broji se, kao ni implementator.',
    },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const expected = groupBy(facts.expected, (row) => row.activityId);
    const own = (id: string | null) => id !== null && index.path(id).some((above) => facts.implementerIds.includes(above));
    return activitiesOf(index, 'meeting', filter, asOf).flatMap(({ id, endDate }) => {
      const participants = (index.participants.get(id) ?? []).map(({ institutionId, sessionsPresent }) => ({ institutionId, present: sessionsPresent > 0 }));
      const rows = expectations({ expected: expected.get(id) ?? [], participants, headcounts: index.headcounts.get(id) ?? [] });
      return rows.flatMap(({ institutionId, expected: denominator, came: numerator }) =>
        denominator === 0 || own(institutionId) || !inside(index, institutionId, filter) ? [] : [{ activityId: id, personId: null, date: endDate, institutionId, sex: null, numerator, denominator }],
      );
    });
  },
};

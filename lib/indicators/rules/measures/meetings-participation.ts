import { expectations } from '@/lib/meetings/rules';
import { groupBy } from '@/lib/shared/group-by';
import type { Subject, Verdict } from '../explain/verdict';
import { type Asked, institutionReason, recordLeftOut, recordReason } from '../explain/weigh';
import type { ActivityFact, ExpectedFact } from '../facts';
import { meetingFilters } from '../filters';
import { activitiesOf, type FactIndex, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

function judge(index: FactIndex, meeting: ActivityFact, asked: readonly ExpectedFact[], { filter, asOf }: Asked): Verdict[] {
  const { id: activityId, endDate: date } = meeting;
  const participants = (index.participants.get(activityId) ?? []).map(({ institutionId, sessionsPresent }) => ({ institutionId, present: sessionsPresent > 0 }));
  const rows = expectations({ expected: asked, participants, headcounts: index.headcounts.get(activityId) ?? [] }).filter((row) => row.expected > 0);
  const whole = recordReason(index, meeting, filter, asOf);
  if (whole) return rows.length > 0 ? [recordLeftOut(meeting, whole, rows.reduce((sum, row) => sum + row.expected, 0))] : [];
  return rows.map(({ institutionId, expected, came }): Verdict => {
    const subject: Subject = institutionId === null ? { kind: 'record', id: activityId } : { kind: 'institution', id: institutionId };
    const own = institutionId !== null && index.path(institutionId).some((above) => index.facts.implementerIds.includes(above));
    const reason = own ? { key: 'implementer' as const } : institutionReason(index, institutionId, filter);
    return reason ? { subject, activityId, date, n: expected, reason } : { subject, adds: { activityId, personId: null, date, institutionId, sex: null, numerator: came, denominator: expected } };
  });
}

export const measure = measureOf({
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
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    const expected = groupBy(facts.expected, (row) => row.activityId);
    return activitiesOf(index, 'meeting').flatMap((meeting) => judge(index, meeting, expected.get(meeting.id) ?? [], { filter, asOf }));
  },
});

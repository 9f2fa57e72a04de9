import type { Reason, Verdict } from '../explain/verdict';
import { type Asked, recordReason } from '../explain/weigh';
import type { DecisionFact } from '../facts';
import { meetingFilters } from '../filters';
import { type FactIndex, indexOf, inside } from '../index-of-facts';
import { measureOf } from '../measure';

/** An institution filter asks for somebody from there in the meeting that took the decision. */
function judge(index: FactIndex, { id, activityId, implementedOn, droppedOn }: DecisionFact, { filter, asOf }: Asked): Verdict[] {
  const meeting = index.activities.get(activityId);
  if (meeting?.kind !== 'meeting') return [];
  const by = (day: string | null) => day !== null && day <= asOf;
  const subject = { kind: 'decision', id } as const;
  const elsewhere: Reason | null = filter.institutionId && !index.present(activityId).some((one) => inside(index, one, filter)) ? { key: 'otherInstitution' } : null;
  const reason = recordReason(index, meeting, filter, asOf) ?? elsewhere ?? (by(droppedOn) ? { key: 'dropped' as const } : null);
  if (reason) return [{ subject, activityId, date: meeting.endDate, n: 1, reason }];
  return [{ subject, adds: { activityId, personId: null, date: meeting.endDate, institutionId: null, sex: null, numerator: by(implementedOn) ? 1 : 0, denominator: 1 } }];
}

export const measure = measureOf({
  key: 'decisions.implemented.share',
  unit: 'share',
  // A decision of one period is implemented in another: each period shows how they all stand at its end.
  combine: 'latest',
  dimensions: [],
  filters: meetingFilters,
  wording: {
    en: { label: 'Decisions implemented', rule: 'Decisions implemented by then ÷ all decisions of approved meetings held by then; dropped ones are left out.' },
    cnr: { label: 'Sprovedene odluke', rule: 'Odluke sprovedene do tada ÷ sve odluke odobrenih sastanaka održanih do tada; one od kojih se odustalo ne broje se.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return facts.decisions.flatMap((decision) => judge(index, decision, { filter, asOf }));
  },
});

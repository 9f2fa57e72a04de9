import type { Reason, Verdict } from '../explain/verdict';
import { recordLeftOut, recordReason } from '../explain/weigh';
import type { ActivityFact, MeasureFilter } from '../facts';
import { pointFilters } from '../filters';
import { type FactIndex, indexOf, inside } from '../index-of-facts';
import { measureOf } from '../measure';

// Who takes part stands for the nearest listed counterpart, else for the top of its tree; the implementer is left out (as in DOMAIN §2.9).
const standIn = (index: FactIndex, id: string): string => index.path(id).find((above) => index.facts.counterpartIds.includes(above)) ?? index.root(id);

function judge(index: FactIndex, filter: MeasureFilter, asOf: string): Verdict[] {
  const first = new Map<string, string>();
  return index.ordered.filter(({ kind }) => kind !== 'equipment').flatMap((activity): Verdict[] => {
    const present = index.present(activity.id);
    const whole = recordReason(index, activity, filter, asOf);
    return whole ? [recordLeftOut(activity, whole, present.length)] : [...new Set(present)].map((id) => judgeOne(index, activity, id, { filter, first }));
  });
}

function judgeOne(index: FactIndex, { id: activityId, endDate: date }: ActivityFact, present: string, { filter, first }: { filter: MeasureFilter; first: Map<string, string> }): Verdict {
  const leftOut = (id: string, reason: Reason): Verdict => ({ subject: { kind: 'institution', id }, activityId, date, n: 1, reason });
  if (!index.others(activityId).includes(present)) return leftOut(present, { key: 'implementer' });
  if (!inside(index, present, filter)) return leftOut(present, { key: 'otherInstitution' });
  const id = standIn(index, present);
  const before = first.get(id);
  if (before !== undefined) return leftOut(present, { key: 'countedBefore', activityId: before });
  first.set(id, activityId);
  return { subject: { kind: 'institution', id }, adds: { activityId, personId: null, date, institutionId: id, sex: null, numerator: 1, denominator: null } };
}

export const measure = measureOf({
  key: 'institutions.takingPart',
  unit: 'count',
  combine: 'sum',
  dimensions: ['institution', 'place', 'topic'],
  filters: pointFilters,
  wording: {
    en: {
      label: 'Institutions taking part',
      rule: 'Institutions with people present in a meeting or training, each once per project, in the period in which it first took part: the listed counterpart, else the top-level institution; the implementer does not count.',
    },
    cnr: {
      label: 'Institucije koje učestvuju',
      rule: 'Institucije čiji su predstavnici bili na sastanku ili obuci, svaka jednom u projektu, u periodu u kojem je prvi put učestvovala: navedeni partner, inače institucija najvišeg nivoa; implementator se ne broji.',
    },
  },
  judge: (facts, filter, asOf) => judge(indexOf(facts), filter, asOf),
});

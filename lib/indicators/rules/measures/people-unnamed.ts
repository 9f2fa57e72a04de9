import type { Verdict } from '../explain/verdict';
import { institutionReason, recordLeftOut, recordReason } from '../explain/weigh';
import type { ActivityFact, HeadcountFact, MeasureFilter } from '../facts';
import { trainingFilters } from '../filters';
import { activitiesOf, type FactIndex, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

function judge(index: FactIndex, { id: activityId, endDate: date }: ActivityFact, { institutionId, sex, count }: HeadcountFact, filter: MeasureFilter): Verdict {
  const subject = { kind: 'headcount', id: institutionId } as const;
  const reason = institutionReason(index, institutionId, filter);
  return reason ? { subject, activityId, date, n: count, reason } : { subject, adds: { activityId, personId: null, date, institutionId, sex, numerator: count, denominator: null } };
}

export const measure = measureOf({
  key: 'people.unnamed',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'place', 'topic'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Unnamed participants', rule: 'Headcount of trainings whose lists were withheld; adds to participations, never to unique people.' },
    cnr: { label: 'Neimenovani učesnici', rule: 'Broj prisutnih na obukama čiji spiskovi nijesu ustupljeni; dodaje se učešćima, nikad jedinstvenim osobama.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return activitiesOf(index, 'training').flatMap((activity) => {
      const rows = index.headcounts.get(activity.id) ?? [];
      const whole = rows.length === 0 ? null : recordReason(index, activity, filter, asOf);
      return whole ? [recordLeftOut(activity, whole, rows.reduce((sum, row) => sum + row.count, 0))] : rows.map((row) => judge(index, activity, row, filter));
    });
  },
});

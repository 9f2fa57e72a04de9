import type { ActivityFact, Contribution, MeasureFilter, ParticipantFact } from '../facts';
import { type FactIndex, inside } from '../index-of-facts';
import type { Counted, LeftOut, Reason, Verdict } from './verdict';

/** Why a filter of activities keeps this one out; null: it passes, whoever stood in it. Institution filters look at rows instead. */
export function filterReason(index: FactIndex, activity: ActivityFact, filter: MeasureFilter): Reason | null {
  if (filter.regional !== undefined && index.regional(activity.id) !== filter.regional) return { key: filter.regional ? 'notRegional' : 'regional' };
  if (filter.outputId && !activity.outputIds.includes(filter.outputId)) return { key: 'otherOutput' };
  if (filter.type && activity.type !== filter.type) return { key: 'otherType' };
  return filter.topic && !activity.topics.includes(filter.topic) ? { key: 'otherTopic' } : null;
}

/** Why a record adds nothing by the day `asOf`, whoever stood in it; null: it may (DOMAIN §2.5). */
export function recordReason(index: FactIndex, activity: ActivityFact, filter: MeasureFilter, asOf: string): Reason | null {
  if (activity.standing) return { key: activity.standing };
  return activity.endDate > asOf ? { key: 'later' } : filterReason(index, activity, filter);
}

/** A record as a whole that is left out, with how many people or pieces. */
export const recordLeftOut = (activity: ActivityFact, reason: Reason, n = 1): LeftOut => ({ subject: { kind: 'record', id: activity.id }, activityId: activity.id, date: activity.endDate, n, reason });

/** Somebody who stood in a record and is left out. */
export const personLeftOut = (activity: ActivityFact, row: Pick<ParticipantFact, 'personId'>, reason: Reason): LeftOut => ({ subject: { kind: 'person', id: row.personId }, activityId: activity.id, date: activity.endDate, n: 1, reason });

export const personCounted = (adds: Contribution & { personId: string }): Counted => ({ subject: { kind: 'person', id: adds.personId }, adds });

/** Is the row kept out because it stands for an institution that the filter does not ask for? */
export const institutionReason = (index: FactIndex, institutionId: string | null, filter: MeasureFilter): Reason | null => (inside(index, institutionId, filter) ? null : { key: 'otherInstitution' });

/** Measures that count records themselves: each record of the kinds, counted or left out. An institution filter asks for somebody present from there; `own` is what the measure asks beyond that. */
export function judgeRecords(index: FactIndex, activities: readonly ActivityFact[], { filter, asOf }: Asked, own: (activity: ActivityFact) => Reason | null = () => null): Verdict[] {
  return activities.map((activity) => {
    const reason = recordReason(index, activity, filter, asOf) ?? (standsIn(index, activity.id, filter) ? own(activity) : { key: 'otherInstitution' as const });
    return reason ? recordLeftOut(activity, reason) : { subject: { kind: 'record', id: activity.id }, adds: activityContribution(activity) };
  });
}
export type Asked = { filter: MeasureFilter; asOf: string };

const standsIn = (index: FactIndex, activityId: string, filter: MeasureFilter) => !filter.institutionId || index.present(activityId).some((id) => inside(index, id, filter));

/** One activity as a contribution, without person or institution. */
const activityContribution = (activity: ActivityFact): Contribution => ({ activityId: activity.id, personId: null, date: activity.endDate, institutionId: null, sex: null, numerator: 1, denominator: null });

import type { ActionPointFact, ActivityFact, Contribution, MeasureFilter } from '../facts';
import { type FactIndex, narrowsActivities } from '../index-of-facts';
import type { Reason, Verdict } from './verdict';
import { filterReason, institutionReason } from './weigh';

/** What a measure makes of an action point: when, and how much it adds, or why not. `activity` null: agreed outside any. */
type Add = (point: ActionPointFact & { firstDueDate: string }, activity: ActivityFact | null) => Pick<Contribution, 'date' | 'numerator' | 'denominator'> | Reason;

/** Measures of action points: each one, counted or left out. One agreed outside any activity counts for the project; a filter of activities leaves it out. */
export const judgePoints = (index: FactIndex, filter: MeasureFilter, add: Add): Verdict[] =>
  index.facts.actionPoints.map((point) => {
    const { id, activityId, institutionId, firstDueDate } = point;
    const activity = activityId === null ? null : (index.activities.get(activityId) ?? null);
    const reason = pointReason(index, point, activity, filter);
    const made = reason ?? (firstDueDate === null ? ({ key: 'noDueDate' } as const) : add({ ...point, firstDueDate }, activity));
    const subject = { kind: 'actionPoint', id } as const;
    if ('key' in made) return { subject, activityId, date: firstDueDate ?? '', n: 1, reason: made };
    return { subject, adds: { activityId, personId: null, institutionId, sex: null, ...made } };
  });

function pointReason(index: FactIndex, point: ActionPointFact, activity: ActivityFact | null, filter: MeasureFilter): Reason | null {
  if (activity?.standing) return { key: activity.standing };
  if (point.dropped) return { key: 'dropped' };
  const elsewhere = institutionReason(index, point.institutionId, filter);
  if (elsewhere) return elsewhere;
  if (activity) return filterReason(index, activity, filter);
  return point.activityId !== null || narrowsActivities(filter) ? { key: 'noActivity' } : null;
}

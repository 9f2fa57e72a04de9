import type { ActivityFact, Contribution, MeasureFilter, ParticipantFact } from './facts';
import { entry } from './grid';
import { activitiesOf, type FactIndex, inside } from './index-of-facts';

/** A person's first qualifying activity. */
export type First = { activity: ActivityFact; row: ParticipantFact };

const counts = (index: FactIndex, row: ParticipantFact, kind: 'training' | 'meeting', filter: MeasureFilter) =>
  (kind === 'meeting' || row.role === 'trainee') && index.attended(row) && inside(index, row.institutionId, filter);

const found = new WeakMap<FactIndex, Map<string, readonly First[]>>();

/** Everyone who attended, one row per person and activity, oldest first: trainees of trainings, all roles of meetings. Several measures ask the same, so the answer is kept. */
export function attendees(index: FactIndex, kind: 'training' | 'meeting', filter: MeasureFilter, asOf: string): readonly First[] {
  const known = entry(found, index, () => new Map<string, readonly First[]>());
  return entry(known, `${kind} ${asOf} ${JSON.stringify(filter)}`, () =>
    activitiesOf(index, kind, filter, asOf).flatMap((activity) =>
      (index.participants.get(activity.id) ?? []).filter((row) => counts(index, row, kind, filter)).map((row) => ({ activity, row })),
    ),
  );
}

/** Each person once, at the activity that first qualified them: oldest end first (DOMAIN §2.3). */
export function firstCounts(index: FactIndex, kind: 'training' | 'meeting', filter: MeasureFilter, asOf: string): First[] {
  const first = new Map<string, First>();
  for (const one of attendees(index, kind, filter, asOf)) if (!first.has(one.row.personId)) first.set(one.row.personId, one);
  return [...first.values()];
}

/** One person in one activity as a contribution. */
export const personContribution = ({ activity, row }: First, numerator = 1, denominator: number | null = null): Contribution => ({
  activityId: activity.id,
  personId: row.personId,
  date: activity.endDate,
  institutionId: row.institutionId,
  sex: row.sex,
  numerator,
  denominator,
});

/** One activity as a contribution, without person or institution. */
export const activityContribution = (activity: ActivityFact): Contribution => ({
  activityId: activity.id,
  personId: null,
  date: activity.endDate,
  institutionId: null,
  sex: null,
  numerator: 1,
  denominator: null,
});

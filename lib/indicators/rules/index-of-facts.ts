import { groupBy } from '@/lib/shared/group-by';
import { attended } from './attendance';
import type { ActivityFact, CountingFacts, MeasureFilter, ParticipantFact } from './facts';
import { type InstitutionTree, treeOf } from './tree';

/** Look-ups over the facts, made once per computation and shared by all measures. The facts must not change afterwards. */
export type FactIndex = InstitutionTree & {
  facts: CountingFacts;
  activities: Map<string, ActivityFact>;
  /** activities by the day they ended, then by id: the order in which people are first counted */
  ordered: readonly ActivityFact[];
  participants: Map<string, ParticipantFact[]>;
  headcounts: Map<string, CountingFacts['headcounts']>;
  /** posts by person */
  posts: Map<string, CountingFacts['posts']>;
  birthYear: (personId: string) => number | null;
  attended: (row: ParticipantFact) => boolean;
  /** institutions that stood in an activity: present people and unnamed headcount */
  present: (activityId: string) => readonly string[];
  /** the same without the implementer, whose staff attend everything */
  others: (activityId: string) => readonly string[];
  regional: (activityId: string) => boolean;
};

const made = new WeakMap<CountingFacts, FactIndex>();

/** The index of these facts; the same object for the same facts. */
export function indexOf(facts: CountingFacts): FactIndex {
  const known = made.get(facts);
  if (known) return known;
  const index = build(facts);
  made.set(facts, index);
  return index;
}

/** Remembers what a look-up by id answered: measures ask the same of each activity many times. */
export function remembering<T>(answer: (id: string) => T): (id: string) => T {
  const known = new Map<string, { value: T }>();
  return (id) => {
    const found = known.get(id) ?? { value: answer(id) };
    known.set(id, found);
    return found.value;
  };
}

// Code units, not a locale: the same order on every machine.
const byEnd = (a: ActivityFact, b: ActivityFact) => (`${a.endDate} ${a.id}` < `${b.endDate} ${b.id}` ? -1 : 1);

function build(facts: CountingFacts): FactIndex {
  const activities = new Map(facts.activities.map((activity) => [activity.id, activity]));
  const tree = treeOf(facts.institutions);
  const participants = groupBy(facts.participants, (row) => row.activityId);
  const headcounts = groupBy(facts.headcounts, (row) => row.activityId);
  const present = remembering((activityId) => {
    const named = (participants.get(activityId) ?? []).flatMap((row) => (row.sessionsPresent > 0 && row.institutionId ? [row.institutionId] : []));
    return [...new Set([...named, ...(headcounts.get(activityId) ?? []).map((row) => row.institutionId)])];
  });
  const born = new Map(facts.participants.map((row) => [row.personId, row.birthYear]));
  const implementers = new Set(facts.implementerIds);
  const others = remembering((activityId) => present(activityId).filter((id) => !tree.path(id).some((above) => implementers.has(above))));
  return {
    ...tree,
    facts,
    activities,
    ordered: [...facts.activities].sort(byEnd),
    participants,
    headcounts,
    posts: groupBy(facts.posts, (row) => row.personId),
    birthYear: (personId) => born.get(personId) ?? null,
    attended: (row) => attended(row.sessionsPresent, activities.get(row.activityId)?.sessions ?? 0, facts.threshold),
    present,
    others,
    regional: remembering((activityId) => new Set(others(activityId).flatMap((id) => tree.country(id) ?? [])).size >= 2),
  };
}

/** Does the filter say anything about activities? Then what belongs to none cannot pass it. */
export const narrowsActivities = (filter: MeasureFilter): boolean =>
  filter.regional !== undefined || Boolean(filter.outputId || filter.type || filter.topic);

/** Is the institution the filter's, or one below it? */
export const inside = (index: FactIndex, institutionId: string | null, filter: MeasureFilter): boolean =>
  !filter.institutionId || (institutionId !== null && index.path(institutionId).includes(filter.institutionId));

/** Activities of one kind, oldest first, counted or not. */
export const activitiesOf = (index: FactIndex, kind: ActivityFact['kind']): ActivityFact[] => index.ordered.filter((activity) => activity.kind === kind);

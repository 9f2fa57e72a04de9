import { attended } from './attendance';
import type { ActivityFact, CountingFacts, InstitutionFact, MeasureFilter, ParticipantFact } from './facts';

/** Look-ups over the facts, made once per computation and shared by all measures. */
export type FactIndex = {
  facts: CountingFacts;
  activities: Map<string, ActivityFact>;
  participants: Map<string, ParticipantFact[]>;
  headcounts: Map<string, CountingFacts['headcounts']>;
  institutions: Map<string, InstitutionFact>;
  /** top of the institution's tree */
  root: (id: string) => string;
  /** the institution and all above it, nearest first */
  path: (id: string) => string[];
  attended: (row: ParticipantFact) => boolean;
  /** institutions that stood in an activity: present people and unnamed headcount */
  present: (activityId: string) => string[];
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

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function build(facts: CountingFacts): FactIndex {
  const activities = new Map(facts.activities.map((activity) => [activity.id, activity]));
  const institutions = new Map(facts.institutions.map((institution) => [institution.id, institution]));
  const participants = groupBy(facts.participants, (row) => row.activityId);
  const headcounts = groupBy(facts.headcounts, (row) => row.activityId);
  const paths = new Map<string, string[]>();
  const path = (id: string): string[] => {
    const known = paths.get(id);
    if (known) return known;
    const parentId = institutions.get(id)?.parentId;
    const found = parentId ? [id, ...path(parentId)] : [id];
    paths.set(id, found);
    return found;
  };
  const present = (activityId: string): string[] => {
    const named = (participants.get(activityId) ?? []).flatMap((row) => (row.sessionsPresent > 0 && row.institutionId ? [row.institutionId] : []));
    return [...new Set([...named, ...(headcounts.get(activityId) ?? []).map((row) => row.institutionId)])];
  };
  const countries = (activityId: string) => new Set(present(activityId).flatMap((id) => institutions.get(id)?.country ?? []));
  return {
    facts,
    activities,
    institutions,
    participants,
    headcounts,
    path,
    root: (id) => path(id).at(-1) ?? id,
    attended: (row) => attended(row.sessionsPresent, activities.get(row.activityId)?.sessions ?? 0, facts.threshold),
    present,
    regional: (activityId) => countries(activityId).size >= 2,
  };
}

/** Does an activity pass the filter of an indicator, whoever stood in it? Institution filters look at rows instead. */
export function passes(index: FactIndex, activity: ActivityFact, filter: MeasureFilter): boolean {
  if (filter.regional !== undefined && index.regional(activity.id) !== filter.regional) return false;
  if (filter.outputId && !activity.outputIds.includes(filter.outputId)) return false;
  if (filter.type && activity.type !== filter.type) return false;
  return !filter.topic || activity.topics.includes(filter.topic);
}

/** Is the institution the filter's, or one below it? */
export const inside = (index: FactIndex, institutionId: string | null, filter: MeasureFilter): boolean =>
  !filter.institutionId || (institutionId !== null && index.path(institutionId).includes(filter.institutionId));

/** Activities of one kind that ended by `asOf` and pass the filter, oldest first. */
export const activitiesOf = (index: FactIndex, kind: ActivityFact['kind'], filter: MeasureFilter, asOf: string): ActivityFact[] =>
  index.facts.activities
    .filter((activity) => activity.kind === kind && activity.endDate <= asOf && passes(index, activity, filter))
    .sort((a, b) => (a.endDate === b.endDate ? a.id.localeCompare(b.id) : a.endDate < b.endDate ? -1 : 1));

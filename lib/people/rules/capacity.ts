/** A training that somebody attended as a trainee, and where they stood then. */
export type TrainedFact = { date: string; institutionId: string | null; topics: string[] };
export type CapacityPost = { institutionId: string; post: string | null; from: string | null; to: string | null };
export type CapacityPerson = { id: string; givenName: string; familyName: string; anonymised: boolean; posts: CapacityPost[]; trainings: TrainedFact[] };

/** One person as capacity of a unit. `last`: topic → the last time. */
export type CapacityRow = Omit<CapacityPerson, 'posts' | 'trainings'> & { present: CapacityPost | null; /** when the last post in the unit ended */ leftOn: string | null; trainedOn: string | null; last: Record<string, string> };
export type UnitCapacity = { inPost: CapacityRow[]; gone: CapacityRow[] };

const present = (person: CapacityPerson) => person.posts.find(({ to }) => to === null) ?? null;

/** The last time each topic was trained. */
export function lastByTopic(trainings: readonly TrainedFact[]): Record<string, string> {
  const last: Record<string, string> = {};
  for (const { date, topics } of trainings) for (const topic of topics) if (date > (last[topic] ?? '')) last[topic] = date;
  return last;
}

/**
 * What training a unit has kept and lost. In post: whose present post is in the unit or below it, trained or not. Gone: who was trained while standing in
 * it and holds no post in it now; where they are, their training is too.
 */
export function unitCapacity(people: readonly CapacityPerson[], units: ReadonlySet<string>): UnitCapacity {
  const rows = people.map((person) => ({ person, row: rowOf(person, units) }));
  const here = ({ row }: { row: CapacityRow }) => row.present !== null && units.has(row.present.institutionId);
  const trainedHere = ({ person }: { person: CapacityPerson }) => person.trainings.some(({ institutionId }) => institutionId !== null && units.has(institutionId));
  return { inPost: rows.filter(here).map(({ row }) => row), gone: rows.filter((one) => !here(one) && trainedHere(one)).map(({ row }) => row) };
}

function rowOf(person: CapacityPerson, units: ReadonlySet<string>): CapacityRow {
  const { posts, trainings, ...identity } = person;
  const left = posts.filter(({ institutionId, to }) => to !== null && units.has(institutionId)).map(({ to }) => to ?? '');
  const dates = trainings.map(({ date }) => date);
  return { ...identity, present: present(person), leftOn: left.sort().at(-1) ?? null, trainedOn: dates.sort().at(-1) ?? null, last: lastByTopic(trainings) };
}

/** Trained in the topic asked for, or (no topic) in anything. */
export const isTrained = (row: Pick<CapacityRow, 'last' | 'trainedOn'>, topic: string | null): boolean => (topic === null ? row.trainedOn !== null : topic in row.last);

export type UnitSummary = { institutionId: string; inPost: number; trained: number; gone: number };

/** One line per unit; of units one in the other each counts what is in it and below. */
export const summaries = (people: readonly CapacityPerson[], listed: readonly { institutionId: string; units: ReadonlySet<string> }[], topic: string | null): UnitSummary[] =>
  listed.map(({ institutionId, units }) => {
    const { inPost, gone } = unitCapacity(people, units);
    return { institutionId, inPost: inPost.length, trained: inPost.filter((row) => isTrained(row, topic)).length, gone: gone.filter((row) => isTrained(row, topic)).length };
  });

/** What the screen asks: only who is trained (in the topic), only who is not, or everybody. */
export const chosen = (rows: readonly CapacityRow[], topic: string | null, trained: 'yes' | 'no' | null): CapacityRow[] => rows.filter((row) => trained === null || isTrained(row, topic) === (trained === 'yes'));

type Node = { id: string; parentId: string | null };

/** Listed units with all that is below them, the deepest first: where a project works with one small unit, it stands on top. */
export function listedUnits<T extends Node>(listed: readonly string[], look: { path: (id: string) => readonly T[]; below: (id: string) => ReadonlySet<string> }): { institutionId: string; units: ReadonlySet<string> }[] {
  return [...listed].sort((a, b) => look.path(b).length - look.path(a).length || (a < b ? -1 : 1)).map((institutionId) => ({ institutionId, units: look.below(institutionId) }));
}

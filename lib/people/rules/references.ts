/**
 * What a merge does with every column that refers to a person (DOMAIN §2.13). A test compares this list with the database's own catalogue, so a table
 * added later fails it until its line stands here. `moved` needs nothing else; the others have a function of their own in mutations/merge.
 */
export const personReferences = {
  'action_points.person_id': 'moved',
  'certificates.person_id': 'moved',
  'custody.person_id': 'moved',
  'first_counts.person_id': 'recomputed',
  'participants.person_id': 'combined',
  'people.merged_into_id': 'moved',
  'person_distinctions.first_id': 'combined',
  'person_distinctions.second_id': 'combined',
  // What was decided stays as it was decided: the only rows that may name the merged-away person.
  'person_merges.kept_id': 'history',
  'person_merges.merged_id': 'history',
  'person_posts.person_id': 'combined',
  'project_people.person_id': 'combined',
} as const;

/** The same for every column that refers to a participant: where both people stood in one activity, two participants become one. */
export const participantReferences = {
  'attendance.participant_id': 'combined',
  'follow_ups.participant_id': 'combined',
} as const;

type Treatment = 'moved' | 'combined' | 'recomputed' | 'history';

/** Table and column of every reference that a merge treats so. */
export const treated = (references: Record<string, Treatment>, treatment: Treatment): { table: string; column: string }[] =>
  Object.entries(references).flatMap(([name, how]) => {
    const [table = '', column = ''] = name.split('.');
    return how === treatment ? [{ table, column }] : [];
  });

/** What tells the rows of a table apart, for undoing; 'id' where nothing else is said. */
const keys: Record<string, readonly string[]> = {
  attendance: ['activity_id', 'participant_id', 'session_id'],
  person_distinctions: ['first_id', 'second_id'],
  project_people: ['project_id', 'person_id'],
};
export const keyOf = (table: string): readonly string[] => keys[table] ?? ['id'];

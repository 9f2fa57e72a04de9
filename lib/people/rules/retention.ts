import { addMonths } from '@/lib/shared/dates';

/** The day until which a project keeps the people it records, unless somebody says otherwise (DOMAIN §5); null while its end is unknown. */
export const keptUntil = ({ endDate, retentionMonths }: { endDate: string | null; retentionMonths: number }): string | null => (endDate ? addMonths(endDate, retentionMonths) : null);

/** Is the identity due to be erased? The retention date itself is the last day of keeping. */
export const isDue = (retainUntil: string | null, today: string): boolean => retainUntil !== null && retainUntil < today;

/** The fields of an anonymised person: identity gone, sex kept because it is counted. */
export const nobody = { givenName: '', familyName: '', birthYear: null, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null } as const;

/**
 * What happens to every text of a row that names a person, when the person is anonymised (DOMAIN §5). A test compares this list with the database's own
 * catalogue, so a text added later fails it until somebody has decided. `erased`: emptied. `word`: one of a closed list, says nothing of who it is.
 * `record`: belongs to the record or project, which stays; names have no place in it (lib/guard looks for them).
 */
export const personTexts = {
  'action_points.drop_reason': 'record',
  'action_points.outcome': 'record',
  'action_points.priority': 'word',
  'action_points.status': 'word',
  'action_points.text': 'record',
  'certificates.course': 'record',
  'certificates.place': 'record',
  'certificates.verification_code': 'record',
  'custody.kind': 'word',
  'custody.reason': 'record',
  'first_counts.sex': 'word',
  'follow_ups.answered_via': 'word',
  'follow_ups.note': 'erased',
  'follow_ups.supervisor_email': 'erased',
  'follow_ups.supervisor_via': 'word',
  'participants.post': 'erased',
  'participants.role': 'word',
  'people.email': 'erased',
  'people.family_name': 'erased',
  'people.given_name': 'erased',
  'people.lawful_basis': 'erased',
  'people.match_keys': 'erased',
  'people.phone': 'erased',
  'people.rank': 'erased',
  'people.sex': 'word',
  'person_merges.trace': 'erased',
  'person_posts.post': 'erased',
  // written by triggers from the person's name
  'project_people.family_name': 'erased',
  'project_people.given_name': 'erased',
  'project_people.search': 'erased',
} as const satisfies Record<string, 'erased' | 'word' | 'record'>;

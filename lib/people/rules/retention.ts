import { addMonths } from '@/lib/shared/dates';

/** How long a person is kept after the project's end unless somebody says otherwise (DOMAIN §5). */
export const retentionMonths = 24;

/** The day until which a project keeps the people it records; null while its end is unknown. */
export const keptUntil = (projectEnd: string | null): string | null => (projectEnd ? addMonths(projectEnd, retentionMonths) : null);

/** Is the identity due to be erased? The retention date itself is the last day of keeping. */
export const isDue = (retainUntil: string | null, today: string): boolean => retainUntil !== null && retainUntil < today;

/** The fields of an anonymised person: identity gone, sex kept because it is counted. */
export const nobody = { givenName: '', familyName: '', birthYear: null, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null } as const;

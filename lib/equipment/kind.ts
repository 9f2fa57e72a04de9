import type { KindSpec } from '@/lib/activities/kind';
import { handOverDetailSchema } from './schema/hand-over';

/** Equipment hand-over: items with one certificate; counts items and their value. */
export const equipmentKind = {
  kind: 'equipment',
  prefix: 'EQ',
  detail: handOverDetailSchema,
  people: 'none',
  roles: [],
  evidence: ['certificate', 'photo', 'other'],
} as const satisfies KindSpec;

import type { KindSpec } from '@/lib/activities/kind';
import { trainingDetailSchema } from './schema';

/** Training: sessions, attendance and scores; counts people. */
export const trainingKind = {
  kind: 'training',
  prefix: 'TR',
  detail: trainingDetailSchema,
  people: 'sessions',
  roles: ['trainee', 'trainer', 'observer'],
  evidence: ['signed_list', 'agenda', 'test_sheet', 'photo', 'certificate', 'other'],
} as const satisfies KindSpec;

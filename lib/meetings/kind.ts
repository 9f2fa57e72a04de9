import type { KindSpec } from '@/lib/activities/kind';
import { meetingDetailSchema } from './schema';

/** Meeting: agenda, attendees, decisions and what was agreed to do. */
export const meetingKind = {
  kind: 'meeting',
  prefix: 'ME',
  detail: meetingDetailSchema,
  people: 'attendees',
  roles: ['chair', 'member', 'observer'],
  evidence: ['minutes', 'agenda', 'signed_list', 'photo', 'other'],
} as const satisfies KindSpec;

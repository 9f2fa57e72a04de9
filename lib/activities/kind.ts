import type { z } from 'zod';
import type { ActivityKind, EvidenceKind, ParticipantRole } from '@/lib/shared/vocabulary';

/** What the app must know of a kind of activity beside its table, its form part and its wording (DESIGN §3). */
export type KindSpec = {
  kind: ActivityKind;
  /** of the reference: 'TR' → TR-001 */
  prefix: string;
  /** the part of the form and of the action that only this kind has */
  detail: z.ZodType;
  /** who stood in it: per session, once (one hidden session), or nobody */
  people: 'sessions' | 'attendees' | 'none';
  roles: readonly ParticipantRole[];
  /** kinds of evidence that the upload offers, the needed ones first */
  evidence: readonly EvidenceKind[];
};

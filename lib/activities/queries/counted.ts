import type { ActivityKind, ParticipantRole } from '@/lib/shared/vocabulary';
import { attended } from '@/lib/indicators/rules/attendance';

/** Participants of one activity who have the same role and were present in the same number of sessions. */
export type PresenceGroup = { role: ParticipantRole; present: number; people: number };

/** Is this somebody whom figures about people look at? Of a training its trainees, of a meeting everybody. */
export const takesPart = (kind: ActivityKind, role: ParticipantRole): boolean => kind === 'meeting' || (kind === 'training' && role === 'trainee');

/** How many named people are listed and how many attended by the project's threshold (DOMAIN §2.2): the number that figures count. */
export function countNamed(kind: ActivityKind, sessions: number, threshold: number, groups: readonly PresenceGroup[]): { listed: number; attended: number } {
  const concerned = groups.filter((group) => takesPart(kind, group.role));
  const total = (rows: readonly PresenceGroup[]) => rows.reduce((sum, group) => sum + group.people, 0);
  return { listed: total(concerned), attended: total(concerned.filter((group) => attended(group.present, sessions, threshold))) };
}

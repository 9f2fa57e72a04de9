export type MeetingPresence = { meetingId: string; unitIds: readonly string[] };
/** Units in order of how many meetings they came to, and for each pair the meetings that both came to; a unit with itself: all of its own. */
export type Cooperation = { units: string[]; shared: (a: string, b: string) => string[] };

/** Which units met which, from who was present where. Each meeting stands once per pair. */
export function cooperationOf(presence: readonly MeetingPresence[]): Cooperation {
  const meetings = new Map<string, Set<string>>();
  for (const { meetingId, unitIds } of presence) for (const unit of new Set(unitIds)) meetings.set(unit, (meetings.get(unit) ?? new Set()).add(meetingId));
  const count = (unit: string) => meetings.get(unit)?.size ?? 0;
  const units = [...meetings.keys()].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  const shared = (a: string, b: string) => [...(meetings.get(a) ?? [])].filter((meeting) => meetings.get(b)?.has(meeting));
  return { units, shared };
}

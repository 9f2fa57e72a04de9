import type { ImportKind } from '@/lib/shared/vocabulary';

const dayInMs = 86_400_000;

/** What was uploaded before this moment is gone. */
export const keptUntilAfter = (now: Date): Date => new Date(now.getTime() - dayInMs);

/** The kinds that the app has a preview for. */
export const rosterKinds = ['people', 'participants'] as const satisfies readonly ImportKind[];
export type RosterKind = (typeof rosterKinds)[number];
export const isRosterKind = (kind: ImportKind): kind is RosterKind => rosterKinds.some((known) => known === kind);

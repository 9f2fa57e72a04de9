import type { ImportKind } from '@/lib/shared/vocabulary';

const dayInMs = 86_400_000;

/** The lines of what was uploaded before this moment are gone: they hold names. */
export const keptUntilAfter = (now: Date): Date => new Date(now.getTime() - dayInMs);

/** What was uploaded before this moment is not even listed any more. */
export const listedUntilAfter = (now: Date): Date => new Date(now.getTime() - 90 * dayInMs);

/** The kinds that the app has a preview for. */
export const rosterKinds = ['people', 'participants'] as const satisfies readonly ImportKind[];
export type RosterKind = (typeof rosterKinds)[number];
export const isRosterKind = (kind: ImportKind): kind is RosterKind => rosterKinds.some((known) => known === kind);

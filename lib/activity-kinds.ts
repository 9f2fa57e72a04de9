import type { KindSpec } from '@/lib/activities/kind';
import { equipmentKind } from '@/lib/equipment/kind';
import { meetingKind } from '@/lib/meetings/kind';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import { trainingKind } from '@/lib/trainings/kind';

/** The list of kinds; a new one is an entry here and where the compiler asks for it. */
export const kindSpecs = { training: trainingKind, equipment: equipmentKind, meeting: meetingKind } as const satisfies Record<ActivityKind, KindSpec>;

/** Is this word of an address a kind of activity? */
export const isActivityKind = (word: string): word is ActivityKind => Object.hasOwn(kindSpecs, word);

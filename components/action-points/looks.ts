import type { Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ActionPointStatus } from '@/lib/shared/vocabulary';

/** How each state looks; its word stands beside it. */
export const looks: Record<ActionPointStatus, [Tone, IconName]> = { open: ['neutral', 'dot'], in_progress: ['accent', 'right'], done: ['good', 'check'], verified: ['good', 'success'], dropped: ['neutral', 'minus'] };

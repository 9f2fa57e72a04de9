import type { Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { DecisionState } from '@/lib/shared/vocabulary';

/** How each state looks; its word stands beside it. */
export const decisionLooks: Record<DecisionState, [Tone, IconName]> = { open: ['neutral', 'dot'], implemented: ['good', 'check'], dropped: ['neutral', 'minus'] };

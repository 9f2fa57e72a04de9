import type { Confirmation } from '@/lib/guard/schema';
import type { DecisionState } from '@/lib/shared/vocabulary';

/** A decision with what became of it. `note`: what shows that it was implemented, or why it was dropped; `confirmations`: why words that look like case data stand there. */
export type DecisionView = { id: string; version: number; number: number; text: string; state: DecisionState; settledOn: string | null; note: string | null; confirmations: Confirmation[] };

type Settling = { state: DecisionState; settledOn: string | null };

/** Why a decision cannot be settled so, with the field at fault, or null: not in the future, not before the meeting that took it. */
export function settleObstacle({ state, settledOn }: Settling, { today, takenOn }: { today: string; takenOn: string | null }): { reason: string; field: string } | null {
  if (state === 'open' || settledOn === null) return null;
  if (settledOn > today) return { reason: 'dateInFuture', field: 'settledOn' };
  return takenOn !== null && settledOn < takenOn ? { reason: 'beforeMeeting', field: 'settledOn' } : null;
}

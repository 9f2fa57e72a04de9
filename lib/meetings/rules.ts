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

export type Expectation = { institutionId: string | null; expected: number; present: number; /** of those expected */ came: number };
type Attendance = { expected: readonly { institutionId: string; count: number }[]; participants: readonly { institutionId: string | null; present: boolean }[]; headcounts: readonly { institutionId: string; count: number }[] };

/**
 * Who was expected and who came, per institution. Expected is the number an institution was asked for, or those of it who stand on the list where these are
 * more. Unnamed people fill what names leave open of that number; whoever came beyond it is present, never more than expected.
 */
export function expectations({ expected, participants, headcounts }: Attendance): Expectation[] {
  const institutions = new Set([...expected, ...participants, ...headcounts].map((row) => row.institutionId));
  return [...institutions].map((institutionId) => {
    const own = <T extends { institutionId: string | null }>(rows: readonly T[]) => rows.filter((row) => row.institutionId === institutionId);
    const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
    const [named, unnamed, asked] = [own(participants), sum(own(headcounts)), sum(own(expected))];
    const here = named.filter((row) => row.present).length;
    return { institutionId, expected: Math.max(asked, named.length), present: here + unnamed, came: here + Math.min(unnamed, Math.max(0, asked - named.length)) };
  });
}

type Item = { id: string; restricted: boolean };
type UnderItem = { agendaItemId: string | null };

/** What of a meeting may go outside: without restricted items and what was decided and agreed under them; null: nothing of it leaves the project (DOMAIN §5). */
export function outsideOf<A extends Item, D extends UnderItem, P extends UnderItem>(detail: { restricted: boolean; agenda: readonly A[]; decisions: readonly D[]; actionPoints: readonly P[] }): { agenda: A[]; decisions: D[]; actionPoints: P[] } | null {
  if (detail.restricted) return null;
  const closed = new Set(detail.agenda.filter((item) => item.restricted).map((item) => item.id));
  const open = <T extends UnderItem>(rows: readonly T[]): T[] => rows.filter(({ agendaItemId }) => agendaItemId === null || !closed.has(agendaItemId));
  return { agenda: detail.agenda.filter((item) => !item.restricted), decisions: open(detail.decisions), actionPoints: open(detail.actionPoints) };
}

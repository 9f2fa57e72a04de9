type Answers = { answeredOn: string | null; applied: boolean | null; supervisorConfirmed: boolean | null };

/** Is somebody still to be asked? The participant until they answer, then the supervisor, unless there is nothing to confirm. */
export const isOpen = ({ answeredOn, applied, supervisorConfirmed }: Answers): boolean => answeredOn === null || (applied === true && supervisorConfirmed === null);

/** due: somebody should answer by now; supervisor: applied, to be confirmed; settled: nobody left to ask; later: not due yet. */
export const followUpStandings = ['due', 'supervisor', 'settled', 'later'] as const;
export type FollowUpStanding = (typeof followUpStandings)[number];

/** Where one follow-up stands. */
export function followUpStanding(row: Answers & { dueOn: string }, today: string): FollowUpStanding {
  if (!isOpen(row)) return 'settled';
  if (row.answeredOn !== null) return 'supervisor';
  return row.dueOn <= today ? 'due' : 'later';
}

/** Share of those that fell due and were answered, 0…1; null while none fell due: no data, never zero. An answer before its day counts as due. */
export const responseRate = ({ due, answered }: { due: number; answered: number }): number | null => (due === 0 ? null : answered / due);

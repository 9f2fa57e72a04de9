import type { ActionPointStatus } from '@/lib/shared/vocabulary';

const onward: Record<ActionPointStatus, readonly ActionPointStatus[]> = {
  open: ['open', 'in_progress', 'done', 'dropped'],
  in_progress: ['in_progress', 'open', 'done', 'dropped'],
  done: ['verified', 'in_progress'],
  verified: [],
  dropped: ['open'],
};

/** The states an action point may go to from here; what is still pending may stay as it is with another due date. What is verified stays for good. */
export const nextStatuses = (from: ActionPointStatus): readonly ActionPointStatus[] => onward[from];

/** Is somebody still expected to act? */
export const isPending = (status: ActionPointStatus): boolean => status === 'open' || status === 'in_progress';

/** Overdue: still pending and due before today. */
export const isOverdue = (point: { status: ActionPointStatus; dueDate: string | null }, today: string): boolean => isPending(point.status) && point.dueDate !== null && point.dueDate < today;

type Step = { from: ActionPointStatus; to: ActionPointStatus; doneOn: string | null; dueDate: string | null; oldDueDate: string | null };
type Facts = { today: string; agreedOn: string | null; doneBy: string | null; actorId: string; /** high priority has to be proven */ needsEvidence: boolean };

/** Why a step is refused, with the field at fault, or null. Verifying needs somebody else than who marked the point done. */
export function stepObstacle(step: Step, { today, agreedOn, doneBy, actorId, needsEvidence }: Facts): { reason: string; field: string } | null {
  if (!onward[step.from].includes(step.to)) return { reason: 'wrongState', field: 'status' };
  if (step.to === 'verified' && step.from === 'done' && doneBy === actorId) return { reason: 'verifyByOther', field: 'status' };
  if ((step.to === 'done' || step.to === 'verified') && needsEvidence) return { reason: 'evidenceNeeded', field: 'status' };
  if (step.to === 'done' && step.doneOn && step.doneOn > today) return { reason: 'dateInFuture', field: 'doneOn' };
  if (step.to === 'done' && step.doneOn && agreedOn && step.doneOn < agreedOn) return { reason: 'doneBeforeMeeting', field: 'doneOn' };
  if (step.dueDate !== step.oldDueDate && step.dueDate && agreedOn && step.dueDate < agreedOn) return { reason: 'dueBeforeMeeting', field: 'dueDate' };
  return null;
}

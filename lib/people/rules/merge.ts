import type { MergeField } from '../schema/merge';
import type { ParticipantRole, Sex } from '@/lib/shared/vocabulary';

/** How long a merge can be undone. */
export const undoDays = 30;

/** Is a merge of that moment still young enough to be undone? */
export const undoable = (mergedAt: Date, now: Date): boolean => now.getTime() - mergedAt.getTime() <= undoDays * 86_400_000;

export type MergeFacts = {
  isAdmin: boolean;
  /** projects in which the actor is a manager */
  managed: readonly string[];
  /** every project that knows both people */
  knowBoth: readonly string[];
};

/**
 * Why this actor may not merge two people, or null. Figures change in every project that knows both, so a manager must manage all of them; where they
 * do not, an administrator decides, as an exception.
 */
export function mergeObstacle({ isAdmin, managed, knowBoth }: MergeFacts): 'mergeKnowsBoth' | 'mergeElsewhere' | null {
  if (knowBoth.length === 0) return 'mergeKnowsBoth';
  if (isAdmin) return null;
  return knowBoth.every((id) => managed.includes(id)) ? null : 'mergeElsewhere';
}

type Text = string | number | null;
export type Mergeable = { givenName: string; familyName: string; sex: Sex; birthYear: number | null; rank: string | null; email: string | null; phone: string | null; lawfulBasis: string | null; consentOn: string | null; retainUntil: string | null };

/** Which value to offer first: what one knows and the other does not; of two retention dates the later; else the kept one's. */
export function suggested(field: Exclude<MergeField, 'presentPost'>, kept: Mergeable, merged: Mergeable): 'kept' | 'merged' {
  const [mine, theirs] = [known(kept[field]), known(merged[field])];
  if (field === 'retainUntil') return mine !== null && theirs !== null && theirs > mine ? 'merged' : mine === null && theirs !== null ? 'merged' : 'kept';
  return mine === null && theirs !== null ? 'merged' : 'kept';
}
const known = (value: Text) => (value === '' || value === 'not_stated' ? null : value);

export type Standing = { role: ParticipantRole; institutionId: string | null; post: string | null; preScore: string | null; postScore: string | null };

/** One participant out of two of the same activity: a trainee stays a trainee (they count), gaps are filled, what both say is the kept one's. */
export const combined = (kept: Standing, merged: Standing): Standing => ({
  role: kept.role === 'trainee' || merged.role !== 'trainee' ? kept.role : 'trainee',
  institutionId: kept.institutionId ?? merged.institutionId,
  post: kept.post ?? merged.post,
  preScore: kept.preScore ?? merged.preScore,
  postScore: kept.postScore ?? merged.postScore,
});

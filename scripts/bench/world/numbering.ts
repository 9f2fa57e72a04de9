import { dayIn, idOf, type Sizes } from './facts';

// Activities of a project are numbered through: trainings, then meetings, then hand-overs.
export const activitiesOf = (size: Sizes) => size.trainings + size.meetings + size.handOvers;
export const activityId = (size: Sizes, project: number, k: number) => idOf('activity', project * activitiesOf(size) + k);
export const isApproved = (k: number) => k % 10 !== 9;
/** A tenth is not approved; of these only what lies in open periods waits for review, or the first periods could not be closed. */
export const stateOf = (size: Sizes, k: number) => (isApproved(k) ? 'approved' : k % 20 === 9 && startOf(size, k) > '2025-01-02' ? 'submitted' : 'draft');

/** Where the k-th activity stands among those of its kind. */
export function placed(size: Sizes, k: number) {
  if (k < size.trainings) return { kind: 'training', prefix: 'TR', number: k, of: size.trainings } as const;
  if (k < size.trainings + size.meetings) return { kind: 'meeting', prefix: 'ME', number: k - size.trainings, of: size.meetings } as const;
  return { kind: 'equipment', prefix: 'EQ', number: k - size.trainings - size.meetings, of: size.handOvers } as const;
}
export const startOf = (size: Sizes, k: number) => dayIn(placed(size, k).number, placed(size, k).of);
/** Participant `slot` of the k-th activity of a project: another person each time, everybody comes round. */
export const personOf = (size: Sizes, project: number, k: number, slot: number) => project * size.people + ((k * 11 + slot * 37) % size.people);

import type { Contribution } from '../facts';

/** Why a record is not counted at all: what DOMAIN §2.5 asks for is missing. */
export const standings = ['draft', 'submitted', 'returned', 'reopened', 'withdrawn', 'planned', 'under_way', 'postponed', 'cancelled', 'undated', 'later', 'recordedLater'] as const;
export type Standing = (typeof standings)[number];

/** Everything that can keep something a measure looks at out of its figure. */
export const reasonKeys = [
  ...standings,
  ...(['regional', 'notRegional', 'otherOutput', 'otherType', 'otherTopic', 'otherInstitution', 'otherPeriod'] as const),
  ...(['notTrainee', 'absent', 'belowThreshold', 'countedBefore', 'unnamed', 'notTested', 'tooEarly', 'noInstitution', 'noPostKnown', 'notAnswered'] as const),
  ...(['oneInstitution', 'oneCountry', 'implementer', 'notHandedOver', 'notSigned', 'notChecked', 'notDue', 'noDueDate', 'notDone', 'dropped', 'noActivity'] as const),
] as const;
export type ReasonKey = (typeof reasonKeys)[number];
/** `present` of `sessions`: how much of it the person attended. `activityId`: the record that counted them before. */
export type Reason = { key: ReasonKey; present?: number; sessions?: number; activityId?: string };

/** What a measure looks at one by one. A headcount is named by its institution. */
export type Subject = { kind: 'record' | 'person' | 'headcount' | 'item' | 'actionPoint' | 'decision' | 'institution'; id: string };
export type Counted = { subject: Subject; adds: Contribution };
/** `n` people or pieces that one line stands for; `date` '' where nobody said it. */
export type LeftOut = { subject: Subject; activityId: string | null; date: string; n: number; reason: Reason };
/** What becomes of one thing that a measure looks at. */
export type Verdict = Counted | LeftOut;

export const isCounted = (verdict: Verdict): verdict is Counted => 'adds' in verdict;

/** What the counted ones add, in their order: the atoms of the figure. */
export function contributionsOf(verdicts: readonly Verdict[]): Contribution[] {
  const adds: Contribution[] = [];
  for (const verdict of verdicts) if (isCounted(verdict)) adds.push(verdict.adds);
  return adds;
}

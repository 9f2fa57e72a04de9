import type { ActivityKind, EvidenceKind, ReviewState, ReviewStep } from '@/lib/shared/vocabulary';

const transitions: Record<ReviewStep, { from: readonly ReviewState[]; to: ReviewState }> = {
  submitted: { from: ['draft', 'returned', 'reopened', 'withdrawn'], to: 'submitted' },
  approved: { from: ['submitted'], to: 'approved' },
  returned: { from: ['submitted'], to: 'returned' },
  reopened: { from: ['approved'], to: 'reopened' },
  withdrawn: { from: ['submitted', 'returned', 'reopened'], to: 'withdrawn' },
};

/** The state after a step, or null where the step is not possible from here (DOMAIN §3). */
export const nextState = (state: ReviewState, step: ReviewStep): ReviewState | null => (transitions[step].from.includes(state) ? transitions[step].to : null);

/** Steps that must say why. */
export const needsReason = (step: ReviewStep): boolean => step === 'returned' || step === 'reopened' || step === 'withdrawn';

export type ApprovalFacts = {
  actorId: string;
  createdBy: string;
  lastEditedBy: string;
  isManager: boolean;
  isAdmin: boolean;
  /** managers of the project other than those who made or last edited the record */
  otherManagers: number;
};

/**
 * Why this person may not approve, or null when they may. Four eyes: nobody approves what they created or last edited.
 * An administrator approves only where no other manager could (DOMAIN §3, §4).
 */
export function approvalObstacle(facts: ApprovalFacts): 'fourEyes' | 'managersApprove' | 'forbidden' | null {
  if (facts.actorId === facts.createdBy || facts.actorId === facts.lastEditedBy) return 'fourEyes';
  if (facts.isManager) return null;
  if (!facts.isAdmin) return 'forbidden';
  return facts.otherManagers === 0 ? null : 'managersApprove';
}

/** What submitting looks at; the record as it stands, whatever its kind. */
export type SubmissionFacts = {
  kind: ActivityKind;
  title: string;
  outputs: number;
  place: string | null;
  implementation: string;
  actualStart: string | null;
  actualEnd: string | null;
  sessionDates: (string | null)[];
  /** named people and unnamed headcount present */
  attendees: number;
  agendaItems: number;
  /** the agenda is attached as a file */
  agendaFile: boolean;
  recipient: string | null;
  items: { value: number | null; usdRate: number | null }[];
  /** needed proof that is neither there nor waived, as the view evidence_gaps says */
  gaps: readonly string[];
  /** form fields whose words look like case data and were neither reworded nor confirmed */
  unconfirmed: readonly string[];
};

/** One thing that approval needs. `field` is the form field that mends it. */
export type Requirement = { key: string; field: string; waivable: boolean; kinds: readonly ActivityKind[]; holds: (facts: SubmissionFacts) => boolean };

const all: readonly ActivityKind[] = ['training', 'equipment', 'meeting'];
const withPeople: readonly ActivityKind[] = ['training', 'meeting'];
const within = (facts: SubmissionFacts) =>
  facts.sessionDates.every((date) => date !== null && facts.actualStart !== null && facts.actualEnd !== null && date >= facts.actualStart && date <= facts.actualEnd);

const proof = (key: EvidenceKind, kind: ActivityKind): Requirement => ({ key, field: `evidence.${key}`, waivable: true, kinds: [kind], holds: (facts) => !facts.gaps.includes(key) });

/** The named rules of completeness (DOMAIN §3). Only missing evidence can be waived. */
export const requirements: readonly Requirement[] = [
  { key: 'title', field: 'title', waivable: false, kinds: all, holds: (facts) => facts.title.trim() !== '' },
  { key: 'completed', field: 'implementation', waivable: false, kinds: all, holds: (facts) => facts.implementation === 'completed' },
  { key: 'dates', field: 'actualEnd', waivable: false, kinds: all, holds: (facts) => facts.actualStart !== null && facts.actualEnd !== null },
  { key: 'output', field: 'outputIds', waivable: false, kinds: all, holds: (facts) => facts.outputs > 0 },
  { key: 'place', field: 'place', waivable: false, kinds: all, holds: (facts) => facts.place !== null },
  { key: 'sessions', field: 'sessions', waivable: false, kinds: ['training'], holds: (facts) => facts.sessionDates.length > 0 },
  { key: 'sessionDates', field: 'sessions', waivable: false, kinds: ['training'], holds: (facts) => facts.sessionDates.length === 0 || within(facts) },
  { key: 'participants', field: 'participants', waivable: false, kinds: withPeople, holds: (facts) => facts.attendees > 0 },
  { key: 'agendaItems', field: 'detail.agenda', waivable: false, kinds: ['meeting'], holds: (facts) => facts.agendaItems > 0 || facts.agendaFile },
  { key: 'recipient', field: 'detail.recipientInstitutionId', waivable: false, kinds: ['equipment'], holds: (facts) => facts.recipient !== null },
  { key: 'items', field: 'detail.items', waivable: false, kinds: ['equipment'], holds: (facts) => facts.items.length > 0 },
  { key: 'values', field: 'detail.items', waivable: false, kinds: ['equipment'], holds: (facts) => facts.items.every((item) => item.value !== null && item.usdRate !== null) },
  { key: 'caseData', field: 'confirmations', waivable: false, kinds: all, holds: (facts) => facts.unconfirmed.length === 0 },
  proof('agenda', 'training'),
  proof('signed_list', 'training'),
  proof('certificate', 'equipment'),
  proof('minutes', 'meeting'),
];

/** What the record still lacks, in form order; evidence with a waiver is not missing. Empty: it can be submitted. */
export const missing = (facts: SubmissionFacts): Requirement[] => requirements.filter((rule) => rule.kinds.includes(facts.kind) && !rule.holds(facts));

/** The kinds of evidence that a kind of activity needs before it can be submitted. */
export const requiredEvidence = (kind: ActivityKind): EvidenceKind[] => requirements.filter((rule) => rule.waivable && rule.kinds.includes(kind)).map((rule) => rule.key as EvidenceKind);

/** One person on the list as a reviewer's eye sees them. `counts`: in a role that figures count. */
export type CautionPerson = { counts: boolean; present: boolean; attended: boolean; institution: boolean; tested: boolean };
export type Caution = { key: 'unnamed' | 'noInstitution' | 'neverPresent' | 'belowThreshold' | 'untested' | 'restricted'; n: number; of: number };

/** What stands out in a complete record and is allowed, but worth a look before it is approved. `people` in figures' roles decide; others only need an institution. */
export function cautions(facts: { people: readonly CautionPerson[]; unnamed: number; restricted: boolean }): Caution[] {
  const concerned = facts.people.filter((person) => person.counts);
  const attended = concerned.filter((person) => person.attended);
  const tested = attended.filter((person) => person.tested).length;
  const found: Caution[] = [
    { key: 'unnamed', n: facts.unnamed, of: facts.unnamed },
    { key: 'noInstitution', n: facts.people.filter((person) => !person.institution).length, of: facts.people.length },
    { key: 'neverPresent', n: concerned.filter((person) => !person.present).length, of: concerned.length },
    { key: 'belowThreshold', n: concerned.filter((person) => person.present && !person.attended).length, of: concerned.length },
    // Nobody tested means that the training had no test.
    { key: 'untested', n: tested > 0 ? attended.length - tested : 0, of: attended.length },
    { key: 'restricted', n: facts.restricted ? 1 : 0, of: 1 },
  ];
  return found.filter((caution) => caution.n > 0);
}

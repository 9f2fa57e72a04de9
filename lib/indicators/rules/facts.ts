import type { ActivityKind, EquipmentCondition, ParticipantRole, Sex } from '@/lib/shared/vocabulary';
import type { Standing } from './explain/verdict';

/** A reporting period. `closed` means: its numbers were frozen once and never move again (DOMAIN §2.3). Dates 'YYYY-MM-DD'. */
export type PeriodFact = { id: string; from: string; to: string; closed: boolean };
export type InstitutionFact = { id: string; parentId: string | null; country: string | null };
/** A record; `endDate` is the day it ended (DOMAIN §2.14), '' where nobody said it. Without a standing it is approved, completed and past (DOMAIN §2.5). */
export type ActivityFact = {
  id: string;
  kind: ActivityKind;
  /** training type or meeting type */
  type: string | null;
  endDate: string;
  outputIds: string[];
  topics: string[];
  /** the town; null: not stated */
  placeId: string | null;
  sessions: number;
  /** why it does not count at all; only facts for an explanation hold such records */
  standing?: Standing | null;
  /** a restricted meeting: counted, but who met whom there is told to no donor (DOMAIN §5) */
  restricted: boolean;
};
/** One named person in one activity with the institution they stood in at the time. */
export type ParticipantFact = {
  activityId: string;
  personId: string;
  role: ParticipantRole;
  institutionId: string | null;
  sex: Sex;
  birthYear: number | null;
  sessionsPresent: number;
  preScore: number | null;
  postScore: number | null;
};
export type HeadcountFact = { activityId: string; institutionId: string; sex: Sex; count: number };
export type ItemFact = {
  id: string;
  /** the hand-over; null: in the register only, which only an explanation looks at */
  activityId: string | null;
  recipientInstitutionId: string | null;
  quantity: number;
  /** value of the whole lot in USD at the recorded rate; null = not recorded */
  valueUsd: number | null;
  /** the hand-over carries a signed certificate */
  signed: boolean;
};
/** Checks of one item in the order in which they were recorded. */
export type CheckFact = { itemId: string; checkedOn: string; inUse: boolean; condition: EquipmentCondition | null };
export type ActionPointFact = {
  id: string;
  activityId: string | null;
  institutionId: string | null;
  /** the first due date ever given: a moved one keeps it for the on-time measure (DOMAIN §2.10); null: none, which only an explanation looks at */
  firstDueDate: string | null;
  doneOn: string | null;
  dropped: boolean;
  /** agreed under a restricted item of the agenda */
  restricted: boolean;
};
/** How many people an institution was asked to send to a meeting. */
export type ExpectedFact = { activityId: string; institutionId: string; count: number };
/** A decision of a meeting and the day on which it was implemented or dropped; open: neither. */
export type DecisionFact = { id: string; activityId: string; implementedOn: string | null; droppedOn: string | null };
export type FollowUpFact = {
  activityId: string;
  personId: string;
  institutionId: string | null;
  sex: Sex;
  dueOn: string;
  answeredOn: string | null;
  applied: boolean | null;
  supervisorConfirmed: boolean | null;
};

/** A post that somebody trained in the project holds or held; null: unknown beginning, no end yet. */
export type PostFact = { personId: string; institutionId: string; from: string | null; to: string | null };

/** Everything the counting needs about one project: approved records of completed activities, and for an explanation the others beside them, each with its standing. */
export type CountingFacts = {
  threshold: number;
  today: string;
  periods: PeriodFact[];
  institutions: InstitutionFact[];
  /** units that the project lists as counterparts */
  counterpartIds: string[];
  /** the implementing organisation(s); their staff do not make a meeting inter-institutional */
  implementerIds: string[];
  activities: ActivityFact[];
  participants: ParticipantFact[];
  headcounts: HeadcountFact[];
  items: ItemFact[];
  checks: CheckFact[];
  actionPoints: ActionPointFact[];
  expected: ExpectedFact[];
  decisions: DecisionFact[];
  followUps: FollowUpFact[];
  posts: PostFact[];
};

/** Narrows a measure for one indicator. All given parts must hold. */
export type MeasureFilter = { regional?: boolean; outputId?: string; institutionId?: string; type?: string; topic?: string };

/** The atom of every figure: what one record adds, for whom and when. A figure is a sum of these and of nothing else. */
export type Contribution = {
  activityId: string | null;
  personId: string | null;
  date: string;
  institutionId: string | null;
  sex: Sex | null;
  numerator: number;
  /** null for counts; the part of the denominator for shares; for sums of money the pieces whose value nobody recorded, null where it is known */
  denominator: number | null;
};

/** Series = one computed indicator, or (indicatorId null) one measure over the whole project. */
export type Series = { measure: string; indicatorId: string | null; filter: MeasureFilter };
/** 'period': falls in periodId; 'outside': in no period; 'cumulative': the whole project up to today. */
export type CellScope = 'period' | 'outside' | 'cumulative';
export type RollupCell = {
  measure: string;
  indicatorId: string | null;
  scope: CellScope;
  periodId: string | null;
  institutionId: string | null;
  sex: Sex | null;
  /** true: a correction of an earlier, closed period that is shown in this one (DOMAIN §2.3) */
  restatement: boolean;
  numerator: number;
  denominator: number | null;
};
/** A part of the figure of one indicator over the whole project: by place (its id), topic or age band; key null: not stated. `overlap`: taken off for what stands under several topics. */
export type PartCell = { measure: string; indicatorId: string; dimension: 'place' | 'topic' | 'age'; key: string | null; overlap: boolean; numerator: number; denominator: number | null };
/** What one activity adds to one series. */
export type RollupRecord = {
  measure: string;
  indicatorId: string | null;
  activityId: string;
  scope: CellScope;
  periodId: string | null;
  numerator: number;
  denominator: number | null;
};
/** First-count ledger: the training that first qualified a person in the project. */
export type FirstCount = { personId: string; activityId: string; countedOn: string; periodId: string | null; institutionId: string | null; sex: Sex };
export type Rollup = { cells: RollupCell[]; parts: PartCell[]; records: RollupRecord[]; firstCounts: FirstCount[] };

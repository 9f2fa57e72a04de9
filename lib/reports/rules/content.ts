import type { FigureValue } from '@/lib/indicators/rules/figures';
import type { ActivityKind, Currency, EquipmentCategory, EvidenceKind, IndicatorMethod, IndicatorState, Language, LevelTemplate, ProjectStatus, ReportKind, ResultLevel, Sex } from '@/lib/shared/vocabulary';
import type { Difference } from './differences';
import type { NarrativeSection } from './sections';

/** The measures that stand at the head of a report, over the whole project. */
export const headlineMeasures = [
  'people.uniqueTrained',
  'people.participations',
  'people.unnamed',
  'trainings.delivered',
  'equipment.handedOver',
  'equipment.valueHandedOver',
  'equipment.inUse.share',
  'meetings.held',
  'meetings.interInstitutional',
  'meetings.regional',
  'actionPoints.onTime.share',
] as const;
export type HeadlineMeasure = (typeof headlineMeasures)[number];

/** value null: no data. A share carries its numerator and denominator (DOMAIN §2.6). */
/** `unvalued`: pieces that a sum of money leaves out, because nobody recorded their value; absent: none, or a version issued before that was told. */
export type ReportValue = { value: number | null; numerator: number | null; denominator: number | null; unvalued?: number };
/** `period`: in the reporting period; `cumulative`: from the start of the project to the end of that period. */
export type Span<T = ReportValue> = { period: T; cumulative: T };

export type ReportResult = { id: string; level: ResultLevel; code: string; statement: string; comment: string };
export type MatrixRow = Span & {
  id: string;
  resultId: string;
  code: string;
  statement: string;
  /** '%' or what the matrix says */
  unit: string;
  method: IndicatorMethod;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  expected: number | null;
  state: IndicatorState;
  /** a null value stands for a small number of people, not for missing data (DOMAIN §5) */
  withheld: Span<boolean>;
  comment: string;
};
/** null: hidden to protect individuals (DOMAIN §5). */
export type BreakdownRow<K> = { key: K; period: number | null; cumulative: number | null };
export type ReportActivity = {
  kind: ActivityKind;
  type: string | null;
  /** null for hand-overs and restricted meetings: a title may tell operations */
  title: string | null;
  /** 'YYYY-MM' */
  month: string;
  place: string | null;
  institutions: number;
  /** null: hidden, or a hand-over */
  participants: number | null;
  participantsHidden: boolean;
  items: number | null;
};
/** One line of the equipment register as a donor may see it: neither serial numbers nor who holds what (DOMAIN §5). */
/** `items`, `unrated`: pieces that the cumulative value is of, and how many of these have no rate to USD; absent in versions issued before they were counted. */
export type CurrencyLine = { currency: Currency; period: number; cumulative: number; items?: number; unrated?: number };
export type EquipmentLine = { category: EquipmentCategory; period: number; cumulative: number; valueUsd: number; /** pieces, cumulative, without a value in USD; absent in versions issued before they were counted apart */ unvalued?: number };
export type Restatement = {
  /** code of the indicator; null for a headline measure */
  code: string | null;
  measure: string | null;
  label: string;
  unit: string;
  fromPeriodId: string;
  fromPeriod: string;
  reported: ReportValue;
  corrected: ReportValue;
};

/**
 * A donor report as it is issued: everything that the document shows, and nothing that names a person, a venue or a file (DOMAIN §5, §6).
 * The canonical JSON of this object is what is hashed and kept; the document is drawn from it alone.
 */
export type ReportContent = {
  format: 1;
  cover: {
    title: string;
    kind: ReportKind;
    language: Language;
    version: number;
    issuedOn: string;
    period: { name: string; from: string; to: string };
    illustrative: boolean;
    /** by whose words the levels of the matrix are called; absent in versions issued before that was kept */
    levelTemplate?: LevelTemplate;
    project: {
      projectsId: string;
      primaId: string | null;
      title: string;
      status: ProjectStatus;
      type: string | null;
      budgetUsd: number | null;
      coverage: string | null;
      year: number | null;
      startDate: string | null;
      endDate: string | null;
      idfRegion: string | null;
      benefitingMemberStates: string[];
      donor: string | null;
      implementer: string | null;
    };
  };
  /** the day on which the figures were last computed; null: there are none yet */
  asOf: string | null;
  narrative: Partial<Record<NarrativeSection, string>>;
  results: ReportResult[];
  matrix: MatrixRow[];
  headline: Record<HeadlineMeasure, Span>;
  bySex: BreakdownRow<Sex>[];
  byInstitution: BreakdownRow<string>[];
  /** items by category, lots by quantity; absent in versions issued before the register stood in the report */
  equipmentItems?: EquipmentLine[];
  equipmentValues: CurrencyLine[];
  /** items handed over by the end of the period that have no value recorded */
  unvaluedItems: number;
  activities: ReportActivity[];
  /** activities that ended by the end of the period but lie in no reporting period: counted in no column */
  outsidePeriods: number;
  evidence: { kind: EvidenceKind; files: number; activities: number }[];
  restatements: Restatement[];
  rules: { attendanceThreshold: number; suppressionMinimum: number; measures: { key: string; label: string; rule: string }[] };
  /** null in a first version */
  correction: { reason: string; replaces: number; differences: Difference[] } | null;
};

/** A computed figure as it stands in a report, rounded to four decimals so that equal figures have equal text. */
export const reportValue = ({ value, numerator, denominator, unvalued }: FigureValue): ReportValue => ({ value: value === null ? null : Math.round(value * 10_000) / 10_000, numerator, denominator, ...(unvalued && { unvalued }) });
export const noData: ReportValue = { value: null, numerator: null, denominator: null };

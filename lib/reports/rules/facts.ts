import type { Aggregation, Direction, EvidenceKind, IndicatorMethod, Language, ReportKind, LevelTemplate, ResultLevel, Sex } from '@/lib/shared/vocabulary';
import type { MeasureFilter } from '@/lib/indicators/rules/facts';
import type { CurrencyLine, EquipmentLine, ReportActivity, ReportContent } from './content';
import type { Difference } from './differences';

export type ReportHead = { id: string; title: string; kind: ReportKind; language: Language; version: number; createdAt: string; updatedAt: string; createdBy: string };
export type PeriodRow = { id: string; name: string; from: string; to: string; closed: boolean; frozen: boolean };
export type ResultRow = { id: string; parentId: string | null; level: ResultLevel; code: string; statement: string; position: number };
export type IndicatorRow = {
  id: string;
  resultId: string;
  code: string;
  statement: string;
  unit: string;
  method: IndicatorMethod;
  measure: string | null;
  filter: MeasureFilter;
  aggregation: Aggregation;
  direction: Direction;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  position: number;
};
/** A cell of the roll-up in one period; `indicatorId` null: over the whole project. */
export type CellRow = { measure: string; indicatorId: string | null; periodId: string; institutionId: string | null; sex: Sex | null; numerator: number; denominator: number | null };
/** What an issued report of an earlier period said; the latest version of it. */
export type IssuedFigures = { periodId: string; matrix: ReportContent['matrix']; headline: ReportContent['headline']; restatements: ReportContent['restatements'] };

/** Everything that a report is composed of, as the database has it at one moment. Periods in order of time, the report's own last. */
export type ReportFacts = {
  report: ReportHead;
  project: ReportContent['cover']['project'] & { attendanceThreshold: number; suppressionMinimum: number; illustrative: boolean; levelTemplate: LevelTemplate };
  /** the day the figures were last computed; null: never */
  asOf: string | null;
  /** periods up to the reported one, which is the last */
  periods: PeriodRow[];
  texts: Record<string, string>;
  results: ResultRow[];
  indicators: IndicatorRow[];
  milestones: { indicatorId: string; periodId: string; value: number }[];
  cells: CellRow[];
  /** totals of closed periods as they were frozen */
  frozen: { measure: string; indicatorId: string | null; periodId: string; numerator: number; denominator: number | null }[];
  /** approved values of reported indicators */
  readings: { indicatorId: string; periodId: string; value: number }[];
  issued: IssuedFigures[];
  institutions: { id: string; parentId: string | null; position: number; name: string }[];
  equipmentItems: EquipmentLine[];
  equipmentValues: CurrencyLine[];
  unvaluedItems: number;
  activities: Omit<ReportActivity, 'participantsHidden'>[];
  outsidePeriods: number;
  evidence: { kind: EvidenceKind; files: number; activities: number }[];
};

/** A report as it would be issued now, beside the facts it is made of; `changes`: what differs from the last issued version, empty for a first one. */
export type Composed = { facts: ReportFacts; content: ReportContent; latest: { number: number } | null; changes: Difference[] };

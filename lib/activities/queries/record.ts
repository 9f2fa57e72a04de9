import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, type Role, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { figure } from '@/lib/indicators/rules/figures';
import { approvalObstacle, type Caution, cautions, missing, nextState, type Requirement, type SubmissionFacts } from '@/lib/review/rules';
import type { ActivityKind, EvidenceKind, FindingKind, ImplementationState, ResultLevel, ReviewState, ReviewStep } from '@/lib/shared/vocabulary';
import { mayDeleteActivity, mayEditActivity } from '../rules';
import { takesPart } from './counted';
import { type Details, loadDetail } from './details';
import { loadPeople, type RecordPeople } from './people';

export type RecordStep = { id: string; step: ReviewStep; note: string | null; at: string; by: string };
export type RecordWaiver = { requirement: string; reason: string; by: string; at: string };
/** Words that look like case data: where, what kind, and why and by whom they were confirmed (null: not yet). */
export type RecordFinding = { path: string; kind: FindingKind; reason: string | null; by: string | null };
export type RecordOutput = { code: string; statement: string; level: ResultLevel };
/** What the record adds to a computed indicator; a share has its denominator. */
export type RecordFigure = { code: string; statement: string; unit: string; measure: string; numerator: number; denominator: number | null; /** pieces without a recorded value, of a sum of money */ unvalued?: number };

type Stored = {
  id: string;
  version: number;
  reference: string;
  kind: ActivityKind;
  title: string;
  description: string | null;
  place: string | null;
  venue: string | null;
  plannedStart: string | null;
  plannedEnd: string | null;
  actualStart: string | null;
  actualEnd: string | null;
  cost: number | null;
  costCurrency: string | null;
  implementation: ImplementationState;
  implementationReason: string | null;
  reviewState: ReviewState;
  createdBy: string;
  lastEditedBy: string;
  creator: string;
  editor: string;
  createdAt: string;
  updatedAt: string;
  /** name of the closed period in which its date lies; null: open */
  closedPeriod: string | null;
  outputs: RecordOutput[];
  waivers: RecordWaiver[];
  findings: RecordFinding[];
  steps: RecordStep[];
  figures: RecordFigure[];
  evidenceKinds: EvidenceKind[];
  /** a hand-over signed by its receiver: scanned paper, or a signature that still holds */
  signed: boolean;
  /** needed proof that is neither there nor waived (view evidence_gaps) */
  gaps: EvidenceKind[];
  otherManagers: number;
};
type Obstacle = ReturnType<typeof approvalObstacle>;

/** What this viewer may do with the record now. `obstacle` says why somebody who approves may not approve this one. */
export type RecordRights = {
  edit: boolean;
  remove: boolean;
  submit: boolean;
  withdraw: boolean;
  decide: boolean;
  reopen: boolean;
  obstacle: Obstacle;
  readsTrail: boolean;
};
type Kinds = { [K in ActivityKind]: { kind: K; detail: Details[K] } }[ActivityKind];
export type ActivityRecord = Omit<Stored, 'kind'> &
  RecordPeople &
  Kinds & { missing: Pick<Requirement, 'key' | 'field' | 'waivable'>[]; rights: RecordRights; cautions: Caution[] };
export type RecordOf<K extends ActivityKind> = Extract<ActivityRecord, { kind: K }>;

/** Everything the page of one activity shows beside files and trail, in three statements; null where it does not exist for the viewer. Dates as text, moments as ISO text. */
export async function findActivity(viewer: Viewer, project: { id: string; attendanceThreshold: string }, reference: string): Promise<ActivityRecord | null> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'records.read')) return null;
  const stored = await loadStored(project.id, reference);
  if (!stored) return null;
  const { id, kind } = stored;
  const [people, detail] = await Promise.all([loadPeople(id, kind, Number(project.attendanceThreshold)), loadDetail(kind, id)]);
  const figures = stored.figures.map((one) => ({ ...one, ...figure([one], findMeasure(one.measure)?.unit ?? 'count') }));
  const record = { ...stored, figures, ...people, kind, detail } as Omit<Stored, 'kind'> & RecordPeople & Kinds;
  return { ...record, missing: missing(submissionFacts(record)), cautions: cautions(cautionFacts(record)), rights: rightsOf(viewer, roles, stored) };
}

const list = (item: SQL, from: SQL) => sql`(select coalesce(json_agg(${item}), '[]') from ${from})`;

async function loadStored(projectId: string, reference: string): Promise<Stored | null> {
  const waiver = sql`json_build_object('requirement', w.requirement, 'reason', w.reason, 'by', u.name, 'at', w.at) order by w.requirement`;
  const finding = sql`json_build_object('path', c.path, 'kind', c.kind, 'reason', c.reason, 'by', u.name) order by c.path, c.kind, c.mark`;
  const step = sql`json_build_object('id', v.id, 'step', v.step, 'note', v.note, 'at', v.at, 'by', u.name) order by v.at desc, v.id desc`;
  const figure = sql`json_build_object('code', f.code, 'statement', f.statement, 'unit', f.unit, 'measure', f.measure, 'numerator', f.numerator, 'denominator', f.denominator) order by f.position, f.code`;
  const [row] = await database().execute<Stored>(sql`
    select a.id, a.version, a.reference, a.kind, a.title, a.description, p.name as place, a.venue, a.planned_start as "plannedStart", a.planned_end as "plannedEnd", a.actual_start as "actualStart",
      a.actual_end as "actualEnd", a.cost::float8 as cost, a.cost_currency as "costCurrency", a.implementation, a.implementation_reason as "implementationReason", a.review_state as "reviewState",
      a.created_by as "createdBy", a.last_edited_by as "lastEditedBy", c.name as creator, e.name as editor, a.created_at as "createdAt", a.updated_at as "updatedAt",
      (select t.name from reporting_periods t where t.project_id = a.project_id and t.closed_at is not null and a.on_date between t.from_date and t.to_date) as "closedPeriod",
      (select count(*)::int from memberships m where m.project_id = a.project_id and m.role = 'manager' and m.user_id not in (a.created_by, a.last_edited_by)) as "otherManagers",
      ${list(sql`json_build_object('code', r.code, 'statement', r.statement, 'level', r.level) order by r.position, r.code`, sql`activity_outputs o join results r on r.id = o.result_id where o.activity_id = a.id`)} as outputs,
      ${list(waiver, sql`evidence_waivers w join users u on u.id = w.by_user_id where w.activity_id = a.id`)} as waivers,
      ${list(finding, sql`case_confirmations c left join users u on u.id = c.by_user_id where c.activity_id = a.id`)} as findings,
      ${list(step, sql`reviews v join users u on u.id = v.by_user_id where v.activity_id = a.id`)} as steps,
      array(select distinct v.kind from evidence v where v.activity_id = a.id and v.removed_at is null) as "evidenceKinds",
      exists (select from signed_hand_overs s where s.activity_id = a.id) as signed, array(select g.requirement from evidence_gaps g where g.activity_id = a.id) as gaps,
      ${list(
        figure,
        sql`(select i.code, i.statement, i.unit, i.measure, i.position, sum(k.numerator)::float8 as numerator, sum(k.denominator)::float8 as denominator
        from rollup_records k join indicators i on i.id = k.indicator_id where k.activity_id = a.id group by i.id) f`,
      )} as figures
    from activities a join users c on c.id = a.created_by join users e on e.id = a.last_edited_by left join places p on p.id = a.place_id
    where a.project_id = ${projectId} and a.reference = ${reference}`);
  return row ?? null;
}

/** The record as the completeness rules look at it. */
function submissionFacts(record: Omit<Stored, 'kind'> & RecordPeople & Kinds): SubmissionFacts {
  const { title, implementation, actualStart, actualEnd, place, kind } = record;
  const there = record.participants.filter((row) => row.sessionIds.length > 0).length;
  return {
    kind,
    title,
    implementation,
    actualStart,
    actualEnd,
    place,
    outputs: record.outputs.length,
    sessionDates: record.sessions.map((session) => session.date),
    attendees: there + record.unnamed,
    agendaItems: record.kind === 'meeting' ? record.detail.agenda.length : 0,
    agendaFile: record.evidenceKinds.includes('agenda'),
    recipient: record.kind === 'equipment' ? record.detail.recipientInstitutionId : null,
    items: record.kind === 'equipment' ? record.detail.items.map((item) => ({ value: item.value, usdRate: item.valueUsd })) : [],
    gaps: record.gaps,
    unconfirmed: record.findings.filter((finding) => finding.reason === null).map((finding) => finding.path),
  };
}

function cautionFacts(record: Omit<Stored, 'kind'> & RecordPeople & Kinds): Parameters<typeof cautions>[0] {
  const people = record.participants.map((row) => ({
    counts: takesPart(record.kind, row.role),
    present: row.sessionIds.length > 0,
    attended: row.attended,
    institution: row.institutionId !== null,
    tested: row.preScore !== null && row.postScore !== null,
  }));
  return { people, unnamed: record.unnamed, restricted: record.kind === 'meeting' && record.detail.restricted };
}

function rightsOf(viewer: Viewer, roles: readonly Role[], row: Stored): RecordRights {
  const { createdBy, lastEditedBy, otherManagers, reviewState } = row;
  const facts = { actorId: viewer.id, createdBy, lastEditedBy, otherManagers, isManager: roles.includes('manager'), isAdmin: roles.includes('admin') };
  const [open, approver] = [row.closedPeriod === null, may(roles, 'review.approve')];
  const can = (step: ReviewStep) => open && nextState(reviewState, step) !== null;
  const edit = open && mayEditActivity(roles, viewer.id, row);
  return {
    edit,
    remove: open && mayDeleteActivity(roles, viewer.id, row),
    submit: edit && can('submitted'),
    withdraw: edit && can('withdrawn'),
    decide: approver && can('approved'),
    // An administrator steps in only where no manager can (DOMAIN §4).
    reopen: can('reopened') && (facts.isManager || (approver && otherManagers === 0)),
    obstacle: approvalObstacle(facts),
    readsTrail: may(roles, 'audit.readAll') || (may(roles, 'audit.read') && (createdBy === viewer.id || lastEditedBy === viewer.id)),
  };
}

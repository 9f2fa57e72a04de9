import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { activities, memberships, projects, reviews } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { ProjectWork } from '@/lib/action';
import { stale } from '@/lib/activities/mutations/save';
import { mayEditActivity } from '@/lib/activities/rules';
import { assertNothingMoved, passOn, takeBack } from '@/lib/equipment/mutations/custody';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { attended } from '@/lib/indicators/rules/attendance';
import { assertOpen } from '@/lib/projects/mutations';
import { addMonths } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { ReviewStep } from '@/lib/shared/vocabulary';
import { scheduleFollowUps } from '@/lib/trainings/mutations';
import { approvalObstacle, missing, nextState, type Requirement, type SubmissionFacts } from './rules';
import type { StepInput } from './schema';

type Row = typeof activities.$inferSelect;
type Stepped = { id: string; version: number; reference: string };

/** Hands a record in for review. Refuses with every missing piece named by its form field (DOMAIN §3). */
export async function submitActivity(work: ProjectWork, input: StepInput): Promise<Stepped> {
  const row = await lock(work, input);
  if (!mayEditActivity(rolesOf(work), actorId(work), row)) throw new Refusal('forbidden');
  await assertComplete(work, row.id);
  if (row.actualEnd !== null && row.actualEnd > work.today) throw new Refusal('dateInFuture', { field: 'actualEnd' });
  return step(work, row, 'submitted', input.note);
}

/** Approves the version that the reviewer saw, by somebody else than who made or last edited it; figures follow in the same transaction. */
export async function approveActivity(work: ProjectWork, input: StepInput): Promise<Stepped> {
  const row = await lockToDecide(work, input);
  await assertComplete(work, row.id); // a submitted record can still be edited, and files taken off it
  const done = await step(work, row, 'approved', input.note);
  if (row.kind === 'training') await dueFollowUps(work, row);
  if (row.kind === 'equipment') await passOn(work, row);
  await recomputeFigures(work);
  return done;
}

/** Sends a submitted record back with a note. */
export async function returnActivity(work: ProjectWork, input: StepInput): Promise<Stepped> {
  return step(work, await lockToDecide(work, input), 'returned', input.note);
}

/** Opens an approved record again, with a reason; it stops counting until it is approved anew. */
export async function reopenActivity(work: ProjectWork, input: StepInput): Promise<Stepped> {
  const row = await lockToDecide(work, input);
  const done = await step(work, row, 'reopened', input.note);
  if (row.kind === 'equipment') await takeBack(work, row.id);
  await recomputeFigures(work);
  return done;
}

/** Takes a record out of review for good or until it is submitted again; it stays. */
export async function withdrawActivity(work: ProjectWork, input: StepInput): Promise<Stepped> {
  const row = await lock(work, input);
  if (!mayEditActivity(rolesOf(work), actorId(work), row)) throw new Refusal('forbidden');
  if (row.kind === 'equipment') await assertNothingMoved(work, row.id);
  return step(work, row, 'withdrawn', input.note);
}

async function lock(work: ProjectWork, input: StepInput): Promise<Row> {
  const [row] = await work.tx.select().from(activities).where(and(eq(activities.id, input.activityId), eq(activities.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version !== input.version) throw await stale(work, row);
  await assertOpen(work, row.onDate);
  return row;
}

/** The record, for somebody who may decide about it: approving, returning and reopening are a manager's, and never about one's own (DOMAIN §4). */
async function lockToDecide(work: ProjectWork, input: StepInput): Promise<Row> {
  const row = await lock(work, input);
  const obstacle = await approvalObstacleFor(work, row);
  if (obstacle) throw new Refusal(obstacle);
  return row;
}

async function step(work: ProjectWork, row: Row, taken: ReviewStep, note: string | null): Promise<Stepped> {
  const to = nextState(row.reviewState, taken);
  if (!to) throw new Refusal('wrongState');
  const version = row.version + 1;
  await work.tx.update(activities).set({ reviewState: to, version, updatedAt: work.now }).where(and(eq(activities.id, row.id), eq(activities.version, row.version)));
  await work.tx.insert(reviews).values({ activityId: row.id, step: taken, version: row.version, note, byUserId: actorId(work), at: work.now });
  work.audit.add('activities', row.id, { reviewState: row.reviewState, version: row.version }, { reviewState: to, version }, note);
  return { id: row.id, version, reference: row.reference };
}

/** Why the actor may not approve this record (an activity or a reading), or null when they may: lib/review/rules, with the managers of the project. */
export async function approvalObstacleFor(work: ProjectWork, row: Pick<Row, 'createdBy' | 'lastEditedBy'>) {
  const managers = await work.tx.select({ userId: memberships.userId }).from(memberships).where(and(eq(memberships.projectId, work.project.id), eq(memberships.role, 'manager')));
  const otherManagers = managers.filter(({ userId }) => userId !== row.createdBy && userId !== row.lastEditedBy).length;
  const roles = rolesOf(work);
  return approvalObstacle({ actorId: actorId(work), createdBy: row.createdBy, lastEditedBy: row.lastEditedBy, isManager: roles.includes('manager'), isAdmin: roles.includes('admin'), otherManagers });
}

/** Refuses with every missing piece named by its form field. */
async function assertComplete(work: ProjectWork, activityId: string): Promise<void> {
  const facts = await submissionFacts(work, activityId);
  const lacks = missing(facts);
  if (lacks.length > 0) throw new Refusal('incomplete', { fieldErrors: Object.fromEntries(lacks.flatMap((rule) => fieldsOf(rule, facts).map((field) => [field, `needs_${rule.key}`]))) });
}

// Case data is mended where it stands.
const fieldsOf = (rule: Requirement, facts: SubmissionFacts): readonly string[] => (rule.key === 'caseData' ? facts.unconfirmed : [rule.field]);

/** What submitting looks at, read from the record as it stands. */
async function submissionFacts(work: ProjectWork, activityId: string): Promise<SubmissionFacts> {
  const [row] = await work.tx.execute<{ facts: SubmissionFacts }>(sql`
    select json_build_object('kind', a.kind, 'title', a.title, 'implementation', a.implementation, 'actualStart', a.actual_start, 'actualEnd', a.actual_end,
      'outputs', (select count(*) from activity_outputs o where o.activity_id = a.id),
      'place', (select p.name from places p where p.id = a.place_id),
      'sessionDates', (select coalesce(json_agg(s.date order by s.position), '[]') from sessions s where s.activity_id = a.id),
      'attendees', (select count(distinct t.participant_id) from attendance t where t.activity_id = a.id) + (select coalesce(sum(h.count), 0) from headcounts h where h.activity_id = a.id),
      'agendaItems', (select count(*) from agenda_items g where g.activity_id = a.id),
      'agendaFile', exists (select from evidence v where v.activity_id = a.id and v.kind = 'agenda' and v.removed_at is null),
      'recipient', (select h.recipient_institution_id from hand_overs h where h.activity_id = a.id),
      'items', (select coalesce(json_agg(json_build_object('value', e.value::float8, 'usdRate', e.usd_rate::float8)), '[]') from equipment_items e where e.activity_id = a.id),
      'gaps', array(select g.requirement from evidence_gaps g where g.activity_id = a.id),
      'unconfirmed', (select coalesce(json_agg(distinct c.path), '[]') from case_confirmations c where c.activity_id = a.id and c.reason is null)
    ) as facts from activities a where a.id = ${activityId}`);
  if (!row) throw notFound();
  return row.facts;
}

async function dueFollowUps(work: ProjectWork, row: Row): Promise<void> {
  const [project] = await work.tx.select({ threshold: projects.attendanceThreshold, months: projects.followUpMonths }).from(projects).where(eq(projects.id, work.project.id));
  const trainees = await work.tx.execute<{ id: string; present: number; sessions: number }>(sql`
    select r.id, (select count(*)::int from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id) as present,
      (select count(*)::int from sessions s where s.activity_id = r.activity_id) as sessions
    from participants r where r.activity_id = ${row.id} and r.role = 'trainee'`);
  if (!project || !row.onDate) return;
  const dueOn = addMonths(row.onDate, project.months);
  const trained = trainees.filter((trainee) => attended(trainee.present, trainee.sessions, Number(project.threshold)));
  await scheduleFollowUps(work, row.id, trained.map((trainee) => ({ id: newId(), participantId: trainee.id, dueOn })));
}

const rolesOf = (work: ProjectWork) => (work.actor ? rolesIn(work.actor, work.project.id) : []);
function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a review step needs somebody who takes it');
  return work.actor.id;
}

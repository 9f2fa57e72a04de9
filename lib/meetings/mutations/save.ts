import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { actionPoints, activities, agendaItems, expectedAttendance, meetings, projects, reviews } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { listChanges } from '@/lib/activities/rules';
import { assertPeople } from '@/lib/people/mutations/register';
import { assertInstitutions } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { AgreedActionPoint, MeetingDetail } from '../schema';
import { saveDecisions } from './decisions';
import { reopenMinutes } from './minutes';

type Activity = { id: string; onDate: string | null };

/** The part of a meeting beside what all activities have: agenda, minutes, decisions, action points. */
export async function saveMeeting(work: ProjectWork, activity: Activity, detail: MeetingDetail): Promise<void> {
  const { type, minutes, restricted, nextDate, startTime, endTime } = detail;
  const row = { type, minutes, restricted, nextDate, startTime, endTime, seriesId: await seriesOf(work, activity.id, detail.seriesId) };
  const [before] = await work.tx.select().from(meetings).where(eq(meetings.activityId, activity.id));
  await work.tx.insert(meetings).values({ activityId: activity.id, ...row }).onConflictDoUpdate({ target: meetings.activityId, set: row });
  const { activityId: _id, ...old } = before ?? { activityId: activity.id };
  work.audit.add('activities', activity.id, old, row);
  await saveExpected(work, activity.id, detail.expected);
  const said = [await saveAgenda(work, activity.id, detail.agenda), await saveDecisions(work, activity.id, detail.decisions), await saveActionPoints(work, activity, detail.actionPoints), before?.minutes !== minutes];
  if (before && said.includes(true)) await reopenMinutes(work, activity.id);
}

// A series is named by its first meeting, whichever of them was given.
async function seriesOf(work: ProjectWork, activityId: string, given: string | null): Promise<string | null> {
  if (given === null) return null;
  const [row] = await work.tx
    .select({ id: meetings.activityId, first: meetings.seriesId })
    .from(meetings)
    .innerJoin(activities, eq(activities.id, meetings.activityId))
    .where(and(eq(meetings.activityId, given), eq(activities.projectId, work.project.id)));
  if (!row) throw notFound();
  const first = row.first ?? row.id;
  if (first === activityId) throw new Refusal('invalid', { field: 'detail.seriesId' });
  return first;
}

async function saveExpected(work: ProjectWork, activityId: string, wanted: MeetingDetail['expected']): Promise<void> {
  const byInstitution = (rows: MeetingDetail['expected']) => rows.map(({ institutionId, count }) => ({ institutionId, count })).sort((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
  const [before, after] = [byInstitution(await work.tx.select().from(expectedAttendance).where(eq(expectedAttendance.activityId, activityId))), byInstitution(wanted)];
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await assertInstitutions(work, after.map((row) => row.institutionId), 'detail.expected');
  await work.tx.delete(expectedAttendance).where(eq(expectedAttendance.activityId, activityId));
  if (after.length > 0) await work.tx.insert(expectedAttendance).values(after.map((row) => ({ ...row, activityId })));
  work.audit.add('activities', activityId, { expected: before }, { expected: after });
}

// Decisions and action points point at items, so an item that stays is changed, not written anew.
async function saveAgenda(work: ProjectWork, activityId: string, wanted: MeetingDetail['agenda']): Promise<boolean> {
  const rows = await work.tx.select().from(agendaItems).where(eq(agendaItems.activityId, activityId)).orderBy(agendaItems.position);
  const planned = ({ id, title, presenter, startsAt, notes, restricted }: MeetingDetail['agenda'][number], position: number) => ({ id, title, presenter, startsAt, notes, restricted, position });
  const after = wanted.map(planned);
  const changed = listChanges(rows.map((row) => planned(row, row.position)), after);
  if (!changed) return false;
  const gone = rows.filter((row) => after.every(({ id }) => id !== row.id)).map((row) => row.id);
  if (gone.length > 0) await work.tx.delete(agendaItems).where(inArray(agendaItems.id, gone));
  if (after.length > 0) {
    const set = Object.fromEntries(['title', 'presenter', 'startsAt', 'notes', 'restricted', 'position'].map((key) => [key, sql.raw(`excluded.${key === 'startsAt' ? 'starts_at' : key}`)]));
    const written = await work.tx.insert(agendaItems).values(after.map((item) => ({ ...item, activityId }))).onConflictDoUpdate({ target: agendaItems.id, set, setWhere: eq(agendaItems.activityId, activityId) }).returning({ id: agendaItems.id });
    if (written.length < after.length) throw new Refusal('conflict');
  }
  const traced = ({ presenter: _personal, ...item }: (typeof after)[number]) => item;
  work.audit.add('activities', activityId, { agenda: changed.before.map(traced) }, { agenda: changed.after.map(traced) });
  return true;
}

async function saveActionPoints(work: ProjectWork, activity: Activity, wanted: AgreedActionPoint[]): Promise<boolean> {
  const late = wanted.findIndex((point) => point.dueDate !== null && activity.onDate !== null && point.dueDate < activity.onDate);
  if (late >= 0) throw new Refusal('dueBeforeMeeting', { field: `detail.actionPoints.${late}.dueDate` });
  await assertInstitutions(work, wanted.map((point) => point.institutionId), 'detail.actionPoints');
  await assertPeople(work, wanted.flatMap((point) => (point.personId ? [point.personId] : [])));
  const rows = await work.tx.select().from(actionPoints).where(eq(actionPoints.activityId, activity.id)).orderBy(actionPoints.position);
  const agreed = ({ id, text, institutionId, personId, dueDate, priority, agendaItemId }: AgreedActionPoint, position: number) => ({ id, text, institutionId, personId, dueDate, priority, agendaItemId, position });
  const after = wanted.map(agreed);
  const changed = listChanges(rows.map((row) => agreed(row, row.position)), after);
  if (!changed) return false;
  await removeActionPoints(work, rows, after.map((point) => point.id));
  await writeActionPoints(work, activity.id, rows, after);
  work.audit.add('activities', activity.id, { actionPoints: changed.before }, { actionPoints: changed.after });
  return true;
}

type Stored = typeof actionPoints.$inferSelect;
type Agreed = Pick<Stored, 'id' | 'text' | 'institutionId' | 'personId' | 'dueDate' | 'priority' | 'agendaItemId' | 'position'>;

// What somebody already works on is dropped with a reason, not deleted.
async function removeActionPoints(work: ProjectWork, rows: Stored[], kept: string[]): Promise<void> {
  const gone = rows.filter((row) => !kept.includes(row.id));
  if (gone.some((row) => row.status !== 'open')) throw new Refusal('actionPointUnderWay', { field: 'detail.actionPoints' });
  if (gone.length > 0) await work.tx.delete(actionPoints).where(inArray(actionPoints.id, gone.map((row) => row.id)));
}

async function writeActionPoints(work: ProjectWork, activityId: string, rows: Stored[], after: Agreed[]): Promise<void> {
  if (after.length === 0) return;
  const known = new Map(rows.map((row) => [row.id, row]));
  const everApproved = await wasApproved(work, activityId);
  let number = after.some((point) => !known.has(point.id)) ? await highestNumber(work) : 0;
  const values = after.map((point) => {
    const old = known.get(point.id);
    const firstDueDate = everApproved && old?.firstDueDate ? old.firstDueDate : point.dueDate;
    return { ...point, projectId: work.project.id, activityId, firstDueDate, number: old?.number ?? ++number, updatedAt: work.now, updatedBy: work.actor?.id ?? null };
  });
  const set = Object.fromEntries(['text', 'institution_id', 'person_id', 'due_date', 'first_due_date', 'priority', 'agenda_item_id', 'position', 'updated_at', 'updated_by'].map((column) => [column.replace(/_(\w)/g, (_m, letter: string) => letter.toUpperCase()), sql.raw(`excluded.${column}`)]));
  const written = await work.tx.insert(actionPoints).values(values).onConflictDoUpdate({ target: actionPoints.id, set: { ...set, version: sql`${actionPoints.version} + 1` }, setWhere: eq(actionPoints.activityId, activityId) }).returning({ id: actionPoints.id });
  if (written.length < after.length) throw new Refusal('conflict');
}

async function wasApproved(work: ProjectWork, activityId: string): Promise<boolean> {
  const rows = await work.tx.select({ id: reviews.id }).from(reviews).where(and(eq(reviews.activityId, activityId), eq(reviews.step, 'approved'))).limit(1);
  return rows.length > 0;
}

/** The highest number that an action point of the project has; locks the project so that the next one is free. */
export async function highestNumber(work: ProjectWork): Promise<number> {
  await work.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, work.project.id)).for('no key update');
  const [row] = await work.tx.select({ highest: sql<number>`coalesce(max(${actionPoints.number}), 0)` }).from(actionPoints).where(eq(actionPoints.projectId, work.project.id));
  return Number(row?.highest ?? 0);
}

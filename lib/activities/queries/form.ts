import 'server-only';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { actionPoints, activities, activityOutputs, agendaItems, caseConfirmations, decisions, equipmentItems, evidenceWaivers, expectedAttendance, handOvers, headcounts, meetings, participants, people, places, results, sessions, trainings, trainingTopics, users } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { ActivityKind, Sex } from '@/lib/shared/vocabulary';
import { mayEditActivity } from '../rules';
import type { SaveActivityForm } from '../schema';

const number = (text: string | null) => (text === null ? null : Number(text));
type Row = typeof activities.$inferSelect;

/** Who the people are that a form already holds, by id. */
export type KnownPeople = Record<string, { givenName: string; familyName: string; sex: Sex; birthYear: number | null }>;
export type ActivityFormData = { values: SaveActivityForm; people: KnownPeople; reference: string; reviewState: Row['reviewState']; mayEdit: boolean; /** a hand-over whose certificate is signed for what it says now, on paper or electronically */ signed: boolean; editedBy: string; editedAt: string };

/** An activity as its form holds it, with what the viewer may do; null where it does not exist for them. `ref` is a reference or an id. */
export async function activityForm(viewer: Viewer, project: { id: string }, ref: { reference: string } | { id: string }): Promise<ActivityFormData | null> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'records.read')) return null;
  const [row] = await database()
    .select({ activity: activities, place: places.name, editedBy: users.name, signed: sql<boolean>`exists (select from signed_hand_overs s where s.activity_id = ${activities.id})` })
    .from(activities)
    .innerJoin(users, eq(users.id, activities.lastEditedBy))
    .leftJoin(places, eq(places.id, activities.placeId))
    .where(and(eq(activities.projectId, project.id), 'id' in ref ? eq(activities.id, ref.id) : eq(activities.reference, ref.reference)));
  if (!row) return null;
  const { activity } = row;
  const [common, who, detail] = await Promise.all([commonLists(activity.id), peoplePart(activity.id), loadDetail[activity.kind](activity.id)]);
  const { id, projectId, version, title, description, venue, plannedStart, plannedEnd, actualStart, actualEnd, costCurrency, implementation, implementationReason } = activity;
  const scalars = { id, projectId, version, title, description, venue, plannedStart, plannedEnd, actualStart, actualEnd, costCurrency, implementation, implementationReason, place: row.place, cost: number(activity.cost) };
  // The kind of the row and of its detail are one, which the types cannot see across the two reads.
  const values = { ...scalars, ...common, ...who.lists, kind: activity.kind, detail } as SaveActivityForm;
  return { values, people: who.people, reference: activity.reference, reviewState: activity.reviewState, mayEdit: mayEditActivity(roles, viewer.id, activity), signed: row.signed, editedBy: row.editedBy, editedAt: activity.updatedAt.toISOString() };
}

async function commonLists(activityId: string) {
  const [outputs, waivers, confirmed] = await Promise.all([
    database().select({ id: activityOutputs.resultId }).from(activityOutputs).where(eq(activityOutputs.activityId, activityId)),
    database().select({ requirement: evidenceWaivers.requirement, reason: evidenceWaivers.reason }).from(evidenceWaivers).where(eq(evidenceWaivers.activityId, activityId)),
    database().select({ mark: caseConfirmations.mark, reason: caseConfirmations.reason }).from(caseConfirmations).where(and(eq(caseConfirmations.activityId, activityId), isNotNull(caseConfirmations.reason))).orderBy(asc(caseConfirmations.mark)),
  ]);
  return { outputIds: outputs.map((output) => output.id), waivers, confirmations: confirmed.map(({ mark, reason }) => ({ mark, reason: reason ?? '' })) };
}

async function peoplePart(activityId: string) {
  const present = sql<string[]>`coalesce((select array_agg(a.session_id::text) from attendance a where a.activity_id = ${participants.activityId} and a.participant_id = ${participants.id}), '{}')`;
  const [sessionRows, participantRows, headcountRows] = await Promise.all([
    database().select().from(sessions).where(eq(sessions.activityId, activityId)).orderBy(asc(sessions.position)),
    database().select({ row: participants, person: { givenName: people.givenName, familyName: people.familyName, sex: people.sex, birthYear: people.birthYear }, present }).from(participants).innerJoin(people, eq(people.id, participants.personId)).where(eq(participants.activityId, activityId)).orderBy(asc(participants.position)),
    database().select().from(headcounts).where(eq(headcounts.activityId, activityId)),
  ]);
  return {
    people: Object.fromEntries(participantRows.map(({ row, person }) => [row.personId, person])),
    lists: {
      sessions: sessionRows.map(({ id, date, hours, topic }) => ({ id, date, hours: number(hours), topic })),
      participants: participantRows.map(({ row, present: sessionIds }) => ({ id: row.id, personId: row.personId, person: null, role: row.role, institutionId: row.institutionId, post: row.post, preScore: number(row.preScore), postScore: number(row.postScore), sessionIds })),
      headcounts: headcountRows.map(({ institutionId, sex, count }) => ({ institutionId, sex, count })),
    },
  };
}

const loadDetail: Record<ActivityKind, (activityId: string) => Promise<unknown>> = { training: trainingDetail, equipment: handOverDetail, meeting: meetingDetail };

async function trainingDetail(activityId: string) {
  const [[row], topics] = await Promise.all([
    database().select().from(trainings).where(eq(trainings.activityId, activityId)),
    database().select({ topic: trainingTopics.topic }).from(trainingTopics).where(eq(trainingTopics.activityId, activityId)).orderBy(asc(trainingTopics.topic)),
  ]);
  return { type: row?.type ?? null, method: row?.method ?? null, language: row?.language ?? null, passMark: number(row?.passMark ?? null), topics: topics.map((line) => line.topic) };
}

async function handOverDetail(activityId: string) {
  const [[row], items] = await Promise.all([
    database().select().from(handOvers).where(eq(handOvers.activityId, activityId)),
    database().select().from(equipmentItems).where(eq(equipmentItems.activityId, activityId)).orderBy(asc(equipmentItems.position)),
  ]);
  return {
    ...{ recipientInstitutionId: row?.recipientInstitutionId ?? null, hander: row?.hander ?? null, receiver: row?.receiver ?? null, receiverPost: row?.receiverPost ?? null },
    ...{ onBehalfOf: row?.onBehalfOf ?? null, onBehalfReason: row?.onBehalfReason ?? null, terms: row?.terms ?? null },
    items: items.map(handOverItem),
  };
}

type ItemRow = typeof equipmentItems.$inferSelect;
// Accepted in part: how many is said again. Accepted whole is what saying nothing means.
function handOverItem({ id, description, category, make, model, serialNumber, quantity, value, currency, usdRate, supplier, orderNumber, purchasedOn, warrantyEnd, shortQuantity, damagedQuantity, surplusQuantity, acceptanceNote, handedQuantity, assetTag, registered }: ItemRow) {
  const facts = { id, description, category, make, model, serialNumber, quantity, value: number(value), currency, usdRate: number(usdRate), supplier, orderNumber, purchasedOn, warrantyEnd, assetTag: registered ? assetTag : null };
  const [short, damaged] = [shortQuantity || null, damagedQuantity || null];
  return { ...facts, acceptedQuantity: short || damaged ? handedQuantity : null, shortQuantity: short, damagedQuantity: damaged, surplusQuantity: surplusQuantity || null, acceptanceNote };
}

async function meetingDetail(activityId: string) {
  const [[row], agenda, decided, expected, agreed] = await Promise.all([
    database().select().from(meetings).where(eq(meetings.activityId, activityId)),
    database().select({ id: agendaItems.id, title: agendaItems.title, presenter: agendaItems.presenter, startsAt: agendaItems.startsAt, notes: agendaItems.notes, restricted: agendaItems.restricted }).from(agendaItems).where(eq(agendaItems.activityId, activityId)).orderBy(asc(agendaItems.position)),
    database().select({ id: decisions.id, text: decisions.text, agendaItemId: decisions.agendaItemId }).from(decisions).where(eq(decisions.activityId, activityId)).orderBy(asc(decisions.position)),
    database().select({ institutionId: expectedAttendance.institutionId, count: expectedAttendance.count }).from(expectedAttendance).where(eq(expectedAttendance.activityId, activityId)).orderBy(asc(expectedAttendance.institutionId)),
    database()
      .select({ id: actionPoints.id, text: actionPoints.text, institutionId: actionPoints.institutionId, personId: actionPoints.personId, dueDate: actionPoints.dueDate, priority: actionPoints.priority, agendaItemId: actionPoints.agendaItemId })
      .from(actionPoints)
      .where(eq(actionPoints.activityId, activityId))
      .orderBy(asc(actionPoints.position)),
  ]);
  return { type: row?.type ?? null, minutes: row?.minutes ?? null, restricted: row?.restricted ?? false, nextDate: row?.nextDate ?? null, startTime: row?.startTime ?? null, endTime: row?.endTime ?? null, expected, seriesId: row?.seriesId ?? null, agenda, decisions: decided, actionPoints: agreed };
}

export type FormChoices = { outputs: { id: string; code: string; statement: string }[]; places: string[] };

/** What a form offers: the project's outcomes and outputs to link to, and the places known so far. */
export async function formChoices(viewer: Viewer, projectId: string): Promise<FormChoices> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return { outputs: [], places: [] };
  const [outputs, known] = await Promise.all([
    database().select({ id: results.id, code: results.code, statement: results.statement }).from(results).where(and(eq(results.projectId, projectId), eq(results.level, 'output'))).orderBy(asc(results.position), asc(results.code)),
    database().select({ name: places.name }).from(places).orderBy(asc(places.name)).limit(300),
  ]);
  return { outputs, places: known.map((place) => place.name) };
}

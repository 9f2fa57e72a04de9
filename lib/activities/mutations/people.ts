import 'server-only';
import { and, eq, getTableColumns, inArray, ne, notExists, sql } from 'drizzle-orm';
import { among, recordset } from '@/db/recordset';
import { attendance, headcounts, participants, people, sessions } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { kindSpecs } from '@/lib/activity-kinds';
import { changePeople } from '@/lib/people/mutations/matching';
import { addPeople, assertPeople, knowPeople } from '@/lib/people/mutations/register';
import type { NewPerson } from '@/lib/people/schema/person';
import { assertInstitutions } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { inOrder, together } from '@/lib/shared/together';
import { listChanges } from '../rules';
import type { ParticipantInput, SaveActivityInput } from '../schema';

const text = (value: number | null) => (value === null ? null : value.toFixed(2));

/** Refuses unknown people and institutions of the people's part before anything is written; who is new joins the register. */
export async function checkPeoplePart(work: ProjectWork, input: SaveActivityInput): Promise<void> {
  if (kindSpecs[input.kind].people === 'none') return;
  await together(checkParticipants(work, input.id, input.participants, input.version === null), assertInstitutions(work, input.headcounts.map((row) => row.institutionId), 'headcounts'));
}

/** Sessions, participants with attendance, and unnamed headcounts: replaced by what the form says, in a handful of statements whatever their number. `checkPeoplePart` comes before. */
export async function savePeoplePart(work: ProjectWork, activityId: string, input: SaveActivityInput): Promise<void> {
  if (kindSpecs[input.kind].people === 'none') return;
  const fresh = input.version === null; // then nothing can stand there yet, and nothing is asked
  const people = [() => replaceParticipants(work, activityId, input.participants, fresh), () => saveHeadcounts(work, activityId, input.headcounts, fresh)];
  const sessionsFirst = () => saveSessions(work, activityId, input.sessions, fresh); // attendance points at them
  if (fresh) await inOrder(sessionsFirst, ...people);
  else await sessionsFirst().then(() => together(...people.map((part) => part())));
}

const { sheet: _sheet, ...sessionColumns } = getTableColumns(sessions);

async function saveSessions(work: ProjectWork, activityId: string, wanted: SaveActivityInput['sessions'], fresh: boolean): Promise<void> {
  const rows = wanted.map(({ id, date, hours, topic }, position) => ({ id, activityId, date, hours: text(hours), topic, position }));
  const before = fresh ? [] : await work.tx.select(sessionColumns).from(sessions).where(eq(sessions.activityId, activityId)).orderBy(sessions.position);
  const changed = listChanges(before, rows);
  if (!changed) return;
  const gone = before.map((row) => row.id).filter((id) => !rows.some((row) => row.id === id));
  if (gone.length > 0) await work.tx.delete(sessions).where(and(eq(sessions.activityId, activityId), inArray(sessions.id, gone)));
  if (rows.length > 0) {
    const set = { date: sql`excluded.date`, hours: sql`excluded.hours`, topic: sql`excluded.topic`, position: sql`excluded.position` };
    const written = await work.tx.insert(sessions).values(rows).onConflictDoUpdate({ target: sessions.id, set, setWhere: eq(sessions.activityId, activityId) }).returning({ id: sessions.id });
    if (written.length < rows.length) throw new Refusal('conflict');
  }
  work.audit.add('activities', activityId, { sessions: changed.before }, { sessions: changed.after });
}

/** Makes the list of participants what is wanted: new people join the register, attendance follows. The caller holds the lock on the activity. */
export async function saveParticipants(work: ProjectWork, activityId: string, wanted: ParticipantInput[]): Promise<void> {
  await checkParticipants(work, activityId, wanted, false);
  await replaceParticipants(work, activityId, wanted, false);
}

// `fresh`: the activity is being made, so nobody stands in it yet.
async function checkParticipants(work: ProjectWork, activityId: string, wanted: ParticipantInput[], fresh: boolean): Promise<void> {
  const known = new Set(fresh ? [] : await personIds(work, activityId));
  await addPeople(work, await notYetRegistered(work, wanted.flatMap((row) => (row.person && !known.has(row.personId) ? [row.person] : []))));
  const added = wanted.filter((row) => !known.has(row.personId)).map((row) => row.personId);
  await together(assertPeople(work, added), assertInstitutions(work, wanted.map((row) => row.institutionId), 'participants'));
  await correctEntered(work, activityId, wanted.flatMap((row) => (row.person && known.has(row.personId) ? [row.person] : [])));
  await changePeople(work, wanted.flatMap((row) => row.change ?? []));
}

async function replaceParticipants(work: ProjectWork, activityId: string, wanted: ParticipantInput[], fresh: boolean): Promise<void> {
  const before = fresh ? [] : await participantState(work, activityId);
  const after = wanted.map((row, position) => ({ ...stored(row), position, sessionIds: [...row.sessionIds].sort() }));
  const changed = listChanges(before, after);
  if (!changed) return;
  await removeParticipants(work, activityId, before, changed);
  const known = new Set(before.map((row) => row.personId));
  await together(knowPeople(work, after.filter((row) => !known.has(row.personId)).map((row) => row.personId)), writeParticipants(work, activityId, changed, after));
  work.audit.add('activities', activityId, { participants: changed.before.map(traced) }, { participants: changed.after.map(traced) });
}

// A person entered as new may stand in the register by now, from another record of the same hand; whether they may be seen is asked next.
async function notYetRegistered<T extends { id: string }>(work: ProjectWork, entered: T[]): Promise<T[]> {
  if (entered.length === 0) return [];
  const rows = await work.tx.select({ id: people.id }).from(people).where(among(people.id, entered.map((person) => person.id)));
  return entered.filter((person) => !rows.some((row) => row.id === person.id));
}

// Whom this hand entered here a moment ago, and who stands nowhere else, is corrected as it goes on typing; anybody else's record is changed by choice only.
async function correctEntered(work: ProjectWork, activityId: string, entered: NewPerson[]): Promise<void> {
  if (entered.length === 0 || !work.actor) return;
  const elsewhere = work.tx.select({ id: participants.personId }).from(participants).where(and(eq(participants.personId, people.id), ne(participants.activityId, activityId)));
  const own = await work.tx.select({ id: people.id, version: people.version }).from(people).where(and(inArray(people.id, entered.map((person) => person.id)), eq(people.createdBy, work.actor.id), notExists(elsewhere)));
  const versions = new Map(own.map((row) => [row.id, row.version]));
  await changePeople(work, entered.flatMap(({ id: personId, ...fields }) => (versions.has(personId) ? [{ personId, version: versions.get(personId) as number, ...fields }] : [])));
}

const stored = ({ id, personId, role, institutionId, post, preScore, postScore }: ParticipantInput) => ({ id, personId, role, institutionId, post, preScore: text(preScore), postScore: text(postScore) });
type State = ReturnType<typeof stored> & { position: number; sessionIds: string[] };
// Posts and scores are personal: the trail says that they changed by listing the row, not what they are (DOMAIN §5).
const traced = ({ id, personId, role, institutionId, sessionIds }: State) => ({ id, personId, role, institutionId, sessions: sessionIds.length });

const personIds = async (work: ProjectWork, activityId: string) =>
  (await work.tx.select({ personId: participants.personId }).from(participants).where(eq(participants.activityId, activityId))).map((row) => row.personId);

/** The participants as a form would hold them, in their order, each with its sessions sorted. */
export async function participantInputs(work: ProjectWork, activityId: string): Promise<ParticipantInput[]> {
  const score = (value: string | null) => (value === null ? null : Number(value));
  const rows = await participantState(work, activityId);
  return rows.map(({ position: _position, ...row }) => ({ ...row, person: null, preScore: score(row.preScore), postScore: score(row.postScore), sessionIds: [...row.sessionIds].sort() }));
}

async function participantState(work: ProjectWork, activityId: string): Promise<State[]> {
  const { id, personId, role, institutionId, post, preScore, postScore, position } = participants;
  const present = sql<string[]>`coalesce((select array_agg(a.session_id::text order by a.session_id) from attendance a where a.activity_id = ${participants.activityId} and a.participant_id = ${participants.id}), '{}')`;
  return work.tx.select({ id, personId, role, institutionId, post, preScore, postScore, position, sessionIds: present }).from(participants).where(eq(participants.activityId, activityId)).orderBy(position);
}

async function removeParticipants(work: ProjectWork, activityId: string, before: State[], changed: { before: State[]; after: State[] }): Promise<void> {
  if (before.length === 0) return;
  const kept = new Set(changed.after.map((row) => row.id));
  const gone = changed.before.map((row) => row.id).filter((id) => !kept.has(id));
  if (gone.length > 0) await work.tx.delete(participants).where(and(eq(participants.activityId, activityId), inArray(participants.id, gone)));
  const touched = [...new Set([...changed.before, ...changed.after].map((row) => row.id))];
  if (changed.before.length > 0) await work.tx.delete(attendance).where(and(eq(attendance.activityId, activityId), inArray(attendance.participantId, touched)));
}

// In one statement, so that attendance is written only of who stands in this activity.
async function writeParticipants(work: ProjectWork, activityId: string, changed: { after: State[] }, rows: State[]): Promise<void> {
  if (rows.length === 0) return;
  const present = changed.after.flatMap((row) => row.sessionIds.map((sessionId) => ({ participantId: row.id, sessionId })));
  const written = await work.tx.execute<{ id: string }>(sql`
    with written as (
      insert into participants (id, activity_id, person_id, role, institution_id, post, pre_score, post_score, position)
      select id, ${activityId}, "personId", role, "institutionId", post, "preScore", "postScore", position
      from ${recordset(rows.map(({ sessionIds: _sessions, ...row }) => row))} as r(id uuid, "personId" uuid, role text, "institutionId" uuid, post text, "preScore" numeric, "postScore" numeric, position integer)
      on conflict (id) do update set person_id = excluded.person_id, role = excluded.role, institution_id = excluded.institution_id, post = excluded.post,
        pre_score = excluded.pre_score, post_score = excluded.post_score, position = excluded.position
      where participants.activity_id = ${activityId} returning id
    ), present as (
      insert into attendance (activity_id, participant_id, session_id) select ${activityId}, "participantId", "sessionId"
      from ${recordset(present)} as r("participantId" uuid, "sessionId" uuid) where "participantId" in (select id from written) on conflict do nothing
    ) select id from written`);
  if (written.length < rows.length) throw new Refusal('conflict');
}

async function saveHeadcounts(work: ProjectWork, activityId: string, wanted: SaveActivityInput['headcounts'], fresh: boolean): Promise<void> {
  const plain = ({ institutionId, sex, count }: SaveActivityInput['headcounts'][number]) => ({ id: `${institutionId} ${sex}`, institutionId, sex, count });
  const before = fresh ? [] : (await work.tx.select().from(headcounts).where(eq(headcounts.activityId, activityId))).map(plain);
  const order = (list: ReturnType<typeof plain>[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
  const changed = listChanges(order(before), order(wanted.map(plain)));
  if (!changed) return;
  if (before.length > 0) await work.tx.delete(headcounts).where(eq(headcounts.activityId, activityId));
  if (wanted.length > 0) await work.tx.insert(headcounts).values(wanted.map((row) => ({ ...row, id: newId(), activityId })));
  work.audit.add('activities', activityId, { headcounts: changed.before }, { headcounts: changed.after });
}

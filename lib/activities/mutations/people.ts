import 'server-only';
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { attendance, headcounts, participants, people, sessions } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { kindSpecs } from '@/lib/activity-kinds';
import { addPeople, assertPeople, knowPeople } from '@/lib/people/mutations';
import { assertInstitutions } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { listChanges } from '../rules';
import type { ParticipantInput, SaveActivityInput } from '../schema';

const text = (value: number | null) => (value === null ? null : value.toFixed(2));

/** Sessions, participants with attendance, and unnamed headcounts: replaced by what the form says, in a handful of statements whatever their number. */
export async function savePeoplePart(work: ProjectWork, activityId: string, input: SaveActivityInput): Promise<void> {
  if (kindSpecs[input.kind].people === 'none') return;
  await saveSessions(work, activityId, input.sessions);
  await saveParticipants(work, activityId, input.participants);
  await saveHeadcounts(work, activityId, input.headcounts);
}

async function saveSessions(work: ProjectWork, activityId: string, wanted: SaveActivityInput['sessions']): Promise<void> {
  const rows = wanted.map(({ id, date, hours, topic }, position) => ({ id, activityId, date, hours: text(hours), topic, position }));
  const before = await work.tx.select().from(sessions).where(eq(sessions.activityId, activityId)).orderBy(sessions.position);
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

async function saveParticipants(work: ProjectWork, activityId: string, wanted: ParticipantInput[]): Promise<void> {
  const known = new Set(await personIds(work, activityId));
  await addPeople(work, await notYetRegistered(work, wanted.flatMap((row) => (row.person && !known.has(row.personId) ? [row.person] : []))));
  const fresh = wanted.filter((row) => !known.has(row.personId)).map((row) => row.personId);
  await assertPeople(work, fresh);
  await assertInstitutions(work, wanted.map((row) => row.institutionId), 'participants');
  await knowPeople(work, fresh);
  const before = await participantState(work, activityId);
  const after = wanted.map((row, position) => ({ ...stored(row), position, sessionIds: [...row.sessionIds].sort() }));
  const changed = listChanges(before, after);
  if (!changed) return;
  await writeParticipants(work, activityId, after);
  await writeAttendance(work, activityId, changed, after);
  work.audit.add('activities', activityId, { participants: changed.before.map(traced) }, { participants: changed.after.map(traced) });
}

// A person entered as new may stand in the register by now, from another record of the same hand; whether they may be seen is asked next.
async function notYetRegistered<T extends { id: string }>(work: ProjectWork, entered: T[]): Promise<T[]> {
  if (entered.length === 0) return [];
  const rows = await work.tx.select({ id: people.id }).from(people).where(inArray(people.id, entered.map((person) => person.id)));
  return entered.filter((person) => !rows.some((row) => row.id === person.id));
}

const stored = ({ id, personId, role, institutionId, post, preScore, postScore }: ParticipantInput) => ({ id, personId, role, institutionId, post, preScore: text(preScore), postScore: text(postScore) });
type State = ReturnType<typeof stored> & { position: number; sessionIds: string[] };
// Posts and scores are personal: the trail says that they changed by listing the row, not what they are (DOMAIN §5).
const traced = ({ id, personId, role, institutionId, sessionIds }: State) => ({ id, personId, role, institutionId, sessions: sessionIds.length });

const personIds = async (work: ProjectWork, activityId: string) =>
  (await work.tx.select({ personId: participants.personId }).from(participants).where(eq(participants.activityId, activityId))).map((row) => row.personId);

async function participantState(work: ProjectWork, activityId: string): Promise<State[]> {
  const { id, personId, role, institutionId, post, preScore, postScore, position } = participants;
  const present = sql<string[]>`coalesce((select array_agg(a.session_id::text order by a.session_id) from attendance a where a.activity_id = ${participants.activityId} and a.participant_id = ${participants.id}), '{}')`;
  return work.tx.select({ id, personId, role, institutionId, post, preScore, postScore, position, sessionIds: present }).from(participants).where(eq(participants.activityId, activityId)).orderBy(position);
}

async function writeParticipants(work: ProjectWork, activityId: string, rows: State[]): Promise<void> {
  const kept = rows.map((row) => row.id);
  await work.tx.delete(participants).where(and(eq(participants.activityId, activityId), kept.length > 0 ? notInArray(participants.id, kept) : undefined));
  if (rows.length === 0) return;
  const set = { personId: sql`excluded.person_id`, role: sql`excluded.role`, institutionId: sql`excluded.institution_id`, post: sql`excluded.post`, preScore: sql`excluded.pre_score`, postScore: sql`excluded.post_score`, position: sql`excluded.position` };
  const values = rows.map(({ sessionIds: _sessions, ...row }) => ({ ...row, activityId }));
  const written = await work.tx.insert(participants).values(values).onConflictDoUpdate({ target: participants.id, set, setWhere: eq(participants.activityId, activityId) }).returning({ id: participants.id });
  if (written.length < rows.length) throw new Refusal('conflict');
}

async function writeAttendance(work: ProjectWork, activityId: string, changed: { before: State[]; after: State[] }, all: State[]): Promise<void> {
  const touched = [...new Set([...changed.before, ...changed.after].map((row) => row.id))];
  await work.tx.delete(attendance).where(and(eq(attendance.activityId, activityId), inArray(attendance.participantId, touched)));
  const present = all.filter((row) => touched.includes(row.id)).flatMap((row) => row.sessionIds.map((sessionId) => ({ activityId, participantId: row.id, sessionId })));
  for (let start = 0; start < present.length; start += 5000) await work.tx.insert(attendance).values(present.slice(start, start + 5000)).onConflictDoNothing();
}

async function saveHeadcounts(work: ProjectWork, activityId: string, wanted: SaveActivityInput['headcounts']): Promise<void> {
  const plain = ({ institutionId, sex, count }: SaveActivityInput['headcounts'][number]) => ({ id: `${institutionId} ${sex}`, institutionId, sex, count });
  const before = (await work.tx.select().from(headcounts).where(eq(headcounts.activityId, activityId))).map(plain);
  const order = (list: ReturnType<typeof plain>[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
  const changed = listChanges(order(before), order(wanted.map(plain)));
  if (!changed) return;
  await assertInstitutions(work, wanted.map((row) => row.institutionId), 'headcounts');
  await work.tx.delete(headcounts).where(eq(headcounts.activityId, activityId));
  if (wanted.length > 0) await work.tx.insert(headcounts).values(wanted.map((row) => ({ ...row, id: newId(), activityId })));
  work.audit.add('activities', activityId, { headcounts: changed.before }, { headcounts: changed.after });
}

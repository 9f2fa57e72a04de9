import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { people, personPosts } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { changeParticipants } from '@/lib/activities/mutations/participants';
import type { ParticipantInput } from '@/lib/activities/schema';
import { closeImport, lockImport } from '@/lib/imports/mutations';
import { rosterKinds } from '@/lib/imports/rules';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { planIn, type RosterPlan } from '../queries/roster';
import { decideRoster, type RosterDecision, type RosterOutcome } from '../rules/roster/decide';
import type { SavePersonInput } from '../schema/person';
import type { CommitRosterInput } from '../schema/roster';
import { addPeople, knowPeople, savePerson } from './register';

type Placed = RosterDecision & { personId: string };

/**
 * Takes a list as it was previewed, in one transaction: people, changes of people, and their place in the activity, all through the mutations of the forms.
 * Refuses where the register, the activity or the upload is not what the preview showed, or a choice is none that it offered (DOMAIN §7).
 */
export async function commitRoster(work: ProjectWork, input: Omit<CommitRosterInput, 'projectId'>): Promise<RosterOutcome> {
  const list = await lockImport(work, input.importId, rosterKinds);
  const plan = await planIn(work.tx, work.actor, work.project.id, list);
  if (!plan || plan.digest !== input.digest) throw new Refusal('importChanged');
  const decided = decideRoster(plan.rows, input.choices);
  if (!decided.ok) throw new Refusal(decided.reason);
  const placed = await register(work, decided.decisions);
  const changed = await changePeople(work, placed);
  if (plan.activity) await changeParticipants(work, plan.activity.id, plan.activity.version, (now) => withRoster(now, placed, plan, input.presentInAll));
  const outcome: RosterOutcome = {
    added: placed.filter((one) => one.option === null).length,
    changed,
    listed: plan.activity ? placed.filter((one) => !one.option?.listed).length : 0,
    same: plan.rows.filter((row) => row.state === 'same').length,
    rejected: plan.rows.filter((row) => row.state === 'rejected').length,
    leftOut: decided.leftOut,
  };
  await closeImport(work, input.importId, outcome);
  return outcome;
}

/** Puts those who are new into the register and makes the others known to the project. */
async function register(work: ProjectWork, decisions: RosterDecision[]): Promise<Placed[]> {
  const placed = decisions.map((one) => ({ ...one, personId: one.option?.personId ?? newId() }));
  const fresh = placed.filter((one) => one.option === null);
  await addPeople(work, fresh.map(({ personId: id, values: { givenName, familyName, sex, birthYear, institutionId, post } }) => ({ id, givenName, familyName, sex: sex ?? 'not_stated', birthYear, institutionId, post })));
  await knowPeople(work, placed.filter((one) => one.option && !one.option.inProject).map((one) => one.personId));
  return placed;
}

/** Writes the chosen changes, and what the list says of the new beyond their name and post; gives how many of the register changed. */
async function changePeople(work: ProjectWork, placed: Placed[]): Promise<number> {
  const wanted = placed.flatMap((one) => {
    const { rank, email, phone } = one.values;
    const changes = one.option ? Object.fromEntries(one.changes.filter((change) => change.on === 'person').map((change) => [change.field, change.to])) : { rank, email, phone };
    return Object.values(changes).some((value) => value !== null) ? [{ ...one, changes }] : [];
  });
  const records = await recordsOf(work, wanted.map((one) => one.personId));
  for (const { personId, changes, option } of wanted) {
    const record = records.get(personId);
    if (!record || (option && record.version !== option.version)) throw new Refusal('importChanged');
    await savePerson(work, { ...record, ...changes });
  }
  return wanted.filter((one) => one.option !== null).length;
}

async function recordsOf(work: ProjectWork, ids: string[]): Promise<Map<string, SavePersonInput>> {
  if (ids.length === 0) return new Map();
  const present = and(eq(personPosts.personId, people.id), isNull(personPosts.toDate));
  const rows = await work.tx.select({ person: people, post: personPosts }).from(people).leftJoin(personPosts, present).where(inArray(people.id, ids));
  return new Map(rows.map(({ person: { id, version, givenName, familyName, sex, birthYear, rank, email, phone, lawfulBasis, consentOn, retainUntil }, post }) => [
    id,
    { projectId: work.project.id, id, version, givenName, familyName, sex, birthYear, rank, email, phone, lawfulBasis, consentOn, retainUntil, institutionId: post?.institutionId ?? null, post: post?.post ?? null },
  ]));
}

/** The list of the activity with the taken lines: those on it changed as chosen, the others at its end. */
function withRoster(now: ParticipantInput[], placed: Placed[], plan: RosterPlan, presentInAll: boolean): ParticipantInput[] {
  const changes = new Map(placed.map((one) => [one.personId, Object.fromEntries(one.changes.filter((change) => change.on === 'list').map((change) => [change.field, change.to]))]));
  const all = (plan.activity?.sessions ?? []).map((session) => session.id);
  // A meeting has one session, and who stands on its list was there.
  const unsaid = presentInAll || plan.target?.sessions.length === 0 ? all : [];
  const roles = plan.target?.roles ?? [];
  const joining = placed.filter((one) => !one.option?.listed).map(({ personId, values, option }) => ({
    id: newId(),
    personId,
    person: null,
    role: values.role ?? (roles[0] as ParticipantRole),
    institutionId: values.institutionId ?? option?.institutionId ?? null,
    post: values.post ?? option?.post ?? null,
    preScore: values.preScore,
    postScore: values.postScore,
    sessionIds: values.sessionIds ?? unsaid,
  }));
  return [...now.map((row) => ({ ...row, ...changes.get(row.personId) })), ...joining];
}

import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { activities, activityOutputs, evidenceWaivers, places, projects, referenceNumber, referencePrefix, users } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { ProjectWork } from '@/lib/action';
import { kindSpecs } from '@/lib/activity-kinds';
import { saveHandOver } from '@/lib/equipment/mutations/hand-over';
import { saveFindings } from '@/lib/guard/mutations';
import { guardedTexts } from '@/lib/guard/rules/texts';
import { saveMeeting } from '@/lib/meetings/mutations/save';
import { assertOpen, assertResults } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import { inOrder, together } from '@/lib/shared/together';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import { saveTraining } from '@/lib/trainings/mutations';
import { decidingDate, mayEditActivity, nextReference } from '../rules';
import type { SaveActivityInput } from '../schema';
import { checkPeoplePart, savePeoplePart } from './people';

export type SavedActivity = { id: string; reference: string; version: number };
type Row = typeof activities.$inferSelect;

/** `written`: the activity once it and its people stand; a writer that needs no more than the input need not wait for it. */
type DetailWriters = { [K in ActivityKind]: (work: ProjectWork, written: Promise<Row>, input: Extract<SaveActivityInput, { kind: K }>) => Promise<void> };
const saveDetail: DetailWriters = {
  training: (work, _written, input) => saveTraining(work, input.id, input.detail, input.version === null),
  equipment: async (work, written, input) => saveHandOver(work, await written, input.detail),
  meeting: async (work, written, input) => saveMeeting(work, await written, input.detail),
};

/**
 * Saves an activity as it is, complete or not: a new draft (version null) or a change of the version that was seen.
 * Refuses: another project's or an approved record (notFound, wrongState), a newer version (stale, with the record as it stands),
 * a date in a closed period, unknown results, institutions or people. DOMAIN §3.
 */
export async function saveActivity(work: ProjectWork, input: SaveActivityInput): Promise<SavedActivity> {
  const actor = work.actor;
  if (!actor) throw new Error('a record needs somebody who made it');
  const before = input.version === null ? null : await lockForEdit(work, input.id, input.version);
  if (before && before.kind !== input.kind) throw notFound();
  const fresh = !before;
  const [, scalars, reference] = await together(
    assertOpen(work, before?.onDate ?? null, decidingDate(input)),
    scalarsOf(work, input),
    before ? Promise.resolve(before.reference) : freeReference(work, input.kind),
    assertResults(work, input.outputIds, 'outputIds'),
    checkPeoplePart(work, input),
  );
  // Nothing of this waits for an answer of the rest: the statements run in the order of sending, the activity first.
  const written = inOrder<[Row, void, void, void]>(
    () => (before ? update(work, before, scalars, actor.id) : insert(work, input, scalars, reference, actor.id)),
    () => saveOutputs(work, input.id, input.outputIds, fresh),
    () => saveWaivers(work, input.id, input.waivers, actor.id, fresh),
    () => savePeoplePart(work, input.id, input),
  ).then(([row]) => row);
  // The union of kinds narrows together with its writer; TypeScript cannot follow that over an index.
  const writer = saveDetail[input.kind] as (work: ProjectWork, written: Promise<Row>, input: SaveActivityInput) => Promise<void>;
  const [activity] = await inOrder<[Row, void]>(() => written, () => writer(work, written, input));
  await saveFindings(work, activity.id, guardedTexts(input), input.confirmations, fresh);
  return { id: activity.id, reference: activity.reference, version: activity.version };
}

/** The activity of this project, locked, at the version that was seen. */
export async function lockForEdit(work: ProjectWork, activityId: string, version: number): Promise<Row> {
  const [row] = await work.tx.select().from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (!mayEditActivity(work.actor ? rolesIn(work.actor, work.project.id) : [], work.actor?.id ?? '', row)) throw new Refusal(row.reviewState === 'approved' ? 'approvedIsLocked' : 'forbidden');
  if (row.version !== version) throw await stale(work, row);
  return row;
}

/** The refusal of an edit of an older version; the screen fetches what stands now and shows both. */
export async function stale(work: ProjectWork, row: { id: string; version: number; lastEditedBy: string; updatedAt: Date }): Promise<Refusal> {
  const [editor] = await work.tx.select({ name: users.name }).from(users).where(eq(users.id, row.lastEditedBy));
  return new Refusal('stale', { current: { id: row.id, version: row.version, editedBy: editor?.name ?? '', editedAt: row.updatedAt.toISOString() } });
}

async function scalarsOf(work: ProjectWork, input: SaveActivityInput) {
  const { title, description, venue, plannedStart, plannedEnd, actualStart, actualEnd, costCurrency, implementation } = input;
  const placeId = input.place ? await placeFor(work, input.place) : null;
  const cost = input.cost === null ? null : input.cost.toFixed(2);
  const implementationReason = ['postponed', 'cancelled'].includes(implementation) ? input.implementationReason : null;
  return { title, description, placeId, venue, plannedStart, plannedEnd, actualStart, actualEnd, cost, costCurrency: cost === null ? null : costCurrency, implementation, implementationReason };
}
type Scalars = Awaited<ReturnType<typeof scalarsOf>>;

async function insert(work: ProjectWork, input: SaveActivityInput, scalars: Scalars, reference: string, actorId: string): Promise<Row> {
  const own = { id: input.id, projectId: work.project.id, kind: input.kind, reference, createdBy: actorId, lastEditedBy: actorId, createdAt: work.now, updatedAt: work.now };
  const [row] = await work.tx.insert(activities).values({ ...own, ...scalars }).returning();
  if (!row) throw new Error('insert returned nothing');
  work.audit.add('activities', row.id, {}, { kind: input.kind, reference, ...scalars });
  return row;
}

async function update(work: ProjectWork, before: Row, scalars: Scalars, actorId: string): Promise<Row> {
  const stamp = { lastEditedBy: actorId, updatedAt: work.now, version: before.version + 1 };
  const [row] = await work.tx.update(activities).set({ ...scalars, ...stamp }).where(and(eq(activities.id, before.id), eq(activities.version, before.version))).returning();
  if (!row) throw await stale(work, before);
  const old = Object.fromEntries(Object.keys(scalars).map((key) => [key, before[key as keyof Row]]));
  work.audit.add('activities', row.id, { ...old, version: before.version }, { ...scalars, version: row.version });
  return row;
}

async function freeReference(work: ProjectWork, kind: ActivityKind): Promise<string> {
  const { prefix } = kindSpecs[kind];
  // The second waits for the lock of the first, and sees what its last holder wrote.
  const [, [row]] = await together(
    work.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, work.project.id)).for('no key update').execute(),
    work.tx
      .select({ highest: sql<number>`coalesce(max(${referenceNumber}), 0)` })
      .from(activities)
      .where(and(eq(activities.projectId, work.project.id), sql`${referencePrefix} = ${`${prefix}-`}`))
      .execute(),
  );
  return nextReference(prefix, Number(row?.highest ?? 0));
}

async function placeFor(work: ProjectWork, name: string): Promise<string> {
  const [known] = await work.tx.select({ id: places.id }).from(places).where(sql`lower(${places.name}) = lower(${name})`).limit(1);
  if (known) return known.id;
  const id = newId();
  await work.tx.insert(places).values({ id, name });
  work.audit.add('places', id, {}, { name });
  return id;
}

async function saveOutputs(work: ProjectWork, activityId: string, wanted: string[], fresh: boolean): Promise<void> {
  const rows = fresh ? [] : await work.tx.select({ id: activityOutputs.resultId }).from(activityOutputs).where(eq(activityOutputs.activityId, activityId));
  const before = rows.map((row) => row.id).sort();
  const after = [...new Set(wanted)].sort();
  if (before.join() === after.join()) return;
  if (before.length > 0) await work.tx.delete(activityOutputs).where(eq(activityOutputs.activityId, activityId));
  if (after.length > 0) await work.tx.insert(activityOutputs).values(after.map((resultId) => ({ projectId: work.project.id, activityId, resultId })));
  work.audit.add('activities', activityId, { outputs: before }, { outputs: after });
}

async function saveWaivers(work: ProjectWork, activityId: string, wanted: { requirement: string; reason: string }[], byUserId: string, fresh: boolean): Promise<void> {
  const key = ({ requirement, reason }: { requirement: string; reason: string }) => ({ requirement, reason });
  const before = fresh ? [] : (await work.tx.select().from(evidenceWaivers).where(eq(evidenceWaivers.activityId, activityId))).map(key);
  const sorted = (list: { requirement: string; reason: string }[]) => [...list].sort((a, b) => a.requirement.localeCompare(b.requirement)).map(key);
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(wanted))) return;
  if (before.length > 0) await work.tx.delete(evidenceWaivers).where(eq(evidenceWaivers.activityId, activityId));
  if (wanted.length > 0) await work.tx.insert(evidenceWaivers).values(wanted.map((waiver) => ({ activityId, ...key(waiver), byUserId, at: work.now })));
  work.audit.add('activities', activityId, { waivers: sorted(before) }, { waivers: sorted(wanted) });
}

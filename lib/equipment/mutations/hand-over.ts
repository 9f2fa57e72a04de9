import 'server-only';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { among, recordset } from '@/db/recordset';
import { activities, equipmentItems, handOvers } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { listChanges } from '@/lib/activities/rules';
import { assertInstitutions } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import { sealContent } from '@/lib/signing/mutations/content';
import type { HandOverDetail, ItemInput } from '../schema/hand-over';
import { factColumns, factsOf, freeTags, type ItemRecord, refuseHistory, type StoredFacts, storedFacts, takenSerials } from './items';

/** The part of a hand-over beside what all activities have: recipient, signatories, items. Refuses a serial number that another item has, and an item that another hand-over passes. */
export async function saveHandOver(work: ProjectWork, activity: { id: string }, detail: HandOverDetail): Promise<void> {
  const { items, ...row } = detail;
  await assertInstitutions(work, [row.recipientInstitutionId], 'detail.recipientInstitutionId');
  const [before] = await work.tx.select().from(handOvers).where(eq(handOvers.activityId, activity.id));
  await work.tx.insert(handOvers).values({ activityId: activity.id, ...row }).onConflictDoUpdate({ target: handOvers.activityId, set: row });
  const { activityId: _id, ...old } = before ?? { activityId: activity.id };
  work.audit.add('hand_overs', activity.id, old, row);
  await saveItems(work, activity.id, items);
  await sealContent(work, activity.id);
}

const nothingRefused = { shortQuantity: 0, damagedQuantity: 0, surplusQuantity: 0, acceptanceNote: null };
const acceptanceOf = ({ shortQuantity, damagedQuantity, surplusQuantity, acceptanceNote }: ItemInput) => {
  const [short, damaged, surplus] = [shortQuantity ?? 0, damagedQuantity ?? 0, surplusQuantity ?? 0];
  return { shortQuantity: short, damagedQuantity: damaged, surplusQuantity: surplus, acceptanceNote: short + damaged + surplus > 0 ? acceptanceNote : null };
};
type Acceptance = ReturnType<typeof acceptanceOf>;
// Same keys in the same order, so that two equal items compare equal.
const lined = (id: string, facts: StoredFacts, { shortQuantity, damagedQuantity, surplusQuantity, acceptanceNote }: Acceptance, position: number) => ({ id, ...facts, shortQuantity, damagedQuantity, surplusQuantity, acceptanceNote, position });
type Line = ReturnType<typeof lined>;

async function saveItems(work: ProjectWork, activityId: string, wanted: ItemInput[]): Promise<void> {
  const known = new Map((await knownItems(work, activityId, wanted)).map((row) => [row.id, row]));
  refuseForeign(work, activityId, wanted, known);
  const own = [...known.values()].filter((row) => row.activityId === activityId).sort((a, b) => a.position - b.position);
  const before = own.map((row) => lined(row.id, factsOf(row), row, row.position));
  const after = wanted.map((item, position) => {
    const row = known.get(item.id);
    return lined(item.id, row?.registered ? factsOf(row) : storedFacts(item), acceptanceOf(item), position);
  });
  const changed = listChanges(before, after);
  if (!changed) return;
  await takeOff(work, own.filter((row) => !after.some((line) => line.id === row.id)));
  const [taken] = await takenSerials(work, after);
  if (taken) throw new Refusal('serialTaken', { fieldErrors: { [`detail.items.${taken.index}.serialNumber`]: taken.message } });
  await writeItems(work, activityId, changed.after, known);
  work.audit.add('activities', activityId, { items: changed.before }, { items: changed.after });
}

type Known = ItemRecord & { other: string | null };

/** The items that this hand-over has, and those of the list that exist already, locked; with the hand-over that passes them if it is another. */
async function knownItems(work: ProjectWork, activityId: string, wanted: ItemInput[]): Promise<Known[]> {
  const ids = wanted.map((item) => item.id);
  const here = eq(equipmentItems.activityId, activityId);
  const rows = await work.tx
    .select()
    .from(equipmentItems)
    .where(ids.length > 0 ? or(here, among(equipmentItems.id, ids)) : here)
    .orderBy(equipmentItems.id)
    .for('no key update');
  const elsewhere = [...new Set(rows.flatMap((row) => (row.activityId && row.activityId !== activityId ? [row.activityId] : [])))];
  const others = elsewhere.length > 0 ? await work.tx.select({ id: activities.id, reference: activities.reference }).from(activities).where(and(inArray(activities.id, elsewhere), ne(activities.reviewState, 'withdrawn'))) : [];
  return rows.map((row) => ({ ...row, other: others.find((one) => one.id === row.activityId)?.reference ?? null }));
}

function refuseForeign(work: ProjectWork, activityId: string, wanted: ItemInput[], known: Map<string, Known>): void {
  for (const [index, { id }] of wanted.entries()) {
    const row = known.get(id);
    if (!row || row.activityId === activityId) continue;
    if (row.projectId !== work.project.id || !row.registered) throw new Refusal('conflict');
    if (row.other) throw new Refusal('handedOverTwice', { fieldErrors: { [`detail.items.${index}.description`]: `handedOverIn:${row.other}` } });
  }
}

/** Items that leave the hand-over: back to the register where they came from it, else gone. */
async function takeOff(work: ProjectWork, rows: ItemRecord[]): Promise<void> {
  await refuseHistory(work, rows.map((row) => row.id));
  const ids = (registered: boolean) => rows.filter((row) => row.registered === registered).map((row) => row.id);
  if (ids(true).length > 0) await work.tx.update(equipmentItems).set({ activityId: null, position: 0, ...nothingRefused }).where(among(equipmentItems.id, ids(true)));
  if (ids(false).length > 0) await work.tx.delete(equipmentItems).where(among(equipmentItems.id, ids(false)));
}

// What a hand-over writes of an item beside its id.
const written = Object.entries({
  ...factColumns,
  ...({ shortQuantity: ['short_quantity', 'int'], damagedQuantity: ['damaged_quantity', 'int'], surplusQuantity: ['surplus_quantity', 'int'], acceptanceNote: ['acceptance_note', 'text'], position: ['position', 'int'] } as const),
} satisfies Record<Exclude<keyof Line, 'id'>, readonly [string, string]>);
const [keys, columns] = [sql.raw(written.map(([key]) => `"${key}"`).join(', ')), sql.raw(written.map(([, [column]]) => column).join(', '))];
const [typed, updated] = [sql.raw(written.map(([key, [, type]]) => `"${key}" ${type}`).join(', ')), sql.raw(written.map(([, [column]]) => `${column} = excluded.${column}`).join(', '))];

async function writeItems(work: ProjectWork, activityId: string, lines: Line[], known: Map<string, Known>): Promise<void> {
  if (lines.length === 0) return;
  const tags = await freeTags(work, lines.filter((line) => !known.has(line.id)).length);
  const rows = lines.map((line) => ({ ...line, assetTag: known.get(line.id)?.assetTag ?? tags.shift() ?? '' }));
  await work.tx.execute(sql`
    insert into equipment_items (id, project_id, activity_id, asset_tag, ${columns}) select id, ${work.project.id}, ${activityId}, "assetTag", ${keys}
    from ${recordset(rows)} as r(id uuid, "assetTag" text, ${typed})
    on conflict (id) do update set activity_id = excluded.activity_id, ${updated}, version = equipment_items.version + 1`);
}

/** Before a draft hand-over is deleted: what came from the register goes back to it. */
export async function releaseItems(work: ProjectWork, activityId: string): Promise<void> {
  await work.tx.update(equipmentItems).set({ activityId: null, position: 0, ...nothingRefused }).where(and(eq(equipmentItems.activityId, activityId), eq(equipmentItems.registered, true)));
}

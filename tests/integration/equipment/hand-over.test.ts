import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, custody, equipmentItems } from '@/db/schema';
import { deleteDraft } from '@/lib/activities/mutations/delete';
import { type SaveActivityForm, saveActivitySchema } from '@/lib/activities/schema';
import { saveBudgetLine } from '@/lib/equipment/mutations/budget';
import { recordMove } from '@/lib/equipment/mutations/custody';
import { deleteItem, saveItem } from '@/lib/equipment/mutations/register';
import { deliveryByLine, listBudgetLines } from '@/lib/equipment/queries/budget';
import { findItem, usersTrainedIn } from '@/lib/equipment/queries/item';
import { listEquipment } from '@/lib/equipment/queries/register';
import { searchStock } from '@/lib/equipment/queries/stock';
import { equipmentForDonor, equipmentTotals, pieceTotals } from '@/lib/equipment/queries/totals';
import { compareBudget } from '@/lib/equipment/rules/budget';
import { saveItemSchema } from '@/lib/equipment/schema/item';
import { approveActivity } from '@/lib/review/mutations';
import { labelPath } from '@/lib/equipment/rules/labels';
import { newId } from '@/lib/shared/ids';
import { itemStatuses } from '@/lib/shared/vocabulary';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
const facts = { description: 'Drone', category: 'optical', make: 'Fly', model: 'X1', serialNumber: '', quantity: '1', value: '900', currency: 'EUR', usdRate: '1.2', supplier: '', orderNumber: 'PO-1', purchasedOn: '2019-01-10', warrantyEnd: '', deliveredOn: '', budgetLineId: '', resultId: '', requiredTopic: '' };
const save = (world: World, input: object = {}) => world.as(world.staff, (work) => saveItem(work, saveItemSchema.parse({ projectId: world.projectId, id: newId(), version: null, ...facts, ...input })));
const all = { q: '', category: null, institutionIds: null, state: null };
const project = (world: World) => ({ id: world.projectId, attendanceThreshold: '0.8' });

/** A hand-over form that lists items of the register as the picker gives them. */
async function picking(world: World, over: object = {}, date = '2019-03-20'): Promise<SaveActivityForm> {
  const form = world.handOver([], date);
  if (form.kind !== 'equipment') throw new Error('not a hand-over');
  const items = (await searchStock(world.staff, world.projectId, '')).items.map((item) => ({ ...item, ...over }));
  return { ...form, detail: { ...form.detail, items } };
}

test('an item lives from order: ordered, received, handed over once, in the register all along', async () => {
  const world = await aWorld();
  const { id, assetTag } = await save(world);
  const status = async () => (await findItem(world.staff, project(world), id))?.statuses;
  expect(await status()).toEqual([{ status: 'ordered', pieces: 1 }]);
  await save(world, { id, version: 1, deliveredOn: '2019-02-01' });
  expect(await status()).toEqual([{ status: 'received', pieces: 1 }]);
  const record = await world.approved(await picking(world));
  expect(await status()).toEqual([{ status: 'handed_over', pieces: 1 }]);
  expect((await database().select().from(custody).where(eq(custody.itemId, id)).orderBy(asc(custody.since))).map((row) => row.since)).toEqual(['2019-02-01', '2019-03-20']);
  expect(await searchStock(world.staff, world.projectId, '')).toEqual({ items: [], total: 0 });
  const [row] = await database().select().from(equipmentItems).where(eq(equipmentItems.id, id));
  expect([row?.assetTag, row?.activityId]).toEqual([assetTag, record.id]);
});

test('what the form says of an item of the register is not taken; a second hand-over of it is refused by name', async () => {
  const world = await aWorld();
  const { id } = await save(world, { deliveredOn: '2019-02-01' });
  const form = await picking(world, { description: 'Something else', value: 5 });
  const saved = await world.save(form);
  expect(await findItem(world.staff, project(world), id)).toMatchObject({ description: 'Drone', value: 900, reference: saved.reference });
  const again = { ...form, id: newId() };
  expect(await failure(world.save(again))).toMatchObject({ reason: 'handedOverTwice', fieldErrors: { 'detail.items.0.description': `handedOverIn:${saved.reference}` } });
  const other = await aWorld();
  expect(await failure(other.save({ ...again, projectId: other.projectId, outputIds: [other.output], detail: { ...(again.kind === 'equipment' ? again.detail : { items: [] }), recipientInstitutionId: other.unit } } as SaveActivityForm))).toMatchObject({ reason: 'conflict' });
});

test('the register offers the first items that the words find and says how many there are, or all of them at once', async () => {
  const world = await aWorld();
  for (let n = 0; n < 24; n += 1) await save(world, { serialNumber: newId(), description: n < 22 ? 'Drone' : 'Rope' });
  const [some, all] = [await searchStock(world.staff, world.projectId, 'drone'), await searchStock(world.staff, world.projectId, 'drone', 500)];
  expect([some.items.length, some.total, all.items.length, all.total]).toEqual([20, 22, 22, 22]);
  expect(await searchStock(world.donor, world.projectId, '')).toEqual({ items: [], total: 0 });
  const saved = await world.save(await picking(world));
  expect((await searchStock(world.staff, world.projectId, '', 500)).total, 'twenty stand on the draft').toBe(4);
  expect(saved.reference).toMatch(/^EQ-/);
});

test('taken off a hand-over, or with its draft deleted, an item stays in the register', async () => {
  const world = await aWorld();
  const { id } = await save(world);
  const form = await picking(world);
  const saved = await world.save(form);
  const off = await world.save({ ...form, version: saved.version, detail: { ...(form.kind === 'equipment' ? form.detail : {}), items: [] } } as SaveActivityForm);
  expect((await searchStock(world.staff, world.projectId, 'drone x1')).items).toHaveLength(1);
  const back = await world.save({ ...form, version: off.version });
  await world.as(world.staff, (work) => deleteDraft(work, { activityId: saved.id, version: back.version }));
  expect((await findItem(world.staff, project(world), id))?.reference).toBeNull();
});

test('a fact of an item is a fact of its hand-over: the reviewer sees a new version, and once approved it is locked', async () => {
  const world = await aWorld();
  const { id } = await save(world, { deliveredOn: '2019-02-01' });
  const form = await picking(world);
  const submitted = await world.submitted(form);
  const version = async () => (await findItem(world.staff, project(world), id))?.version ?? 0;
  const stand = async () => (await database().select().from(activities).where(eq(activities.id, submitted.id)))[0]?.version;
  await save(world, { id, version: await version(), deliveredOn: '2019-02-01', requiredTopic: 'Flying' });
  expect(await stand()).toBe(submitted.version);
  await save(world, { id, version: await version(), deliveredOn: '2019-02-01', value: '950' });
  expect(await stand()).toBe(submitted.version + 1);
  await world.as(world.manager, (work) => approveActivity(work, { projectId: world.projectId, activityId: submitted.id, version: submitted.version + 1, note: null }));
  expect(await failure(save(world, { id, version: await version(), deliveredOn: '2019-02-01', value: '1' }))).toMatchObject({ reason: 'itemHandedOver' });
  expect(await failure(save(world, { id, version: 1 }))).toMatchObject({ reason: 'stale', current: { version: await version(), values: { value: 950, requiredTopic: null, description: 'Drone' }, editedBy: world.staff.name } });
});

test('accepted in part: what is short or damaged does not count, is worth nothing, and stays with the project', async () => {
  const world = await aWorld();
  const form = world.handOver([{ quantity: 10, value: 1000 }]);
  if (form.kind !== 'equipment') throw new Error('not a hand-over');
  const partly = (over: object) => ({ ...form, detail: { ...form.detail, items: form.detail.items.map((item) => ({ ...item, ...over })) } });
  const issues = (over: object) => saveActivitySchema.safeParse(partly(over)).error?.issues.map((issue) => [issue.path.at(-1), issue.message]);
  expect(issues({ acceptedQuantity: '7', shortQuantity: '2', acceptanceNote: 'x' })).toEqual([['acceptedQuantity', 'splitMismatch:10']]);
  expect(issues({ shortQuantity: '11', acceptanceNote: 'x' })).toEqual([['acceptedQuantity', 'splitMismatch:10']]);
  expect(issues({ shortQuantity: '2' })).toEqual([['acceptanceNote', 'acceptanceNoteRequired']]);
  await world.approved(partly({ acceptedQuantity: '7', shortQuantity: '2', damagedQuantity: '1', surplusQuantity: '1', acceptanceNote: 'Two missing, one broken, one extra cable' }));
  expect([await world.figure('equipment.handedOver'), await world.figure('equipment.valueHandedOver')]).toEqual([[7, null], [840, null]]);
  const [item] = (await listEquipment(world.staff, project(world), all, {})).rows;
  expect(item?.statuses).toEqual([{ status: 'handed_over', pieces: 7 }, { status: 'received', pieces: 3 }]);
  expect(await pieceTotals(world.staff, project(world), all)).toEqual({ statuses: [{ key: 'handed_over', pieces: 7, valueUsd: 840, unvalued: 0 }, { key: 'received', pieces: 3, valueUsd: 360, unvalued: 0 }], holders: [{ key: world.unit, pieces: 7, valueUsd: 840, unvalued: 0 }, { key: null, pieces: 3, valueUsd: 360, unvalued: 0 }] });
  expect(await equipmentForDonor(world.donor, project(world))).toEqual([{ category: 'it', items: 7, valueUsd: 840, unvalued: 0, checked: 0, inUse: 0 }]);
  expect([await equipmentForDonor(world.outsider, project(world)), await equipmentForDonor(world.staff, project(world)), await equipmentTotals(world.donor, project(world), all)]).toEqual([[], [], []]);
});

test('what the project no longer holds cannot be handed over; dates before purchase and delivery are refused', async () => {
  const world = await aWorld();
  await save(world, { deliveredOn: '2019-02-01' });
  expect(await failure(world.approved(await picking(world, {}, '2019-01-20')))).toMatchObject({ reason: 'deliveredAfterHandOver' });
  await save(world, { description: 'Second' });
  expect(saveActivitySchema.safeParse(await picking(world, {}, '2019-01-05')).error?.issues.map((issue) => [issue.path.at(-1), issue.message])).toEqual([['purchasedOn', 'purchaseAfterHandOver']]);
  expect(saveItemSchema.safeParse({ projectId: world.projectId, id: newId(), version: null, ...facts, deliveredOn: '2019-01-09', warrantyEnd: '2019-01-01', serialNumber: 'A', quantity: '2', currency: '' }).error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([['quantity', 'serialMeansOne'], ['currency', 'currencyRequired'], ['warrantyEnd', 'beforePurchase'], ['deliveredOn', 'beforePurchase']]);
  expect(await failure(save(world, { description: 'Third', purchasedOn: '2019-12-02', deliveredOn: '2019-12-03' }))).toMatchObject({ reason: 'dateInFuture', fieldErrors: { purchasedOn: 'dateInFuture', deliveredOn: 'dateInFuture' } });
  const second = await aWorld();
  const lost = await save(second, { deliveredOn: '2019-02-01' });
  const form = await picking(second);
  const [receipt] = await database().select().from(custody).where(eq(custody.itemId, lost.id));
  await second.as(second.staff, (work) => recordMove(work, { projectId: second.projectId, id: newId(), itemId: lost.id, holdingId: receipt?.id ?? '', kind: 'loss', quantity: 1, since: '2019-02-10', institutionId: null, personId: null, dueBack: null, reason: 'Stolen from the store' }));
  expect(await failure(second.approved(form))).toMatchObject({ reason: 'notInStore', params: { tag: lost.assetTag } });
  expect(await searchStock(second.staff, second.projectId, '')).toEqual({ items: [], total: 0 });
  expect(await failure(second.as(second.staff, (work) => deleteItem(work, { projectId: second.projectId, itemId: lost.id, version: 2 })))).toMatchObject({ reason: 'itemOnHandOver' });
  const free = await save(second, { deliveredOn: '2019-02-01' });
  await second.as(second.staff, (work) => deleteItem(work, { projectId: second.projectId, itemId: free.id, version: 1 }));
  expect(await findItem(second.staff, project(second), free.id)).toBeNull();
});

test('a serial number names the other item of the project, and no item of another', async () => {
  const world = await aWorld();
  const serialNumber = newId();
  const first = await save(world, { serialNumber });
  expect(await failure(save(world, { serialNumber: serialNumber.toUpperCase() }))).toMatchObject({ fieldErrors: { serialNumber: `serialTakenBy:${first.assetTag}@${labelPath(first.id)}` } });
  expect(await failure(save(await aWorld(), { serialNumber }))).toMatchObject({ fieldErrors: { serialNumber: 'serialTaken' } });
  expect(await save(world, { serialNumber, model: 'X2' })).toMatchObject({ assetTag: expect.stringMatching(/-0002$/) });
});

test('sorted and filtered; the pages meet without a gap, and the status in SQL is the status of the rules', async () => {
  const world = await aWorld();
  await world.approved(world.handOver([{ value: 30 }, { quantity: 4, value: 10 }, { value: 20 }]));
  await save(world, { description: 'Čamac', value: '', currency: '', usdRate: '' });
  await save(world, { description: 'Dron', deliveredOn: '2019-02-01', value: '5' });
  const walk = async (sort: 'tag' | 'description' | 'value', order: 'asc' | 'desc') => {
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listEquipment(world.staff, project(world), { ...all, by: { sort, order } }, { after }, 2);
      found.push(...page.rows.map((row) => (sort === 'description' ? row.description : sort === 'value' ? String(row.value) : row.assetTag.slice(-4))));
      if (!page.after) return found;
      after = page.after;
    }
  };
  expect(await walk('tag', 'asc')).toEqual(['0001', '0002', '0003', '0004', '0005']);
  expect(await walk('tag', 'desc')).toEqual(['0005', '0004', '0003', '0002', '0001']);
  expect(await walk('description', 'asc')).toEqual(['Čamac', 'Dron', 'Laptop', 'Laptop', 'Laptop']);
  expect(await walk('value', 'desc')).toEqual(['30', '20', '10', '5', 'null']);
  const rows = (await listEquipment(world.staff, project(world), all, {})).rows;
  for (const status of itemStatuses) {
    const found = (await listEquipment(world.staff, project(world), { ...all, status }, {})).rows.map((row) => row.id);
    expect(found).toEqual(rows.filter((row) => row.statuses.some((one) => one.status === status)).map((row) => row.id));
  }
  const pieces = await pieceTotals(world.staff, project(world), all);
  expect(pieces.statuses.map(({ key, pieces: n }) => [key, n])).toEqual([['handed_over', 6], ['ordered', 1], ['received', 1]]);
  const by = async (filter: object) => (await listEquipment(world.staff, project(world), { ...all, ...filter }, {})).rows.length;
  expect([await by({ holderIds: [world.unit] }), await by({ holderIds: 'project' }), await by({ q: 'camac' }), await by({ q: 'laptop acme r1' })]).toEqual([3, 1, 1, 3]);
});

test('delivered against the approved budget by line, with what stands under no line', async () => {
  const world = await aWorld();
  const line = newId();
  const budget = (over: object = {}) => world.as(world.manager, (work) => saveBudgetLine(work, { projectId: world.projectId, id: line, version: null, code: 'A1', description: 'Drones', approvedQuantity: 2, approvedAmount: 2000, currency: 'USD', usdRate: null, differenceReason: null, ...over }));
  await budget();
  expect(await failure(budget({ id: newId(), code: 'a1' }))).toMatchObject({ reason: 'budgetLineTaken' });
  await save(world, { deliveredOn: '2019-02-01', budgetLineId: line });
  await save(world, { budgetLineId: line, value: '', currency: '', usdRate: '' });
  expect(await failure(save(world, { budgetLineId: newId() }))).toMatchObject({ reason: 'noSuchBudgetLine' });
  const form = await picking(world);
  if (form.kind !== 'equipment') throw new Error('not a hand-over');
  await world.approved({ ...form, detail: { ...form.detail, items: form.detail.items.filter((item) => item.value !== null) } });
  await world.approved(world.handOver([{ value: 50 }]));
  const [compared] = compareBudget(await listBudgetLines(world.staff, project(world)), await deliveryByLine(world.staff, project(world)));
  expect(compared).toMatchObject({ delivery: { items: 2, registeredUsd: 1080, unvalued: 1, delivered: 1, deliveredUsd: 1080 }, difference: { quantity: -1, usd: -920 }, unexplained: true });
  expect((await deliveryByLine(world.staff, project(world))).find((one) => one.lineId === null)).toMatchObject({ delivered: 1, deliveredUsd: 60 });
  expect(await listBudgetLines(world.donor, project(world))).toEqual([]);
});

test('whether the user of an item is trained in what it requires', async () => {
  const world = await aWorld();
  const [anna, ben] = world.people(2);
  if (!anna || !ben) throw new Error('no people');
  const training = world.training({ people: [anna, ben], present: (person) => person === 0 });
  if (training.kind !== 'training') throw new Error('no training');
  await world.approved({ ...training, detail: { ...training.detail, topics: ['Flying'] } });
  const { id } = await save(world, { deliveredOn: '2019-02-01', requiredTopic: 'flying', quantity: '2' });
  await world.approved(await picking(world));
  for (const person of [anna, ben]) {
    const holding = (await findItem(world.staff, project(world), id))?.custody.find((row) => row.kind === 'handed_over');
    await world.as(world.staff, (work) => recordMove(work, { projectId: world.projectId, id: newId(), itemId: id, holdingId: holding?.id ?? '', kind: 'transfer', quantity: 1, since: '2019-08-01', institutionId: world.unit, personId: person.id, dueBack: null, reason: 'Assigned' }));
  }
  const item = await findItem(world.staff, project(world), id);
  if (!item) throw new Error('no item');
  expect((await usersTrainedIn(world.staff, project(world), item)).map((one) => [one.personId, one.trainedOn])).toEqual([[anna.id, '2019-03-05'], [ben.id, null]]);
  expect(await usersTrainedIn(world.donor, project(world), item)).toEqual([]);
});

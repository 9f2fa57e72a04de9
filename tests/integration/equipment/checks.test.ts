import { and, eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { checkPhotos, custody, endUseChecks, equipmentItems } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { raiseActionPoint, recordChecks } from '@/lib/equipment/mutations/checks';
import { recordMove } from '@/lib/equipment/mutations/custody';
import { dueList, findPhoto, findRooms, findToCheck, itemsInRoom, itemsToCheck, photosOfItem } from '@/lib/equipment/queries/due';
import { findItem } from '@/lib/equipment/queries/item';
import { recordChecksSchema } from '@/lib/equipment/schema/checks';
import { updateSettings } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
const signedIn = vi.hoisted(() => ({ viewer: null as Viewer | null }));
vi.mock('@/lib/auth/viewer', () => ({ getViewer: async () => signedIn.viewer }));
const { recordRound } = await import('@/lib/equipment/actions/round');
afterEach(() => {
  signedIn.viewer = null;
});

const today = '2019-12-01';
const projectOf = (world: World) => ({ id: world.projectId, today });
const refusal = (run: Promise<unknown>) => run.then(() => 'done', (error) => (error as { failure?: { reason: string } }).failure?.reason ?? String(error));
async function handed(count: number): Promise<{ world: World; ids: string[] }> {
  const world = await aWorld();
  await world.approved(world.handOver(Array.from({ length: count }, () => ({ serialNumber: newId() }))));
  const rows = await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId)).orderBy(equipmentItems.assetTag);
  return { world, ids: rows.map((row) => row.id) };
}
const roundOf = (world: World, items: { itemId: string; inUse?: 'yes' | 'no'; condition?: string }[], over: object = {}) => ({ projectId: world.projectId, id: newId(), items: items.map((item) => ({ id: newId(), inUse: 'yes', condition: 'good', ...item })), checkedOn: '2019-11-20', usedBy: 'Duty officer', location: 'Room 12', note: '', ...over });
const record = (world: World, round: object) => world.as(world.staff, (work) => recordChecks(work, recordChecksSchema.parse({ photos: [], ...round })));
const photo = (sha = 'a') => ({ sha256: sha.repeat(64), size: 10, mediaType: 'image/jpeg', width: 4, height: 3 });

test('a room is checked at once: one place and day, each item as found, photos with all of them', async () => {
  const { world, ids } = await handed(3);
  const [first = '', second = '', third = ''] = ids;
  expect(await record(world, roundOf(world, [{ itemId: first }, { itemId: second, inUse: 'no', condition: 'damaged' }, { itemId: third }], { photos: [photo(), photo(), photo('b')] }))).toMatchObject({ checks: 3 });
  expect(await world.figure('equipment.inUse.share')).toEqual([2, 3]);
  const rows = await database().select().from(endUseChecks).where(eq(endUseChecks.itemId, second));
  expect(rows).toMatchObject([{ inUse: false, condition: 'damaged', location: 'Room 12', usedBy: 'Duty officer', checkedOn: '2019-11-20' }]);
  expect(await photosOfItem(world.staff, { id: world.projectId }, first)).toHaveLength(2);
});

test('a round is recorded as a whole or not at all', async () => {
  const { world, ids } = await handed(2);
  const [first = '', second = ''] = ids;
  const other = await handed(1);
  expect(await refusal(record(world, roundOf(world, [{ itemId: first }, { itemId: first }])))).toBe('itemTwice');
  expect(await refusal(record(world, roundOf(world, [{ itemId: first }, { itemId: other.ids[0] ?? '' }])))).toBe('notFound');
  expect(await refusal(record(world, roundOf(world, [{ itemId: first }, { itemId: second }], { checkedOn: '2019-12-02' })))).toBe('dateInFuture');
  expect(await refusal(record(world, roundOf(world, [{ itemId: first }], { checkedOn: '2019-03-01' })))).toBe('beforeHandOver');
  expect(await world.figure('equipment.inUse.share')).toEqual([0, null]);
});

test('the due list: overdue at first, then failed until a later check says otherwise; the setting moves it', async () => {
  const { world, ids } = await handed(2);
  const list = async (over: object = {}) => dueList(world.staff, projectOf(world), { institutionIds: null, attention: null, ...over });
  expect((await list()).counts).toEqual({ failed: 0, overdue: 2, due: 0, items: 2 });
  expect((await list()).rows.map((item) => [item.due, item.recipientId])).toEqual([['2019-06-20', world.unit], ['2019-06-20', world.unit]]);
  await record(world, roundOf(world, [{ itemId: ids[0] ?? '', inUse: 'no' }]));
  const after = await list();
  expect(after.counts).toEqual({ failed: 1, overdue: 1, due: 0, items: 2 });
  expect(after.rows[0]).toMatchObject({ id: ids[0], attention: ['failed'], latest: { inUse: false, location: 'Room 12' } });
  expect((await list({ attention: 'overdue' })).rows.map((item) => item.id)).toEqual([ids[1]]);
  expect((await list({ institutionIds: [world.border] })).rows).toEqual([]);
  await record(world, roundOf(world, [{ itemId: ids[0] ?? '' }], { checkedOn: '2019-12-01' }));
  expect((await list()).counts).toEqual({ failed: 0, overdue: 1, due: 0, items: 1 });
  await database().execute(sql`update projects set check_months = '{10}' where id = ${world.projectId}`);
  expect((await list()).counts).toEqual({ failed: 0, overdue: 0, due: 0, items: 0 });
  expect((await dueList(world.donor, projectOf(world), { institutionIds: null, attention: null })).rows).toEqual([]);
});

test('the months stand in the project settings', async () => {
  const { world } = await handed(1);
  const settings = { version: 1, attendancePercent: 80, suppressionMinimum: 5, followUpMonths: 3, retentionMonths: 24, checkMonths: [1, 24], labelOwner: 'IOM', labelContact: 'found@example.org', timeZone: 'UTC' };
  await world.as(world.manager, (work) => updateSettings(work, settings));
  const [row] = await database().execute<{ months: number[]; owner: string }>(sql`select check_months as months, label_owner as owner from projects where id = ${world.projectId}`);
  expect(row).toEqual({ months: [1, 24], owner: 'IOM' });
});

test('an overdue or failed check raises an action point that the list then names', async () => {
  const { world, ids } = await handed(1);
  const [itemId = ''] = ids;
  const point = { projectId: world.projectId, id: newId(), itemId, text: 'Make it available', institutionId: world.unit, personId: null, dueDate: '2019-12-20', priority: 'high' as const };
  await world.as(world.staff, (work) => raiseActionPoint(work, point));
  const [item] = (await dueList(world.staff, projectOf(world), { institutionIds: null, attention: null })).rows;
  expect(item?.actionPoint).toEqual({ number: 1, status: 'open' });
  expect((await findItem(world.staff, { id: world.projectId }, itemId))?.points).toMatchObject([{ number: 1, text: 'Make it available', status: 'open', dueDate: '2019-12-20', raisedOn: '2019-12-01' }]);
  const other = await aWorld();
  expect(await refusal(other.as(other.staff, (work) => raiseActionPoint(work, { ...point, projectId: other.projectId, id: newId() })))).toBe('notFound');
});

test('items are found by words and by id, within the project only', async () => {
  const { world, ids } = await handed(2);
  const other = await handed(1);
  expect((await findToCheck(world.staff, projectOf(world), 'acme laptop')).map((item) => item.id)).toEqual(ids);
  expect(await findToCheck(world.staff, projectOf(world), '  ')).toEqual([]);
  expect((await itemsToCheck(world.staff, projectOf(world), [...ids, ...other.ids, 'nonsense'])).map((item) => item.id)).toEqual(ids);
  expect(await itemsToCheck(world.outsider, projectOf(world), ids)).toEqual([]);
});

test('a room is found by its name and holds what the latest check found there and what is still out', async () => {
  const { world, ids } = await handed(4);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  await record(world, roundOf(world, [{ itemId: first }, { itemId: second }, { itemId: third }]));
  await record(world, roundOf(world, [{ itemId: fourth }], { location: 'Čamac 12' }));
  const rooms = (text: string) => findRooms(world.staff, projectOf(world), text);
  expect([await rooms('12'), await rooms('camac'), await rooms('room 99'), await rooms(' '), await rooms('100%')]).toEqual([[{ location: 'Room 12', items: 3 }, { location: 'Čamac 12', items: 1 }], [{ location: 'Čamac 12', items: 1 }], [], [], []]);
  await record(world, roundOf(world, [{ itemId: second }], { location: 'Cellar', checkedOn: '2019-11-21' }));
  const [holding] = await database().select().from(custody).where(and(eq(custody.itemId, third), eq(custody.kind, 'handed_over')));
  await world.as(world.staff, (work) => recordMove(work, { projectId: world.projectId, id: newId(), itemId: third, holdingId: holding?.id ?? '', kind: 'loss', quantity: 1, since: '2019-11-25', institutionId: null, personId: null, dueBack: null, reason: 'Stolen' }));
  const inRoom = async (viewer: Viewer) => (await itemsInRoom(viewer, projectOf(world), 'Room 12')).map((item) => item.id);
  expect([await inRoom(world.staff), await inRoom(world.donor), await inRoom(world.outsider), await findRooms(world.outsider, projectOf(world), '12')]).toEqual([[first], [], [], []]);
});

test('a round posted with a photo: cleaned, kept, shown to who reads records only, and never changed', async () => {
  const { world, ids } = await handed(1);
  signedIn.viewer = world.staff;
  const taken = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } }).withExif({ IFD0: { Make: 'SecretPhone' } }).jpeg().toBuffer();
  const form = (files: [Uint8Array, string][], round: object = roundOf(world, [{ itemId: ids[0] ?? '' }], { checkedOn: '2019-11-21' })) => {
    const posted = new FormData();
    posted.append('check', JSON.stringify(round));
    for (const [bytes, type] of files) posted.append('photos', new File([bytes as BlobPart], 'p.jpg', { type }));
    return posted;
  };
  const round = roundOf(world, [{ itemId: ids[0] ?? '' }], { checkedOn: '2019-11-21' });
  expect(await recordRound(form([[taken, 'image/jpeg']], round))).toMatchObject({ ok: true });
  expect(await recordRound(form([[taken, 'image/jpeg']], round))).toMatchObject({ ok: true, repeated: true });
  const [view] = await photosOfItem(world.staff, { id: world.projectId }, ids[0] ?? '');
  const [kept] = await database().select().from(checkPhotos).where(eq(checkPhotos.id, view?.id ?? ''));
  expect(kept).toMatchObject({ mediaType: 'image/jpeg', width: 60, height: 40 });
  expect([await findPhoto(world.staff, view?.id ?? ''), await findPhoto(world.donor, view?.id ?? ''), await findPhoto(world.outsider, view?.id ?? ''), await findPhoto(world.staff, 'x')].map(Boolean)).toEqual([true, false, false, false]);
  await expect(database().execute(sql`delete from check_photos where id = ${view?.id}`)).rejects.toThrow();
  expect(await recordRound(form([[Buffer.from('no photo'), 'image/jpeg']]))).toMatchObject({ ok: false, reason: 'photoType', fieldErrors: { photos: 'photoType' } });
  expect(await recordRound(form(Array.from({ length: 5 }, () => [taken, 'image/jpeg'] as [Uint8Array, string])))).toMatchObject({ ok: false, reason: 'tooMany' });
  const bad = new FormData();
  bad.append('check', '{');
  expect(await recordRound(bad)).toMatchObject({ ok: false, reason: 'invalid' });
  signedIn.viewer = world.donor;
  expect(await recordRound(form([[taken, 'image/jpeg']]))).toMatchObject({ ok: false, reason: 'notFound' });
});

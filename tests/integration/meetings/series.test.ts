import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, decisions } from '@/db/schema';
import { progressActionPoint } from '@/lib/action-points/mutations/points';
import { findActivity } from '@/lib/activities/queries/record';
import { listDecisions } from '@/lib/meetings/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? error);

type Plan = { date: string; decided?: string[]; points?: { text: string; dueDate: string }[]; seriesId?: string | null };
function aMeeting(world: World, { date, decided = [], points = [], seriesId = null }: Plan) {
  const form = world.meeting(world.people(2), date, points);
  if (form.kind !== 'meeting') throw new Error('no meeting');
  return { ...form, detail: { ...form.detail, seriesId, decisions: decided.map((text) => ({ id: newId(), text })) } };
}
async function record(world: World, reference: string) {
  const found = await findActivity(world.staff, { id: world.projectId, attendanceThreshold: '0.8' }, reference);
  if (found?.kind !== 'meeting') throw new Error('no meeting');
  return found.detail;
}
const everything = { q: '', state: null };
const numbersOf = async (world: World, reference: string) => (await record(world, reference)).decisions.map(({ number, text }) => [number, text]);

async function progress(world: World, text: string, step: { status: 'done' | 'dropped'; doneOn?: string }) {
  const [point] = await database().select().from(actionPoints).where(and(eq(actionPoints.projectId, world.projectId), eq(actionPoints.text, text)));
  if (!point) throw new Error('no such point');
  const input = { projectId: world.projectId, actionPointId: point.id, version: point.version, status: step.status, doneOn: step.doneOn ?? null, outcome: 'So it is.', dropReason: step.status === 'dropped' ? 'No need' : null, dueDate: null };
  await world.as(world.staff, (work) => progressActionPoint(work, input));
}

test('the next meeting of a series shows by itself what was still open when it was held, and goes on showing it', async () => {
  const world = await aWorld();
  const first = await world.save(aMeeting(world, { date: '2019-02-01', points: [{ text: 'Done before', dueDate: '2019-03-01' }, { text: 'Done after', dueDate: '2019-03-01' }, { text: 'Dropped', dueDate: '2019-03-01' }, { text: 'Open', dueDate: '2019-04-01' }] }));
  await world.save(aMeeting(world, { date: '2019-02-15', points: [{ text: 'Of another meeting', dueDate: '2019-04-01' }] }));
  const second = await world.save(aMeeting(world, { date: '2019-05-01', seriesId: first.id, points: [{ text: 'New', dueDate: '2019-06-01' }] }));
  await progress(world, 'Done before', { status: 'done', doneOn: '2019-04-10' });
  await progress(world, 'Done after', { status: 'done', doneOn: '2019-05-20' });
  await progress(world, 'Dropped', { status: 'dropped' });
  const third = await world.save(aMeeting(world, { date: '2019-08-01', seriesId: second.id }));
  const carried = async (reference: string) => (await record(world, reference)).carriedOver.map((point) => [point.text, point.reference]);
  expect(await carried(first.reference)).toEqual([]);
  expect(await carried(second.reference)).toEqual([['Done after', first.reference], ['Open', first.reference]]);
  expect(await carried(third.reference)).toEqual([['Open', first.reference], ['New', second.reference]]);
  expect((await record(world, second.reference)).series.map((meeting) => meeting.reference)).toEqual([first.reference, second.reference, third.reference]);
});

test('a single meeting is no series, and nothing is carried over to it', async () => {
  const world = await aWorld();
  await world.save(aMeeting(world, { date: '2019-02-01', points: [{ text: 'Open', dueDate: '2019-04-01' }] }));
  const single = await world.save(aMeeting(world, { date: '2019-05-01' }));
  expect(await record(world, single.reference)).toMatchObject({ carriedOver: [], series: [] });
});

test('decisions are numbered through the project; a number stays with its decision and is never given twice', async () => {
  const world = await aWorld();
  const form = aMeeting(world, { date: '2019-02-01', decided: ['Meet quarterly', 'Share contacts'] });
  const first = await world.save(form);
  const second = await world.save(aMeeting(world, { date: '2019-05-01', seriesId: first.id, decided: ['Adopt the form'] }));
  expect([await numbersOf(world, first.reference), await numbersOf(world, second.reference)]).toEqual([[[1, 'Meet quarterly'], [2, 'Share contacts']], [[3, 'Adopt the form']]]);
  const [meet, share] = form.detail.decisions;
  if (!meet || !share) throw new Error('no decisions');
  const changed = await world.save({ ...form, version: first.version, detail: { ...form.detail, decisions: [{ ...share, text: 'Share all contacts' }, { id: newId(), text: 'Write minutes' }] } });
  expect(await numbersOf(world, changed.reference)).toEqual([[2, 'Share all contacts'], [4, 'Write minutes']]);
  await world.save({ ...form, version: changed.version, detail: { ...form.detail, decisions: [] } });
  const third = await world.save(aMeeting(world, { date: '2019-06-01', decided: ['Go on'] }));
  expect(await numbersOf(world, third.reference)).toEqual([[5, 'Go on']]);
});

test('two meetings saved at once get different numbers', async () => {
  const world = await aWorld();
  await Promise.all([1, 2, 3].map((n) => world.save(aMeeting(world, { date: `2019-02-0${n}`, decided: ['One', 'Two'] }))));
  const rows = await database().select({ number: decisions.number }).from(decisions).where(eq(decisions.projectId, world.projectId));
  expect(rows.map((row) => row.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a series stays within its project and does not begin with a later one of itself', async () => {
  const [world, other] = [await aWorld(), await aWorld()];
  const elsewhere = await other.save(aMeeting(other, { date: '2019-02-01' }));
  expect(await refusal(world.save(aMeeting(world, { date: '2019-05-01', seriesId: elsewhere.id })))).toBe('notFound');
  const form = aMeeting(world, { date: '2019-02-01' });
  const first = await world.save(form);
  const second = await world.save(aMeeting(world, { date: '2019-05-01', seriesId: first.id }));
  expect(await refusal(world.save({ ...form, version: first.version, detail: { ...form.detail, seriesId: second.id } }))).toBe('invalid');
});

test('decisions are found by words in any order, without diacritics, and by number; pages hold together; donors and outsiders find none', async () => {
  const world = await aWorld();
  await world.save(aMeeting(world, { date: '2019-02-01', decided: ['Kontakti se razmjenjuju dva puta godišnje', 'Meet every quarter', '100 % of the forms are used'] }));
  await world.save(aMeeting(world, { date: '2019-05-01', decided: ['Use one form'] }));
  const find = async (q: string) => (await listDecisions(world.staff, { id: world.projectId }, { q, state: null }, {})).rows.map((row) => row.number);
  expect([await find(''), await find('godisnje kontakti'), await find('form'), await find('#2'), await find('100 %'), await find('%%'), await find('nothing')]).toEqual([[4, 3, 2, 1], [1], [4, 3], [2], [3], [], []]);
  const first = await listDecisions(world.staff, { id: world.projectId }, everything, {}, 3);
  const second = await listDecisions(world.staff, { id: world.projectId }, everything, { after: first.after ?? '' }, 3);
  const back = await listDecisions(world.staff, { id: world.projectId }, everything, { before: second.before ?? '' }, 3);
  expect([first, second, back].map((page) => page.rows.map((row) => row.number))).toEqual([[4, 3, 2], [1], [4, 3, 2]]);
  const forged = Buffer.from(JSON.stringify(['no number'])).toString('base64url');
  expect((await listDecisions(world.staff, { id: world.projectId }, everything, { after: forged })).rows).toHaveLength(4);
  for (const viewer of [world.donor, world.outsider]) expect((await listDecisions(viewer, { id: world.projectId }, everything, {})).rows).toEqual([]);
});

import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, decisions } from '@/db/schema';
import { listAudit } from '@/lib/audit/queries';
import { activityTrail } from '@/lib/activities/queries/trail';
import { findActivity } from '@/lib/activities/queries/record';
import { findCaseData } from '@/lib/guard/rules/find';
import { settleDecision } from '@/lib/meetings/mutations/decisions';
import { listDecisions } from '@/lib/meetings/queries';
import { closePeriod } from '@/lib/projects/mutations';
import { withdrawActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import type { DecisionState } from '@/lib/shared/vocabulary';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);

function aMeeting(world: World, date: string, texts: string[]) {
  const form = world.meeting(world.people(2), date);
  if (form.kind !== 'meeting') throw new Error('no meeting');
  return { ...form, detail: { ...form.detail, decisions: texts.map((text) => ({ id: newId(), text })) } };
}
type Said = { state?: DecisionState; settledOn?: string | null; note?: string | null; version?: number; confirmations?: { mark: string; reason: string }[] };
async function settle(world: World, text: string, { version, ...said }: Said, actor = world.staff) {
  const [row] = await database().select().from(decisions).where(and(eq(decisions.projectId, world.projectId), eq(decisions.text, text)));
  if (!row) throw new Error('no such decision');
  return world.as(actor, (work) => settleDecision(work, { projectId: world.projectId, decisionId: row.id, version: version ?? row.version, state: 'implemented', settledOn: '2019-06-15', note: null, confirmations: [], ...said }));
}
const measure = (world: World) => world.figure('decisions.implemented.share');

test('the share of decisions implemented counts approved meetings only, leaves dropped ones out and follows each settling', async () => {
  const world = await aWorld();
  await world.approved(aMeeting(world, '2019-02-01', ['One', 'Two', 'Three']));
  await world.save(aMeeting(world, '2019-03-01', ['Of a draft']));
  expect(await measure(world)).toEqual([0, 3]);
  await settle(world, 'One', {});
  await settle(world, 'Of a draft', {});
  expect(await measure(world)).toEqual([1, 3]);
  await settle(world, 'Three', { state: 'dropped', note: 'No need' });
  expect(await measure(world)).toEqual([1, 2]);
  await settle(world, 'One', { state: 'open', settledOn: '2019-06-15', note: 'left over' });
  expect(await measure(world)).toEqual([0, 2]);
  const [one] = await database().select().from(decisions).where(and(eq(decisions.projectId, world.projectId), eq(decisions.text, 'One')));
  expect(one).toMatchObject({ state: 'open', settledOn: null, note: null, version: 3 });
});

test('refuses a day in the future or before the meeting, a newer version, a closed period, and a withdrawn meeting', async () => {
  const world = await aWorld();
  await world.approved(aMeeting(world, '2019-02-01', ['One', 'Two']));
  expect(await failure(settle(world, 'One', { settledOn: '2019-01-31' }))).toMatchObject({ reason: 'beforeMeeting', fieldErrors: { settledOn: 'beforeMeeting' } });
  expect(await failure(settle(world, 'One', { settledOn: '2199-01-01' }))).toMatchObject({ reason: 'dateInFuture' });
  await settle(world, 'One', {});
  expect(await failure(settle(world, 'One', { version: 1, state: 'open', settledOn: null }))).toMatchObject({ reason: 'stale', current: { version: 2, values: { state: 'implemented', settledOn: '2019-06-15', note: null } } });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  expect(await failure(settle(world, 'One', { state: 'open', settledOn: null }))).toMatchObject({ reason: 'periodClosed' });
  expect(await failure(settle(world, 'Two', { settledOn: '2019-05-01' }))).toMatchObject({ reason: 'periodClosed' });
  await settle(world, 'Two', { settledOn: '2019-07-01' });
  const gone = await world.submitted(aMeeting(world, '2019-08-01', ['Gone']));
  await world.as(world.staff, (work) => withdrawActivity(work, { projectId: world.projectId, activityId: gone.id, version: gone.version, note: 'Entered twice' }));
  expect(await failure(settle(world, 'Gone', { settledOn: '2019-09-01' }))).toMatchObject({ reason: 'notFound' });
});

test('what became of a decision stays when its meeting is saved again; a settled one is not taken out', async () => {
  const world = await aWorld();
  const form = aMeeting(world, '2019-02-01', ['One', 'Two']);
  const saved = await world.save(form);
  await settle(world, 'One', { note: 'In the order book' });
  const [one, two] = form.detail.decisions;
  if (!one || !two) throw new Error('no decisions');
  const again = await world.save({ ...form, version: saved.version, detail: { ...form.detail, decisions: [two, { ...one, text: 'One, reworded' }] } });
  const record = await findActivity(world.staff, { id: world.projectId, attendanceThreshold: '80' }, again.reference);
  expect(record?.kind === 'meeting' && record.detail.decisions.map(({ text, number, state, note }) => [text, number, state, note])).toEqual([['Two', 2, 'open', null], ['One, reworded', 1, 'implemented', 'In the order book']]);
  expect(await failure(world.save({ ...form, version: again.version, detail: { ...form.detail, decisions: [two] } }))).toMatchObject({ reason: 'decisionSettled' });
});

test('each settling stands in the trail of the project and of the meeting; the list filters by state', async () => {
  const world = await aWorld();
  const saved = await world.save(aMeeting(world, '2019-02-01', ['One', 'Two']));
  await settle(world, 'Two', { state: 'dropped', note: 'No need' });
  const [row] = await database().select().from(auditLog).where(and(eq(auditLog.chain, world.projectId), eq(auditLog.entity, 'decisions')));
  expect(row?.changes).toMatchObject({ state: ['open', 'dropped'], settledOn: [null, '2019-06-15'], note: [null, 'No need'] });
  expect((await listAudit(world.manager, { id: world.projectId }, null)).lines.find((line) => line.entity === 'decisions')?.subject).toBe('#2');
  const trail = await activityTrail(world.manager, { id: world.projectId }, { id: saved.id, createdBy: world.staff.id, lastEditedBy: world.staff.id });
  expect(trail[0]?.changes).toMatchObject({ state: ['open', 'dropped'] });
  const list = async (state: DecisionState) => (await listDecisions(world.staff, { id: world.projectId }, { q: '', state }, {})).rows.map((one) => [one.text, one.settledOn, one.note]);
  expect([await list('open'), await list('dropped'), await list('implemented')]).toEqual([[['One', null, null]], [['Two', '2019-06-15', 'No need']], []]);
});

test('words in the note that look like case data are reworded or confirmed, and the reason stands in the list', async () => {
  const world = await aWorld();
  await world.save(aMeeting(world, '2019-02-01', ['One']));
  const note = 'The victim Ana Petrović was heard.';
  const confirmation = { mark: findCaseData(note)[0]?.mark ?? '', reason: 'A made-up name' };
  expect(await failure(settle(world, 'One', { note }))).toMatchObject({ reason: 'needs_caseData', fieldErrors: { note: 'needs_caseData' } });
  await settle(world, 'One', { note, confirmations: [confirmation] });
  expect((await listDecisions(world.staff, { id: world.projectId }, { q: '', state: null }, {})).rows[0]?.confirmations).toEqual([confirmation]);
});

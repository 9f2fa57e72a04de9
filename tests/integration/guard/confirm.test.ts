import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, caseConfirmations } from '@/db/schema';
import { activityForm } from '@/lib/activities/queries/form';
import { findActivity } from '@/lib/activities/queries/record';
import { attachEvidence, removeEvidence } from '@/lib/evidence/mutations';
import { findCaseData } from '@/lib/guard/rules/find';
import { submitActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: unknown }) => error.failure ?? error);
const words = 'The victim Ana Petrović was heard.';
const mark = findCaseData(words)[0]?.mark ?? '';
const reason = 'A made-up name from the exercise';

async function aMeeting(world: World, minutes = words) {
  const form = world.meeting(world.people(2));
  if (form.kind !== 'meeting') throw new Error('no meeting');
  return { ...form, detail: { ...form.detail, minutes } };
}
const submit = (world: World, saved: { id: string; version: number }) => world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: saved.id, version: saved.version, note: null }));
const record = (world: World, reference: string) => findActivity(world.manager, { id: world.projectId, attendanceThreshold: '80' }, reference);

test('a draft with case data is saved; handing it in asks for a reason at the field; the reviewer reads the reason', async () => {
  const world = await aWorld();
  const form = await aMeeting(world);
  const saved = await world.save(form);
  expect(await failure(submit(world, saved))).toMatchObject({ reason: 'incomplete', fieldErrors: { 'detail.minutes': 'needs_caseData' } });
  expect((await record(world, saved.reference))?.missing.map((rule) => rule.key)).toEqual(['caseData']);
  const confirmed = await world.save({ ...form, version: saved.version, confirmations: [{ mark, reason }] });
  await submit(world, confirmed);
  expect((await record(world, saved.reference))?.findings).toEqual([{ path: 'detail.minutes', kind: 'name', reason, by: 'Staff' }]);
  expect((await activityForm(world.staff, { id: world.projectId }, { id: saved.id }))?.values.confirmations).toEqual([{ mark, reason }]);
});

test('rewording ends the matter, and a reason for other words does not carry over', async () => {
  const world = await aWorld();
  const form = await aMeeting(world);
  const saved = await world.save({ ...form, confirmations: [{ mark, reason }] });
  const other = await world.save({ ...form, version: saved.version, detail: { ...form.detail, minutes: 'The victim Eva Petrović was heard.' }, confirmations: [{ mark, reason }] });
  expect(await failure(submit(world, other))).toMatchObject({ fieldErrors: { 'detail.minutes': 'needs_caseData' } });
  const reworded = await world.save({ ...form, version: other.version, detail: { ...form.detail, minutes: 'One person was heard.' } });
  await submit(world, reworded);
  expect(await database().select().from(caseConfirmations).where(eq(caseConfirmations.activityId, saved.id))).toEqual([]);
});

test('the trail says that and why words were let stand, never the words', async () => {
  const world = await aWorld();
  const saved = await world.save({ ...(await aMeeting(world)), confirmations: [{ mark, reason }] });
  const rows = await database().select().from(auditLog).where(and(eq(auditLog.entityId, saved.id), eq(auditLog.entity, 'activities')));
  const said = rows.map((row) => row.changes as Record<string, unknown>).filter((changes) => 'caseData' in changes);
  expect(said.map((changes) => changes.caseData)).toEqual([[[], [{ path: 'detail.minutes', kind: 'name', reason }]]]);
  const [kept] = await database().select().from(caseConfirmations).where(eq(caseConfirmations.activityId, saved.id));
  expect(JSON.stringify(kept)).not.toContain('Petrović');
});

test('a name in the title of an upload is found when it is attached and forgotten when the file is taken off', async () => {
  const world = await aWorld();
  const saved = await world.save(await aMeeting(world, 'Nothing.'));
  const id = newId();
  const file = { sha256: 'c'.repeat(64), size: 10, mediaType: 'application/pdf' };
  const attached = await world.as(world.staff, (work) => attachEvidence(work, { id, activityId: saved.id, kind: 'other', fileName: 'victim_Ana_Petrović.pdf', file }));
  expect(await failure(submit(world, { id: saved.id, version: attached.version }))).toMatchObject({ fieldErrors: { 'evidence.files': 'needs_caseData' } });
  const removed = await world.as(world.staff, (work) => removeEvidence(work, { evidenceId: id }));
  await submit(world, { id: saved.id, version: removed.version });
});

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, caseConfirmations, indicators } from '@/db/schema';
import { findCaseData } from '@/lib/guard/rules/find';
import { fileNameText } from '@/lib/guard/rules/texts';
import { confirmationsOf } from '@/lib/guard/schema';
import { attachReadingFile } from '@/lib/indicators/mutations/reading-files';
import { enterReading, submitReading } from '@/lib/indicators/mutations/readings';
import { saveReadings } from '@/lib/indicators/mutations/readings-grid';
import { readingsGrid } from '@/lib/indicators/queries/readings-grid';
import { readingSchema, saveReadingsSchema } from '@/lib/indicators/schema/reading';
import { findProject } from '@/lib/projects/queries';
import { reviewQueue } from '@/lib/review/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: unknown }) => error.failure ?? error);
const words = 'The victim Ana Petrović was heard.';
const mark = findCaseData(words)[0]?.mark ?? '';
const reason = 'A made-up name from the exercise';

/** A world with a reported indicator of this unit, and what is entered for its first period. */
async function aReading(unit = 'cases') {
  const world = await aWorld();
  const indicatorId = newId();
  await database().insert(indicators).values({ id: indicatorId, projectId: world.projectId, resultId: world.output, code: '1.1.b', statement: 'Referrals', unit, method: 'reported', target: '5', position: 1 });
  const id = newId();
  const cell = (given: object = {}) => ({ id, version: null as number | null, indicatorId, periodId: world.periods.first, value: unit === 'cases' ? '3' : '', ...given });
  const enter = (given: object) => world.as(world.staff, (work) => enterReading(work, readingSchema.parse({ ...cell(given), projectId: world.projectId })));
  const enterAll = (submit: boolean, confirmations: object[], given: object) => world.as(world.staff, (work) => saveReadings(work, saveReadingsSchema.parse({ projectId: world.projectId, submit, confirmations, readings: [cell(given)] })));
  return { world, id, enter, enterAll };
}
const kept = (readingId: string) => database().select({ path: caseConfirmations.path, reason: caseConfirmations.reason }).from(caseConfirmations).where(eq(caseConfirmations.readingId, readingId));
const submit = (world: World, readingId: string, version: number) => world.as(world.staff, (work) => submitReading(work, { projectId: world.projectId, readingId, version, note: null }));

test('words of a reading that look like case data are saved as a draft; handing it in asks for a reason at the field, which the reviewer reads', async () => {
  const { world, id, enter } = await aReading();
  const saved = await enter({ comment: words });
  expect(await failure(submit(world, id, saved.version))).toMatchObject({ reason: 'caseDataUnconfirmed', fieldErrors: { comment: 'needs_caseData' } });
  expect(await failure(enter({ comment: words, version: 1, submit: true }))).toMatchObject({ fieldErrors: { comment: 'needs_caseData' } });
  await enter({ comment: words, version: 1, submit: true, confirmations: [{ mark, reason }] });
  expect((await reviewQueue(world.manager, { id: world.projectId })).readings[0]?.findings).toEqual([{ path: 'comment', kind: 'name', reason, by: 'Staff' }]);
  const trail = await database().select({ changes: auditLog.changes }).from(auditLog).where(eq(auditLog.entityId, id));
  expect(trail.flatMap(({ changes }) => (changes as { caseData?: unknown }).caseData ?? [])).toContainEqual([{ path: 'comment', kind: 'name', reason }]);
});

test('rewording ends the matter; a reason for other words does not carry over; each of the three texts is looked at', async () => {
  const { world, id, enter } = await aReading('qualitative');
  await enter({ answer: words, source: 'Register', confirmations: [{ mark, reason }] });
  const other = await enter({ answer: 'The victim Eva Petrović was heard.', source: 'Case file of the victim Eva Kovač', version: 1, confirmations: [{ mark, reason }] });
  expect(await failure(submit(world, id, other.version))).toMatchObject({ fieldErrors: { answer: 'needs_caseData', source: 'needs_caseData' } });
  const reworded = await enter({ answer: 'One person was heard.', source: 'Register', version: other.version });
  expect(await kept(id)).toEqual([]);
  await submit(world, id, reworded.version);
});

test('a reading from before its words were looked at is looked at when it is handed in', async () => {
  const { world, id, enter } = await aReading();
  const saved = await enter({ comment: words });
  await database().delete(caseConfirmations).where(eq(caseConfirmations.readingId, id));
  expect(await failure(submit(world, id, saved.version))).toMatchObject({ reason: 'caseDataUnconfirmed' });
});

test('the grid hands in all or nothing and names the cell; reasons given before come back with it and stay', async () => {
  const { world, id, enterAll } = await aReading();
  expect(await failure(enterAll(true, [], { comment: words }))).toMatchObject({ fieldErrors: { 'readings.0.comment': 'needs_caseData', 'readings.0.value': 'needs_caseDataInDetails' } });
  await enterAll(false, [{ mark, reason }], { comment: words });
  const project = await findProject(world.staff, world.slug);
  if (!project) throw new Error('no project');
  const again = confirmationsOf((await readingsGrid(world.staff, project)).lines.flatMap(({ cells }) => cells.flatMap(({ reading }) => reading?.findings ?? [])));
  expect(again).toEqual([{ mark, reason }]);
  await enterAll(true, again, { comment: words, version: 1, value: '4' });
  expect(await kept(id)).toEqual([{ path: 'comment', reason }]);
});

test('the name of a file that proves a reading comes with the grid, which asks for its reason and takes it', async () => {
  const { world, id, enterAll } = await aReading();
  await enterAll(false, [], {});
  const attach = (fileName: string) => world.as(world.staff, (work) => attachReadingFile(work, { id: newId(), readingId: id, kind: 'photo', fileName, file: { sha256: 'd'.repeat(64), size: 3, mediaType: 'image/png' } }));
  const { version } = await attach('victim_Ana_Petrović.png');
  const project = await findProject(world.staff, world.slug);
  const shown = async () => (project ? (await readingsGrid(world.staff, project)).lines.flatMap(({ cells }) => cells.flatMap(({ reading }) => reading?.files ?? [])) : []);
  expect(await shown()).toEqual(['victim_Ana_Petrović.png']);
  expect(await failure(enterAll(true, [], { version }))).toMatchObject({ fieldErrors: { 'readings.0.evidence.files': 'needs_caseData', 'readings.0.value': 'needs_caseDataInDetails' } });
  const found = findCaseData(fileNameText('victim_Ana_Petrović.png').text ?? '')[0]?.mark ?? '';
  await enterAll(true, [{ mark: found, reason }], { version });
  expect(await kept(id)).toEqual([{ path: 'evidence.files', reason }]);
});

import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, indicators, readingParts, readings } from '@/db/schema';
import { approveReading } from '@/lib/indicators/mutations/readings';
import { saveReadings } from '@/lib/indicators/mutations/readings-grid';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { readingsGrid } from '@/lib/indicators/queries/readings-grid';
import type { CellInput } from '@/lib/indicators/schema/reading';
import { findProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)));
let world: World;
let ids: Record<'cases' | 'share' | 'words', string>;
beforeEach(async () => {
  world = await aWorld();
  ids = { cases: newId(), share: newId(), words: newId() };
  const reported = (id: string, code: string, unit: string, position: number) => ({ id, code, unit, position, projectId: world.projectId, resultId: world.output, statement: code, method: 'reported' as const, disaggregateBy: ['sex', 'place'] });
  await database().insert(indicators).values([reported(ids.cases, 'r.a', 'cases', 5), reported(ids.share, 'r.b', '%', 6), reported(ids.words, 'r.c', 'qualitative', 7)]);
});
const cell = (indicatorId: string, more: Partial<CellInput>): CellInput => ({ id: newId(), version: null, indicatorId, periodId: world.periods.first, value: null, readOn: null, source: null, comment: null, ...more });
const save = (cells: CellInput[], submit = false, viewer = world.staff) => world.as(viewer, (work) => saveReadings(work, { projectId: world.projectId, submit, readings: cells }));
const project = async (viewer = world.staff) => (await findProject(viewer, world.slug)) ?? Promise.reject(new Error('no project'));
const grid = async (viewer = world.staff) => readingsGrid(viewer, await project(viewer));
const stored = () => database().select().from(readings).where(eq(readings.projectId, world.projectId));

test('counts with parts, a share of part and whole, and words are saved together; empty is no data', async () => {
  const parts = [{ dimension: 'sex' as const, key: 'female', value: 3 }, { dimension: 'sex' as const, key: 'male', value: 2 }];
  expect(await save([cell(ids.cases, { value: 5, parts, source: 'Register' }), cell(ids.share, { numerator: 12, denominator: 40 }), cell(ids.words, { answer: 'Both units use the form.' }), cell(ids.cases, { periodId: world.periods.second })])).toEqual({ saved: 3, cleared: 0, submitted: 0 });
  const { periods, lines } = await grid();
  expect(periods).toHaveLength(2);
  expect(lines.map(({ code, dimensions }) => [code, dimensions])).toEqual([['r.a', ['sex']], ['r.b', ['sex']], ['r.c', ['sex']]]);
  expect(lines.map(({ cells }) => cells.map(({ reading }) => reading && [reading.value, reading.numerator, reading.denominator, reading.answer, reading.parts.length]))).toEqual([[[5, null, null, null, 2], null], [[30, 12, 40, null, 0], null], [[null, null, null, 'Both units use the form.', 0], null]]);
  expect((await database().select().from(auditLog).where(eq(auditLog.entity, 'readings'))).filter(({ changes }) => JSON.stringify(changes).includes('sex female'))).toHaveLength(1);
});

test('the lines stand in the order of the matrix: those of an outcome before those of its outputs', async () => {
  for (const [id, code] of [[ids.cases, '1.2.a'], [ids.share, '1.10.a'], [ids.words, '1.b']] as const) await database().update(indicators).set({ code }).where(eq(indicators.id, id));
  expect((await grid()).lines.map(({ code }) => code)).toEqual(['1.b', '1.2.a', '1.10.a']);
});

test('all or nothing: one wrong cell, and none is saved; the refusal names it', async () => {
  expect(await refusal(save([cell(ids.cases, { value: 5 }), cell(ids.share, { value: 140 })]))).toMatchObject({ reason: 'invalid', fieldErrors: { 'readings.1.value': 'tooLarge:100' } });
  expect(await refusal(save([cell(ids.cases, { value: 5, parts: [{ dimension: 'sex', key: 'female', value: 4 }] })]))).toMatchObject({ fieldErrors: { 'readings.0.parts.0.value': 'partsDoNotSum:4' } });
  expect(await stored()).toEqual([]);
  const foreign = await aWorld();
  expect(await refusal(save([cell(ids.cases, { value: 1, periodId: foreign.periods.first })]))).toMatchObject({ fieldErrors: { 'readings.0.value': 'notFound' } });
});

test('what did not change keeps its version; what somebody else saved meanwhile is said, and nothing is lost', async () => {
  const first = cell(ids.cases, { value: 5 });
  await save([first]);
  expect(await save([{ ...first, version: 1 }])).toEqual({ saved: 0, cleared: 0, submitted: 0 });
  await save([{ ...first, version: 1, value: 6, parts: [{ dimension: 'sex', key: 'male', value: 6 }] }], false, world.manager);
  expect(await refusal(save([{ ...first, version: 1, value: 7 }]))).toMatchObject({ fieldErrors: { 'readings.0.value': 'readingStale:6' } });
  expect((await stored()).map(({ value, version }) => [Number(value), version])).toEqual([[6, 2]]);
  await save([{ ...first, version: 2, value: 6, parts: [] }]);
  expect(await database().select().from(readingParts).where(eq(readingParts.readingId, first.id))).toEqual([]);
});

test('submitting hands in every draft of the grid; a draft can be emptied, what was handed in cannot', async () => {
  const [a, b] = [cell(ids.cases, { value: 5 }), cell(ids.words, { answer: 'Yes' })];
  await save([a]);
  expect(await save([{ ...a, version: 1 }, b], true)).toEqual({ saved: 1, cleared: 0, submitted: 2 });
  expect((await stored()).map(({ reviewState }) => reviewState)).toEqual(['submitted', 'submitted']);
  expect(await refusal(save([{ ...a, version: 2 }], true))).toMatchObject({ reason: 'nothingToSubmit' });
  expect(await refusal(save([{ ...a, version: 2, value: null }]))).toMatchObject({ fieldErrors: { 'readings.0.value': 'readingKept' } });
  const draft = cell(ids.share, { value: 3 });
  await save([draft]);
  expect(await save([{ ...draft, version: 1, value: null }])).toEqual({ saved: 0, cleared: 1, submitted: 0 });
  expect(await stored()).toHaveLength(2);
});

test('approved words are the figure for who reads records, never for a viewer of aggregates; they are data without a target', async () => {
  const words = cell(ids.words, { answer: 'Both units use the form.' });
  await save([words, cell(ids.cases, { value: 5 })], true);
  await world.as(world.manager, (work) => approveReading(work, { projectId: world.projectId, readingId: words.id, version: 2, note: null }));
  const [own] = await indicatorFigures(world.staff, await project(), 'r.c');
  const [donors] = await indicatorFigures(world.donor, await project(world.donor), 'r.c');
  expect([own?.answer, own?.state, own?.actual]).toEqual(['Both units use the form.', 'no_target', null]);
  expect([donors?.answer, donors?.state]).toEqual([null, 'no_target']);
  expect((await indicatorDetail(world.staff, await project(), 'r.c', 'en'))?.readings?.[0]).toMatchObject({ answer: 'Both units use the form.', value: null });
});

test('a donor has no grid; an approved reading and a closed period are not open in anybody’s', async () => {
  expect((await grid(world.donor)).lines).toEqual([]);
  const a = cell(ids.cases, { value: 5 });
  await save([a], true);
  await world.as(world.manager, (work) => approveReading(work, { projectId: world.projectId, readingId: a.id, version: 2, note: null }));
  const open = (await grid(world.manager)).lines[0]?.cells.map((one) => one.open);
  expect(open).toEqual([false, true]);
});

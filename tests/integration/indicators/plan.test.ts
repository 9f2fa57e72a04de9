import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { indicatorChanges, indicators, milestones, rollupCells } from '@/db/schema';
import { saveIndicator } from '@/lib/indicators/mutations/indicator';
import { moveIndicator, removeIndicator } from '@/lib/indicators/mutations/order';
import { saveReading } from '@/lib/indicators/mutations/readings';
import { type SaveIndicatorForm, saveIndicatorSchema } from '@/lib/indicators/schema/indicator';
import { readingSchema } from '@/lib/indicators/schema/reading';
import { closePeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)));
let world: World;
let trained: string;
beforeEach(async () => {
  world = await aWorld();
  trained = (await own()).find((row) => row.code === '1.1.a')?.id ?? '';
});

const own = () => database().select().from(indicators).where(eq(indicators.projectId, world.projectId)).orderBy(indicators.code);
const sheet = (more: Partial<SaveIndicatorForm> = {}) =>
  saveIndicatorSchema.parse({
    ...{ projectId: world.projectId, id: newId(), version: null, resultId: world.output, statement: 'Trained', definition: '', unit: 'persons', direction: 'increase', method: 'computed', measure: 'people.uniqueTrained', filter: {} },
    ...{ aggregation: 'sum', baseline: '0', baselineYear: '', target: '10', milestones: [], source: '', collectionMethod: '', frequency: '', responsible: '', disaggregateBy: [], reason: '', note: '' },
    ...more,
  });
const save = (more: Partial<SaveIndicatorForm> = {}) => world.as(world.manager, (work) => saveIndicator(work, sheet(more)));
const change = (version: number, more: Partial<SaveIndicatorForm> = {}) => save({ id: trained, version, ...more });
const total = async (indicatorId: string) =>
  (await database().select().from(rollupCells).where(and(eq(rollupCells.indicatorId, indicatorId), eq(rollupCells.scope, 'cumulative')))).reduce((sum, cell) => sum + Number(cell.numerator), 0);

test('an indicator is added with its sheet and milestones, and counts at once', async () => {
  await world.approved(world.training());
  const added = await save({ filter: { type: 'course', regional: 'no' }, milestones: [{ periodId: world.periods.first, value: '4' }, { periodId: world.periods.second, value: '' }], frequency: 'quarterly', disaggregateBy: ['sex', 'place'] });
  expect((await own()).map((row) => row.code)).toEqual(['0.1.a', '0.1.b']);
  expect((await own())[1]).toMatchObject({ id: added.id, filter: { type: 'course', regional: false }, frequency: 'quarterly', disaggregateBy: ['sex', 'place'], baseline: '0.0000' });
  expect(await database().select({ value: milestones.value }).from(milestones).where(eq(milestones.indicatorId, added.id))).toEqual([{ value: '4.0000' }]);
  expect(await total(added.id)).toBe(2);
});

test('a change without figures needs no reason; with figures it needs one and words, stands in the history, and figures follow', async () => {
  await change(1, { target: '12' });
  await world.approved(world.training());
  expect(await total(trained)).toBe(2);
  expect(await refusal(change(2, { target: '20' }))).toMatchObject({ reason: 'reasonNeeded', fieldErrors: { reason: 'required', note: 'required' } });
  expect(await refusal(change(2, { target: '20', reason: 'scope' }))).toMatchObject({ reason: 'reasonNeeded', fieldErrors: { note: 'required' } });
  await change(2, { target: '12', responsible: 'Project officer' }); // nothing that figures rest on
  await change(3, { target: '12', responsible: 'Project officer', filter: { type: 'workshop' }, reason: 'scope', note: 'Workshops only, as agreed' });
  expect(await total(trained)).toBe(0);
  const rows = await database().select().from(indicatorChanges).where(eq(indicatorChanges.indicatorId, trained)).orderBy(indicatorChanges.version);
  expect(rows.map(({ version, changes, reason, note, byUserId }) => ({ version, changes, reason, note, byUserId }))).toEqual([
    { version: 2, changes: { target: ['10', '12'] }, reason: null, note: null, byUserId: world.manager.id },
    { version: 3, changes: { responsible: [null, 'Project officer'] }, reason: null, note: null, byUserId: world.manager.id },
    { version: 4, changes: { filter: [{}, { type: 'workshop' }] }, reason: 'scope', note: 'Workshops only, as agreed', byUserId: world.manager.id },
  ]);
  expect(await refusal(change(3, { statement: 'Mine' }))).toMatchObject({ reason: 'stale', current: { version: 4, values: { target: '12' } } });
  expect(await change(4, { target: '12', responsible: 'Project officer', filter: { type: 'workshop' } })).toEqual({ id: trained, version: 4 }); // nothing changed
});

test('refused by field: no measure, an impossible filter, another unit, a target against the direction, results and periods of elsewhere', async () => {
  const other = await aWorld();
  const refused = async (more: Partial<SaveIndicatorForm>) => (await refusal(save(more)))?.fieldErrors;
  expect(await refused({ measure: '' })).toEqual({ measure: 'required' });
  expect(await refused({ measure: 'people.guessed' })).toEqual({ measure: 'invalidChoice' });
  expect(await refused({ measure: 'equipment.handedOver', unit: 'items', filter: { topic: 'Screening', regional: 'yes' } })).toEqual({ 'filter.topic': 'filterImpossible', 'filter.regional': 'filterImpossible' });
  expect(await refused({ measure: 'people.womenTrained.share' })).toEqual({ unit: 'unitOfMeasure:%' });
  expect(await refused({ baseline: '20', target: '10' })).toEqual({ target: 'targetAgainstDirection' });
  expect(await refused({ method: 'reported', unit: '%', target: '120' })).toEqual({ target: 'tooLarge:100' });
  expect(await refused({ resultId: other.output })).toEqual({ resultId: 'noSuchResult' });
  expect(await refused({ filter: { outputId: other.output } })).toEqual({ 'filter.outputId': 'noSuchResult' });
  expect(await refused({ milestones: [{ periodId: other.periods.first, value: '1' }] })).toEqual({ milestones: 'invalid' });
  expect(saveIndicatorSchema.safeParse({ ...sheet(), direction: '' }).error?.issues[0]?.path).toEqual(['direction']);
});

test('once a period was closed with a measure, another filter is shown as a restatement, and another measure is refused', async () => {
  await world.approved(world.training());
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  const why = { reason: 'scope' as const, note: 'Because' };
  expect(await refusal(change(1, { measure: 'people.participations', ...why }))).toMatchObject({ reason: 'measureFrozen' });
  expect(await refusal(change(1, { method: 'reported', measure: '', ...why }))).toMatchObject({ reason: 'measureFrozen' });
  await change(1, { filter: { type: 'workshop' }, ...why });
  const cells = await database().select().from(rollupCells).where(and(eq(rollupCells.indicatorId, trained), eq(rollupCells.scope, 'period')));
  expect(cells.map((cell) => [cell.periodId, cell.restatement, Number(cell.numerator)]).sort()).toEqual([[world.periods.first, false, 2], [world.periods.second, true, -2]].sort());
});

test('indicators change places and go, unless something was read or reported of them', async () => {
  const added = await save({ method: 'reported', measure: '', unit: 'cases' });
  await world.as(world.manager, (work) => moveIndicator(work, { projectId: world.projectId, indicatorId: added.id, direction: 'up' }));
  expect((await own()).map((row) => [row.code, row.id])).toEqual([['0.1.a', added.id], ['0.1.b', trained]]);
  const remove = (indicatorId: string) => world.as(world.manager, (work) => removeIndicator(work, { projectId: world.projectId, indicatorId, version: 1 }));
  await world.as(world.staff, (work) => saveReading(work, readingSchema.parse({ projectId: world.projectId, id: newId(), version: null, indicatorId: added.id, periodId: world.periods.first, value: 3 })));
  expect(await refusal(remove(added.id))).toMatchObject({ reason: 'indicatorReported' });
  await world.approved(world.training());
  await remove(trained);
  expect((await own()).map((row) => row.code)).toEqual(['0.1.a']);
});

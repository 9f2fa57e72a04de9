import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activities, activityOutputs, auditLog, indicatorChanges, indicators, results, rollupCells } from '@/db/schema';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { closePeriod } from '@/lib/projects/mutations';
import { removeResult } from '@/lib/results/mutations/remove';
import { findProject } from '@/lib/projects/queries';
import { moveResult, saveResult } from '@/lib/results/mutations/save';
import { resultsMatrix } from '@/lib/results/queries';
import { saveResultSchema, type SaveResultForm } from '@/lib/results/schema';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)));
let world: World;
let now = new Date('2019-12-01T10:00:00Z');
beforeEach(async () => {
  world = await aWorld();
});

const save = (more: Partial<SaveResultForm>) =>
  world.as(world.manager, (work) => saveResult(work, saveResultSchema.parse({ projectId: world.projectId, id: newId(), version: null, level: 'outcome', parentId: null, statement: 'Outcome', assumptions: '', ...more })));
const move = (resultId: string, direction: 'up' | 'down') => world.as(world.manager, (work) => moveResult(work, { projectId: world.projectId, resultId, direction }), now);
const remove = (resultId: string, version: number, moveTo: string | null = null, why: { reason: 'scope' | null; note: string | null } = { reason: null, note: null }) => world.as(world.manager, (work) => removeResult(work, { projectId: world.projectId, resultId, version, moveTo, ...why }), now);
const codes = async () => (await resultsMatrix(world.manager, world.projectId)).map((row) => `${row.code} ${row.statement}`);
const indicatorCodes = async () => (await database().select({ code: indicators.code }).from(indicators).where(eq(indicators.projectId, world.projectId)).orderBy(indicators.code)).map(({ code }) => code);

/** objective, two outcomes, the world's output below the first and another below the second. */
async function aTree() {
  const objective = await save({ level: 'objective', statement: 'Objective' });
  const first = await save({ parentId: objective.id, statement: 'First' });
  const second = await save({ parentId: objective.id, statement: 'Second' });
  const own = await save({ id: world.output, version: 1, level: 'output', parentId: first.id, statement: 'Output' });
  const other = await save({ level: 'output', parentId: second.id, statement: 'Other' });
  return { objective, first, second, own, other };
}

test('results are added, edited and reordered; codes of results and indicators follow, and every change is audited', async () => {
  const tree = await aTree();
  expect(await codes()).toEqual(['0 Objective', '1 First', '1.1 Output', '2 Second', '2.1 Other']);
  expect(await indicatorCodes()).toEqual(['1.1.a']);
  await move(tree.second.id, 'up');
  expect(await codes()).toEqual(['0 Objective', '1 Second', '1.1 Other', '2 First', '2.1 Output']);
  expect(await indicatorCodes()).toEqual(['2.1.a']);
  await move(tree.second.id, 'up'); // is the first already
  expect(await codes()).toEqual(['0 Objective', '1 Second', '1.1 Other', '2 First', '2.1 Output']);
  await save({ id: world.output, version: tree.own.version, level: 'output', parentId: tree.second.id, statement: 'Output' });
  expect(await codes()).toEqual(['0 Objective', '1 Second', '1.1 Other', '1.2 Output', '2 First']);
  expect(await database().select().from(auditLog).where(eq(auditLog.entityId, world.output)).then((rows) => rows.map((row) => row.changes))).toContainEqual(expect.objectContaining({ code: ['2.1', '1.2'] }));
});

test('refused: a second objective, an output below an objective, a parent of another project, a version that is no longer the newest', async () => {
  const { objective, first } = await aTree();
  expect(await refusal(save({ level: 'objective' }))).toMatchObject({ reason: 'oneObjective' });
  expect(await refusal(save({ level: 'output', parentId: objective.id }))).toMatchObject({ reason: 'noSuchResult', fieldErrors: { parentId: 'noSuchResult' } });
  expect(await refusal(save({ parentId: (await aWorld()).output }))).toMatchObject({ reason: 'noSuchResult' });
  await save({ id: first.id, version: 1, parentId: objective.id, statement: 'First, better' });
  expect(await refusal(save({ id: first.id, version: 1, parentId: objective.id, statement: 'Mine' }))).toMatchObject({ reason: 'stale', current: { version: 2, values: { statement: 'First, better' }, editedBy: 'Manager' } });
});

test('what holds nothing goes; what holds something goes only when another result of its level takes it over', async () => {
  const { first, second, other } = await aTree();
  const record = await world.approved(world.training());
  await remove(other.id, 1);
  expect(await codes()).toEqual(['0 Objective', '1 First', '1.1 Output', '2 Second']);
  expect(await refusal(remove(world.output, 2))).toMatchObject({ reason: 'resultHoldsAlone', params: { n: 2 }, fieldErrors: { moveTo: 'resultHoldsAlone:2' } });
  expect(await refusal(remove(world.output, 2, second.id))).toMatchObject({ reason: 'noSuchResult' });
  const [objective] = await database().select().from(results).where(and(eq(results.projectId, world.projectId), eq(results.level, 'objective')));
  // No other objective can take it over: the advice is another one.
  expect(await refusal(remove(objective?.id ?? '', objective?.version ?? 0))).toMatchObject({ reason: 'objectiveHolds', fieldErrors: { moveTo: 'objectiveHolds:2' } });
  const heir = await save({ level: 'output', parentId: second.id, statement: 'Heir' });
  expect(await refusal(remove(world.output, 2)), 'now there is one to take it over').toMatchObject({ reason: 'resultHolds', fieldErrors: { moveTo: 'resultHolds:2' } });
  await database().update(indicators).set({ filter: { outputId: heir.id } }).where(eq(indicators.projectId, world.projectId));
  await remove(world.output, 2, heir.id);
  expect(await codes()).toEqual(['0 Objective', '1 First', '2 Second', '2.1 Heir']);
  expect(await indicatorCodes()).toEqual(['2.1.a']);
  expect(await database().select({ resultId: activityOutputs.resultId }).from(activityOutputs).where(eq(activityOutputs.activityId, record.id))).toEqual([{ resultId: heir.id }]);
  expect((await database().select({ version: activities.version }).from(activities).where(eq(activities.id, record.id)))[0]?.version).toBe(record.version + 1);
  // The figure that counts the heir only has the record now.
  const cells = await database().select().from(rollupCells).where(and(eq(rollupCells.projectId, world.projectId), eq(rollupCells.scope, 'cumulative'), eq(rollupCells.measure, 'people.uniqueTrained')));
  expect(cells.filter((cell) => cell.indicatorId !== null).map((cell) => Number(cell.numerator))).toEqual([2]);
  await remove(first.id, 1);
  expect(await codes()).toEqual(['0 Objective', '1 Second', '1.1 Heir']);
});

test('the history of an indicator says from where to where it moved, by code and result, also of a result that is gone; nothing of its creation', async () => {
  const { first, second } = await aTree();
  const heir = await save({ level: 'output', parentId: second.id, statement: 'Heir' });
  const detail = async (code: string, viewer = world.manager) => {
    const project = await findProject(viewer, world.slug);
    const found = project && (await indicatorDetail(viewer, project, code, 'en'));
    if (!found) throw new Error('no indicator');
    return found;
  };
  const on = (day: string, run: () => Promise<unknown>) => {
    now = new Date(`${day}T10:00:00Z`);
    return run().finally(() => { now = new Date('2019-12-01T10:00:00Z'); });
  };
  await on('2019-12-02', () => move(second.id, 'up'));
  await on('2019-12-03', () => remove(world.output, 2, heir.id));
  const found = await detail('1.2.a');
  expect(found.changes?.map(({ version, changes, by }) => [version, changes, by]).slice(0, 2)).toEqual([
    [null, { resultId: [world.output, heir.id], code: ['2.1.a', '1.2.a'] }, world.manager.name],
    [null, { code: ['1.1.a', '2.1.a'] }, world.manager.name],
  ]);
  expect([found.resultNames[world.output], found.resultNames[heir.id], found.resultNames[first.id]]).toEqual(['2.1 Output', '1.2 Heir', '2 First']);
  expect(found.changes?.every(({ changes }) => Object.values(changes).every(([before]) => !String(before).startsWith('~')))).toBe(true);
  expect((await detail('1.2.a', world.donor)).changes, 'donors read no names').toBeNull();
});

test('a filter that names the output goes along to the one that takes over, with a reason where it has figures; the figure counts the other', async () => {
  const { second } = await aTree();
  const [indicator] = await database().select().from(indicators).where(eq(indicators.projectId, world.projectId));
  await database().update(indicators).set({ filter: { outputId: world.output, type: 'course' } }).where(eq(indicators.projectId, world.projectId));
  const heir = await save({ level: 'output', parentId: second.id, statement: 'Heir' });
  const stands = async () => (await database().select().from(indicators).where(eq(indicators.projectId, world.projectId)))[0];
  expect(await refusal(remove(world.output, 2)), 'the filter is held by it like its indicator').toMatchObject({ reason: 'resultHolds', params: { n: 2 } });
  await world.approved(world.training());
  expect(await refusal(remove(world.output, 2, heir.id))).toMatchObject({ reason: 'reasonNeeded', fieldErrors: { reason: 'required', note: 'required' } });
  expect(await refusal(remove(world.output, 2, heir.id, { reason: 'scope', note: null }))).toMatchObject({ fieldErrors: { note: 'required' } });
  expect(await stands()).toMatchObject({ filter: { outputId: world.output }, version: 1 });
  await remove(world.output, 2, heir.id, { reason: 'scope', note: 'Both outputs are one now' });
  expect(await stands()).toMatchObject({ filter: { outputId: heir.id, type: 'course' }, version: 2, resultId: heir.id });
  expect(await database().select().from(indicatorChanges).where(eq(indicatorChanges.indicatorId, indicator?.id ?? ''))).toMatchObject([{ version: 2, changes: { filter: [{ outputId: world.output, type: 'course' }, { outputId: heir.id, type: 'course' }] }, reason: 'scope', note: 'Both outputs are one now', byUserId: world.manager.id }]);
  const cells = await database().select().from(rollupCells).where(and(eq(rollupCells.projectId, world.projectId), eq(rollupCells.scope, 'cumulative'), eq(rollupCells.indicatorId, indicator?.id ?? '')));
  expect(cells.map(({ numerator }) => Number(numerator)), 'its record moved along').toEqual([2]);
});

test('a filter without figures goes along without a reason', async () => {
  const { second } = await aTree();
  await database().update(indicators).set({ filter: { outputId: world.output } }).where(eq(indicators.projectId, world.projectId));
  const heir = await save({ level: 'output', parentId: second.id, statement: 'Heir' });
  await database().delete(rollupCells).where(eq(rollupCells.projectId, world.projectId));
  await remove(world.output, 2, heir.id);
  expect((await database().select().from(indicators).where(eq(indicators.projectId, world.projectId)))[0]?.filter).toEqual({ outputId: heir.id });
});

test('records of a closed period keep their result', async () => {
  const { second } = await aTree();
  const heir = await save({ level: 'output', parentId: second.id, statement: 'Heir' });
  const record = await world.approved(world.training());
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  expect(await refusal(remove(world.output, 2, heir.id))).toMatchObject({ reason: 'periodClosed' });
  expect(await database().select({ resultId: activityOutputs.resultId }).from(activityOutputs).where(eq(activityOutputs.activityId, record.id))).toEqual([{ resultId: world.output }]);
  expect(await database().select().from(results).where(eq(results.id, world.output))).toHaveLength(1);
});

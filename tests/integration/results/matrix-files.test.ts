import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { auditLog, indicators, projects, results } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { readTable } from '@/lib/exchange/read';
import { readIati } from '@/lib/exchange/iati/read';
import { saveIndicator } from '@/lib/indicators/mutations/indicator';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { indicatorPlan } from '@/lib/indicators/queries/plan';
import { findImport } from '@/lib/imports/queries';
import { commitMatrix } from '@/lib/results/mutations/import';
import { nameLevels } from '@/lib/results/mutations/levels';
import { saveResult } from '@/lib/results/mutations/save';
import { previewMatrix, resultsMatrix } from '@/lib/results/queries';
import { findProject, listPeriods } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';
import { unzip } from '../../support/zip';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string, values: object = {}) => [key, ...Object.values(values)].join(' '), { has: () => true }), getLocale: async () => 'en-GB' }));
let viewer: Viewer | null = null;
vi.mock('@/lib/auth/viewer', () => ({ getViewer: async () => viewer }));
const upload = (await import('@/app/api/imports/route')).POST;
const exported = (await import('@/app/(app)/projects/[project]/results/export/route')).GET;
const iatiFile = (await import('@/app/(app)/projects/[project]/export/iati.xml/route')).GET;
const template = (await import('@/app/(app)/projects/[project]/results/import/template/route')).GET;

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.failure : Promise.reject(error)));
let world: World;
beforeEach(async () => {
  world = await aWorld();
  viewer = world.manager;
});

const send = async (body: BlobPart, name: string) => {
  const form = new FormData();
  const id = newId();
  for (const [key, value] of Object.entries({ projectId: world.projectId, id, kind: 'results', activityId: '', file: new File([body], name) })) form.set(key, value);
  const response = await upload(new Request('http://localhost/api/imports', { method: 'POST', body: form, headers: { 'sec-fetch-site': 'same-origin' } }));
  return { id, status: response.status, body: (await response.json()) as { ok: boolean; reason?: string } };
};
const preview = async (id: string, who = world.manager) => {
  const list = await findImport(who, { id: world.projectId }, id, new Date(), 'plan.write');
  return list && previewMatrix(who, { id: world.projectId }, list.rows);
};
const commit = (importId: string, digest: string, who = world.manager) => world.as(who, (work) => commitMatrix(work, { importId, digest }), new Date());
const params = () => ({ params: Promise.resolve({ project: world.slug }) });
const rowsOf = async (file: ArrayBuffer) => {
  const read = await readTable(new Uint8Array(file));
  if (!read.ok) throw new Error(read.reason);
  return read.rows;
};
const csvOf = async (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ cells }) => cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\n');
const codes = async () => (await resultsMatrix(world.manager, world.projectId)).map((row) => `${row.code} ${row.statement}`);
const csv = 'Level,Statement,Unit,Baseline,Target,Baseline year\nObjective,Units identify smuggling\nOutcome,Investigations improve\nIndicator,Cases opened,cases,3,12,2018\nOutput,Training given\nIndicator,Share that passes,%,0,80';

test('a matrix is uploaded, previewed and taken in one transaction, through the forms of the matrix; the second time it is known', async () => {
  const { id, status } = await send(csv, 'matrix.csv');
  expect(status).toBe(200);
  const plan = await preview(id);
  expect(plan?.rows.map(({ state }) => state)).toEqual(Array(5).fill('new'));
  expect(await commit(id, plan?.digest ?? '')).toMatchObject({ added: 5, same: 0 });
  expect(await codes()).toEqual(expect.arrayContaining(['0 Units identify smuggling', '1 Investigations improve', '1.1 Training given']));
  const [first] = await database().select().from(indicators).where(and(eq(indicators.projectId, world.projectId), eq(indicators.statement, 'Cases opened')));
  expect(first).toMatchObject({ code: '1.a', method: 'reported', unit: 'cases', baseline: '3.0000', target: '12.0000', baselineYear: 2018 });
  expect(await refusal(commit(id, plan?.digest ?? ''))).toMatchObject({ reason: 'importDone' });
  const again = await send(csv, 'matrix.csv');
  const known = await preview(again.id);
  expect(known?.rows.map(({ state }) => state)).toEqual(Array(5).fill('same'));
  expect(await refusal(commit(again.id, known?.digest ?? ''))).toMatchObject({ reason: 'importNothingChosen' });
  expect((await database().select().from(auditLog).where(eq(auditLog.entityId, first?.id ?? ''))).length).toBeGreaterThan(0);
});

test('one wrong line, and nothing is taken; a matrix that changed since the preview is refused', async () => {
  const bad = await send(`${csv}\nIndicator,Wrong,cases,about three,5`, 'matrix.csv');
  const plan = await preview(bad.id);
  expect(plan?.rows.at(-1)).toMatchObject({ number: 7, state: 'rejected', reasons: [{ column: 'baseline', cell: 'D7', message: 'notANumber' }] });
  expect(await refusal(commit(bad.id, plan?.digest ?? ''))).toMatchObject({ reason: 'importHasErrors', params: { n: 1 } });
  const good = await send(csv, 'matrix.csv');
  const seen = await preview(good.id);
  await world.as(world.manager, (work) => saveResult(work, { projectId: world.projectId, id: newId(), version: null, level: 'objective', parentId: null, statement: 'Units identify smuggling', assumptions: null }));
  expect(await refusal(commit(good.id, seen?.digest ?? ''))).toMatchObject({ reason: 'importChanged' });
  expect(await database().select().from(results).where(eq(results.projectId, world.projectId))).toHaveLength(2);
});

test('what is exported as a workbook is read again as known, whoever exports; the document is a real one', async () => {
  const taken = await send(csv, 'matrix.csv');
  await commit(taken.id, (await preview(taken.id))?.digest ?? '');
  const sheet = await exported(new Request('http://localhost/x?format=xlsx'), params());
  expect(sheet.headers.get('content-disposition')).toContain('.xlsx');
  const read = await readTable(new Uint8Array(await sheet.arrayBuffer()));
  if (!read.ok) throw new Error(read.reason);
  const plan = await previewMatrix(world.manager, { id: world.projectId }, read.rows.filter(({ cells }) => cells[2] !== 'Output'));
  expect(plan?.heading?.unknown).toEqual([]);
  expect(plan?.rows.filter(({ state }) => state === 'new')).toEqual([]);
  const word = await exported(new Request('http://localhost/x?format=docx'), params());
  expect(Buffer.from(await word.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  expect((await exported(new Request('http://localhost/x?format=pdf'), params())).status).toBe(400);
  viewer = world.donor;
  expect((await exported(new Request('http://localhost/x'), params())).status).toBe(200);
  viewer = world.outsider;
  expect((await exported(new Request('http://localhost/x'), params())).status).toBe(404);
});

test('measures and milestones are taken, computed at once, and come again in workbook, template and IATI file', async () => {
  const [period] = await listPeriods(world.manager, world.projectId);
  const name = period?.name ?? '';
  await world.approved(world.training({ people: world.people(3), gain: 25 }));
  const { id } = await send(`Level,Statement,Unit,Target,Measure,Milestone ${name},Direction\nObjective,Units identify smuggling\nIndicator,People trained,persons,40,People trained (unique),15,More is better\nIndicator,Reported,cases,9,,4,More is better\nIndicator,Gained,%,80,Gained 20 points or more,,More is better`, 'matrix.csv');
  await commit(id, (await preview(id))?.digest ?? '');
  const project = await findProject(world.manager, world.slug);
  const figures = project ? await indicatorFigures(world.manager, project) : [];
  expect(figures.find(({ statement }) => statement === 'People trained')).toMatchObject({ method: 'computed', measure: 'people.uniqueTrained', actual: 3, target: 40, milestones: { [period?.id ?? '']: 15 } });
  const words = async (get: typeof exported | typeof template, address: string) => {
    const read = await readTable(new Uint8Array(await (await get(new Request(address), params())).arrayBuffer()));
    return read.ok ? read.rows.map(({ cells }) => cells) : [];
  };
  const sheet = await words(exported, 'http://localhost/x?format=xlsx');
  const column = (heading: string) => sheet[0]?.indexOf(heading) ?? -1;
  const line = sheet.find((cells) => cells.includes('People trained'));
  expect([line?.[column('Measure')], line?.[column(`Milestone ${name}`)]]).toEqual(['People trained (unique)', 15]);
  // A share goes out with what it is a share of; how a number comes about in words.
  const told = (statement: string) => ['Method', 'Actual', 'Part', 'Whole'].map((heading) => sheet.find((cells) => cells.includes(statement))?.[column(heading)]);
  expect([told('Gained'), told('People trained')]).toEqual([['Computed from approved records', 100, 3, 3], ['Computed from approved records', 3, null, null]]);
  expect((await words(template, 'http://localhost/x?language=en'))[0]).toEqual(expect.arrayContaining(['Measure', `Milestone ${name}`]));
  const bytes = new Uint8Array(await (await iatiFile(new Request('http://localhost/x'), params())).arrayBuffer());
  const elsewhere = await aWorld();
  const read = readIati(bytes);
  const plan = read.ok ? await previewMatrix(elsewhere.manager, { id: elsewhere.projectId }, read.rows) : null;
  expect(plan?.rows.find(({ label }) => label === 'People trained')?.indicator?.milestones.map(({ value }) => value)).toContain(15);
});

test('what an indicator rests on goes out in the workbook and comes in whole elsewhere: measure, filters, how periods combine, breakdowns', async () => {
  const [outcome, output] = [newId(), newId()];
  const plan = { projectId: world.projectId, version: null, resultId: outcome, definition: null, unit: 'persons', direction: 'increase' as const, aggregation: 'sum' as const, baseline: 0, baselineYear: 2018, target: 40, milestones: [{ periodId: world.periods.first, value: 15 }], source: 'Lists', collectionMethod: 'Count', frequency: 'half_yearly' as const, responsible: 'M&E', reason: null, note: null };
  const none = { regional: null, outputId: null, institutionId: null, type: null, topic: null };
  await world.as(world.manager, async (work) => {
    await saveResult(work, { projectId: world.projectId, id: outcome, version: null, level: 'outcome', parentId: null, statement: 'Units work together', assumptions: 'They stay' });
    await saveResult(work, { projectId: world.projectId, id: output, version: null, level: 'output', parentId: outcome, statement: 'Courses held', assumptions: null });
    await saveIndicator(work, { ...plan, id: newId(), statement: 'Narrowed', method: 'computed', measure: 'people.uniqueTrained', disaggregateBy: ['sex', 'age'], filter: { regional: 'no', outputId: output, institutionId: world.border, type: 'course', topic: 'Documents' } });
    await saveIndicator(work, { ...plan, id: newId(), statement: 'Meetings of two countries', unit: 'meetings', method: 'computed', measure: 'meetings.regional', disaggregateBy: [], filter: { ...none, regional: 'yes', type: 'working_group' } });
    await saveIndicator(work, { ...plan, id: newId(), statement: 'Asked', unit: 'score', method: 'reported', measure: null, aggregation: 'average', disaggregateBy: ['institution'], filter: none });
  });
  const project = await findProject(world.manager, world.slug);
  const before = project ? await indicatorFigures(world.manager, project) : [];
  const file = await (await exported(new Request('http://localhost/x?format=xlsx'), params())).arrayBuffer();
  const word = await (await exported(new Request('http://localhost/x?format=docx'), params())).arrayBuffer();
  const text = unzip(Buffer.from(word), 'word/document.xml').toString();
  for (const said of ['Documents', 'trainingTypes.course', 'Border']) expect(text, 'the document says what narrows a measure').toContain(said);
  const taken = await previewMatrix(world.manager, { id: world.projectId }, await rowsOf(file));
  const stands = taken?.rows.filter(({ label }) => label !== 'Output' && label !== 'Trained');
  expect(stands?.map(({ state }) => state), 'here all of it is known').toEqual(Array(stands?.length).fill('same'));

  const there = await aWorld();
  const rows = (await rowsOf(file)).filter(({ cells }) => !['Output', 'Trained'].includes(String(cells[2]))); // the world's own output stands below no outcome
  const elsewhere = await previewMatrix(there.manager, { id: there.projectId }, rows);
  expect(elsewhere?.rows.flatMap(({ number, reasons }) => reasons.map((reason) => [number, reason]))).toEqual([]);
  world = there;
  viewer = there.manager;
  const sent = await send(await csvOf(rows), 'matrix.csv');
  await commit(sent.id, (await preview(sent.id))?.digest ?? '');
  const own = await findProject(there.manager, there.slug);
  const after = own ? await indicatorFigures(there.manager, own) : [];
  const told = (list: typeof before, outputId: string | undefined) => list.filter(({ statement }) => statement !== 'Trained').map(({ statement, method, measure, filter, aggregation, disaggregateBy, target, baseline, baselineYear, direction, frequency, source, collectionMethod, responsible, milestones }) => ({ statement, method, measure, filter: { ...filter, outputId: filter.outputId === outputId && filter.outputId ? 'Courses held' : filter.outputId, institutionId: filter.institutionId && 'the border police of the project' }, aggregation, disaggregateBy, target, baseline, baselineYear, direction, frequency, source, collectionMethod, responsible, milestones: Object.values(milestones) }));
  const copied = (await resultsMatrix(there.manager, there.projectId)).find(({ statement }) => statement === 'Courses held')?.id;
  expect(told(after, copied)).toEqual(told(before, output));
  const narrowed = after.find(({ statement }) => statement === 'Narrowed');
  expect(narrowed?.filter).toMatchObject({ outputId: copied, institutionId: there.border });
  const sheet = await indicatorPlan(there.manager, { id: there.projectId, endDate: '2019-12-31' }, { id: narrowed?.id ?? '' }, 'en');
  expect([sheet?.values.filter.topic, sheet?.topics], 'its form offers the topic, though no training here has it yet').toEqual(['Documents', ['Documents']]);
});

test('the IATI file of a project gives its matrix to another project', async () => {
  const taken = await send(csv, 'matrix.csv');
  await commit(taken.id, (await preview(taken.id))?.digest ?? '');
  const bytes = new Uint8Array(await (await iatiFile(new Request('http://localhost/x'), params())).arrayBuffer());
  const read = readIati(bytes);
  expect(read.ok && read.rows.map(({ cells }) => `${cells[0]} ${cells[1]}`)).toEqual(expect.arrayContaining(['outcome Investigations improve', 'indicator Cases opened', 'output Training given']));
  world = await aWorld();
  viewer = world.manager;
  const { id, status } = await send(bytes, 'activity.xml');
  expect(status).toBe(200);
  const plan = await preview(id);
  const orphan = plan?.rows.filter(({ state }) => state === 'rejected').map(({ reasons }) => reasons[0]?.message) ?? [];
  expect(orphan.filter((message) => message !== 'outputNeedsOutcome')).toEqual([]);
  expect(await send('<iati-activities version="2.02"></iati-activities>', 'old.xml')).toMatchObject({ status: 400, body: { reason: 'iatiVersion:2.02' } });
});

test('staff and donors neither upload nor see a matrix to be taken; an administrator does', async () => {
  const { id } = await send(csv, 'matrix.csv');
  for (const who of [world.staff, world.donor, world.outsider]) {
    viewer = who;
    expect((await send(csv, 'matrix.csv')).status).toBe(404);
    expect(await preview(id, who)).toBeNull();
    expect((await template(new Request('http://localhost/x'), params())).status).toBe(404);
  }
  viewer = world.admin;
  expect((await send(csv, 'matrix.csv')).status).toBe(200);
  expect((await template(new Request('http://localhost/x?language=cnr'), params())).status).toBe(200);
});

test('levels are called by the words of a donor; what stands in the matrix stays', async () => {
  const before = await codes();
  await world.as(world.manager, (work) => nameLevels(work, { projectId: world.projectId, levelTemplate: 'usaid' }));
  await world.as(world.manager, (work) => nameLevels(work, { projectId: world.projectId, levelTemplate: 'usaid' }));
  expect((await findProject(world.donor, world.slug))?.levelTemplate).toBe('usaid');
  expect(await codes()).toEqual(before);
  expect((await database().select().from(auditLog).where(eq(auditLog.entityId, world.projectId))).filter(({ changes }) => JSON.stringify(changes).includes('levelTemplate'))).toHaveLength(1);
  expect((await database().select({ levelTemplate: projects.levelTemplate }).from(projects).where(eq(projects.id, world.projectId)))[0]?.levelTemplate).toBe('usaid');
  const project = await findProject(world.manager, world.slug);
  expect(project && (await indicatorFigures(world.manager, project)).length).toBeGreaterThan(0);
});

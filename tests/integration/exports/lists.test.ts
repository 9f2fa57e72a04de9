import { expect, test } from 'vitest';
import { exportTable, type ExportWords } from '@/components/exports/lists';
import { actionPointFilter, listActionPoints } from '@/lib/action-points/queries/list';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { listActivities } from '@/lib/activities/queries/list';
import { equipmentFilter } from '@/lib/equipment/queries/conditions';
import { listEquipment } from '@/lib/equipment/queries/register';
import { parseCsv } from '@/lib/exchange/csv/parse.mjs';
import { everyRow } from '@/lib/exchange/pages';
import { readLimits } from '@/lib/exchange/table';
import { type OutTable, tableStream } from '@/lib/exchange/write';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { institutionTree } from '@/lib/institutions/queries';
import { addPeople } from '@/lib/people/mutations/register';
import { listPeople, peopleFilter } from '@/lib/people/queries/register';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';

const words: ExportWords = { column: (key) => key, word: (_list, value) => value, sex: (value) => value, state: (value) => value, yes: 'yes', no: 'no', anonymised: 'gone', institution: (id) => (id ? 'Unit' : '') };
const csv = async (table: OutTable) => parseCsv(new Uint8Array(await new Response(tableStream('csv', table, 'en')).arrayBuffer()), readLimits).map((row) => row.cells);

test('every row that the filters leave is in the file, however many pages that are, and nobody reads it without the right', async () => {
  const world = await aWorld();
  const names = Array.from({ length: 130 }, (_, at) => ({ id: newId(), givenName: at === 0 ? '=HYPERLINK("http://x")' : `Ime${at}`, familyName: at % 2 ? 'Novak' : 'Kralj', sex: 'female' as const, birthYear: null, institutionId: at % 2 ? world.unit : null, post: null }));
  await world.as(world.staff, (work) => addPeople(work, names));
  const project = { id: world.projectId, today: '2019-12-01', attendanceThreshold: '0.8' };
  const tree = await institutionTree(world.staff, 'en');
  const file = (viewer: typeof world.staff, given: Record<string, string>) =>
    csv(exportTable('people', 'People', everyRow(async (after) => listPeople(viewer, project, peopleFilter(given, tree), { after }, 20).then((page) => ({ rows: page.rows, next: page.after }))), words));
  const all = await file(world.staff, {});
  expect(all).toHaveLength(131);
  expect(all[0]).toEqual(['familyName', 'givenName', 'sex', 'institution', 'post', 'trainings', 'lastTraining', 'hours']);
  expect(new Set(all.slice(1).map((row) => row.join())).size).toBe(130);
  expect(all.flat()).toContain(`'=HYPERLINK("http://x")`);
  expect(await file(world.staff, { institution: world.unit })).toHaveLength(66);
  expect(await file(world.staff, { q: 'kralj', sex: 'female' })).toHaveLength(66);
  for (const nobody of [world.donor, world.outsider]) expect(await file(nobody, {})).toHaveLength(1);
});

test('the other lists come with their facts: counts as numbers, days as days, unnamed people apart', async () => {
  const world = await aWorld();
  const training = await world.approved(world.training({ people: world.people(3), unnamed: 4 }));
  await world.approved(world.handOver([{ serialNumber: 'S-1', value: 99.5 }, { quantity: 7 }]));
  await world.approved(world.meeting(world.people(1), '2019-03-10', [{ text: '+Agree the form', dueDate: '2019-04-01' }]));
  const project = { id: world.projectId, today: '2019-12-01', attendanceThreshold: '0.8' };
  const tree = await institutionTree(world.staff, 'en');
  const search = (after?: string) => parseActivitySearch({ sort: 'reference', after });
  const activities = exportTable('activities', 'Activities', everyRow((after) => listActivities(world.staff, project, search(after), { results: [], institutions: tree.nodes }, 2)), words);
  const read = await parseXlsx(new Uint8Array(await new Response(tableStream('xlsx', activities, 'en')).arrayBuffer()), readLimits);
  const [head, ...rows] = read.map((row) => row.cells);
  const at = (row: (typeof rows)[number] | undefined, key: string) => row?.[head?.indexOf(key) ?? -1];
  expect(rows.map((row) => at(row, 'reference'))).toEqual(['EQ-001', 'ME-001', 'TR-001']);
  const trained = rows.find((row) => at(row, 'reference') === training.reference);
  expect(['from', 'to', 'listed', 'attended', 'unnamed', 'review', 'lacksEvidence'].map((key) => at(trained, key))).toEqual(['2019-03-04', '2019-03-05', 3, 3, 4, 'approved', 'no']);
  const items = await csv(exportTable('equipment', 'Equipment', everyRow(async (after) => listEquipment(world.staff, project, equipmentFilter({ state: 'unchecked' }, tree), { after }, 1).then((page) => ({ rows: page.rows, next: page.after }))), words));
  expect(items.slice(1).map((row) => [row[3], row[5], row[6], row[12]])).toEqual([['S-1', '1', '99.5', 'unchecked'], [null, '7', '100', 'unchecked']]);
  const points = await csv(exportTable('action-points', 'Points', everyRow(async (after) => listActionPoints(world.staff, project, actionPointFilter({ status: 'overdue' }, tree), { after }, 1).then((page) => ({ rows: page.rows, next: page.after }))), words));
  expect(points.slice(1).map((row) => [row[1], row[4], row[8]])).toEqual([["'+Agree the form", '2019-04-01', 'yes']]);
});

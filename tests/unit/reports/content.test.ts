import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { buildContent } from '@/lib/reports/rules/build';
import { differences } from '@/lib/reports/rules/differences';
import type { CellRow, IndicatorRow, ReportFacts } from '@/lib/reports/rules/facts';

const indicator = (over: Partial<IndicatorRow>): IndicatorRow => ({ id: 'i1', resultId: 'r2', code: '1.1.a', statement: 'Trained', unit: 'persons', method: 'computed', measure: 'people.uniqueTrained', filter: {}, aggregation: 'sum', direction: 'increase', baseline: 0, baselineYear: 2018, target: 100, position: 0, ...over });
const cell = (periodId: string, numerator: number, over: Partial<CellRow> = {}): CellRow => ({ measure: 'people.uniqueTrained', indicatorId: null, periodId, institutionId: 'unit', sex: 'female', numerator, denominator: null, ...over });

const facts = (over: Partial<ReportFacts> = {}): ReportFacts => ({
  report: { id: 'rep', title: 'Interim', kind: 'interim', language: 'en', version: 2, createdAt: '', updatedAt: '', createdBy: '' },
  project: {
    ...{ projectsId: 'P.1', primaId: null, title: 'Project', status: 'active', type: null, budgetUsd: null, coverage: null, year: null, startDate: '2019-01-01', endDate: '2019-12-31', idfRegion: null },
    ...{ benefitingMemberStates: [], donor: null, implementer: null, attendanceThreshold: 0.8, suppressionMinimum: 5, illustrative: false, levelTemplate: 'eu' as const },
  },
  asOf: '2019-12-01',
  periods: [{ id: 'p1', name: 'One', from: '2019-01-01', to: '2019-06-30', closed: true, frozen: true }, { id: 'p2', name: 'Two', from: '2019-07-01', to: '2019-12-31', closed: false, frozen: false }],
  texts: { summary: 'Good.', 'output:r2': 'Done.', 'indicator:i1': 'As planned.' },
  results: [{ id: 'r2', parentId: 'r1', level: 'output', code: '1.1', statement: 'Output', position: 0 }, { id: 'r1', parentId: null, level: 'objective', code: '1', statement: 'Objective', position: 0 }],
  indicators: [indicator({})],
  milestones: [{ indicatorId: 'i1', periodId: 'p2', value: 30 }],
  cells: [cell('p1', 10, { indicatorId: 'i1' }), cell('p2', 20, { indicatorId: 'i1' }), cell('p1', 10), cell('p2', 20)],
  frozen: [],
  readings: [],
  issued: [],
  institutions: [{ id: 'unit', parentId: null, position: 0, name: 'Unit' }],
  equipmentItems: [],
  equipmentValues: [],
  unvaluedItems: 0,
  activities: [],
  outsidePeriods: 0,
  evidence: [],
  ...over,
});
const stamp = { today: '2019-12-01', version: 1, restatements: [], correction: null };
const build = (over: Partial<ReportFacts> = {}, version = 1) => buildContent(facts(over), { ...stamp, version });

test('each column adds what it should and the milestone of the reported period is what was expected', () => {
  const { matrix, headline, results, narrative } = build();
  expect(matrix[0]).toMatchObject({ period: { value: 20 }, cumulative: { value: 30 }, expected: 30, state: 'on_track', comment: 'As planned.' });
  expect(headline['people.uniqueTrained']).toMatchObject({ period: { value: 20 }, cumulative: { value: 30 } });
  expect(results.map((result) => [result.code, result.comment])).toEqual([['1', ''], ['1.1', 'Done.']]);
  expect(narrative).toEqual({ summary: 'Good.' });
});

test('a version keeps by whose words its levels are called, whatever the project changes to later', () => {
  const { cover } = build({});
  expect(cover.levelTemplate).toBe('eu');
  expect(cover.project).not.toHaveProperty('levelTemplate');
});

test('a state at the end of a period is not added up over periods', () => {
  const use = (periodId: string, numerator: number, denominator: number) => cell(periodId, numerator, { measure: 'equipment.inUse.share', sex: null, denominator });
  expect(build({ cells: [use('p1', 4, 4), use('p2', 3, 6)] }).headline['equipment.inUse.share']).toEqual({ period: { value: 50, numerator: 3, denominator: 6 }, cumulative: { value: 50, numerator: 3, denominator: 6 } });
});

test('readings combine as the indicator says, and none is no data', () => {
  const reported = (aggregation: IndicatorRow['aggregation']) => indicator({ method: 'reported', measure: null, aggregation });
  const readings = [{ indicatorId: 'i1', periodId: 'p1', value: 4 }, { indicatorId: 'i1', periodId: 'p2', value: 8 }];
  expect(build({ indicators: [reported('sum')], readings }).matrix[0]).toMatchObject({ period: { value: 8 }, cumulative: { value: 12 } });
  expect(build({ indicators: [reported('latest')], readings: readings.slice(0, 1) }).matrix[0]).toMatchObject({ period: { value: null }, cumulative: { value: 4 } });
  expect(build({ indicators: [reported('sum')] }).matrix[0]).toMatchObject({ period: { value: null }, cumulative: { value: null }, state: 'no_data' });
});

test('without figures there is no data, never zero', () => {
  const { headline, matrix } = build({ asOf: null, cells: [], milestones: [], project: { ...facts().project, startDate: null } });
  expect(headline['people.uniqueTrained'].cumulative.value).toBeNull();
  expect(matrix[0]).toMatchObject({ cumulative: { value: null }, expected: null });
});

test('few women are told neither by the breakdown nor by the share', () => {
  const women = (periodId: string, numerator: number, denominator: number) => cell(periodId, numerator, { indicatorId: 'i1', measure: 'people.womenTrained.share', sex: null, denominator });
  const { matrix } = build({ indicators: [indicator({ measure: 'people.womenTrained.share', unit: '%' })], cells: [women('p1', 2, 20), women('p2', 9, 30)] });
  expect(matrix[0]).toMatchObject({ period: { value: null }, cumulative: { value: 22 }, withheld: { period: true, cumulative: false } });
});

test('people without a known institution stand on a line of their own, so that the lines add up', () => {
  const cells = [cell('p2', 20), cell('p2', 7, { institutionId: null }), cell('p2', 6, { institutionId: 'gone', sex: null })];
  const { byInstitution, bySex } = build({ cells });
  expect(byInstitution).toEqual([{ key: 'Unit', period: 20, cumulative: 20 }, { key: '', period: 13, cumulative: 13 }]);
  expect(bySex.map((row) => [row.key, row.period])).toEqual([['female', 27], ['not_stated', 6]]);
});

test('a small number of people in one activity hides itself and another of its kind', () => {
  const activity = (kind: 'training' | 'equipment', participants: number | null) => ({ kind, type: null, title: null, month: '2019-08', place: null, institutions: 1, participants, items: null });
  const { activities } = build({ activities: [activity('training', 3), activity('training', 9), activity('training', 30), activity('equipment', null)] });
  expect(activities.map(({ participants, participantsHidden }) => [participants, participantsHidden])).toEqual([[null, true], [null, true], [30, false], [null, false]]);
});

test('the rules in words cover the headline and the indicators, in the language of the report', () => {
  const { rules } = build({ indicators: [indicator({ measure: 'scores.gained20.share' }), indicator({ id: 'i2', measure: null, method: 'reported' })], report: { ...facts().report, language: 'cnr' } });
  expect(rules.measures.map((measure) => measure.key)).toContain('scores.gained20.share');
  expect(rules.measures[0]?.label).toBe('Obučene osobe (jedinstveno)');
});

test('two versions of the same facts differ in nothing, even after a round through canonical JSON', () => {
  const stored = JSON.parse(canonicalize(build()) ?? '');
  expect(differences(stored, build({}, 2))).toEqual([]);
});

test('what differs is named by part, key and field, in the order of the document', () => {
  const after = build({ texts: { summary: 'x'.repeat(200), 'output:r2': 'Done.' }, cells: facts().cells.map((row) => (row.periodId === 'p2' ? { ...row, numerator: 25 } : row)), evidence: [{ kind: 'photo', files: 2, activities: 1 }], equipmentValues: [{ currency: 'EUR', period: 5, cumulative: 5 }] });
  const found = differences(build(), after);
  expect([...new Set(found.map((one) => one.part))]).toEqual(['narrative', 'matrix', 'headline', 'bySex', 'byInstitution', 'equipmentValues', 'evidence']);
  expect(found[0]).toEqual({ part: 'narrative', key: 'summary', field: 'text', before: 'Good.', after: null });
  expect(found).toContainEqual({ part: 'matrix', key: '1.1.a', field: 'cumulative', before: 30, after: 35 });
  expect(found).toContainEqual({ part: 'matrix', key: '1.1.a', field: 'comment', before: 'As planned.', after: null });
  expect(found).toContainEqual({ part: 'evidence', key: 'photo', field: 'files', before: null, after: 2 });
});

test('a share whose parts moved differs although its value did not', () => {
  const due = (n: number, d: number) => build({ cells: [cell('p2', n, { measure: 'actionPoints.onTime.share', denominator: d })] });
  expect(differences(due(1, 2), due(2, 4))).toEqual([
    { part: 'headline', key: 'actionPoints.onTime.share', field: 'cumulativeParts', before: '1/2', after: '2/4' },
    { part: 'headline', key: 'actionPoints.onTime.share', field: 'periodParts', before: '1/2', after: '2/4' },
  ].sort((a, b) => (a.field < b.field ? 1 : -1)));
});

test('a report without a period is no report', () => {
  expect(() => build({ periods: [] })).toThrow('period');
});

test('the report says of a decreasing indicator without a baseline what the screens say', () => {
  const complaints = (value: number) => build({ indicators: [indicator({ method: 'reported', measure: null, unit: 'complaints', direction: 'decrease', baseline: null, target: 5 })], readings: [{ indicatorId: 'i1', periodId: 'p2', value }], milestones: [] }).matrix[0]?.state;
  expect(complaints(4)).toBe('achieved');
  expect(complaints(9)).not.toBe('achieved');
});

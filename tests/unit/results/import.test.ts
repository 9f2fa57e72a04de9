import { describe, expect, test } from 'vitest';
import type { Cell, TableRow } from '@/lib/exchange/table';
import { readIati } from '@/lib/exchange/iati/read';
import { type KnownMatrix, planMatrix } from '@/lib/results/rules/import';
import { wordsOf } from '@/lib/i18n/wording';
import { levelTemplates } from '@/lib/shared/vocabulary';
import { institutionNamed } from '@/lib/results/rules/named';
import { newId } from '@/lib/shared/ids';

const known = (more: Partial<KnownMatrix> = {}): KnownMatrix => ({ projectId: newId(), results: [], indicators: [], periods: [], projectEnd: null, institutions: [], ...more });
const table = (...lines: Cell[][]): TableRow[] => lines.map((cells, at) => ({ number: at + 1, cells }));
const head = ['Level', 'Statement', 'Unit', 'Baseline', 'Target', 'Baseline year', 'Direction'];
const plan = (rows: TableRow[], matrix = known()) => planMatrix(rows, matrix, () => newId());
const short = (rows: TableRow[], matrix?: KnownMatrix) => plan(rows, matrix).rows.map(({ number, state, reasons }) => [number, state, ...reasons.map(({ cell, message }) => `${cell} ${message}`)]);

describe('a matrix from a workbook', () => {
  test('each line finds its place: outputs below the last outcome, indicators below the last result', () => {
    const { rows } = plan(table(head, ['Objective', 'O'], ['Outcome', 'A'], ['Indicator', 'i', 'cases', 1, 5, 2018], ['Output', 'A1'], ['Pokazatelj', 'j', '%', null, '40', null, 'Više je bolje'], ['Ishod', 'B'], ['Rezultat', 'B1']));
    const id = (statement: string) => rows.find(({ label }) => label === statement)?.id;
    expect(rows.map(({ state }) => state)).toEqual(Array(7).fill('new'));
    expect(rows.flatMap(({ result }) => (result ? [[result.level, result.parentId]] : []))).toEqual([['objective', null], ['outcome', id('O')], ['output', id('A')], ['outcome', id('O')], ['output', id('B')]]);
    expect(rows.flatMap(({ indicator }) => (indicator ? [[indicator.resultId, indicator.baseline, indicator.target, indicator.method, indicator.aggregation]] : []))).toEqual([[id('A'), 1, 5, 'reported', 'sum'], [id('A1'), null, 40, 'reported', 'latest']]);
  });

  test('text in a number cell is refused with its cell, so is every other mistake; one mistake is told once', () => {
    expect(short(table(head, ['Output', 'Lost'], ['Indicator', 'i', 'cases', 'about 3', 5, 2018], ['Indicator', '', 'cases'], ['Chapter', 'x'], ['', 'y'], ['Indicator', 'k', '%', 1, 140], ['Indicator', 'l', '', 1, 2]))).toEqual([
      [2, 'rejected', 'A2 outputNeedsOutcome'],
      [3, 'rejected', 'D3 notANumber'],
      [4, 'rejected', 'B4 required'],
      [5, 'rejected', 'A5 invalidChoice'],
      [6, 'rejected', 'A6 required'],
      [7, 'rejected', 'E7 tooLarge:100'],
      [8, 'rejected', 'C8 required'],
    ]);
    expect(short(table(head, ['Indicator', 'i', 'cases']))).toEqual([[2, 'rejected', 'A2 indicatorNeedsResult']]);
  });

  test("every donor's word for a level is understood, in both languages", () => {
    for (const language of ['en', 'cnr'] as const) {
      const names = wordsOf(language, 'vocabulary.levelNames');
      for (const template of levelTemplates) {
        const { rows } = plan(table(head, [names(`${template}.objective`), 'O'], [names(`${template}.outcome`), 'A'], [names(`${template}.output`), 'A1']));
        expect(rows.map(({ level }) => level), `${language} ${template}`).toEqual(['objective', 'outcome', 'output']);
      }
    }
  });

  test('a number cell is taken as it is; text that may mean thousands or decimals is asked about', () => {
    const { rows } = plan(table(head, ['Objective', 'O'], ['Indicator', 'number', 'cases', 1.234, 1200], ['Indicator', 'text', 'cases', '1.200', '1,250.5'], ['Indicator', 'words', 'cases', '0', '5 000'], ['Indicator', 'unit', 'cases', '3 cases', 5]));
    expect(rows.map(({ indicator: one, reasons }) => [one?.baseline, one?.target, ...reasons.map(({ cell, message }) => `${cell} ${message}`)])).toEqual([[undefined, undefined], [1.234, 1200], [undefined, undefined, 'D4 thousandsOrDecimals:1200'], [0, 5000], [undefined, undefined, 'D6 notANumber']]);
  });

  test('baseline and target say which way is better where the file does not; against what it says they are refused', () => {
    const rows = plan(table(head, ['Objective', 'O'], ['Indicator', 'falls', 'cases', 10, 2, null, ''], ['Indicator', 'wrong', 'cases', 10, 2, null, 'More is better'])).rows;
    expect(rows.map(({ indicator }) => indicator?.direction)).toEqual([undefined, 'decrease', 'increase']);
    expect(rows[2]?.reasons).toEqual([{ column: 'target', cell: 'E4', message: 'targetAgainstDirection' }]);
    // Without a baseline nothing says which way is better: half of the crimes, or twice as many?
    expect(short(table(head, ['Objective', 'O'], ['Indicator', 'a', 'cases', null, 5], ['Indicator', 'b', 'cases', null, 5, null, 'Less is better'], ['Indicator', 'c', 'cases']))).toEqual([[2, 'new'], [3, 'rejected', 'G3 directionNeeded'], [4, 'new'], [5, 'new']]);
    expect(short(table(['Level', 'Statement', 'Unit', 'Target'], ['Objective', 'O'], ['Indicator', 'a', 'cases', 5]))).toEqual([[2, 'new'], [3, 'rejected', 'D3 directionNeeded']]);
  });

  test('what stands there already is known, also written otherwise, and holds what is new; a second objective is refused', () => {
    const [objective, outcome] = [newId(), newId()];
    const matrix = known({ results: [{ id: objective, parentId: null, level: 'objective', code: '0', statement: 'Units identify smuggling' }, { id: outcome, parentId: objective, level: 'outcome', code: '1', statement: 'Training' }], indicators: [{ resultId: outcome, statement: 'People' }] });
    const { rows } = plan(table(head, ['Goal', 'units identify smuggling.'], ['Outcome', 'Training'], ['Indicator', 'People', 'persons'], ['Output', 'New']), matrix);
    expect(rows.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'new']);
    expect(rows[3]?.result?.parentId).toBe(outcome);
    const alone = known({ results: [{ id: newId(), parentId: null, level: 'output', code: '0.1', statement: 'Alone' }] });
    expect(short(table(head, ['Output', 'Alone'], ['Indicator', 'i', 'cases'], ['Output', 'Lost']), alone)).toEqual([[2, 'same'], [3, 'new'], [4, 'rejected', 'A4 outputNeedsOutcome']]);
    expect(short(table(head, ['Objective', 'Another'], ['Outcome', 'Twice'], ['Outcome', 'twice']), matrix)).toEqual([[2, 'rejected', 'A2 oneObjective'], [3, 'new'], [4, 'rejected', 'B4 lineTwice']]);
  });

  test('a measure makes an indicator computed, milestones stand in a column for each period; a wrong one is refused at its cell', () => {
    const periods = [{ id: newId(), name: 'Interim 1', from: '2019-01-01', to: '2019-06-30' }, { id: newId(), name: 'Interim 2', from: '2019-07-01', to: '2019-12-31' }];
    const both = ['Level', 'Statement', 'Unit', 'Target', 'Measure', 'Milestone Interim 1', 'Međuvrijednost 2019-12-31', 'Milestone of 1999', 'Direction'];
    const up = [null, 'More is better'];
    const made = plan(table(both, ['Objective', 'O'], ['Indicator', 'people', 'persons', 40, 'People trained (unique)', 10, 40, ...up], ['Indicator', 'in use', '', 80, 'equipment.inUse.share', null, 60, ...up], ['Indicator', 'wrong', 'cases', 5, 'Magic', 'ten', 5, ...up], ['Indicator', 'share', 'persons', 80, 'equipment.inUse.share', 50, 40, ...up]), known({ periods }));
    expect(made.heading?.unknown).toEqual(['Milestone of 1999']);
    expect(made.rows.map(({ indicator: one }) => one && [one.method, one.measure, one.unit, one.aggregation, ...one.milestones.map(({ periodId, value }) => `${periods.findIndex(({ id }) => id === periodId)}: ${value}`)])).toEqual([
      null,
      ['computed', 'people.uniqueTrained', 'persons', 'sum', '0: 10', '1: 40'],
      ['computed', 'equipment.inUse.share', '%', 'latest', '0: null', '1: 60'],
      null,
      ['computed', 'equipment.inUse.share', 'persons', 'latest', '0: 50', '1: 40'],
    ]);
    expect(made.rows.map(({ state, flags, reasons }) => [state, ...flags, ...reasons.map(({ cell, message }) => `${cell} ${message}`)])).toEqual([
      ['new'],
      ['new'],
      ['new', 'lastIsNotTarget'],
      ['rejected', 'E5 invalidChoice', 'F5 notANumber'],
      ['rejected', 'lastIsNotTarget', 'turnsBack', 'C6 unitOfMeasure:%'],
    ]);
    expect(plan(table(both, ['Objective', 'O'], ['Indicator', 'p', 'persons', 40, '', 10, 40]), known({ periods })).digest).not.toBe(plan(table(both, ['Objective', 'O'], ['Indicator', 'p', 'persons', 40, '', 11, 40]), known({ periods })).digest);
  });

  test('what narrows a measure comes along: closed words, an output by its code in the file or its statement, an institution by name or path', () => {
    const [ministry, police, court, courtPolice] = [newId(), newId(), newId(), newId()];
    const far = { near: false };
    const institutions = [{ id: ministry, parentId: null, names: ['Ministry', 'Ministarstvo'], ...far }, { id: police, parentId: ministry, names: ['Police', 'Policija', 'PD'], ...far }, { id: court, parentId: null, names: ['Court'], ...far }, { id: courtPolice, parentId: court, names: ['Police'], ...far }];
    const stands = newId();
    const matrix = known({ institutions, results: [{ id: stands, parentId: null, level: 'output', code: '9.9', statement: 'Stands already' }] });
    const columns = ['Level', 'Code', 'Statement', 'Unit', 'Measure', 'Filter: regional', 'Filter: vrsta', 'Filter: topic', 'Filter: output', 'Filter: institution', 'Periods combine as', 'Broken down by'];
    const line = (statement: string, ...cells: Cell[]): Cell[] => ['Indicator', '', statement, 'persons', 'people.uniqueTrained', ...cells];
    const made = plan(table(columns, ['Objective', '0', 'O'], line('by code', 'Regional only', 'Radionica', 'Documents', '1.10', 'Ministry > Police', '', 'Sex; Institution'), line('by statement', 'ne', '', '', 'Given.', 'PD'), line('known', '', '', '', '9.9', 'Ministarstvo'), ['Outcome', '1', 'A'], ['Output', '1.1', 'First'], ['Output', '1.10', 'Given'], ['Indicator', '', 'asked', 'cases', '', '', '', '', '', '', 'Average of periods', '']), matrix);
    const id = (statement: string) => made.rows.find(({ label }) => label === statement)?.id;
    expect(made.heading?.unknown).toEqual([]);
    expect(made.rows.map(({ state, reasons }) => [state, reasons])).toEqual(Array(8).fill(['new', []]));
    const of = (statement: string) => made.rows.find(({ label }) => label === statement)?.indicator;
    expect(of('by code')).toMatchObject({ filter: { regional: 'yes', type: 'workshop', topic: 'Documents', outputId: id('Given'), institutionId: police }, disaggregateBy: ['sex', 'institution'] });
    expect(of('by statement')?.filter).toEqual({ regional: 'no', type: null, topic: null, outputId: id('Given'), institutionId: police });
    expect(of('known')?.filter).toMatchObject({ outputId: stands, institutionId: ministry });
    expect(of('asked')).toMatchObject({ method: 'reported', aggregation: 'average' });
    expect(made.rows[1]?.filters.map(({ said }) => said)).toEqual(['Regional only', 'Radionica', 'Documents', '1.10', 'Ministry > Police']);

    expect([institutionNamed('Police', institutions), institutionNamed('Police', institutions.map((one) => ({ ...one, near: one.id === courtPolice }))), institutionNamed(' > ', institutions)], "the project's own comes first").toEqual([null, courtPolice, undefined]);
    const wrong = plan(table(columns, ['Objective', '0', 'O'], line('a', 'sometimes', 'Party', '', '7.7', 'Police'), line('b', '', '', '', '', 'Nobody'), ['Indicator', '', 'c', 'items', 'equipment.handedOver', 'Regional only', 'Course', 'Documents'], ['Indicator', '', 'd', 'cases', '', 'Regional only'], ['Indicator', '', 'e', 'cases', '', '', '', '', '', '', 'sometimes', 'Sex; shoes']), matrix);
    expect(wrong.rows.slice(1).map(({ state, reasons }) => [state, ...reasons.map(({ cell, message }) => `${cell} ${message}`)])).toEqual([
      ['rejected', 'J3 institutionAmbiguous', 'F3 invalidChoice', 'G3 invalidChoice', 'I3 noOutputNamed'],
      ['rejected', 'J4 institutionUnknown'],
      ['rejected', 'F5 filterImpossible', 'G5 filterImpossible', 'H5 filterImpossible'],
      ['rejected', 'F6 filterNeedsMeasure'],
      ['rejected', 'L7 invalidChoice', 'K7 invalidChoice'],
    ]);
    const other = (topic: string) => plan(table(columns, ['Objective', '0', 'O'], line('t', '', '', topic)), matrix).digest;
    expect(other('Documents'), 'another filter is another preview').not.toBe(other('Interviews'));
  });

  test('without its headings it is no matrix; what was previewed is the same at the second look', () => {
    expect(plan(table(['Name', 'Age'], ['A', 1])).heading).toBeNull();
    const rows = table(head, ['Objective', 'O']);
    const matrix = known();
    expect(plan(rows, matrix).digest).toBe(plan(rows, matrix).digest);
    expect(plan(rows, matrix).digest).not.toBe(plan(table(head, ['Objective', 'P']), matrix).digest);
  });
});

const iati = (inside: string, version = '2.03') => new TextEncoder().encode(`<?xml version="1.0"?>\n<iati-activities version="${version}">\n<iati-activity>\n${inside}\n</iati-activity>\n</iati-activities>`);
const title = (text: string) => `<title><narrative>${text}</narrative></title>`;
const indicator = (inside: string, measure = 'measure="1"') => `<indicator ${measure}>${title('People trained')}${inside}</indicator>`;
const reasonOf = (bytes: Uint8Array) => {
  const read = readIati(bytes);
  return read.ok ? null : read.reason;
};

describe('a matrix from an IATI activity', () => {
  test('results become lines with the number of their line, or the next one where it is taken; values as they stand', () => {
    const periods = '<period><period-start iso-date="2019-01-01"/><period-end iso-date="2019-06-30"/><target value="10"/></period>\n<period><period-start iso-date="2019-01-01"/><period-end iso-date="2020-06-30"/><target value="40"/></period>';
    const read = readIati(iati(`<result type="2">${title('1 Units &amp; prosecutors work together')}\n${indicator(`<baseline year="2018" value="1.250"/>${periods}`)}</result>\n<result type="1">${title('1.1 Training')}${indicator('', 'measure="2" ascending="0"')}</result>`));
    expect(read).toEqual({ ok: true, rows: [
      { number: 1, cells: expect.arrayContaining(['Milestone 2019-01-01/2019-06-30']) },
      { number: 4, cells: ['outcome', 'Units & prosecutors work together', null, null, null, null, null, null, null, null, null] },
      { number: 5, cells: ['indicator', 'People trained', null, null, 'number', 'increase', 1.25, '2018', 40, null, 10] },
      { number: 7, cells: ['output', 'Training', null, null, null, null, null, null, null, null, null] },
      { number: 8, cells: ['indicator', 'People trained', null, null, '%', 'decrease', null, null, null, null, null] },
    ] });
    if (read.ok) expect(plan(read.rows).rows.map(({ number, state }) => [number, state])).toEqual([[4, 'new'], [5, 'new'], [7, 'new'], [8, 'new']]);
  });

  test('a file without a line break is read like any other: each of its lines has an id of its own', () => {
    const read = readIati(new TextEncoder().encode(`<iati-activities version="2.03"><iati-activity><result type="2">${title('One')}${indicator('')}</result><result type="1">${title('Two')}</result></iati-activity></iati-activities>`));
    const ids = new Map<number, string>(); // as the server makes them: one for each number of a line
    const rows = read.ok ? planMatrix(read.rows, known(), (line) => ids.get(line) ?? ids.set(line, newId()).get(line) ?? '').rows : [];
    expect(rows.map(({ level, label, state }) => [level, label, state])).toEqual([['outcome', 'One', 'new'], ['indicator', 'People trained', 'new'], ['output', 'Two', 'new']]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  });

  test('targets of periods are milestones: as they stand, or summed where the file says that each adds; what follows a gap is unknown', () => {
    const span = (from: string, to: string, target?: number) => `<period><period-start iso-date="${from}"/><period-end iso-date="${to}"/>${target === undefined ? '' : `<target value="${target}"/>`}</period>`;
    const years = span('2019-01-01', '2022-12-31', 40) + span('2019-01-01', '2019-12-31', 10) + span('2020-01-01', '2020-12-31', 12) + span('2021-01-01', '2021-12-31') + span('2022-01-01', '2022-12-31', 3);
    const adding = '<description><narrative>The values of reporting periods are what each adds (not cumulative).</narrative></description>';
    const read = (inside: string) => {
      const found = readIati(iati(`<result type="2">${title('x')}${indicator(inside)}</result>`));
      return found.ok ? found.rows.map(({ cells }) => cells.slice(8)) : found.reason;
    };
    expect(read(years)).toEqual([['Target', 'Means of verification', 'Milestone 2019-01-01/2019-12-31', 'Milestone 2020-01-01/2020-12-31', 'Milestone 2022-01-01/2022-12-31'], [null, null, null, null, null], [40, null, 10, 12, 3]]);
    expect(read(`${adding}<baseline year="2018" value="5"/>${years}`)).toEqual([['Target', 'Means of verification', 'Milestone 2019-01-01/2019-12-31', 'Milestone 2020-01-01/2020-12-31'], [null, null, null, null], [40, null, 15, 27]]);
    // Without a period of the whole, the last one has the target and a milestone of its own.
    expect(read(span('2019-01-01', '2019-12-31', 10) + span('2020-01-01', '2020-12-31', 12))).toEqual([['Target', 'Means of verification', 'Milestone 2019-01-01/2019-12-31', 'Milestone 2020-01-01/2020-12-31'], [null, null, null, null], [12, null, 10, 12]]);
  });

  test.each<[string, Uint8Array, string]>([
    ['another version', iati('', '2.02'), 'iatiVersion:2.02'],
    ['no results', iati(''), 'iatiNoResults'],
    ['a result without a title', iati('<result type="1">\n</result>'), 'iatiBroken:4 <result/title>'],
    ['a result of no known type', iati(`<result type="9">${title('x')}</result>`), 'iatiBroken:4 <result type>'],
    ['an indicator without a measure', iati(`<result type="1">${title('x')}\n${indicator('', '')}</result>`), 'iatiBroken:5 <indicator measure>'],
    ['a period without an end', iati(`<result type="1">${title('x')}\n\n${indicator('<period><period-start iso-date="2019-01-01"/></period>')}</result>`), 'iatiBroken:6 <period/period-end>'],
    ['a day that is none', iati(`<result type="1">${title('x')}${indicator('<period><period-start iso-date="2019-02-30"/>\n<period-end iso-date="2019-12-31"/></period>')}</result>`), 'iatiBroken:4 <period/period-start>'],
    ['a period that ends before it starts', iati(`<result type="1">${title('x')}\n${indicator('\n<period><period-start iso-date="2019-02-01"/><period-end iso-date="2019-01-31"/></period>')}</result>`), 'iatiBroken:6 <period/period-end>'],
    ['a baseline in words', iati(`<result type="1">${title('x')}${indicator('\n<baseline year="2018" value="few"/>')}</result>`), 'iatiBroken:5 <baseline value>'],
    ['a target with a comma', iati(`<result type="1">${title('x')}${indicator('<period><period-start iso-date="2019-02-01"/><period-end iso-date="2019-12-31"/>\n<target value="1,200"/></period>')}</result>`), 'iatiBroken:5 <target value>'],
    ['a file that breaks off', new TextEncoder().encode('<iati-activities version="2.03">\n<iati-activity>\n<result type="1">\n'), 'iatiNotXml:3'],
    ['no version', iati('', ''), 'iatiVersion:–'],
    ['two activities', iati('</iati-activity><iati-activity>'), 'iatiActivities:2'],
    ['a tag that is not closed', new TextEncoder().encode('<iati-activities version="2.03">\n<iati-activity>\n</iati-activities>'), 'iatiNotXml:3'],
    ['another file', new TextEncoder().encode('<html></html>'), 'iatiBroken:1 <iati-activities>'],
    ['a document type', new TextEncoder().encode('<!DOCTYPE x [<!ENTITY e "e">]><iati-activities version="2.03"/>'), 'iatiDoctype'],
  ])('refused: %s', (_what, bytes, reason) => expect(reasonOf(bytes)).toBe(reason));
});

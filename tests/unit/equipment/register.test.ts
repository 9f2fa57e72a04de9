import { labelPath } from '@/lib/equipment/rules/labels';
import { expect, test } from 'vitest';
import { compareBudget } from '@/lib/equipment/rules/budget';
import { decideItems, type ImportFacts, type KnownItem, planItems } from '@/lib/equipment/rules/import/plan';
import { statusesOf } from '@/lib/equipment/rules/status';
import { serialKey } from '@/lib/equipment/schema/item';
import type { Cell } from '@/lib/exchange/table';
import { newId } from '@/lib/shared/ids';

const projectId = newId();
const known = (over: Partial<KnownItem> = {}): KnownItem => ({ projectId, id: newId(), version: 3, assetTag: 'PX-0001', locked: false, description: 'Radio', category: 'communication', make: 'Sonora', model: 'V2', serialNumber: 'S1', quantity: 1, value: 100, currency: 'EUR', usdRate: 1.1, supplier: null, orderNumber: null, purchasedOn: null, warrantyEnd: null, deliveredOn: null, budgetLineId: null, resultId: null, requiredTopic: null, ...over });
const line = { id: newId(), code: 'E.1' };
const output = { id: newId(), code: '1.4' };
const facts = (items: KnownItem[] = [], taken: string[] = []): ImportFacts => ({ projectId, today: '2019-12-01', items, taken: new Map(taken.map((key) => [key, 'serialTaken'])), lines: [line], outputs: [output] });
const table = (head: string[], ...rows: Cell[][]) => [head, ...rows].map((cells, index) => ({ number: index + 1, cells }));
const plan = (head: string[], rows: Cell[][], known: ImportFacts = facts()) => planItems(table(head, ...rows), known, () => newId());

test('lines of either language become items; dates and closed words as people write them', () => {
  const { rows } = plan(['Naziv', 'Kategorija', 'Serijski broj', 'Vrijednost', 'Valuta', 'Kurs', 'Datum kupovine', 'Budžetska linija', 'Rezultat', 'Note'], [['Tablet', 'Računari', 'T-1', '1.250,50', 'EUR', '1,1', '23.11.2018.', 'e.1 Computers', '1.4', 'x']]);
  expect(rows).toMatchObject([{ state: 'new', label: 'Tablet', values: { category: 'it', quantity: 1, value: 1250.5, currency: 'EUR', usdRate: 1.1, purchasedOn: '2018-11-23', budgetLineId: line.id, resultId: output.id } }]);
});

test('a line is rejected with a reason for each of its faults', () => {
  const mine = known();
  const { rows, heading } = plan(
    ['Description', 'Category', 'Make', 'Model', 'Serial number', 'Quantity', 'Value', 'Asset tag', 'Budget line', 'Output', 'Colour'],
    [
      ['Radio', 'Sound', '', '', '', 'many', 5, '', 'X9', '9.9'],
      ['Radio', 'Other', 'Sonora', 'V2', 'S9', 2, '', 'PX-9999'],
      ['Radio', 'Other', 'Acme', 'Z', 'T1'],
      ['Radio', 'Other', 'Acme', 'A', 'N1'],
      ['Radio', 'Other', 'Acme', 'A', 'n1'],
      ['Phone', 'Other', 'Sonora', 'V2', 'S1', '', '', 'PX-0002'],
    ],
    facts([mine, known({ assetTag: 'PX-0002', serialNumber: 'S2' })], [serialKey({ make: 'Acme', model: 'Z', serialNumber: 'T1' })]),
  );
  expect(heading?.unknown).toEqual(['Colour']);
  expect(rows.map((row) => row.reasons.map(({ column, message }) => `${column} ${message}`))).toEqual([
    ['category invalidChoice', 'budgetLine noSuchBudgetLine', 'output noSuchResult', 'quantity notANumber'],
    ['assetTag noSuchItem', 'quantity serialMeansOne'],
    ['serialNumber serialTaken'],
    [],
    ['serialNumber serialTwice'],
    [`serialNumber serialTakenBy:PX-0001@${labelPath(mine.id)}`],
  ]);
});

test('an item is known by tag, serial number or order; only what differs is a change, and empty cells change nothing', () => {
  const [mine, lot, locked] = [known(), known({ assetTag: 'PX-0002', description: 'Cable', serialNumber: null, quantity: 4, orderNumber: 'PO-1', make: null, model: null }), known({ assetTag: 'PX-0003', serialNumber: 'S3', locked: true })];
  const { rows } = plan(
    ['Description', 'Category', 'Make', 'Model', 'Serial number', 'Quantity', 'Order number', 'Supplier', 'Delivered on', 'Asset tag'],
    [
      ['Radio', 'Communication', 'SONORA', 'v2', 's1', '', '', 'Shop'],
      ['cable', 'Communication', '', '', '', 4, 'po-1'],
      ['Radio', 'Communication', 'Sonora', 'V2', 'S3', '', '', '', '2019-02-01'],
      ['Radio', 'Communication', 'Sonora', 'V2', 'S3', '', '', 'Shop', '', 'px-0003'],
      ['Cable', 'Communication', '', '', '', 4, 'PO-1'],
      ['Rope', 'Other'],
    ],
    facts([mine, lot, locked]),
  );
  expect(rows.map((row) => [row.state, row.match?.assetTag ?? null, row.changes.map((change) => change.key)])).toEqual([
    ['changed', 'PX-0001', ['make', 'model', 'serialNumber', 'supplier']],
    ['changed', 'PX-0002', ['description', 'orderNumber']],
    ['changed', 'PX-0003', ['deliveredOn']],
    ['rejected', 'PX-0003', ['supplier']],
    ['rejected', 'PX-0002', []],
    ['new', null, []],
  ]);
});

test('lots without an order number: each line stands for one that reads alike, so the same list again adds nothing, and one more is new', () => {
  const chair = () => known({ assetTag: newId(), description: 'Chair', serialNumber: null, make: null, model: null, orderNumber: null, quantity: 1 });
  const lines = [['Chair', 'Communication'], ['Chair', 'Communication']];
  const states = (items: KnownItem[]) => plan(['Description', 'Category'], lines, facts(items)).rows.map((row) => row.state);
  expect([states([]), states([chair()]), states([chair(), chair()])]).toEqual([['new', 'new'], ['same', 'new'], ['same', 'same']]);
});

test('what was bought or delivered on a day still to come is rejected', () => {
  const { rows } = plan(['Description', 'Category', 'Purchased on', 'Delivered on'], [['Radio', 'Other', '2.12.2019', ''], ['Radio', 'Other', '1.12.2019', '2020-01-01'], ['Radio', 'Other', '1.12.2019', '1.12.2019']]);
  expect(rows.map((row) => row.reasons.map(({ column, message }) => `${column} ${message}`))).toEqual([['purchasedOn dateInFuture'], ['deliveredOn dateInFuture'], []]);
});

test('thousands of lines against tens of thousands of items are a matter of seconds', () => {
  const items = Array.from({ length: 30_000 }, (_, n) => known({ id: `i${n}`, assetTag: `PX-${n}`, serialNumber: n % 2 ? `S${n}` : null, orderNumber: n % 4 ? `PO-${n}` : null }));
  const lines = Array.from({ length: 5000 }, (_, n): Cell[] => ['Radio', 'Communication', 'Sonora', 'V2', n % 2 ? `s${n}` : '', n % 4 && n % 2 === 0 ? `po-${n}` : '', n % 7 ? '' : `px-${n}`]);
  const began = process.cpuUsage();
  const { rows } = plan(['Description', 'Category', 'Make', 'Model', 'Serial number', 'Order number', 'Asset tag'], lines, facts(items));
  const { user, system } = process.cpuUsage(began);
  expect(rows.filter((row) => row.match !== null)).toHaveLength(5000);
  // Time of the processor, not of the clock: other tests run beside this one.
  expect((user + system) / 1000).toBeLessThan(8000);
}, 60_000);

test('only what the preview offered can be chosen; nothing chosen is nothing saved', () => {
  const mine = known();
  const { rows } = plan(['Description', 'Category', 'Make', 'Model', 'Serial number', 'Supplier', 'Delivered on'], [['Radio', 'Communication', 'Sonora', 'V2', 'S1', 'Shop', '2019-02-01'], ['Rope', 'Other'], ['', 'Other']], facts([mine]));
  const choose = (...choices: [number, string | null, string[]][]) => decideItems(rows, choices.map(([row, id, changes]) => ({ row, id, changes })));
  expect(choose([2, mine.id, ['supplier', 'made up']], [3, null, []])).toMatchObject({ ok: true, inputs: [{ id: mine.id, version: 3, supplier: 'Shop', deliveredOn: null }, { version: null, description: 'Rope' }], leftOut: [] });
  expect(choose([3, null, []])).toMatchObject({ ok: true, leftOut: [2] });
  expect(choose([2, newId(), []])).toEqual({ ok: false, reason: 'importChanged' });
  expect(choose([4, null, []])).toEqual({ ok: false, reason: 'importChanged' });
  expect(choose([3, null, []], [3, null, []])).toEqual({ ok: false, reason: 'importChanged' });
  expect(choose([2, mine.id, []])).toEqual({ ok: false, reason: 'importNothingChosen' });
});

test('the digest is that of the plan, whatever ids are made for it; a file without headings has no plan', () => {
  const rows: Cell[][] = [['Rope', 'Other']];
  expect(plan(['Description', 'Category'], rows).digest).toBe(plan(['Description', 'Category'], rows).digest);
  expect(plan(['Description', 'Category'], [['Rope', 'IT']]).digest).not.toBe(plan(['Description', 'Category'], rows).digest);
  expect(plan(['One', 'Two'], rows)).toMatchObject({ heading: null, rows: [] });
});

test('delivered less approved, in number where the budget names one; a difference without a reason is said', () => {
  const approved = (over: object = {}) => ({ id: 'a', approvedQuantity: 3, approvedUsd: 100.1, differenceReason: null, ...over });
  const delivery = { lineId: 'a', items: 4, registeredUsd: 120, unvalued: 0, delivered: 3, deliveredUsd: 100.2, deliveredUnvalued: 0 };
  expect(compareBudget([approved()], [delivery])).toMatchObject([{ difference: { quantity: 0, usd: 0.1 }, unexplained: true }]);
  expect(compareBudget([approved({ approvedQuantity: null, differenceReason: 'Cheaper' })], [])).toMatchObject([{ delivery: { items: 0, delivered: 0 }, difference: { quantity: null, usd: -100.1 }, unexplained: false }]);
  expect(compareBudget([approved({ approvedUsd: 100.2 })], [delivery])[0]?.unexplained).toBe(false);
  // What nobody valued makes the difference unknown, not larger.
  expect(compareBudget([approved()], [{ ...delivery, deliveredUnvalued: 1 }])).toMatchObject([{ difference: { quantity: 0, usd: null }, unexplained: false }]);
});

test('pieces by status, the most first; all of them ordered before anything was received', () => {
  expect(statusesOf([], 4, null, false)).toEqual([{ status: 'ordered', pieces: 4 }]);
  expect(statusesOf([], 4, null, true)).toEqual([{ status: 'in_hand_over', pieces: 4 }]);
  expect(statusesOf([{ kind: 'loss', institutionId: 'a', pieces: 1 }, { kind: 'handed_over', institutionId: 'a', pieces: 2 }, { kind: 'transfer', institutionId: 'b', pieces: 1 }], 4, null, true)).toEqual([{ status: 'handed_over', pieces: 3 }, { status: 'lost', pieces: 1 }]);
});

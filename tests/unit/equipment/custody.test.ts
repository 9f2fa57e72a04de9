import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseOf, decideMove, type Holding, type MoveRequest, placeOf, possibleMoves, returnsTo } from '@/lib/equipment/rules/custody';
import { statusOf } from '@/lib/equipment/rules/status';
import { addDays } from '@/lib/shared/dates';
import { moveKinds } from '@/lib/shared/vocabulary';

const today = '2020-12-31';
let count = 0;
const id = () => `h${++count}`;
const receipt = (quantity: number): Holding => ({ id: id(), previousId: null, kind: 'received', quantity, remaining: quantity, since: '2019-01-01', institutionId: null, personId: null });

/** What the database's triggers do with a row that the rules let through. */
function follow(rows: Holding[], previousId: string, row: Omit<Holding, 'id' | 'previousId' | 'remaining'>): Holding[] {
  const giver = rows.map((one) => (one.id === previousId ? { ...one, remaining: one.remaining - row.quantity } : one));
  return [...giver, { ...row, id: id(), previousId, remaining: row.quantity }];
}
const handOver = (rows: Holding[], quantity: number) => follow(rows, rows[0]?.id ?? '', { kind: 'handed_over', quantity, since: '2019-02-01', institutionId: 'unit', personId: null });
const handed = (quantity = 1) => handOver([receipt(quantity)], quantity);
const last = (rows: Holding[]) => rows.at(-1) as Holding;
const ask = (rows: Holding[], wanted: Partial<MoveRequest>) => decideMove(rows, { holdingId: last(rows).id, kind: 'transfer', quantity: 1, since: '2019-03-01', institutionId: 'border', personId: null, dueBack: null, ...wanted }, today);
const move = (rows: Holding[], wanted: Partial<MoveRequest>): Holding[] => {
  const decided = ask(rows, wanted);
  if ('refused' in decided) throw new Error(decided.refused);
  return follow(rows, wanted.holdingId ?? last(rows).id, { kind: wanted.kind ?? 'transfer', quantity: wanted.quantity ?? 1, since: wanted.since ?? '2019-03-01', institutionId: decided.institutionId, personId: decided.personId });
};

/** Who holds how many on a day, from the rows alone: what came by then less what had left by then. */
function heldOn(rows: Holding[], day: string): Map<string, number> {
  const held = new Map<string, number>();
  for (const row of rows.filter((one) => one.since <= day)) {
    const left = rows.filter((one) => one.previousId === row.id && one.since <= day).reduce((sum, one) => sum + one.quantity, 0);
    held.set(row.id, row.quantity - left);
  }
  return held;
}
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

test('random walks: on every day every piece is in exactly one hand, and no count is lost', () => {
  const step = fc.record({ row: fc.nat(30), kind: fc.constantFrom(...moveKinds), sensible: fc.boolean(), quantity: fc.integer({ min: 1, max: 8 }), days: fc.nat(60), to: fc.constantFrom('unit', 'border', 'desk', null), back: fc.option(fc.nat(90)) });
  let done = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 40 }), (quantity, passed, steps) => {
      let rows = handOver([receipt(quantity)], Math.min(quantity, passed));
      for (const { row, kind: any, sensible, quantity: most, days, to, back } of steps) {
        // Mostly what can be, sometimes anything: refusals are walked into too.
        const holding = (sensible ? rows.filter((one) => one.remaining > 0) : rows)[row % rows.filter((one) => one.remaining > 0).length] as Holding;
        const possible = possibleMoves(rows, holding);
        const kind = (sensible && possible[row % Math.max(1, possible.length)]) || any;
        const pieces = sensible ? Math.min(most, Math.max(1, holding.remaining)) : most;
        const since = addDays(holding.since, days - 2);
        const decided = decideMove(rows, { holdingId: holding.id, kind, quantity: pieces, since, institutionId: to, personId: null, dueBack: back === null ? null : addDays(since, back - 5) }, today);
        if ('refused' in decided) continue;
        done += 1;
        expect(possibleMoves(rows, holding)).toContain(kind);
        rows = follow(rows, holding.id, { kind, quantity: pieces, since, institutionId: decided.institutionId, personId: decided.personId });
      }
      expect(rows.every((row) => row.remaining >= 0)).toBe(true);
      expect(sum(rows.map((row) => row.remaining))).toBe(quantity);
      for (const day of new Set(rows.map((row) => row.since))) {
        const held = heldOn(rows, day);
        expect([...held.values()].every((pieces) => pieces >= 0)).toBe(true);
        expect(sum(held.values())).toBe(quantity);
      }
      expect(new Map(rows.map((row) => [row.id, row.remaining]))).toEqual(heldOn(rows, '2199-01-01'));
      // What was disposed of never comes back; whoever gets something back had it before.
      expect(rows.some((row) => placeOf(rows.find((one) => one.id === row.previousId) ?? row) === 'disposed' && row.kind !== 'disposal')).toBe(false);
    }),
    { numRuns: 300, seed: 20191105 },
  );
  expect(done).toBeGreaterThan(500);
});

test('what is lent, repaired or found again goes back to whom it belongs; what a holder gives up goes to the project', () => {
  const lent = move(handed(), { kind: 'loan', institutionId: 'border' });
  expect(returnsTo(lent, last(lent))).toBe('unit');
  const mended = move(move(lent, { kind: 'damage' }), { kind: 'repair' });
  expect([last(mended).institutionId, returnsTo(mended, last(mended)), baseOf(mended, last(mended)).kind]).toEqual(['border', 'unit', 'handed_over']);
  const home = move(mended, { kind: 'return' });
  expect([last(home).institutionId, placeOf(last(home))]).toEqual(['unit', 'hands']);
  const given = move(home, { kind: 'return' });
  expect([last(given).institutionId, placeOf(last(given))]).toEqual([null, 'project']);
  expect(last(move(given, { kind: 'transfer', institutionId: 'desk' })).institutionId).toBe('desk');
});

test('refuses with the reason what cannot be', () => {
  const one = handed(3);
  const no = (refused: string, field: string) => ({ refused, field });
  expect(ask([receipt(1)], { kind: 'return' })).toEqual(no('notOut', 'kind'));
  expect(ask([receipt(1)], {})).toEqual(no('handOverFirst', 'kind'));
  expect(ask(move(one, { kind: 'disposal' }), { kind: 'return' })).toEqual(no('itemDisposed', 'kind'));
  expect(ask(move(one, { kind: 'loss' }), { kind: 'repair' })).toEqual(no('moveImpossible', 'kind'));
  expect(ask(one, { holdingId: one[0]?.id })).toEqual(no('nothingLeft', 'holdingId'));
  expect(ask(one, { holdingId: 'elsewhere' })).toEqual(no('nothingLeft', 'holdingId'));
  expect(ask(one, { quantity: 4 })).toEqual(no('splitTooMany:3', 'quantity'));
  expect(ask(one, { since: '2019-01-31' })).toEqual(no('beforeHolding', 'since'));
  expect(ask(one, { since: '2021-01-01' })).toEqual(no('dateInFuture', 'since'));
  expect(ask(one, { institutionId: null })).toEqual(no('required', 'institutionId'));
  expect(ask(one, { institutionId: 'unit' })).toEqual(no('sameHolder', 'institutionId'));
  expect(ask(one, { kind: 'loan', institutionId: 'unit', personId: 'somebody' })).toEqual(no('sameHolder', 'institutionId'));
  expect(ask(one, { kind: 'loan', dueBack: '2019-02-28' })).toEqual(no('endBeforeStart', 'dueBack'));
  expect(ask(one, { institutionId: 'unit', personId: 'somebody', dueBack: '2019-04-01' })).toEqual({ institutionId: 'unit', personId: 'somebody', dueBack: null });
});

test('the status follows custody, and in somebody’s hands the latest check', () => {
  const held = (kind: Holding['kind'], check: Parameters<typeof statusOf>[1] = null, institutionId: string | null = 'unit') => statusOf({ kind, institutionId }, check);
  const used = { inUse: true, condition: 'good' as const };
  expect([held('received', null, null), held('return', null, null), held('return', used), held('handed_over'), held('transfer', used), held('loan', { inUse: false, condition: 'good' })]).toEqual(['received', 'received', 'in_use', 'handed_over', 'in_use', 'not_in_use']);
  expect([held('handed_over', { inUse: false, condition: 'damaged' }), held('damage', used), held('repair'), held('loss', used), held('disposal', used)]).toEqual(['damaged', 'damaged', 'damaged', 'lost', 'disposed']);
});

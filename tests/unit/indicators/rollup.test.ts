import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, RollupCell, Series } from '@/lib/indicators/rules/facts';
import { rollup } from '@/lib/indicators/rules/rollup';
import { nextOpenPeriod } from '@/lib/projects/rules';
import { anActivity, anyFacts, aParticipant, someFacts } from '../../support/facts';

const series: Series[] = catalogue.map((measure) => ({ measure: measure.key, indicatorId: null, filter: {} }));
const summing = catalogue.filter((measure) => measure.combine === 'sum').map((measure) => measure.key);
const closing = (facts: CountingFacts, closed: readonly string[]): CountingFacts => ({ ...facts, periods: facts.periods.map((period) => ({ ...period, closed: closed.includes(period.id) })) });
const freeze = (cells: readonly RollupCell[], periodId: string): RollupCell[] => [
  ...cells.filter((cell) => cell.periodId === periodId),
  ...series.map(({ measure }): RollupCell => ({ measure, indicatorId: null, scope: 'period', periodId, institutionId: null, sex: null, restatement: false, numerator: 0, denominator: null })),
];
/** Sums by whatever tells cells apart, without what is zero. */
function sums(cells: readonly RollupCell[], key: (cell: RollupCell) => unknown[]): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  for (const cell of cells) {
    const [numerator, denominator] = found[key(cell).join(' ')] ?? [0, 0];
    found[key(cell).join(' ')] = [numerator + cell.numerator, denominator + (cell.denominator ?? 0)];
  }
  return Object.fromEntries(Object.entries(found).filter(([, [numerator, denominator]]) => numerator !== 0 || denominator !== 0));
}
const whose = (cell: RollupCell) => [cell.measure, cell.institutionId, cell.sex];
const isSumming = (cell: RollupCell) => summing.includes(cell.measure);

describe('laws over random projects', () => {
  test('for each institution and sex: periods, outside and restatements add up to the cumulative, in whatever order periods close while records change', () => {
    const order = fc.shuffledSubarray(['p1', 'p2', 'p3']);
    fc.assert(
      fc.property(order, fc.array(anyFacts, { minLength: 4, maxLength: 4 }), (closes, states) => {
        let frozen: RollupCell[] = [];
        for (const [step, facts] of states.entries()) {
          const { cells } = rollup(closing(facts, closes.slice(0, step)), series, frozen);
          expect(sums(cells.filter((cell) => isSumming(cell) && cell.scope !== 'cumulative'), whose)).toEqual(sums(cells.filter((cell) => isSumming(cell) && cell.scope === 'cumulative'), whose));
          const kept = (some: readonly RollupCell[]) => sums(some, (cell) => [cell.periodId, ...whose(cell)]);
          expect(kept(cells.filter((cell) => closes.slice(0, step).includes(cell.periodId ?? '')))).toEqual(kept(frozen));
          const next = closes[step];
          if (next) frozen = [...frozen, ...freeze(cells, next)];
        }
      }),
      { numRuns: 60 },
    );
  });

  test('roll-up = plain recount of unique people, participations and attendances, per period, institution and sex', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const cells = rollup(facts, series, []).cells.filter((cell) => cell.scope !== 'cumulative');
        for (const key of ['people.uniqueTrained', 'people.participations', 'people.attendances'] as const) {
          expect(sums(cells.filter((cell) => cell.measure === key), (cell) => [cell.periodId, cell.institutionId, cell.sex])).toEqual(recount(facts, key));
        }
      }),
    );
  });

  test('cutting a period in two moves no total', () => {
    const day = fc.integer({ min: 0, max: 540 }).map((days) => new Date(Date.UTC(2019, 0, 2) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyFacts, day, (facts, cut) => {
        const before = new Date(Date.parse(`${cut}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
        const whole = { ...facts, periods: [{ id: 'all', from: '2019-01-01', to: '2020-06-30', closed: false }] };
        const halves = { ...facts, periods: [{ id: 'one', from: '2019-01-01', to: before, closed: false }, { id: 'two', from: cut, to: '2020-06-30', closed: false }] };
        const inPeriods = (some: CountingFacts) => sums(rollup(some, series, []).cells.filter((cell) => isSumming(cell) && cell.scope === 'period'), whose);
        expect(inPeriods(halves)).toEqual(inPeriods(whole));
      }),
    );
  });

  test('what belongs to institutions is conserved when they are asked one by one', () => {
    const plain = ['people.participations', 'people.attendances', 'people.unnamed', 'equipment.handedOver', 'equipment.valueHandedOver', 'actionPoints.onTime.share'];
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const roots = facts.institutions.filter((institution) => institution.parentId === null).map((institution) => institution.id);
        for (const key of plain) {
          const cumulative = (institutionId?: string) => rollup(facts, [{ measure: key, indicatorId: null, filter: institutionId ? { institutionId } : {} }], []).cells.filter((cell) => cell.scope === 'cumulative');
          expect(sums(roots.flatMap((root) => cumulative(root)), whose)).toEqual(sums(cumulative().filter((cell) => cell.institutionId !== null), whose));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Recounted by plain loops, the way a reader would with paper and pencil. */
function recount(facts: CountingFacts, key: 'people.uniqueTrained' | 'people.participations' | 'people.attendances'): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  const met = new Set<string>();
  const trainings = facts.activities.filter((one) => one.kind === 'training' && one.endDate <= facts.today).sort((a, b) => (a.endDate + a.id).localeCompare(b.endDate + b.id));
  for (const training of trainings) {
    const periodId = facts.periods.find((period) => period.from <= training.endDate && training.endDate <= period.to)?.id ?? null;
    for (const row of facts.participants.filter((one) => one.activityId === training.id && one.role === 'trainee')) {
      const qualified = training.sessions > 0 && row.sessionsPresent / training.sessions >= facts.threshold;
      const first = qualified && !met.has(row.personId);
      if (qualified) met.add(row.personId);
      const amount = { 'people.attendances': row.sessionsPresent, 'people.participations': Number(qualified), 'people.uniqueTrained': Number(first) }[key];
      const place = [periodId, row.institutionId, row.sex].join(' ');
      if (amount > 0) found[place] = [(found[place]?.[0] ?? 0) + amount, 0];
    }
  }
  return found;
}

describe('closed periods', () => {
  const one: Series = { measure: 'people.uniqueTrained', indicatorId: null, filter: {} };
  const trained = (...people: string[]) => someFacts({ activities: [anActivity('t')], participants: people.map((person) => aParticipant('t', person)) });
  const atClose = rollup(trained('ana', 'mia'), [one], []).cells.filter((cell) => cell.periodId === 'p1');
  const restated = (facts: CountingFacts) => rollup(facts, [one], atClose).cells.filter((cell) => cell.restatement).map((cell) => [cell.scope, cell.periodId, cell.numerator]);

  test('what is taken away later is a negative restatement', () => expect(restated(closing(trained('ana'), ['p1']))).toEqual([['period', 'p2', -1]]));
  test('it skips periods that are closed too', () => expect(restated(closing(trained('ana'), ['p1', 'p2']))).toEqual([['period', 'p3', -1]]));
  test('with no open period left it stands outside', () => expect(restated(closing(trained('ana'), ['p1', 'p2', 'p3']))).toEqual([['outside', null, -1]]));
  test('a person who moves to another unit is taken from one and added to the other', () => {
    const moved = { ...trained('ana', 'mia'), participants: [aParticipant('t', 'ana'), aParticipant('t', 'mia', { institutionId: 'border' })] };
    expect(restated(closing(moved, ['p1'])).map((row) => row[2]).sort()).toEqual([-1, 1]);
  });
  test('a late training that qualifies somebody earlier moves no total', () => {
    const before = someFacts({ activities: [anActivity('t2', { endDate: '2019-09-01' })], participants: [aParticipant('t2', 'ana')] });
    const zero: RollupCell = { ...one, scope: 'period', periodId: 'p1', institutionId: null, sex: null, restatement: false, numerator: 0, denominator: null };
    const late = { ...before, activities: [...before.activities, anActivity('t1')], participants: [...before.participants, aParticipant('t1', 'ana')] };
    const cells = rollup(closing(late, ['p1']), [one], [zero]).cells.filter((cell) => cell.scope === 'period');
    expect(cells.map((cell) => [cell.periodId, cell.restatement, cell.numerator])).toEqual([['p2', true, 1]]);
  });
  test('a series that was not there at the closing shows its own numbers, without restatement', () => {
    const fresh = { ...one, indicatorId: 'new' };
    expect(rollup(closing(trained('ana'), ['p1']), [fresh], atClose).cells.map((cell) => [cell.scope, cell.restatement, cell.numerator])).toEqual([['period', false, 1], ['cumulative', false, 1]]);
  });
  test('cents that arithmetic leaves behind are no restatement', () => {
    const usd: Series = { measure: 'equipment.valueHandedOver', indicatorId: null, filter: {} };
    const item = (id: string, valueUsd: number) => ({ id, activityId: 'h', recipientInstitutionId: 'unit', quantity: 1, valueUsd, signed: true });
    const facts = someFacts({ activities: [anActivity('h', { kind: 'equipment', type: null })], items: [item('a', 0.1), item('b', 0.2)] });
    const frozen = rollup(facts, [usd], []).cells.filter((cell) => cell.periodId === 'p1');
    expect(frozen.map((cell) => cell.numerator)).toEqual([0.3]);
    expect(rollup(closing({ ...facts, items: facts.items.toReversed() }, ['p1']), [usd], frozen).cells.some((cell) => cell.restatement)).toBe(false);
  });
});

describe('states (equipment in use)', () => {
  const inUse: Series = { measure: 'equipment.inUse.share', indicatorId: null, filter: {} };
  const facts = (inUseLater: boolean) =>
    someFacts({
      today: '2019-10-01',
      activities: [anActivity('h', { kind: 'equipment', type: null })],
      items: [{ id: 'i', activityId: 'h', recipientInstitutionId: 'unit', quantity: 2, valueUsd: null, signed: true }],
      checks: [{ itemId: 'i', checkedOn: '2019-06-01', inUse: inUseLater, condition: null }],
    });
  test('a closed period keeps its state and is never restated; periods to come have none', () => {
    const frozen = rollup(facts(true), [inUse], []).cells.filter((cell) => cell.periodId === 'p1');
    const cells = rollup(closing(facts(false), ['p1']), [inUse], frozen).cells;
    expect(cells.map((cell) => [cell.scope, cell.periodId, cell.numerator, cell.denominator, cell.restatement]).sort()).toEqual([['cumulative', null, 0, 2, false], ['period', 'p1', 2, 2, false], ['period', 'p2', 0, 2, false]]);
  });
  test('the records behind it are those of today', () => expect(rollup(facts(true), [inUse], []).records).toMatchObject([{ scope: 'cumulative', activityId: 'h', numerator: 2, denominator: 2 }]));
});

test('indicators that share a measure and a filter get cells and records of their own', () => {
  const facts = someFacts({ activities: [anActivity('t')], actionPoints: [{ id: 'p', activityId: null, institutionId: null, firstDueDate: '2019-02-01', doneOn: null, dropped: false, restricted: false }] });
  const twins = ['a', 'b'].map((indicatorId): Series => ({ measure: 'trainings.delivered', indicatorId, filter: {} }));
  const { cells, records } = rollup(facts, [...twins, { measure: 'actionPoints.onTime.share', indicatorId: 'c', filter: {} }], []);
  expect(cells.filter((cell) => cell.scope === 'cumulative').map((cell) => cell.indicatorId)).toEqual(['a', 'b', 'c']);
  // A point agreed outside any activity has no record that one could open.
  expect(records.map((record) => [record.indicatorId, record.activityId, record.periodId])).toEqual([['a', 't', 'p1'], ['b', 't', 'p1']]);
});

test('the next open period follows in time, whatever the order in the list', () => {
  const [p1, p2, p3] = someFacts().periods;
  if (p1 && p2 && p3) expect(nextOpenPeriod([p3, p2, p1], p1)?.id).toBe('p2');
});

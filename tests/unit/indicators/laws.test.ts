import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, RollupCell, Series } from '@/lib/indicators/rules/facts';
import { byInstitution, bySex, figure } from '@/lib/indicators/rules/figures';
import { rollup } from '@/lib/indicators/rules/rollup';
import { anyFacts } from '../../support/facts';

const series: Series[] = catalogue.map((measure) => ({ measure: measure.key, indicatorId: null, filter: {} }));
const summing = catalogue.filter((measure) => measure.combine === 'sum').map((measure) => measure.key);
const total = (cells: RollupCell[]) => [cells.reduce((sum, cell) => sum + cell.numerator, 0), cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0)].map((value) => Math.round(value * 100) / 100);
const of = (cells: RollupCell[], measure: string, cumulative: boolean) => cells.filter((cell) => cell.measure === measure && (cell.scope === 'cumulative') === cumulative);
const close = (facts: CountingFacts, ...ids: string[]): CountingFacts => ({ ...facts, periods: facts.periods.map((period) => ({ ...period, closed: ids.includes(period.id) })) });
// What closing stores: the cells of the period and a zero per series.
const freeze = (cells: RollupCell[], periodId: string): RollupCell[] => [
  ...cells.filter((cell) => cell.scope === 'period' && cell.periodId === periodId).map((cell) => ({ ...cell, restatement: false })),
  ...series.map(({ measure }): RollupCell => ({ measure, indicatorId: null, scope: 'period', periodId, institutionId: null, sex: null, restatement: false, numerator: 0, denominator: null })),
];

describe('laws that hold for any project', () => {
  test('periods and what lies outside them add up to the cumulative figure', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { cells } = rollup(facts, series, []);
      for (const key of summing) expect(total(of(cells, key, false))).toEqual(total(of(cells, key, true)));
    }));
  });

  test('a total equals the sum of its breakdown, by sex and up the institution tree', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      for (const { measure } of series) {
        const cells = of(rollup(facts, series, []).cells, measure, true);
        expect(total(bySex(cells).flatMap((row) => row.cells))).toEqual(total(cells));
        expect(total(byInstitution(cells, facts.institutions).filter((row) => row.depth === 0).flatMap((row) => row.cells))).toEqual(total(cells));
      }
    }), { numRuns: 40 });
  });

  test('places, topics and age bands of an indicator add up to its figure, however many topics a training has', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const own = catalogue.map((measure): Series => ({ measure: measure.key, indicatorId: measure.key, filter: {} }));
      const { cells, parts } = rollup(facts, own, []);
      for (const measure of catalogue) {
        for (const dimension of ['place', 'topic', 'age'] as const) {
          const lines = parts.filter((part) => part.indicatorId === measure.key && part.dimension === dimension);
          if (measure.dimensions.includes(dimension)) expect(figure(lines, measure.unit)).toEqual(figure(of(cells, measure.key, true), measure.unit));
          else expect(lines).toEqual([]);
        }
      }
    }), { numRuns: 60 });
  });

  test('unique people are never more than participations, and the ledger is the unique figure', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { cells, firstCounts } = rollup(facts, series, []);
      const unique = figure(of(cells, 'people.uniqueTrained', true), 'count').value ?? 0;
      expect(unique).toBeLessThanOrEqual(figure(of(cells, 'people.participations', true), 'count').value ?? 0);
      expect(firstCounts).toHaveLength(unique);
    }));
  });

  test('however periods are drawn, nobody is counted twice', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const merged = { ...facts, periods: [{ id: 'all', from: '2019-01-01', to: '2020-06-30', closed: false }] };
      const sum = (input: CountingFacts) => total(of(rollup(input, series, []).cells, 'people.uniqueTrained', false).filter((cell) => cell.scope === 'period'));
      expect(sum(merged)).toEqual(sum(facts));
    }));
  });

  test('closed periods never move, and restatements keep the total true, over two closings and late changes', () => {
    fc.assert(fc.property(anyFacts, anyFacts, anyFacts, (first, second, third) => {
      const frozen1 = freeze(rollup(first, series, []).cells, 'p1');
      const atSecond = rollup(close(second, 'p1'), series, frozen1).cells;
      const frozen = [...frozen1, ...freeze(atSecond, 'p2')];
      const { cells } = rollup(close(third, 'p1', 'p2'), series, frozen);
      for (const key of summing) {
        expect(total(of(cells, key, false))).toEqual(total(of(cells, key, true)));
        for (const id of ['p1', 'p2']) expect(total(of(cells, key, false).filter((cell) => cell.periodId === id))).toEqual(total(frozen.filter((cell) => cell.measure === key && cell.periodId === id)));
      }
    }));
  });

  test('the records behind a figure add up to it', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { cells, records } = rollup(facts, series, []);
      for (const { key } of catalogue.filter((measure) => measure.key !== 'actionPoints.onTime.share')) {
        const rows = records.filter((row) => row.measure === key);
        expect(Math.round(rows.reduce((sum, row) => sum + row.numerator, 0) * 100)).toBe(Math.round((total(of(cells, key, true))[0] ?? 0) * 100));
      }
    }));
  });

  test('no cell is zero and none is listed twice', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { cells } = rollup(facts, series, []);
      const places = cells.map((cell) => [cell.measure, cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement].join());
      expect(new Set(places).size).toBe(places.length);
      expect(cells.some((cell) => cell.numerator === 0 && (cell.denominator ?? 0) === 0)).toBe(false);
    }));
  });
});

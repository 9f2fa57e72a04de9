import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberInside, sparkPath, stackedBars, targetScale } from '@/components/charts/geometry';

const box = { width: 640, height: 200, top: 12, right: 4, bottom: 24, left: 32 };

describe('stackedBars', () => {
  test('parts stand on one another and zero draws nothing', () => {
    const { columns, base } = stackedBars([{ label: 'Jan', values: { a: 3, b: 1, c: 0 } }], ['a', 'b', 'c'], box);
    const [a, b] = columns[0]?.parts ?? [];
    expect(columns[0]?.parts).toHaveLength(2);
    expect(columns[0]?.total).toBe(4);
    expect((a?.y ?? 0) + (a?.height ?? 0)).toBeCloseTo(base);
    expect((b?.y ?? 0) + (b?.height ?? 0)).toBeCloseTo(a?.y ?? 0);
  });

  test('stays inside the box and keeps heights in proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.nat(5000), b: fc.nat(5000) }), { minLength: 1, maxLength: 40 }), (rows) => {
        const { columns, base, barWidth } = stackedBars(
          rows.map((values, index) => ({ label: String(index), values })),
          ['a', 'b'],
          box,
        );
        for (const [index, column] of columns.entries()) {
          expect(column.x).toBeGreaterThanOrEqual(box.left);
          expect(column.x + barWidth).toBeLessThanOrEqual(box.width - box.right + 0.001);
          expect(column.top).toBeGreaterThanOrEqual(box.top - 0.001);
          expect(column.total).toBe((rows[index]?.a ?? 0) + (rows[index]?.b ?? 0));
        }
        expect(base).toBe(box.height - box.bottom);
      }),
    );
  });

  test('no data draws an empty axis with whole ticks', () => {
    const { columns, ticks } = stackedBars([], ['a'], box);
    expect(columns).toEqual([]);
    expect(ticks.map((tick) => tick.value)).toEqual([0, 1]);
  });
});

describe('targetScale', () => {
  test.each([
    [
      { baseline: 0, actual: 50, expected: 75, target: 100 },
      { actual: 40, expected: 60, target: 80 },
    ],
    [
      { baseline: 40, actual: 30, expected: 25, target: 20 },
      { actual: 40, expected: 60, target: 80 },
    ],
    [
      { baseline: null, actual: 500, expected: null, target: 100 },
      { actual: 100, expected: null, target: 80 },
    ],
    [
      { baseline: 10, actual: 5, expected: 10, target: 20 },
      { actual: 0, expected: 0, target: 80 },
    ],
    [
      { baseline: 0, actual: null, expected: null, target: 3 },
      { actual: null, expected: null, target: 80 },
    ],
    [{ baseline: 0, actual: 1, expected: 1, target: null }, null],
    [{ baseline: 5, actual: 5, expected: 5, target: 5 }, null],
  ])('%j', (facts, expected) => expect(targetScale(facts)).toEqual(expected));
});

test('sparkPath joins what is there', () => {
  expect(sparkPath([0, null, 2], 80, 20)).toBe('M2,18L78,2');
  expect(sparkPath([], 80, 20)).toBe('');
});

test('the number of a bar stands inside it where a line would run through its place, and the bar holds it', () => {
  const bar = { top: 100, bottom: 180 };
  expect([numberInside(bar, [null, 90]), numberInside(bar, [80]), numberInside(bar, [76]), numberInside(bar, [100, 120]), numberInside(bar, [null])]).toEqual([true, true, false, false, false]);
  expect(numberInside({ top: 160, bottom: 180 }, [150]), 'a bar too low').toBe(false);
});

import { expect, test } from 'vitest';
import { drawMap, holds, type Outline, type Point, radius } from '@/lib/places/rules';

const square = (west: number, south: number, size: number): Point[] => [[west, south], [west + size, south], [west + size, south + size], [west, south + size]];
const lands: Outline[] = [{ name: 'Here', rings: [square(18, 42, 2)] }, { name: 'Beside', rings: [square(20, 42, 2)] }, { name: 'Far', rings: [square(100, 0, 5)] }, { name: 'Huge', rings: [square(-170, -60, 100)] }];

test('a point lies within a ring, not beside it and not in its hole', () => {
  const ring = [square(0, 0, 10), square(4, 4, 2)];
  expect([holds(ring, [1, 1]), holds(ring, [5, 5]), holds(ring, [11, 1])]).toEqual([true, false, false]);
});

test('the map shows the country of the places with its neighbours, and nothing far away', () => {
  const map = drawMap(lands, [[19, 43], [18.5, 42.5]]);
  expect(map?.shapes.map(({ name, own }) => [name, own])).toEqual([['Here', true], ['Beside', false]]);
  const [a, b] = [map?.at([19, 43]), map?.at([18.5, 42.5])];
  expect((a?.x ?? 0) > (b?.x ?? 0) && (a?.y ?? 0) < (b?.y ?? 0), 'east is right, north is up').toBe(true);
  expect(a?.x).toBeLessThan(map?.width ?? 0);
  expect(map?.shapes[0]?.path).toMatch(/^M[-\d. L]+Z$/);
});

test('a country far larger than the spread of its places is cut to them; a place without a country is drawn all the same', () => {
  const map = drawMap(lands, [[-120, -10], [-119, -10]]);
  expect(map?.at([-120, -10]).x).toBeGreaterThan(100);
  expect(drawMap(lands, [[60, 60]])?.shapes).toEqual([]);
  expect(drawMap(lands, [])).toBeNull();
});

test('the area of a point tells the number, and the smallest can be seen', () => {
  expect([radius(4, 4), radius(1, 4), radius(1, 10_000)]).toEqual([20, 10, 4]);
});

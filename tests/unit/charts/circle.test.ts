import { expect, test } from 'vitest';
import { circleLayout } from '@/components/charts/circle';

const weights: Record<string, number> = { 'a b': 8, 'a c': 2, 'b d': 4 };
const weight = (a: string, b: string) => weights[a < b ? `${a} ${b}` : `${b} ${a}`] ?? 0;
const box = { size: 200, margin: 20, thickest: 9 };

test('the same network is the same picture to the last digit, whichever way its weights are asked', () => {
  const layout = circleLayout(['a', 'b', 'c', 'd'], weight, box);
  expect(circleLayout(['a', 'b', 'c', 'd'], (a, b) => weight(b, a), box)).toEqual(layout);
  expect(layout.points).toEqual([{ id: 'a', x: 100, y: 20 }, { id: 'b', x: 180, y: 100 }, { id: 'c', x: 100, y: 180 }, { id: 'd', x: 20, y: 100 }]);
  expect(layout.lines.map(({ a, b, width }) => [a, b, width])).toEqual([['a', 'c', 3], ['b', 'd', 5], ['a', 'b', 9]]);
  expect(layout.lines[0]?.path).toBe('M100 20Q100 100 100 180');
});

test('weights move no institution, and nothing is drawn where nothing is shared', () => {
  expect(circleLayout(['a', 'b', 'c'], () => 0, box).lines).toEqual([]);
  expect(circleLayout(['a', 'b', 'c'], () => 1, box).points).toEqual(circleLayout(['a', 'b', 'c'], weight, box).points);
  expect(circleLayout([], weight, box)).toEqual({ points: [], lines: [] });
});

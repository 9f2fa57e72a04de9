import { expect, test } from 'vitest';
import { aroundThem, unitFor } from '@/lib/institutions/rules';
import { slugOf } from '@/lib/projects/rules';

const nodes = [
  { id: 'ministry', parentId: null },
  { id: 'police', parentId: 'ministry' },
  { id: 'unit', parentId: 'police' },
  { id: 'border', parentId: 'police' },
  { id: 'court', parentId: null },
];
const byId = new Map(nodes.map((node) => [node.id, node]));

test('an institution stands for the nearest listed unit at or above it, else for the top of its tree', () => {
  expect(unitFor(byId, 'unit', new Set(['ministry', 'police']))).toBe('police');
  expect(unitFor(byId, 'unit', new Set(['unit', 'ministry']))).toBe('unit');
  expect(unitFor(byId, 'border', new Set(['unit']))).toBe('ministry');
  expect(unitFor(byId, 'unknown', new Set())).toBe('unknown');
});

test('choices hold those named with all above and below, or everything', () => {
  expect(aroundThem(nodes, ['police']).map(({ node, depth }) => [node.id, depth])).toEqual([['ministry', 0], ['police', 1], ['unit', 2], ['border', 2]]);
  expect(aroundThem(nodes, ['border']).map(({ node }) => node.id)).toEqual(['ministry', 'police', 'border']);
  expect(aroundThem(nodes, [])).toHaveLength(5);
});

test('the address comes from the Projects id', () => expect(['PX.0009', 'A/B 1', '.x.'].map(slugOf)).toEqual(['px-0009', 'a-b-1', 'x']));

import { expect, test } from 'vitest';
import { aroundThem, inTreeOrder, pathTo, unitFor, withUnits } from '@/lib/institutions/rules';

const nodes = [{ id: 'desk', parentId: 'border' }, { id: 'border', parentId: 'ministry' }, { id: 'ministry', parentId: null }, { id: 'court', parentId: null }];
const byId = new Map(nodes.map((node) => [node.id, node]));

test('an institution with its units', () => expect([...withUnits(nodes, 'ministry')].sort()).toEqual(['border', 'desk', 'ministry']));
test('the path from the top', () => expect(pathTo(byId, 'desk').map((node) => node.id)).toEqual(['ministry', 'border', 'desk']));
test('a loop ends', () => expect(pathTo(new Map([['a', { id: 'a', parentId: 'b' }], ['b', { id: 'b', parentId: 'a' }]]), 'a').map((node) => node.id)).toEqual(['b', 'a']));
test('tree order with depth', () => expect(inTreeOrder(nodes).map(({ node, depth }) => `${depth}${node.id}`)).toEqual(['0ministry', '1border', '2desk', '0court']));
test('those named, with all above and below; everybody where none is named', () => {
  expect(aroundThem(nodes, ['border']).map(({ node }) => node.id)).toEqual(['ministry', 'border', 'desk']);
  expect(aroundThem(nodes, [])).toHaveLength(4);
});
test('the unit it stands for: the nearest listed, else the top, else itself', () => {
  const listed = new Set(['border', 'ministry']);
  expect([unitFor(byId, 'desk', listed), unitFor(byId, 'desk', new Set()), unitFor(byId, 'unknown', listed)]).toEqual(['border', 'ministry', 'unknown']);
});

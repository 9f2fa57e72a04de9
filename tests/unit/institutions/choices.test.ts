import { expect, test } from 'vitest';
import { choicesWithOthers } from '@/components/people/choices';

const nodes = [
  { id: 'ministry', parentId: null, name: 'Ministry' },
  { id: 'unit', parentId: 'ministry', name: 'Unit' },
  { id: 'desk', parentId: 'unit', name: 'Desk' },
  { id: 'court', parentId: null, name: 'Court' },
];

test('what the project does not list stands last and is told apart; what is above a listed one is not listed either', () => {
  const { options, off } = choicesWithOthers(nodes, [{ institutionId: 'unit' }], 'not on the project');
  expect(options.map(({ label }) => label.trim())).toEqual(['Ministry', 'Unit', 'Desk', 'Court (not on the project)']);
  expect(off).toEqual(['ministry', 'court']);
});

test('a project that lists nobody offers everybody, and nobody is missing from it', () => {
  const { options, off } = choicesWithOthers(nodes, [], 'not on the project');
  expect([options.length, off]).toEqual([4, []]);
});

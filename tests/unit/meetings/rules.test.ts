import { expect, test } from 'vitest';
import { cooperationOf } from '@/lib/meetings/rules';

test('a meeting stands once per pair, and who came most stands first', () => {
  const cooperation = cooperationOf([
    { meetingId: 'm1', unitIds: ['police', 'court', 'police'] },
    { meetingId: 'm2', unitIds: ['police', 'border'] },
    { meetingId: 'm3', unitIds: ['police', 'court'] },
    { meetingId: 'm4', unitIds: [] },
  ]);
  expect(cooperation.units).toEqual(['police', 'court', 'border']);
  expect(cooperation.shared('police', 'court')).toEqual(['m1', 'm3']);
  expect(cooperation.shared('court', 'police')).toEqual(['m1', 'm3']);
  expect(cooperation.shared('court', 'border')).toEqual([]);
  expect(cooperation.shared('police', 'police')).toHaveLength(3);
});

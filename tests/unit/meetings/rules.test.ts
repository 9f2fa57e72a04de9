import { expect, test } from 'vitest';
import { cooperationOf } from '@/lib/meetings/rules';

const { units, shared } = cooperationOf([
  { meetingId: 'm1', unitIds: ['unit', 'border', 'unit'] },
  { meetingId: 'm2', unitIds: ['unit', 'court'] },
  { meetingId: 'm3', unitIds: ['border'] },
]);

test('units stand in order of their meetings, then by id', () => expect(units).toEqual(['border', 'unit', 'court']));
test('pairs share meetings, the same in both directions', () => expect([shared('unit', 'border'), shared('border', 'unit'), shared('border', 'court'), shared('unit', 'unit'), shared('unit', 'nobody'), shared('nobody', 'unit')]).toEqual([['m1'], ['m1'], [], ['m1', 'm2'], [], []]));
test('equal counts keep a fixed order', () => expect(cooperationOf([{ meetingId: 'm', unitIds: ['b', 'a'] }]).units).toEqual(['a', 'b']));

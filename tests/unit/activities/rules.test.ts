import { describe, expect, test } from 'vitest';
import { isActivityKind } from '@/lib/activity-kinds';
import { decidingDate, listChanges, mayDeleteActivity, mayEditActivity, nextReference } from '@/lib/activities/rules';

const record = (reviewState: Parameters<typeof mayEditActivity>[2]['reviewState'], createdBy = 'ann', lastEditedBy = 'ann') => ({ reviewState, createdBy, lastEditedBy });

describe('who may edit (DOMAIN §4)', () => {
  test.each([
    [['staff'], 'bob', record('draft'), true],
    [['staff'], 'bob', record('returned'), false],
    [['staff'], 'ann', record('returned'), true],
    [['staff'], 'bob', record('submitted', 'ann', 'bob'), true],
    [['manager'], 'bob', record('reopened'), true],
    [['manager'], 'bob', record('approved'), false],
    [['admin'], 'ann', record('draft'), false],
    [['donor'], 'ann', record('draft'), false],
  ] as const)('%j as %s on %j: %s', (roles, viewer, facts, expected) => expect(mayEditActivity(roles, viewer, facts)).toBe(expected));
  test('only drafts are deleted', () => expect([mayDeleteActivity(['staff'], 'ann', record('draft')), mayDeleteActivity(['manager'], 'ann', record('returned'))]).toEqual([true, false]));
});

test('references count on', () => expect([nextReference('TR', 0), nextReference('EQ', 1203)]).toEqual(['TR-001', 'EQ-1204']));
test('the end decides, actual before planned', () => {
  const none = { plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null };
  expect([decidingDate({ ...none, plannedStart: 'a', plannedEnd: 'b' }), decidingDate({ ...none, plannedEnd: 'b', actualStart: 'c' }), decidingDate({ ...none, actualStart: 'c', actualEnd: 'd' }), decidingDate(none)]).toEqual(['b', 'c', 'd', null]);
});
test('only rows that differ are changes', () => {
  expect(listChanges([{ id: '1', n: 1 }, { id: '2', n: 1 }], [{ id: '1', n: 1 }, { id: '3', n: 1 }])).toEqual({ before: [{ id: '2', n: 1 }], after: [{ id: '3', n: 1 }] });
  expect(listChanges([{ id: '1' }], [{ id: '1' }])).toBe(null);
});
test('words of an address', () => expect([isActivityKind('training'), isActivityKind('toString')]).toEqual([true, false]));

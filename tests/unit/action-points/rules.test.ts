import { describe, expect, test } from 'vitest';
import { isOverdue, isPending, nextStatuses, stepObstacle } from '@/lib/action-points/rules';
import { actionPointStatuses } from '@/lib/shared/vocabulary';

test('what is verified stays for good', () => expect(nextStatuses('verified')).toEqual([]));
test('pending is open or under way', () => expect(actionPointStatuses.filter(isPending)).toEqual(['open', 'in_progress']));
test('overdue from the day after', () => {
  const due = (status: 'open' | 'done', dueDate: string | null) => isOverdue({ status, dueDate }, '2019-05-02');
  expect([due('open', '2019-05-01'), due('open', '2019-05-02'), due('done', '2019-05-01'), due('open', null)]).toEqual([true, false, false, false]);
});

describe('steps', () => {
  const step = { from: 'open', to: 'done', doneOn: '2019-05-01', dueDate: '2019-06-01', oldDueDate: '2019-06-01' } as const;
  const facts = { today: '2019-05-02', agreedOn: '2019-04-01', doneBy: 'ann', actorId: 'bob' };
  test.each([
    [{}, {}, null],
    [{ from: 'verified' as const }, {}, 'wrongState'],
    [{ from: 'done' as const, to: 'verified' as const }, { actorId: 'ann' }, 'verifyByOther'],
    [{ from: 'done' as const, to: 'verified' as const }, {}, null],
    [{ doneOn: '2019-05-03' }, {}, 'dateInFuture'],
    [{ doneOn: '2019-03-31' }, {}, 'doneBeforeMeeting'],
    [{ doneOn: '2019-03-31' }, { agreedOn: null }, null],
    [{ to: 'in_progress' as const, doneOn: null, dueDate: '2019-03-01' }, {}, 'dueBeforeMeeting'],
    [{ to: 'in_progress' as const, doneOn: null, dueDate: '2019-07-01' }, {}, null],
    [{ to: 'in_progress' as const, doneOn: null, dueDate: null }, {}, null],
    [{ to: 'in_progress' as const, doneOn: null, dueDate: '2019-03-01' }, { agreedOn: null }, null],
    [{ doneOn: null }, {}, null],
  ])('%j %j → %s', (given, about, expected) => expect(stepObstacle({ ...step, ...given }, { ...facts, ...about })?.reason ?? null).toBe(expected));
});

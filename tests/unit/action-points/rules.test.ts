import { describe, expect, test } from 'vitest';
import { isOverdue, isPending, nextStatuses, stepObstacle } from '@/lib/action-points/rules';
import { actionPointStatuses } from '@/lib/shared/vocabulary';

const facts = { today: '2019-06-01', agreedOn: '2019-03-10', doneBy: 'somebody', actorId: 'me', needsEvidence: false };
const step = { from: 'open' as const, to: 'done' as const, doneOn: '2019-05-01', dueDate: '2019-04-01', oldDueDate: '2019-04-01' };

test('what is verified stays, everything else leads on', () => {
  expect(actionPointStatuses.filter((status) => nextStatuses(status).length === 0)).toEqual(['verified']);
  expect(actionPointStatuses.filter(isPending)).toEqual(['open', 'in_progress']);
});

test('overdue is pending and due before today', () => {
  expect(isOverdue({ status: 'open', dueDate: '2019-05-31' }, facts.today)).toBe(true);
  expect(isOverdue({ status: 'open', dueDate: '2019-06-01' }, facts.today)).toBe(false);
  expect(isOverdue({ status: 'done', dueDate: '2019-05-31' }, facts.today)).toBe(false);
  expect(isOverdue({ status: 'in_progress', dueDate: null }, facts.today)).toBe(false);
});

describe('a step is refused', () => {
  test.each(['done', 'verified'] as const)('high priority without evidence is not %s', (to) => {
    const from = to === 'done' ? ('open' as const) : ('done' as const);
    expect(stepObstacle({ ...step, from, to }, { ...facts, needsEvidence: true })).toEqual({ reason: 'evidenceNeeded', field: 'status' });
    expect(stepObstacle({ ...step, to: 'dropped' }, { ...facts, needsEvidence: true })).toBeNull();
  });
  test('where it does not lead from here', () => expect(stepObstacle({ ...step, from: 'verified' }, facts)).toEqual({ reason: 'wrongState', field: 'status' }));
  test('when done in the future or before the meeting', () => {
    expect(stepObstacle({ ...step, doneOn: '2019-06-02' }, facts)).toEqual({ reason: 'dateInFuture', field: 'doneOn' });
    expect(stepObstacle({ ...step, doneOn: '2019-03-09' }, facts)).toEqual({ reason: 'doneBeforeMeeting', field: 'doneOn' });
  });
  test('when who marked it done would verify it', () => {
    const verify = { ...step, from: 'done' as const, to: 'verified' as const };
    expect(stepObstacle(verify, { ...facts, doneBy: 'me' })).toEqual({ reason: 'verifyByOther', field: 'status' });
    expect(stepObstacle(verify, facts)).toBeNull();
  });
  test('when it would fall due before the meeting', () => {
    const moved = { ...step, to: 'in_progress' as const, dueDate: '2019-03-01' };
    expect(stepObstacle(moved, facts)).toEqual({ reason: 'dueBeforeMeeting', field: 'dueDate' });
    expect(stepObstacle({ ...moved, dueDate: '2019-09-01' }, facts)).toBeNull();
    expect(stepObstacle(moved, { ...facts, agreedOn: null })).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { approvalObstacle, missing, needsReason, nextState, requiredEvidence, type SubmissionFacts } from '@/lib/review/rules';
import { activityKinds, reviewStates, reviewSteps } from '@/lib/shared/vocabulary';

describe('steps (DOMAIN §3)', () => {
  test('exactly these transitions exist', () => {
    const possible = reviewSteps.flatMap((step) => reviewStates.flatMap((state) => (nextState(state, step) ? [`${state} ${step}`] : [])));
    expect(possible.sort()).toEqual(['approved reopened', 'draft submitted', 'reopened submitted', 'reopened withdrawn', 'returned submitted', 'returned withdrawn', 'submitted approved', 'submitted returned', 'submitted withdrawn', 'withdrawn submitted']);
  });
  test('returning, reopening and withdrawing say why', () => expect(reviewSteps.filter(needsReason)).toEqual(['returned', 'reopened', 'withdrawn']));
});

describe('four eyes', () => {
  const facts = { actorId: 'me', createdBy: 'ann', lastEditedBy: 'ann', isManager: true, isAdmin: false, otherManagers: 1 };
  test.each([
    [{}, null],
    [{ createdBy: 'me' }, 'fourEyes'],
    [{ lastEditedBy: 'me' }, 'fourEyes'],
    [{ isManager: false }, 'forbidden'],
    [{ isManager: false, isAdmin: true }, 'managersApprove'],
    [{ isManager: false, isAdmin: true, otherManagers: 0 }, null],
    [{ isManager: false, isAdmin: true, otherManagers: 0, createdBy: 'me' }, 'fourEyes'],
  ])('%j → %s', (given, expected) => expect(approvalObstacle({ ...facts, ...given })).toBe(expected));
});

describe('what submitting needs', () => {
  const complete: SubmissionFacts = { kind: 'training', title: 'T', outputs: 1, place: 'Bar', implementation: 'completed', actualStart: '2019-03-04', actualEnd: '2019-03-05', sessionDates: ['2019-03-04', '2019-03-05'], attendees: 3, agendaItems: 1, agendaFile: false, recipient: 'unit', items: [{ value: 1, usdRate: 1 }], gaps: [], unconfirmed: [] };
  const lacks = (given: Partial<SubmissionFacts>) => missing({ ...complete, ...given }).map((rule) => rule.key);
  test.each(activityKinds)('a complete %s lacks nothing', (kind) => expect(lacks({ kind })).toEqual([]));
  test.each([
    [{ title: ' ' }, 'title'],
    [{ implementation: 'planned' }, 'completed'],
    [{ actualEnd: null }, 'dates'],
    [{ outputs: 0 }, 'output'],
    [{ place: null }, 'place'],
    [{ sessionDates: [] }, 'sessions'],
    [{ sessionDates: ['2019-03-06'] }, 'sessionDates'],
    [{ sessionDates: [null] }, 'sessionDates'],
    [{ attendees: 0 }, 'participants'],
    [{ gaps: ['signed_list'] }, 'signed_list'],
    [{ gaps: ['agenda'] }, 'agenda'],
    [{ kind: 'meeting' as const, agendaItems: 0 }, 'agendaItems'],
    [{ kind: 'meeting' as const, gaps: ['minutes'] }, 'minutes'],
    [{ kind: 'equipment' as const, recipient: null }, 'recipient'],
    [{ kind: 'equipment' as const, items: [] }, 'items'],
    [{ kind: 'equipment' as const, items: [{ value: null, usdRate: null }] }, 'values'],
    [{ kind: 'equipment' as const, gaps: ['certificate'] }, 'certificate'],
  ])('%j lacks %s', (given, expected) => expect(lacks(given)).toContain(expected));
  test('an agenda as a file stands for its items', () => expect(lacks({ kind: 'meeting', agendaItems: 0, agendaFile: true })).toEqual([]));
  test('needed evidence by kind', () => expect(activityKinds.map(requiredEvidence)).toEqual([['agenda', 'signed_list'], ['certificate'], ['minutes']]));
});

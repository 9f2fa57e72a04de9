import { describe, expect, test } from 'vitest';
import { combined, type Mergeable, mergeObstacle, suggested, undoable } from '@/lib/people/rules/merge';
import { participantReferences, personReferences, treated } from '@/lib/people/rules/references';
import { isDue, keptUntil } from '@/lib/people/rules/retention';

const person = (given: Partial<Mergeable> = {}): Mergeable => ({ givenName: 'Ana', familyName: 'Test', sex: 'not_stated', birthYear: null, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null, retainUntil: null, ...given });

describe('who may merge', () => {
  test.each([
    ['a manager of the one project that knows both', { isAdmin: false, managed: ['p'], knowBoth: ['p'] }, null],
    ['a manager where another project knows both', { isAdmin: false, managed: ['p'], knowBoth: ['p', 'q'] }, 'mergeElsewhere'],
    ['a manager of both projects', { isAdmin: false, managed: ['p', 'q'], knowBoth: ['p', 'q'] }, null],
    ['an administrator, as an exception', { isAdmin: true, managed: [], knowBoth: ['p', 'q'] }, null],
    ['nobody, where no project knows both', { isAdmin: true, managed: ['p'], knowBoth: [] }, 'mergeKnowsBoth'],
  ])('%s', (_who, facts, obstacle) => expect(mergeObstacle(facts)).toBe(obstacle));
});

describe('what is offered first', () => {
  test('what only one knows, else the kept one’s', () => {
    expect(suggested('sex', person(), person({ sex: 'female' }))).toBe('merged');
    expect(suggested('sex', person({ sex: 'male' }), person({ sex: 'female' }))).toBe('kept');
    expect(suggested('email', person(), person())).toBe('kept');
    expect(suggested('birthYear', person(), person({ birthYear: 1980 }))).toBe('merged');
  });
  test('the later retention date', () => {
    expect(suggested('retainUntil', person({ retainUntil: '2020-01-01' }), person({ retainUntil: '2021-01-01' }))).toBe('merged');
    expect(suggested('retainUntil', person({ retainUntil: '2022-01-01' }), person({ retainUntil: '2021-01-01' }))).toBe('kept');
    expect(suggested('retainUntil', person(), person({ retainUntil: '2021-01-01' }))).toBe('merged');
  });
});

test('one participant out of two: trainees stay trainees, gaps are filled', () => {
  const [kept, merged] = [{ role: 'observer' as const, institutionId: null, post: null, preScore: '40', postScore: null }, { role: 'trainee' as const, institutionId: 'unit', post: 'Head', preScore: '50', postScore: '80' }];
  expect(combined(kept, merged)).toEqual({ role: 'trainee', institutionId: 'unit', post: 'Head', preScore: '40', postScore: '80' });
  expect(combined(merged, kept).role).toBe('trainee');
  expect(combined({ ...kept, role: 'chair' }, { ...kept, role: 'member' }).role).toBe('chair');
});

test('a merge can be undone for thirty days', () => {
  const at = new Date('2020-01-01T00:00:00Z');
  expect([undoable(at, new Date('2020-01-31T00:00:00Z')), undoable(at, new Date('2020-01-31T00:00:01Z'))]).toEqual([true, false]);
});

test('references name a table and a column each', () => {
  for (const { table, column } of [...treated(personReferences, 'combined'), ...treated(participantReferences, 'combined')]) expect(table && column).toBeTruthy();
  expect(treated(personReferences, 'moved')).toContainEqual({ table: 'action_points', column: 'person_id' });
});

test('a person is kept through the day itself, 24 months after the end', () => {
  expect([keptUntil({ endDate: '2019-07-31', retentionMonths: 24 }), keptUntil({ endDate: '2019-07-31', retentionMonths: 1 }), keptUntil({ endDate: null, retentionMonths: 24 })]).toEqual(['2021-07-31', '2019-08-31', null]);
  expect([isDue('2021-07-31', '2021-07-31'), isDue('2021-07-31', '2021-08-01'), isDue(null, '2090-01-01')]).toEqual([false, true, false]);
});

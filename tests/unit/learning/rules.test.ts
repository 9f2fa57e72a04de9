import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followUpStanding, isOpen, responseRate } from '@/lib/learning/rules/follow-up';
import { type LevelFacts, levelStates } from '@/lib/learning/rules/levels';
import { defaultItems, questionnaireResult } from '@/lib/learning/rules/questionnaire';

const given = (n: number, scores: [string, number, number][] = [], comments: string[] = []) => ({ n, comments, items: ['a', 'b'], scores: scores.map(([itemId, score, count]) => ({ itemId, score, count })) });

test('below five nothing is shown but how many there are', () => {
  const result = questionnaireResult(given(4, [['a', 5, 4]], ['I was the only woman there.']), 5);
  expect(result).toEqual({ n: 4, least: 5, shown: false, items: [{ itemId: 'a', n: null, mean: null, counts: null }, { itemId: 'b', n: null, mean: null, counts: null }], mean: null, comments: [] });
  expect(JSON.stringify(result)).not.toContain('woman');
});

test('from five on means come from scores, and a statement that few answered stays hidden', () => {
  const result = questionnaireResult(given(6, [['a', 5, 3], ['a', 2, 3], ['b', 1, 4]], ['ž', 'a', 'č']), 5);
  expect(result.items).toEqual([{ itemId: 'a', n: 6, mean: 3.5, counts: [0, 3, 0, 0, 3] }, { itemId: 'b', n: null, mean: null, counts: null }]);
  expect([result.shown, result.mean, result.comments]).toEqual([true, 3.5, ['a', 'č', 'ž']]);
});

test('a project may raise the limit, never lower it', () => {
  expect(questionnaireResult(given(7, [['a', 5, 7]]), 8)).toMatchObject({ shown: false, least: 8 });
  expect(questionnaireResult(given(4, [['a', 5, 4]]), 1)).toMatchObject({ shown: false, least: 5 });
});

test('law: whatever is shown of a statement rests on at least the least', () => {
  const counts = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  fc.assert(
    fc.property(fc.nat(30), counts, fc.integer({ min: 5, max: 12 }), (n, scores, minimum) => {
      const result = questionnaireResult(given(n, scores as [string, number, number][], ['x']), minimum);
      for (const item of result.items) if (item.n !== null) expect(item.n >= minimum && result.shown).toBe(true);
      if (n < minimum) expect(result.comments).toEqual([]);
      if (result.mean !== null) expect(result.mean >= 1 && result.mean <= 5).toBe(true);
    }),
  );
});

test('the default questionnaire stands in both languages', () => {
  expect(defaultItems.length).toBeGreaterThanOrEqual(5);
  for (const item of defaultItems) expect(item.textEn !== item.textCnr && item.textEn.length > 0 && item.textCnr.length > 0).toBe(true);
});

const row = (over: Partial<{ dueOn: string; answeredOn: string | null; applied: boolean | null; supervisorConfirmed: boolean | null }> = {}) => ({ dueOn: '2019-06-05', answeredOn: null, applied: null, supervisorConfirmed: null, ...over });
test.each([
  ['before its day', row({ dueOn: '2019-06-06' }), 'later'],
  ['on its day', row(), 'due'],
  ['with the supervisor first', row({ supervisorConfirmed: true }), 'due'],
  ['applied, not confirmed', row({ answeredOn: '2019-06-04', applied: true }), 'supervisor'],
  ['applied and confirmed', row({ answeredOn: '2019-06-04', applied: true, supervisorConfirmed: true }), 'settled'],
  ['applied and denied', row({ answeredOn: '2019-06-04', applied: true, supervisorConfirmed: false }), 'settled'],
  ['not applied: nothing to confirm', row({ answeredOn: '2019-06-04', applied: false }), 'settled'],
])('a follow-up %s', (_what, facts, standing) => {
  expect(followUpStanding(facts, '2019-06-05')).toBe(standing);
  expect(isOpen(facts)).toBe(standing !== 'settled');
});

test('no follow-up due is no rate', () => {
  expect(responseRate({ due: 0, answered: 0 })).toBeNull();
  expect(responseRate({ due: 4, answered: 3 })).toBe(0.75);
});

const facts = (over: Partial<LevelFacts> = {}): LevelFacts => ({ satisfaction: { n: 0, shown: false }, tests: { tested: 0 }, followUps: { due: 0, answered: 0 }, indicators: { total: 0, withValue: 0 }, ...over });
test('each level speaks from its own data only', () => {
  expect(levelStates(facts())).toEqual({ reaction: 'none', learning: 'none', behaviour: 'none', results: 'none' });
  expect(levelStates(facts({ satisfaction: { n: 3, shown: false }, followUps: { due: 4, answered: 0 }, indicators: { total: 2, withValue: 0 } }))).toEqual({ reaction: 'few', learning: 'none', behaviour: 'waiting', results: 'waiting' });
  expect(levelStates(facts({ satisfaction: { n: 8, shown: true }, tests: { tested: 1 }, followUps: { due: 4, answered: 1 }, indicators: { total: 2, withValue: 1 } }))).toEqual({ reaction: 'data', learning: 'data', behaviour: 'data', results: 'data' });
});

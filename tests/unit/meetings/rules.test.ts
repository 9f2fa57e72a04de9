import { expect, test } from 'vitest';
import { settleObstacle } from '@/lib/meetings/rules';

const facts = { today: '2019-06-01', takenOn: '2019-03-10' };

test('a decision is settled between its meeting and today; open needs no day', () => {
  const of = (settledOn: string | null, state: 'open' | 'implemented' | 'dropped' = 'implemented', given = facts) => settleObstacle({ state, settledOn }, given)?.reason ?? null;
  expect([of('2019-03-10'), of('2019-06-01', 'dropped'), of(null), of('2030-01-01', 'open')]).toEqual([null, null, null, null]);
  expect([of('2019-06-02'), of('2019-03-09', 'dropped')]).toEqual(['dateInFuture', 'beforeMeeting']);
  expect(settleObstacle({ state: 'implemented', settledOn: '2019-01-01' }, { ...facts, takenOn: null })).toBeNull();
});

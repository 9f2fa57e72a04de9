import { expect, test } from 'vitest';
import { expectations, settleObstacle } from '@/lib/meetings/rules';

const facts = { today: '2019-06-01', takenOn: '2019-03-10' };

test('a decision is settled between its meeting and today; open needs no day', () => {
  const of = (settledOn: string | null, state: 'open' | 'implemented' | 'dropped' = 'implemented', given = facts) => settleObstacle({ state, settledOn }, given)?.reason ?? null;
  expect([of('2019-03-10'), of('2019-06-01', 'dropped'), of(null), of('2030-01-01', 'open')]).toEqual([null, null, null, null]);
  expect([of('2019-06-02'), of('2019-03-09', 'dropped')]).toEqual(['dateInFuture', 'beforeMeeting']);
  expect(settleObstacle({ state: 'implemented', settledOn: '2019-01-01' }, { ...facts, takenOn: null })).toBeNull();
});

test('expected and present: names fill the number asked for, unnamed people what is left of it; walk-ins are present, never expected', () => {
  const named = (institutionId: string | null, ...present: boolean[]) => present.map((one) => ({ institutionId, present: one }));
  const rows = expectations({
    expected: [{ institutionId: 'unit', count: 3 }, { institutionId: 'border', count: 2 }, { institutionId: 'court', count: 4 }],
    participants: [...named('unit', true, true, false, true), ...named('border', true), ...named(null, true)],
    headcounts: [{ institutionId: 'border', count: 3 }, { institutionId: 'police', count: 2 }],
  });
  expect(Object.fromEntries(rows.map(({ institutionId, ...row }) => [institutionId, row]))).toEqual({
    unit: { expected: 4, present: 3, came: 3 },
    border: { expected: 2, present: 4, came: 2 },
    court: { expected: 4, present: 0, came: 0 },
    police: { expected: 0, present: 2, came: 0 },
    null: { expected: 1, present: 1, came: 1 },
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairsOf } from '@/lib/indicators/rules/cooperation';
import type { CountingFacts } from '@/lib/indicators/rules/facts';
import { aParticipant, anActivity, anyFacts, someFacts } from '../../support/facts';

const seen = (facts: CountingFacts, level: string) => pairsOf(facts).filter((row) => row.level === level).map(({ periodId, kind, a, b, events, people, women }) => [periodId, kind, a, b, events, people, women].join(' ')).sort();

test('a meeting stands once per pair whatever the number of its units and people; the implementer stands in none', () => {
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting' })],
    participants: [
      aParticipant('m', 'one', { institutionId: 'unit' }),
      aParticipant('m', 'two', { institutionId: 'desk', sex: 'male' }),
      aParticipant('m', 'three', { institutionId: 'prosecutor' }),
      aParticipant('m', 'absent', { institutionId: 'albania', sessionsPresent: 0 }),
      aParticipant('m', 'ours', { institutionId: 'implementer' }),
    ],
    headcounts: [{ activityId: 'm', institutionId: 'prosecutor', sex: 'female', count: 4 }],
  });
  expect(seen(facts, 'top')).toEqual(['p1 meeting ministry ministry 1 2 1', 'p1 meeting ministry prosecutor 1 7 6', 'p1 meeting prosecutor prosecutor 1 5 5']);
  expect(seen(facts, 'unit')).toEqual(['p1 meeting border border 1 1 0', 'p1 meeting border prosecutor 1 6 5', 'p1 meeting border unit 1 2 1', 'p1 meeting prosecutor prosecutor 1 5 5', 'p1 meeting prosecutor unit 1 6 6', 'p1 meeting unit unit 1 1 1']);
  expect(seen(facts, 'recorded')).toContain('p1 meeting desk prosecutor 1 6 5');
  expect(seen(facts, 'country')).toEqual(['p1 meeting ME ME 1 7 6']);
});

test('an action point is common to who is responsible and each who was there when it was agreed; dropped ones and those of no activity are not', () => {
  const point = { id: 'x', activityId: 'm', institutionId: 'border', firstDueDate: '2019-09-01', doneOn: null, dropped: false, restricted: false };
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting' })],
    participants: [aParticipant('m', 'one', { institutionId: 'unit' }), aParticipant('m', 'two', { institutionId: 'prosecutor' })],
    actionPoints: [point, { ...point, id: 'dropped', dropped: true }, { ...point, id: 'alone', activityId: null }, { ...point, id: 'ours', institutionId: 'implementer' }, { ...point, id: 'nobody', institutionId: null }],
  });
  expect(seen(facts, 'unit').filter((row) => row.includes('actionPoint'))).toEqual(['p1 actionPoint border border 1 0 0', 'p1 actionPoint border prosecutor 1 0 0', 'p1 actionPoint border unit 1 0 0']);
});

/** Events of two institutions by asking each activity anew: an aggregate without the rule's maps. */
function plainEvents(facts: CountingFacts, x: string, y: string): number {
  const there = (activityId: string, institutionId: string) =>
    facts.participants.some((row) => row.activityId === activityId && row.institutionId === institutionId && row.sessionsPresent > 0) || facts.headcounts.some((row) => row.activityId === activityId && row.institutionId === institutionId);
  return facts.activities.filter(({ id, kind, endDate }) => kind !== 'equipment' && endDate <= facts.today && there(id, x) && there(id, y)).length;
}

test('law: every pair equals the plain aggregate, asked from either side, and stands once per period and kind', () => {
  const places = ['ministry', 'unit', 'border', 'desk', 'prosecutor', 'albania'];
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const rows = pairsOf(facts);
      expect(new Set(rows.map((row) => [row.level, row.periodId, row.kind, row.a, row.b, row.restricted].join())).size).toBe(rows.length);
      expect(rows.every((row) => row.a <= row.b && row.women <= row.people && row.events > 0)).toBe(true);
      const events = (x: string, y: string) => rows.filter((row) => row.level === 'recorded' && row.kind !== 'actionPoint' && row.a === (x < y ? x : y) && row.b === (x < y ? y : x)).reduce((sum, row) => sum + row.events, 0);
      for (const x of places) for (const y of places) expect(events(x, y)).toBe(plainEvents(facts, x, y));
    }),
  );
});

test('law: whoever stood for an institution that counts stands on the diagonal once per event', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const counted = new Map(facts.activities.filter(({ kind, endDate }) => kind !== 'equipment' && endDate <= facts.today).map((activity) => [activity.id, activity]));
      const named = facts.participants.filter((row) => counted.has(row.activityId) && row.sessionsPresent > 0 && row.institutionId !== null && row.institutionId !== 'implementer').length;
      const unnamed = facts.headcounts.filter((row) => counted.has(row.activityId)).reduce((sum, row) => sum + row.count, 0);
      for (const level of ['recorded', 'unit', 'top']) expect(pairsOf(facts).filter((row) => row.level === level && row.a === row.b).reduce((sum, row) => sum + row.people, 0)).toBe(named + unnamed);
    }),
  );
});

test('what was restricted stands in rows of its own: a meeting, and an action point under a restricted item', () => {
  const there = (id: string) => [aParticipant(id, `${id}1`, { institutionId: 'unit' }), aParticipant(id, `${id}2`, { institutionId: 'prosecutor' })];
  const point = { institutionId: 'unit', firstDueDate: '2019-09-01', doneOn: null, dropped: false };
  const facts = someFacts({
    activities: [anActivity('open', { kind: 'meeting' }), anActivity('closed', { kind: 'meeting', restricted: true })],
    participants: [...there('open'), ...there('closed')],
    actionPoints: [{ ...point, id: 'a', activityId: 'open', restricted: false }, { ...point, id: 'b', activityId: 'open', restricted: true }, { ...point, id: 'c', activityId: 'closed', restricted: false }],
  });
  const rows = pairsOf(facts).filter((row) => row.level === 'unit' && row.a === 'prosecutor' && row.b === 'unit');
  expect(rows.map((row) => [row.kind, row.restricted, row.events]).sort()).toEqual([['actionPoint', false, 1], ['actionPoint', true, 2], ['meeting', false, 1], ['meeting', true, 1]]);
});

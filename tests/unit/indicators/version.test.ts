import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { pairsOf } from '@/lib/indicators/rules/cooperation';
import { rollup } from '@/lib/indicators/rules/rollup';
import { countingVersion } from '@/lib/indicators/rules/version';
import { aParticipant, anActivity, someFacts } from '../../support/facts';

/** A little of everything that is counted. */
const facts = someFacts({
  activities: [
    anActivity('t1', { topics: ['law', 'interview'], placeId: 'bar', sessions: 2 }),
    anActivity('t2', { endDate: '2019-09-02' }),
    anActivity('m1', { kind: 'meeting', type: 'regional', endDate: '2019-04-10', placeId: 'bar' }),
    anActivity('m2', { kind: 'meeting', type: 'coordination', endDate: '2019-08-10', restricted: true }),
    anActivity('h1', { kind: 'equipment', type: null, endDate: '2019-05-20', sessions: 0 }),
  ],
  participants: [
    aParticipant('t1', 'a', { sessionsPresent: 2, birthYear: 1980, preScore: 40, postScore: 70 }),
    aParticipant('t1', 'b', { sessionsPresent: 1, sex: 'male', institutionId: 'border' }),
    aParticipant('t2', 'a', {}),
    aParticipant('t2', 'c', { sex: 'not_stated', institutionId: 'prosecutor' }),
    ...['m1', 'm2'].flatMap((id) => [aParticipant(id, 'a', { role: 'member' }), aParticipant(id, 'd', { role: 'member', institutionId: 'albania', sex: 'male' }), aParticipant(id, 'e', { role: 'member', institutionId: 'prosecutor', sessionsPresent: 0 })]),
  ],
  headcounts: [{ activityId: 't1', institutionId: 'border', sex: 'female', count: 3 }, { activityId: 'm1', institutionId: 'border', sex: 'not_stated', count: 2 }],
  items: [{ id: 'i1', activityId: 'h1', recipientInstitutionId: 'unit', quantity: 2, valueUsd: 240, signed: true }, { id: 'i2', activityId: 'h1', recipientInstitutionId: 'border', quantity: 1, valueUsd: null, signed: true }],
  checks: [{ itemId: 'i1', checkedOn: '2019-09-01', inUse: true, condition: 'good' }],
  actionPoints: [
    { id: 'p1', activityId: 'm1', institutionId: 'unit', firstDueDate: '2019-05-01', doneOn: '2019-04-20', dropped: false, restricted: false },
    { id: 'p2', activityId: 'm2', institutionId: 'border', firstDueDate: '2019-09-01', doneOn: null, dropped: false, restricted: true },
  ],
  expected: [{ activityId: 'm1', institutionId: 'border', count: 4 }],
  decisions: [{ id: 'd1', activityId: 'm1', implementedOn: '2019-06-01', droppedOn: null }, { id: 'd2', activityId: 'm2', implementedOn: null, droppedOn: null }],
  followUps: [{ activityId: 't1', personId: 'a', institutionId: 'unit', sex: 'female', dueOn: '2019-09-05', answeredOn: '2019-09-10', applied: true, supervisorConfirmed: true }],
  posts: [{ personId: 'a', institutionId: 'unit', from: '2018-01-01', to: null }],
});
const indicators = catalogue.map(({ key }) => ({ measure: key, indicatorId: `i ${key}`, filter: {} }));
const series = [...catalogue.map(({ key }) => ({ measure: key, indicatorId: null, filter: {} })), ...indicators];

/** The same for the same figures, in whatever order they come. */
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

test('figures stored by this version of the counting are what they were; where they change, raise countingVersion and write both here', () => {
  const { cells, parts, records, firstCounts } = rollup(facts, series, []);
  const stored = [cells, parts, records, firstCounts, pairsOf(facts)].map(lines);
  for (const one of catalogue) expect(cells.some(({ measure }) => measure === one.key), `nothing here counts for ${one.key}`).toBe(true);
  const sha = createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 16);
  expect({ countingVersion, sha }).toEqual({ countingVersion: 1, sha: 'ea8137ce7be662eb' });
});

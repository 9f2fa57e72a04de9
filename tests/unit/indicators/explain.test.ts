import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue, findMeasure } from '@/lib/indicators/rules/catalogue';
import { explainAsked } from '@/lib/indicators/rules/explain/asked';
import { explain, reasonsOf } from '@/lib/indicators/rules/explain/explain';
import { explainReadings, type ReadingFact } from '@/lib/indicators/rules/explain/readings';
import { standings } from '@/lib/indicators/rules/explain/verdict';
import type { CountingFacts, MeasureFilter } from '@/lib/indicators/rules/facts';
import { figure } from '@/lib/indicators/rules/figures';
import { rollup } from '@/lib/indicators/rules/rollup';
import { newId } from '@/lib/shared/ids';
import { anActivity, anyFacts, aParticipant, periods, someFacts } from '../../support/facts';

/** The same project as an explanation sees it: beside what counts stand records that do not, and what belongs to them. */
const withRest = fc.tuple(anyFacts, anyFacts, fc.array(fc.constantFrom(...standings), { minLength: 10, maxLength: 10 })).map(([counted, rest, standing]): { counted: CountingFacts; all: CountingFacts } => {
  const apart = (id: string | null) => id && `x${id}`;
  const other = {
    activities: rest.activities.map((activity, n) => ({ ...activity, id: `x${activity.id}`, standing: standing[n] ?? null, ...(standing[n] === 'undated' && { endDate: '' }) })),
    participants: rest.participants.map((row) => ({ ...row, activityId: `x${row.activityId}` })),
    headcounts: rest.headcounts.map((row) => ({ ...row, activityId: `x${row.activityId}` })),
    items: [...rest.items.map((item) => ({ ...item, id: `x${item.id}`, activityId: apart(item.activityId) })), { id: 'shelf', activityId: null, recipientInstitutionId: null, quantity: 1, valueUsd: 5, signed: false }],
    checks: rest.checks.map((check) => ({ ...check, itemId: `x${check.itemId}` })),
    decisions: rest.decisions.map((decision) => ({ ...decision, id: `x${decision.id}`, activityId: `x${decision.activityId}` })),
    actionPoints: [{ id: 'undated', activityId: null, institutionId: null, firstDueDate: null, doneOn: null, dropped: false }, ...rest.activities.map((activity, n) => ({ id: `xp${n}`, activityId: `x${activity.id}`, institutionId: null, firstDueDate: '2019-05-01', doneOn: '2019-04-01', dropped: false }))],
  };
  const join = Object.fromEntries(Object.entries(other).map(([part, rows]) => [part, [...counted[part as 'items'], ...(rows as CountingFacts['items'])]]));
  return { counted, all: { ...counted, ...join } };
});
const anyFilter: fc.Arbitrary<MeasureFilter> = fc.constantFrom<MeasureFilter>({}, {}, { institutionId: 'ministry' }, { institutionId: 'border' }, { regional: true }, { regional: false }, { outputId: 'o1' }, { outputId: 'o2' }, { type: 'course' });

describe('an explanation and the figure are one', () => {
  test.each(catalogue)('$key: what is counted makes the figure of the roll-up, in all and in every period, whatever else stands beside it', (measure) => {
    fc.assert(fc.property(withRest, anyFilter, ({ counted, all }, filter) => {
      const { cells } = rollup(counted, [{ measure: measure.key, indicatorId: 'i', filter }], []);
      for (const period of [null, ...counted.periods]) {
        const own = cells.filter((cell) => (period ? cell.periodId === period.id : cell.scope === 'cumulative'));
        const found = explain(all, measure, filter, period);
        expect(found.figure).toEqual(figure(own, measure.unit));
        // Nothing is looked at and lost: the counted and the left out are what was judged.
        expect(found.counted.length + found.leftOut.length).toBe(explain(all, measure, filter, null).counted.length + explain(all, measure, filter, null).leftOut.length);
      }
    }), { numRuns: 40 });
  });
});

const why = (key: string, facts: CountingFacts, filter: MeasureFilter = {}) => {
  const measure = findMeasure(key);
  return measure ? explain(facts, measure, filter, null).leftOut.map(({ subject, reason, n }) => [subject.id, reason.key, n]) : null;
};

describe('each thing left out says why', () => {
  const facts = someFacts({
    activities: [anActivity('t1', { sessions: 5 }), anActivity('t2', { endDate: '2019-08-01' }), anActivity('waits', { standing: 'submitted' }), anActivity('off', { standing: 'cancelled' })],
    participants: [
      aParticipant('t1', 'ana', { sessionsPresent: 5, preScore: 10 }),
      aParticipant('t1', 'goran', { sessionsPresent: 3 }),
      aParticipant('t1', 'vera', { sessionsPresent: 0 }),
      aParticipant('t1', 'trainer', { role: 'trainer', sessionsPresent: 5 }),
      aParticipant('t2', 'ana'),
      aParticipant('t2', 'iva', { institutionId: 'prosecutor' }),
      aParticipant('waits', 'new'),
      aParticipant('waits', 'other'),
    ],
    headcounts: [{ activityId: 't2', institutionId: 'border', sex: 'male', count: 4 }],
  });
  test('people trained', () => {
    expect(why('people.uniqueTrained', facts, { institutionId: 'ministry' })).toEqual([['ana', 'countedBefore', 1], ['off', 'cancelled', 0], ['goran', 'belowThreshold', 1], ['vera', 'absent', 1], ['trainer', 'notTrainee', 1], ['waits', 'submitted', 2], ['iva', 'otherInstitution', 1], ['border', 'unnamed', 4]]);
    const measure = findMeasure('people.uniqueTrained');
    const [before] = measure ? explain(facts, measure, {}, null).leftOut : [];
    expect(before?.reason).toEqual({ key: 'countedBefore', activityId: 't1' });
    expect(measure && explain(facts, measure, {}, periods[1] ?? null).leftOut.find(({ reason }) => reason.key === 'otherPeriod')?.subject.id).toBe('ana');
    expect(measure && reasonsOf(explain(facts, measure, {}, null).leftOut).map(({ key, n }) => [key, n])).toContainEqual(['submitted', 2]);
  });
  test('participations, attendances, unnamed, scores', () => {
    expect(why('people.participations', facts)?.map(([id]) => id)).toEqual(['off', 'goran', 'vera', 'trainer', 'waits', 'border']);
    expect(why('people.attendances', facts)).toEqual([['off', 'cancelled', 0], ['vera', 'absent', 1], ['trainer', 'notTrainee', 1], ['waits', 'submitted', 2]]);
    expect(why('people.unnamed', facts, { institutionId: 'prosecutor' })).toEqual([['border', 'otherInstitution', 4]]);
    expect(why('scores.gained20.share', facts)?.slice(0, 2)).toEqual([['ana', 'notTested', 1], ['ana', 'notTested', 1]]);
  });
  test('filters of activities', () => {
    expect(why('trainings.delivered', facts, { type: 'workshop' })).toEqual([['off', 'cancelled', 1], ['t1', 'otherType', 1], ['waits', 'submitted', 1], ['t2', 'otherType', 1]]);
    expect(why('trainings.delivered', facts, { topic: 'x' })?.[1]).toEqual(['t1', 'otherTopic', 1]);
    expect(why('trainings.delivered', facts, { outputId: 'o2' })?.[1]).toEqual(['t1', 'otherOutput', 1]);
    expect(why('trainings.delivered', facts, { regional: true })?.[1]).toEqual(['t1', 'notRegional', 1]);
    expect(why('trainings.delivered', facts, { institutionId: 'prosecutor' })?.[1]).toEqual(['t1', 'otherInstitution', 1]);
  });
  test('meetings and who takes part', () => {
    const met = someFacts({ activities: [anActivity('m', { kind: 'meeting' })], participants: [aParticipant('m', 'a'), aParticipant('m', 'b', { institutionId: 'implementer' })] });
    expect(why('meetings.interInstitutional', met)).toEqual([['m', 'oneInstitution', 1]]);
    expect(why('meetings.regional', met)).toEqual([['m', 'oneCountry', 1]]);
    expect(why('institutions.takingPart', met)).toEqual([['implementer', 'implementer', 1]]);
    expect(why('institutions.takingPart', met, { institutionId: 'prosecutor' })?.[0]).toEqual(['unit', 'otherInstitution', 1]);
  });
  test('equipment', () => {
    const item = (id: string, activityId: string | null, signed = true) => ({ id, activityId, recipientInstitutionId: 'unit', quantity: 2, valueUsd: 10, signed });
    const given = someFacts({ activities: [anActivity('h', { kind: 'equipment' }), anActivity('d', { kind: 'equipment', standing: 'draft' })], items: [item('a', 'h'), item('b', 'h', false), item('c', 'd'), item('s', null)] });
    expect(why('equipment.handedOver', given)).toEqual([['b', 'notSigned', 2], ['c', 'draft', 2], ['s', 'notHandedOver', 2]]);
    expect(why('equipment.inUse.share', given)?.[0]).toEqual(['a', 'notChecked', 2]);
    expect(why('equipment.valueHandedOver', given, { institutionId: 'border' })?.[0]).toEqual(['a', 'otherInstitution', 2]);
  });
  test('action points', () => {
    const point = (id: string, more: object = {}) => ({ id, activityId: null, institutionId: 'unit', firstDueDate: '2019-05-01', doneOn: null, dropped: false, restricted: false, ...more });
    const agreed = someFacts({ activities: [anActivity('m', { kind: 'meeting' }), anActivity('d', { kind: 'meeting', standing: 'draft' })], actionPoints: [point('a'), point('b', { dropped: true }), point('c', { firstDueDate: '2030-01-01' }), point('d', { activityId: 'd' }), point('e', { activityId: 'm' }), point('f', { firstDueDate: null })] });
    expect(why('actionPoints.onTime.share', agreed)).toEqual([['b', 'dropped', 1], ['c', 'notDue', 1], ['d', 'draft', 1], ['f', 'noDueDate', 1]]);
    expect(why('actionPoints.onTime.share', agreed, { outputId: 'o1' })?.[0]).toEqual(['a', 'noActivity', 1]);
    expect(why('actionPoints.daysToClose.average', agreed)?.filter(([id]) => id === 'a' || id === 'e')).toEqual([['a', 'noActivity', 1], ['e', 'notDone', 1]]);
  });
  test('follow-ups and posts', () => {
    const followUp = (personId: string, more: object = {}) => ({ activityId: 't1', personId, institutionId: 'unit', sex: 'female' as const, dueOn: '2019-06-01', answeredOn: null, applied: null, supervisorConfirmed: null, ...more });
    expect(why('followUp.applied.share', { ...facts, followUps: [followUp('ana'), followUp('iva', { institutionId: 'prosecutor' }), followUp('no', { activityId: 'gone' })] }, { institutionId: 'unit' })).toEqual([['ana', 'notAnswered', 1], ['iva', 'otherInstitution', 1]]);
    const trained = { ...facts, participants: [...facts.participants, aParticipant('t2', 'nowhere', { institutionId: null })] };
    expect(why('people.inPostAt6.share', trained)?.filter(([id]) => id === 'iva' || id === 'nowhere')).toEqual([['iva', 'noPostKnown', 1], ['nowhere', 'noInstitution', 1]]);
    expect(why('people.inPostAt12.share', { ...trained, today: '2019-12-31' })?.[0]).toEqual(['ana', 'tooEarly', 1]);
  });
});

describe('readings', () => {
  const reading = (periodId: string, value: number, reviewState: ReadingFact['reviewState'] = 'approved'): ReadingFact => ({ id: `r${periodId}`, periodId, value, reviewState });
  const plan = { unit: 'cases', today: '2019-12-01' };
  const given = [reading('p1', 3), reading('p2', 4)];
  test('a sum takes all, the latest takes the place of those before, a share is never summed', () => {
    expect(explainReadings(periods, given, { ...plan, aggregation: 'sum' }, null)).toMatchObject({ value: 7, n: 2, counted: [{ adds: 3 }, { adds: 4 }], leftOut: [{ periodId: 'p3', reason: 'notBegun' }] });
    for (const how of [{ ...plan, aggregation: 'latest' as const }, { ...plan, unit: '%', aggregation: 'sum' as const }]) expect(explainReadings(periods, given, how, null)).toMatchObject({ value: 4, counted: [{ periodId: 'p2' }], leftOut: [{ periodId: 'p1', reason: 'superseded' }, { periodId: 'p3' }] });
    expect(explainReadings(periods, given, { ...plan, aggregation: 'average' }, null)).toMatchObject({ value: 3.5, n: 2 });
  });
  test('what is not approved, not read, or of another period says so; nothing read is no data', () => {
    expect(explainReadings(periods, [reading('p1', 3, 'submitted')], { ...plan, aggregation: 'sum' }, null)).toMatchObject({ value: null, counted: [], leftOut: [{ reason: 'submitted' }, { reason: 'noReading' }, { reason: 'notBegun' }] });
    expect(explainReadings(periods, [], { ...plan, aggregation: 'sum', ofPast: true }, null).leftOut.map(({ reason }) => reason), 'of a day of the past only what was handed in is known').toEqual(['notHandedIn', 'notHandedIn', 'notBegun']);
    expect(explainReadings(periods, given, { ...plan, aggregation: 'sum' }, 'p1')).toMatchObject({ value: 3, leftOut: [{ periodId: 'p2', reason: 'otherPeriod' }, { periodId: 'p3', reason: 'otherPeriod' }] });
  });
});

test('an address that asks for nothing known gets the whole figure, what counts, first page', () => {
  const id = newId();
  expect(explainAsked({ period: id, list: 'out', reason: 'draft', page: '3' })).toEqual({ periodId: id, leftOut: true, reason: 'draft', page: 3 });
  expect(explainAsked({ period: 'x', list: 'all', reason: 'nonsense', page: '-1' })).toEqual({ periodId: null, leftOut: false, reason: null, page: 1 });
});

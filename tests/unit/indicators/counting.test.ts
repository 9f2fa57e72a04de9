import { describe, expect, test } from 'vitest';
import { attended } from '@/lib/indicators/rules/attendance';
import { catalogue, findMeasure } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, MeasureFilter } from '@/lib/indicators/rules/facts';
import { figure } from '@/lib/indicators/rules/figures';
import { rollup } from '@/lib/indicators/rules/rollup';
import { anActivity, aParticipant, someFacts } from '../../support/facts';

const measured = (key: string, facts: CountingFacts, filter: MeasureFilter = {}) => {
  const measure = findMeasure(key);
  if (!measure) throw new Error(`no measure ${key}`);
  return figure(measure.contributions(facts, filter, facts.today), measure.unit);
};
const value = (key: string, facts: CountingFacts, filter: MeasureFilter = {}) => measured(key, facts, filter).value;
const inPeriods = (key: string, facts: CountingFacts) =>
  Object.fromEntries(facts.periods.map((period) => [period.id, rollup(facts, [{ measure: key, indicatorId: null, filter: {} }], []).cells.filter((cell) => cell.periodId === period.id).reduce((sum, cell) => sum + cell.numerator, 0)]));

const twoTrainings = someFacts({
  activities: [anActivity('t1', { endDate: '2019-03-05', sessions: 2 }), anActivity('t2', { endDate: '2019-09-05' })],
  participants: [aParticipant('t1', 'ana', { sessionsPresent: 2 }), aParticipant('t1', 'ivan', { sex: 'male', sessionsPresent: 1 }), aParticipant('t2', 'ana'), aParticipant('t2', 'ivan', { sex: 'male' }), aParticipant('t2', 'trainer', { role: 'trainer' })],
});

describe('DOMAIN §2.1 attendances, participations, people', () => {
  test('attendances are person × session', () => expect(value('people.attendances', twoTrainings)).toBe(5));
  test('participations are person × activity attended', () => expect(value('people.participations', twoTrainings)).toBe(3));
  test('people are distinct; trainers are not trained', () => expect(value('people.uniqueTrained', twoTrainings)).toBe(2));
});

describe('DOMAIN §2.2 attended', () => {
  test.each([
    [4, 5, 0.8, true],
    [3, 4, 0.8, false],
    [8, 10, 0.8, true],
    [7, 10, 0.7, true],
    [2, 3, 0.667, false],
    [1, 1, 1, true],
    [0, 0, 0.8, false],
  ])('%i of %i at %f is %s', (present, sessions, threshold, expected) => expect(attended(present, sessions, threshold)).toBe(expected));
});

describe('DOMAIN §2.3 counted once, in the period of the first qualifying training', () => {
  test('ana in the first period, ivan where he first qualified', () => expect(inPeriods('people.uniqueTrained', twoTrainings)).toEqual({ p1: 1, p2: 1, p3: 0 }));
  test('two trainings on one day: the ledger names one of them', () => {
    const facts = someFacts({ activities: [anActivity('b'), anActivity('a')], participants: [aParticipant('b', 'ana'), aParticipant('a', 'ana')] });
    expect(rollup(facts, [], []).firstCounts.map((row) => row.activityId)).toEqual(['a']);
  });
  test('a closed period keeps its number; what turned up later is a restatement in the next', () => {
    const series = [{ measure: 'people.uniqueTrained', indicatorId: null, filter: {} }];
    const closed = { ...twoTrainings, periods: twoTrainings.periods.map((period) => ({ ...period, closed: period.id === 'p1' })) };
    const frozen = rollup(closed, series, []).cells.filter((cell) => cell.periodId === 'p1');
    const late = { ...closed, participants: [...closed.participants, aParticipant('t1', 'mia', { sessionsPresent: 2 })] };
    const cells = rollup(late, series, frozen).cells;
    expect(cells.filter((cell) => cell.periodId === 'p1').reduce((sum, cell) => sum + cell.numerator, 0)).toBe(1);
    expect(cells.filter((cell) => cell.periodId === 'p2' && cell.restatement).map((cell) => cell.numerator)).toEqual([1]);
  });
});

test('DOMAIN §2.4 unnamed headcount adds to participations, never to people', () => {
  const facts = { ...twoTrainings, headcounts: [{ activityId: 't2', institutionId: 'border', sex: 'not_stated' as const, count: 4 }] };
  expect([value('people.unnamed', facts), value('people.uniqueTrained', facts)]).toEqual([4, 2]);
});

test('DOMAIN §2.6 shares carry numerator and denominator; over nothing there is no data', () => {
  expect(measured('people.womenTrained.share', twoTrainings)).toEqual({ value: 50, numerator: 1, denominator: 2 });
  expect(measured('people.womenTrained.share', someFacts())).toEqual({ value: null, numerator: 0, denominator: 0 });
});

test('DOMAIN §2.7 gain of exactly 20 points counts, over those with both scores', () => {
  const facts = someFacts({ activities: [anActivity('t')], participants: [aParticipant('t', 'a', { preScore: 40.1, postScore: 60.1 }), aParticipant('t', 'b', { preScore: 40, postScore: 59.9 }), aParticipant('t', 'c', { preScore: 10 })] });
  expect(measured('scores.gained20.share', facts)).toEqual({ value: 50, numerator: 1, denominator: 2 });
});

describe('DOMAIN §2.8 equipment', () => {
  const item = (id: string, given = {}) => ({ id, activityId: 'h', recipientInstitutionId: 'unit', quantity: 1, valueUsd: 100, signed: true, ...given });
  const facts = someFacts({
    activities: [anActivity('h', { kind: 'equipment', type: null })],
    items: [item('one'), item('lot', { quantity: 5, valueUsd: 250 }), item('unsigned', { signed: false })],
    checks: [{ itemId: 'lot', checkedOn: '2019-06-01', inUse: true, condition: null }, { itemId: 'one', checkedOn: '2019-06-01', inUse: true, condition: null }, { itemId: 'one', checkedOn: '2019-09-01', inUse: false, condition: null }],
  });
  test('lots count by quantity; without a signed certificate nothing counts', () => expect(value('equipment.handedOver', facts)).toBe(6));
  test('value is in USD', () => expect(value('equipment.valueHandedOver', facts)).toBe(350));
  test('in use is what the latest check says, of those checked', () => expect(measured('equipment.inUse.share', facts)).toMatchObject({ numerator: 5, denominator: 6 }));
  test('each period shows the state at its end', () => {
    const cells = rollup(facts, [{ measure: 'equipment.inUse.share', indicatorId: null, filter: {} }], []).cells;
    expect(cells.filter((cell) => cell.periodId === 'p1').map((cell) => [cell.numerator, cell.denominator])).toEqual([[6, 6]]);
    expect(cells.filter((cell) => cell.periodId === 'p2').map((cell) => [cell.numerator, cell.denominator])).toEqual([[5, 6]]);
  });
});

describe('DOMAIN §2.9 meetings', () => {
  const met = (...institutions: string[]) => someFacts({ activities: [anActivity('m', { kind: 'meeting', type: 'coordination' })], participants: institutions.map((institutionId, n) => aParticipant('m', `x${n}`, { role: 'member', institutionId })) });
  test.each([
    [['unit', 'prosecutor'], 1, 'two top-level institutions'],
    [['unit', 'border'], 1, 'two counterpart units of one ministry'],
    [['border', 'desk'], 0, 'a unit and its own desk'],
    [['unit', 'implementer'], 0, 'the implementer does not count'],
    [['unit', 'unit'], 0, 'one unit'],
  ])('%j → %i: %s', (present, expected) => expect(value('meetings.interInstitutional', met(...present))).toBe(expected));
  test('regional needs two countries', () => expect([value('meetings.regional', met('unit', 'albania')), value('meetings.regional', met('unit', 'prosecutor', 'implementer'))]).toEqual([1, 0]));
  test('a study visit with people of two countries is regional too', () => {
    const facts = someFacts({ activities: [anActivity('v', { type: 'study_visit' })], participants: [aParticipant('v', 'a'), aParticipant('v', 'b', { institutionId: 'albania' })] });
    expect(value('meetings.regional', facts)).toBe(1);
  });
  test('people in regional meetings only', () => {
    const facts = { ...met('unit', 'albania'), activities: [...met('unit').activities, anActivity('n', { kind: 'meeting' as const })] };
    const both = { ...facts, participants: [...facts.participants, aParticipant('n', 'other', { role: 'member' })] };
    expect([value('people.uniqueInMeetings', both), value('people.uniqueInMeetings', both, { regional: true })]).toEqual([3, 2]);
  });
  test('an unnamed headcount stands for its institution', () => expect(value('meetings.interInstitutional', { ...met('unit'), headcounts: [{ activityId: 'm', institutionId: 'prosecutor', sex: 'male', count: 2 }] })).toBe(1));
  test('meetings held', () => expect(value('meetings.held', met('unit'))).toBe(1));
});

test('DOMAIN §2.10 on time = done by the first due date ÷ all that fell due', () => {
  const point = (id: string, given = {}) => ({ id, activityId: null, institutionId: 'unit', firstDueDate: '2019-04-01', doneOn: null, dropped: false, restricted: false, ...given });
  const facts = someFacts({ actionPoints: [point('on', { doneOn: '2019-04-01' }), point('late', { doneOn: '2019-04-02' }), point('open'), point('dropped', { dropped: true }), point('future', { firstDueDate: '2021-06-01' })] });
  expect(measured('actionPoints.onTime.share', facts)).toMatchObject({ numerator: 1, denominator: 3 });
});

test('DOMAIN §2.6 days to close: an average with its n, in the period in which the point was done', () => {
  const point = (id: string, given = {}) => ({ id, activityId: 'm', institutionId: 'unit', firstDueDate: '2019-04-01', doneOn: null, dropped: false, restricted: false, ...given });
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting', type: 'steering', endDate: '2019-03-01' })],
    actionPoints: [point('quick', { doneOn: '2019-03-11' }), point('slow', { doneOn: '2019-08-28', institutionId: 'prosecutor' }), point('open'), point('dropped', { doneOn: '2019-03-02', dropped: true }), point('outside', { activityId: null, doneOn: '2019-03-02' })],
  });
  expect(measured('actionPoints.daysToClose.average', facts)).toEqual({ value: 95, numerator: 190, denominator: 2 });
  expect(measured('actionPoints.daysToClose.average', facts, { institutionId: 'unit' })).toEqual({ value: 10, numerator: 10, denominator: 1 });
  expect(measured('actionPoints.daysToClose.average', facts, { type: 'coordination' })).toEqual({ value: null, numerator: 0, denominator: 0 });
  const cells = rollup(facts, [{ measure: 'actionPoints.daysToClose.average', indicatorId: null, filter: {} }], []).cells.filter((cell) => cell.scope === 'period');
  expect(cells.map((cell) => [cell.periodId, cell.numerator, cell.denominator])).toEqual([['p1', 10, 1], ['p2', 180, 1]]);
});

test('participation of those invited: present of those expected, per institution; walk-ins and the implementer do not count', () => {
  const at = (institutionId: string, id: string, sessionsPresent = 1) => aParticipant('m', id, { role: 'member', institutionId, sessionsPresent });
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting', type: 'steering', endDate: '2019-03-01' })],
    expected: [{ activityId: 'm', institutionId: 'unit', count: 4 }, { activityId: 'm', institutionId: 'prosecutor', count: 2 }],
    participants: [at('unit', 'a'), at('unit', 'b', 0), at('border', 'c'), at('border', 'd', 0), at('implementer', 'e')],
    headcounts: [{ activityId: 'm', institutionId: 'unit', sex: 'male', count: 9 }, { activityId: 'm', institutionId: 'albania', sex: 'male', count: 3 }],
  });
  expect(measured('meetings.participation.share', facts)).toMatchObject({ numerator: 4, denominator: 8 });
  expect(measured('meetings.participation.share', facts, { institutionId: 'border' })).toMatchObject({ value: 50, numerator: 1, denominator: 2 });
  expect(measured('meetings.participation.share', facts, { institutionId: 'ministry' })).toMatchObject({ numerator: 4, denominator: 6 });
  expect(measured('meetings.participation.share', facts, { type: 'coordination' })).toMatchObject({ value: null, denominator: 0 });
});

test('decisions implemented: a state; each period shows how all decisions taken by then stand at its end, dropped ones left out', () => {
  const decided = (activityId: string, given = {}) => ({ id: `${activityId} ${JSON.stringify(given)}`, activityId, implementedOn: null, droppedOn: null, ...given });
  const facts = someFacts({
    activities: [anActivity('m1', { kind: 'meeting', type: 'steering', endDate: '2019-03-01' }), anActivity('m2', { kind: 'meeting', type: 'coordination', endDate: '2019-08-01' })],
    decisions: [decided('m1', { implementedOn: '2019-05-01' }), decided('m1', { implementedOn: '2019-09-01' }), decided('m1', { droppedOn: '2019-08-15' }), decided('m2'), decided('m2', { implementedOn: '2020-02-01' })],
  });
  expect(measured('decisions.implemented.share', facts)).toMatchObject({ value: 75, numerator: 3, denominator: 4 });
  expect(measured('decisions.implemented.share', facts, { type: 'coordination' })).toMatchObject({ numerator: 1, denominator: 2 });
  const cells = rollup(facts, [{ measure: 'decisions.implemented.share', indicatorId: null, filter: {} }], []).cells.filter((cell) => cell.scope === 'period');
  expect(cells.map((cell) => [cell.periodId, cell.numerator, cell.denominator])).toEqual([['p1', 1, 3], ['p2', 2, 4], ['p3', 3, 4]]);
});

test('institutions taking part: each once, where it first did; a desk stands for its listed unit, the implementer for nobody', () => {
  const at = (activityId: string, institutionId: string, given = {}) => aParticipant(activityId, `${activityId} ${institutionId}`, { role: 'member', institutionId, ...given });
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting', endDate: '2019-03-01' }), anActivity('t', { endDate: '2019-08-01' })],
    participants: [at('m', 'desk'), at('m', 'implementer'), at('m', 'prosecutor', { sessionsPresent: 0 }), at('t', 'border'), at('t', 'albania'), at('t', 'prosecutor')],
  });
  expect([value('institutions.takingPart', facts), value('institutions.takingPart', facts, { institutionId: 'border' })]).toEqual([3, 1]);
  const cells = rollup(facts, [{ measure: 'institutions.takingPart', indicatorId: null, filter: {} }], []).cells.filter((cell) => cell.scope === 'period');
  expect(cells.map((cell) => [cell.periodId, cell.institutionId]).sort()).toEqual([['p1', 'border'], ['p2', 'albania'], ['p2', 'prosecutor']]);
});

test('three-month follow-up: applied and confirmed ÷ answered', () => {
  const answer = (personId: string, given = {}) => ({ activityId: 't', personId, institutionId: 'unit', sex: 'female' as const, dueOn: '2019-06-05', answeredOn: '2019-06-10', applied: true, supervisorConfirmed: true, ...given });
  const facts = someFacts({ activities: [anActivity('t')], followUps: [answer('a'), answer('b', { supervisorConfirmed: false }), answer('c', { applied: false }), answer('d', { answeredOn: null, applied: null, supervisorConfirmed: null })] });
  expect(measured('followUp.applied.share', facts)).toMatchObject({ numerator: 1, denominator: 3 });
});

test('filters narrow a measure: output, type, topic, institution with its units', () => {
  const facts = someFacts({
    activities: [anActivity('t1', { outputIds: ['o1'], topics: ['screening'] }), anActivity('t2', { outputIds: ['o2'], type: 'workshop' })],
    participants: [aParticipant('t1', 'a', { institutionId: 'desk' }), aParticipant('t2', 'b')],
  });
  const only = (filter: MeasureFilter) => value('people.uniqueTrained', facts, filter);
  expect([only({ outputId: 'o1' }), only({ type: 'workshop' }), only({ topic: 'screening' }), only({ institutionId: 'border' }), only({ institutionId: 'ministry' }), only({ topic: 'other' })]).toEqual([1, 1, 1, 1, 2, 0]);
});

test('every measure is worded in both languages and has its own key', () => {
  expect(new Set(catalogue.map((measure) => measure.key)).size).toBe(catalogue.length);
  for (const { wording } of catalogue) for (const words of [wording.en, wording.cnr]) expect(words.label.length * words.rule.length).toBeGreaterThan(0);
});

test('DOMAIN §2.14 a training belongs to the period in which it ends', () => {
  const facts = someFacts({ activities: [anActivity('t', { endDate: '2019-07-01' })], participants: [aParticipant('t', 'a')] });
  expect(inPeriods('trainings.delivered', facts)).toEqual({ p1: 0, p2: 1, p3: 0 });
});

test('a series whose measure is unknown is left out', () => expect(rollup(someFacts(), [{ measure: 'no.such', indicatorId: 'x', filter: {} }], []).cells).toEqual([]));

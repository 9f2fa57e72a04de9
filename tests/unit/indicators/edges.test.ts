import { describe, expect, test } from 'vitest';
import { assess } from '@/lib/indicators/rules/achievement';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, MeasureFilter } from '@/lib/indicators/rules/facts';
import { byInstitution, combinedAs, combineReadings, figure } from '@/lib/indicators/rules/figures';
import { indexOf } from '@/lib/indicators/rules/index-of-facts';
import { reportValue } from '@/lib/reports/rules/content';
import { anActivity, aParticipant, someFacts } from '../../support/facts';

function measured(key: string, facts: CountingFacts, filter: MeasureFilter = {}, asOf = facts.today) {
  const measure = findMeasure(key);
  if (!measure) throw new Error(`no measure ${key}`);
  return figure(measure.contributions(facts, filter, asOf), measure.unit);
}
const value = (key: string, facts: CountingFacts, filter: MeasureFilter = {}) => measured(key, facts, filter).value;

describe('DOMAIN §2.9 who makes a meeting inter-institutional', () => {
  const met = (...institutions: (string | null)[]) =>
    someFacts({
      activities: [anActivity('m', { kind: 'meeting', type: 'coordination' })],
      participants: institutions.map((institutionId, n) => aParticipant('m', `x${n}`, { role: 'member', institutionId })),
    });
  test.each([
    [['ministry', 'unit'], 0, 'a ministry that is not listed and one unit of it'],
    [['desk', 'unit'], 1, 'a desk stands for the listed unit above it'],
    [['ministry', 'ministry'], 0, 'the ministry alone'],
    [['unit', null], 0, 'nobody knows where the second one stands'],
    [['implementer', 'albania'], 0, 'the implementer and one institution'],
    [['unlisted', 'unit'], 1, 'an institution outside the tree stands alone'],
  ])('%j → %i: %s', (present, expected) => expect(value('meetings.interInstitutional', met(...present))).toBe(expected));
  test('who was invited and did not come does not count', () => {
    const facts = met('unit', 'prosecutor');
    const absent = { ...facts, participants: facts.participants.map((row) => ({ ...row, sessionsPresent: row.institutionId === 'unit' ? 1 : 0 })) };
    expect(value('meetings.interInstitutional', absent)).toBe(0);
  });
  test('the implementer stands with all units below it', () => {
    const facts = met('unit', 'office');
    expect(value('meetings.interInstitutional', { ...facts, institutions: [...facts.institutions, { id: 'office', parentId: 'implementer', country: 'ME' }] })).toBe(0);
  });
  test('staff of the implementer make nothing regional, whatever country it states', () => {
    const seated = (country: string) => someFacts().institutions.map((one) => (one.id === 'implementer' ? { ...one, country } : one));
    const [home, abroad] = [met('unit', 'implementer'), met('implementer', 'unit', 'albania')];
    expect([value('meetings.regional', { ...home, institutions: seated('CH') }), value('meetings.regional', { ...abroad, institutions: seated('CH') })]).toEqual([0, 1]);
    expect(value('people.uniqueInMeetings', { ...home, institutions: seated('CH') }, { regional: true })).toBe(0);
  });
  test('a unit that states no country is in that of the unit above', () => {
    const facts = { ...met('desk', 'albania'), institutions: someFacts().institutions.map((one) => (one.id === 'desk' ? { ...one, country: null } : one)) };
    expect(value('meetings.regional', facts)).toBe(1);
  });
});

describe('an institution filter on measures that count activities', () => {
  const facts = someFacts({
    activities: [anActivity('t1'), anActivity('t2'), anActivity('v', { type: 'study_visit' }), anActivity('m', { kind: 'meeting' })],
    participants: [
      aParticipant('t1', 'a', { institutionId: 'desk' }),
      aParticipant('t2', 'b', { institutionId: 'prosecutor' }),
      aParticipant('v', 'c'),
      aParticipant('v', 'd', { institutionId: 'albania' }),
      aParticipant('m', 'e', { institutionId: 'prosecutor' }),
      aParticipant('m', 'f'),
    ],
    headcounts: [{ activityId: 't2', institutionId: 'border', sex: 'male', count: 2 }],
  });
  test.each([
    ['trainings.delivered', 'border', 2],
    ['trainings.delivered', 'albania', 1],
    ['meetings.held', 'prosecutor', 1],
    ['meetings.held', 'albania', 0],
    ['meetings.interInstitutional', 'ministry', 1],
    ['meetings.interInstitutional', 'border', 0],
    ['meetings.regional', 'albania', 1],
    ['meetings.regional', 'prosecutor', 0],
  ])('%s with somebody from %s: %i', (key, institutionId, expected) => expect(value(key, facts, { institutionId })).toBe(expected));
});

describe('DOMAIN §2.3 uniqueness is within what the filter lets in', () => {
  const facts = someFacts({
    activities: [anActivity('t1', { outputIds: ['o1'] }), anActivity('t2', { endDate: '2019-09-01', outputIds: ['o2'] })],
    participants: [aParticipant('t1', 'ana'), aParticipant('t2', 'ana', { institutionId: 'border' })],
  });
  test('counted at the first training in the project', () => expect(findMeasure('people.uniqueTrained')?.contributions(facts, {}, facts.today)).toMatchObject([{ activityId: 't1', date: '2019-03-05' }]));
  test('counted at the first training for the output', () => expect(findMeasure('people.uniqueTrained')?.contributions(facts, { outputId: 'o2' }, facts.today)).toMatchObject([{ activityId: 't2', institutionId: 'border' }]));
  test('counted at the first training that they attended from the institution', () => expect(value('people.uniqueTrained', facts, { institutionId: 'border' })).toBe(1));
  test('nothing after the day counts', () => expect([measured('people.participations', facts, {}, '2019-08-31').value, measured('people.participations', facts, {}, '2019-09-01').value]).toEqual([1, 2]));
});

describe('DOMAIN §2.10 action points under a filter', () => {
  const point = (id: string, given = {}) => ({ id, activityId: null, institutionId: 'unit', firstDueDate: '2019-04-01', doneOn: '2019-03-31', dropped: false, restricted: false, ...given });
  const facts = someFacts({
    activities: [anActivity('m', { kind: 'meeting', type: 'steering', outputIds: ['o1'] })],
    actionPoints: [point('free'), point('agreed', { activityId: 'm' }), point('unapproved', { activityId: 'elsewhere' }), point('desk', { institutionId: 'desk', doneOn: null })],
  });
  const parts = (filter: MeasureFilter) => [measured('actionPoints.onTime.share', facts, filter).numerator, measured('actionPoints.onTime.share', facts, filter).denominator];
  test('one agreed in an activity that does not count does not count either', () => expect(parts({})).toEqual([2, 3]));
  test('one agreed outside any activity fits no filter of activities', () => expect([parts({ outputId: 'o1' }), parts({ type: 'steering' }), parts({ regional: false }), parts({ topic: 'x' })]).toEqual([[1, 1], [1, 1], [1, 1], [0, 0]]));
  test('the responsible institution decides where it belongs', () => expect(parts({ institutionId: 'border' })).toEqual([0, 1]));
  test('one that falls due on the day has fallen due', () => expect(measured('actionPoints.onTime.share', facts, {}, '2019-03-31').denominator).toBe(0));
});

describe('DOMAIN §2.8 the latest check is the one of the latest day', () => {
  const facts = (...checks: [string, boolean][]) =>
    someFacts({
      activities: [anActivity('h', { kind: 'equipment', type: null })],
      items: [{ id: 'i', activityId: 'h', recipientInstitutionId: 'unit', quantity: 3, valueUsd: null, signed: true }],
      checks: checks.map(([checkedOn, inUse]) => ({ itemId: 'i', checkedOn, inUse, condition: null })),
    });
  const parts = (...checks: [string, boolean][]) => [measured('equipment.inUse.share', facts(...checks)).numerator, measured('equipment.inUse.share', facts(...checks)).denominator];
  test('an older check that is recorded later changes nothing', () => expect(parts(['2019-09-01', true], ['2019-06-01', false])).toEqual([3, 3]));
  test('of two on one day the later recorded one holds', () => expect(parts(['2019-09-01', true], ['2019-09-01', false])).toEqual([0, 3]));
  test('a check in the future is not known yet', () => expect(parts(['2021-09-01', true])).toEqual([0, 0]));
  test('a value that nobody recorded is no zero: it is missing from the sum, which says so', () => {
    expect(measured('equipment.valueHandedOver', facts())).toEqual({ value: null, numerator: 0, denominator: null, unvalued: 3 });
    expect(figure([{ numerator: 0, denominator: 3 }, { numerator: 100, denominator: null }], 'usd')).toEqual({ value: 100, numerator: 100, denominator: null, unvalued: 3 });
    expect(measured('equipment.valueHandedOver', someFacts({}))).toEqual({ value: 0, numerator: 0, denominator: null });
    expect(reportValue(figure([{ numerator: 0, denominator: 3 }], 'usd'))).toEqual({ value: null, numerator: 0, denominator: null, unvalued: 3 });
  });
});

test('a follow-up counts from the day it was answered', () => {
  const facts = someFacts({
    activities: [anActivity('t')],
    followUps: [{ activityId: 't', personId: 'a', institutionId: 'unit', sex: 'male', dueOn: '2019-06-05', answeredOn: '2019-06-10', applied: true, supervisorConfirmed: null }],
  });
  expect([measured('followUp.applied.share', facts, {}, '2019-06-09').value, measured('followUp.applied.share', facts).value]).toEqual([null, 0]);
});

describe('a tree that leads back to itself', () => {
  const institutions = [
    { id: 'a', parentId: 'b', country: null },
    { id: 'b', parentId: 'a', country: null },
    { id: 'c', parentId: 'nowhere', country: null },
  ];
  test('ends', () => expect(['a', 'c'].map((id) => indexOf(someFacts({ institutions })).path(id))).toEqual([['a', 'b'], ['c', 'nowhere']]));
  test('loses no cell', () => {
    const cells = ['a', 'b', 'c', null].map((institutionId) => ({ institutionId, numerator: 1, denominator: null }));
    expect(byInstitution(cells, institutions).map((row) => [row.institutionId, row.depth, row.cells.length])).toEqual([['c', 0, 1], [null, 0, 3]]);
  });
});

test('DOMAIN §2.11 percentages are never summed, however the unit is written', () => {
  for (const unit of ['%', ' % of officials', 'percent', 'per cent', 'Procenat']) expect(combineReadings([40, 60], 'sum', unit).value).toBe(60);
  expect([combineReadings([1, 1], 'sum', 'yes/no').value, combineReadings([1, 0], 'sum', 'yes/no').value, combineReadings([1, 1], 'sum', 'cases').value], 'twice yes is yes').toEqual([1, 0, 2]);
  expect([combinedAs('sum', 'qualitative'), combinedAs('sum', 'persons'), combinedAs('average', '%')]).toEqual(['latest', 'sum', 'average']);
});

describe('DOMAIN §2.12 where baseline and target do not say which way is better', () => {
  const facts = { milestones: new Map<string, number>(), periods: [], projectStart: '2019-01-01', projectEnd: '2019-12-31', today: '2019-12-31' };
  const stands = (given: { actual: number; baseline: number | null; target: number; direction?: 'increase' | 'decrease' }) => assess({ ...facts, ...given });
  test('a decrease without a baseline is met or not, never counted from 0', () => {
    expect(stands({ actual: 30, baseline: null, target: 10, direction: 'decrease' })).toMatchObject({ state: 'off_track', achievement: 0, baselineAssumed: true });
    expect(stands({ actual: 9, baseline: null, target: 10, direction: 'decrease' })).toMatchObject({ state: 'achieved', achievement: 1 });
  });
  test('holding a level: at most, or at least', () => {
    expect([stands({ actual: 4, baseline: 5, target: 5, direction: 'decrease' }).state, stands({ actual: 4, baseline: 5, target: 5 }).state]).toEqual(['achieved', 'off_track']);
  });
  test('a milestone below the start is met by being above it', () => {
    const dip = { ...facts, baseline: 10, target: 20, milestones: new Map([['p', 8]]), periods: [{ id: 'p', from: '2019-01-01', to: '2019-06-30', closed: true }] };
    expect([assess({ ...dip, actual: 12 }).state, assess({ ...dip, actual: 7 }).state]).toEqual(['on_track', 'off_track']);
  });
});

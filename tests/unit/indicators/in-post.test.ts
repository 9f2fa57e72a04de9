import { expect, test } from 'vitest';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, MeasureFilter, PostFact } from '@/lib/indicators/rules/facts';
import { figure } from '@/lib/indicators/rules/figures';
import { anActivity, aParticipant, someFacts } from '../../support/facts';

const post = (personId: string, institutionId: string, from: string | null, to: string | null): PostFact => ({ personId, institutionId, from, to });
const trained = (posts: PostFact[], given: Partial<CountingFacts> = {}) =>
  someFacts({ activities: [anActivity('t1', { endDate: '2019-03-31' })], participants: ['ana', 'ivan', 'mia'].map((id) => aParticipant('t1', id)), posts, ...given });
const share = (months: 6 | 12, facts: CountingFacts, filter: MeasureFilter = {}, asOf = facts.today) => {
  const measure = findMeasure(`people.inPostAt${months}.share`);
  const found = figure(measure?.contributions(facts, filter, asOf) ?? [], 'share');
  return [found.numerator, found.denominator];
};

test('people trained who hold a post in the unit of then, months after the training that first counted them', () => {
  const facts = trained([post('ana', 'unit', null, null), post('ivan', 'unit', null, '2019-09-29'), post('ivan', 'border', '2019-09-30', null), post('mia', 'unit', null, '2019-12-31')]);
  expect(share(6, facts)).toEqual([2, 3]);
  expect(share(12, facts)).toEqual([1, 3]);
});

test('the day itself counts; it falls on the last day of a shorter month', () => expect(share(6, trained([post('ana', 'unit', null, '2019-09-30'), post('ivan', 'unit', '2019-10-01', null)]))).toEqual([1, 2]));

test('a unit below is staying, the one above is not', () => {
  const facts = trained([post('ana', 'desk', null, null), post('ivan', 'ministry', null, null)], { participants: [aParticipant('t1', 'ana', { institutionId: 'border' }), aParticipant('t1', 'ivan', { institutionId: 'border' })] });
  expect(share(6, facts)).toEqual([1, 2]);
});

test('left out: days that have not come, unknown posts, no institution, trainers, second trainings', () => {
  const facts = trained([post('ana', 'unit', null, null), post('mia', 'unit', null, null), post('coach', 'unit', null, null)], {
    activities: [anActivity('t1', { endDate: '2019-03-31' }), anActivity('t2', { endDate: '2019-10-01' })],
    participants: [aParticipant('t1', 'ana'), aParticipant('t2', 'ana'), aParticipant('t1', 'ivan'), aParticipant('t1', 'mia', { institutionId: null }), aParticipant('t1', 'coach', { role: 'trainer' })],
  });
  expect(share(12, facts)).toEqual([1, 1]);
  expect(share(12, facts, {}, '2020-03-30')).toEqual([0, 0]);
  expect(share(12, facts, {}, '2020-03-31')).toEqual([1, 1]);
});

test('a person falls into the period in which the months are over', () => {
  const measure = findMeasure('people.inPostAt6.share');
  expect(measure?.contributions(trained([post('ana', 'unit', null, null)]), {}, '2020-12-31').map(({ date }) => date)).toEqual(['2019-09-30']);
});

test('an indicator on one institution counts who stood there', () => expect(share(6, trained([post('ana', 'unit', null, null)], { participants: [aParticipant('t1', 'ana')] }), { institutionId: 'border' })).toEqual([0, 0]));

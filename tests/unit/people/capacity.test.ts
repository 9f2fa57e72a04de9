import { expect, test } from 'vitest';
import { type CapacityPerson, chosen, isTrained, lastByTopic, listedUnits, summaries, unitCapacity } from '@/lib/people/rules/capacity';

const person = (id: string, posts: CapacityPerson['posts'], trainings: CapacityPerson['trainings'] = []): CapacityPerson => ({ id, givenName: id, familyName: 'Test', anonymised: false, posts, trainings });
const post = (institutionId: string, from: string | null = null, to: string | null = null) => ({ institutionId, post: null, from, to });
const trained = (institutionId: string | null, date: string, ...topics: string[]) => ({ date, institutionId, topics });
const unit = new Set(['unit', 'desk']);

const people = [
  person('stays', [post('unit')], [trained('unit', '2019-03-01', 'Screening'), trained('unit', '2019-05-01', 'Screening', 'Interviewing')]),
  person('below', [post('desk')]),
  person('moved', [post('unit', null, '2019-06-30'), post('border', '2019-07-01')], [trained('unit', '2019-03-01', 'Screening')]),
  person('left', [post('unit', null, '2019-08-31')], [trained('desk', '2019-03-01', 'Interviewing')]),
  person('came', [post('border', null, '2019-01-31'), post('unit', '2019-02-01')], [trained('border', '2018-05-01', 'Screening')]),
  person('elsewhere', [post('border')], [trained('border', '2019-03-01', 'Screening')]),
  person('unknown', [], [trained(null, '2019-03-01', 'Screening')]),
];

test('in post: whose present post is in the unit or below it; gone: who was trained in it and is not', () => {
  const { inPost, gone } = unitCapacity(people, unit);
  expect(inPost.map(({ id }) => id)).toEqual(['stays', 'below', 'came']);
  expect(gone.map(({ id, leftOn, present }) => [id, leftOn, present?.institutionId ?? null])).toEqual([['moved', '2019-06-30', 'border'], ['left', '2019-08-31', null]]);
});

test('topics carry the last time', () => {
  expect(lastByTopic(people[0]?.trainings ?? [])).toEqual({ Screening: '2019-05-01', Interviewing: '2019-05-01' });
  expect(lastByTopic([trained('unit', '2019-05-01', 'Screening'), trained('unit', '2019-03-01', 'Screening')])).toEqual({ Screening: '2019-05-01' });
});

test('a line per unit counts who is trained in the topic asked for', () => {
  const listed = [{ institutionId: 'unit', units: unit }];
  expect(summaries(people, listed, null)).toEqual([{ institutionId: 'unit', inPost: 3, trained: 2, gone: 2 }]);
  expect(summaries(people, listed, 'Interviewing')).toEqual([{ institutionId: 'unit', inPost: 3, trained: 1, gone: 1 }]);
});

test('only who is trained, only who is not, or everybody', () => {
  const { inPost } = unitCapacity(people, unit);
  const ids = (trainedOnly: 'yes' | 'no' | null, topic: string | null = null) => chosen(inPost, topic, trainedOnly).map(({ id }) => id);
  expect([ids('yes'), ids('no'), ids(null), ids('no', 'Interviewing')]).toEqual([['stays', 'came'], ['below'], ['stays', 'below', 'came'], ['below', 'came']]);
  expect(isTrained({ last: {}, trainedOn: '2019-01-01' }, null)).toBe(true);
});

test('the deepest unit stands on top', () => {
  const depth: Record<string, number> = { ministry: 1, prosecutor: 1, unit: 3 };
  const look = { path: (id: string) => Array.from({ length: depth[id] ?? 0 }, () => ({ id, parentId: null })), below: (id: string) => new Set([id]) };
  expect(listedUnits(['prosecutor', 'unit', 'ministry'], look).map(({ institutionId }) => institutionId)).toEqual(['unit', 'ministry', 'prosecutor']);
});

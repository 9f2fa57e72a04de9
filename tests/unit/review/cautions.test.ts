import { expect, test } from 'vitest';
import { cautions } from '@/lib/review/rules';

const person = { counts: true, present: true, attended: true, institution: true, tested: true };
const keys = (people: (typeof person)[], unnamed = 0, restricted = false) => cautions({ people, unnamed, restricted }).map(({ key, n, of }) => [key, n, of]);

test('a record in which nothing stands out needs no second look', () => expect(keys([person, person])).toEqual([]));

test('each thing that stands out is named with how many of how many', () => {
  const people = [
    person,
    { ...person, tested: false },
    { ...person, institution: false },
    { ...person, present: false, attended: false },
    { ...person, attended: false },
  ];
  expect(keys(people, 4, true)).toEqual([
    ['unnamed', 4, 4],
    ['noInstitution', 1, 5],
    ['neverPresent', 1, 5],
    ['belowThreshold', 1, 5],
    ['untested', 1, 3],
    ['restricted', 1, 1],
  ]);
});

test('a training without any test lacks none', () => expect(keys([{ ...person, tested: false }])).toEqual([]));

test('trainers and observers are not looked for in sessions or tests', () =>
  expect(keys([{ ...person, counts: false, present: false, attended: false, tested: false }])).toEqual([]));

import { describe, expect, test } from 'vitest';
import { differences, fieldId, flattenErrors } from '@/components/form/errors';

test('fieldId', () => expect(fieldId('sessions.0.date')).toBe('f-sessions-0-date'));

test('flattenErrors lists nested fields and the own error of an array', () => {
  const tree = {
    title: { type: 'custom', message: 'required', ref: { message: 'no' } },
    sessions: [undefined, { date: { type: 'x', message: 'notADate' } }],
    people: { root: { type: 'x', message: 'tooFew:1' } },
    quiet: { type: 'x', message: '' },
  };
  expect(flattenErrors(tree)).toEqual([
    { name: 'title', message: 'required' },
    { name: 'sessions.1.date', message: 'notADate' },
    { name: 'people', message: 'tooFew:1' },
  ]);
});

describe('differences', () => {
  const base = { id: '1', version: 1, title: 'a', place: null, hours: 5, list: [{ n: 1, note: null }] };
  test('suggests theirs where only they changed, mine everywhere else', () => {
    const mine = { ...base, title: 'mine', place: '' };
    const theirs = { ...base, version: 2, title: 'theirs', place: 'Bar', hours: '5' };
    expect(differences(base, mine, theirs)).toEqual([
      { name: 'title', base: 'a', mine: 'mine', theirs: 'theirs', suggestion: 'mine' },
      { name: 'place', base: null, mine: '', theirs: 'Bar', suggestion: 'theirs' },
    ]);
  });
  test('sees no difference in empty text, number text, missing keys or key order', () => {
    expect(differences(base, { ...base, place: '', hours: '5', list: [{ note: '', n: '1' }] }, { ...base, list: [{ n: 1 }] })).toEqual([]);
  });
  test('keeps out of fields that the form does not have', () => expect(differences({}, { title: 'a' }, { title: 'b', other: 1 })).toHaveLength(1));
});

import { expect, test } from 'vitest';
import { namesakesOf } from '@/components/activities/form/participants/faults';
import { linked, type ParticipantRow } from '@/components/activities/form/participants/row';

const row = (id: string, name: string, more: { birthYear?: string; institutionId?: string } = {}): ParticipantRow => {
  const [givenName = '', familyName = ''] = name.split(' ');
  return { id, personId: `p${id}`, person: { id: `p${id}`, givenName, familyName, sex: '', birthYear: more.birthYear ?? '', institutionId: more.institutionId ?? '', post: '' }, role: 'trainee', institutionId: more.institutionId ?? '', post: '', preScore: '', postScore: '', sessionIds: [] };
};
const [unit, border] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];

test('a new person who stands twice in one list is pointed out at the later line, whatever the spelling', () => {
  const rows = [row('1', 'Đorđe Popović'), row('2', 'Ana Marić'), row('3', 'Popovic Djordje'), row('4', 'Đorđe Popović')];
  expect([...namesakesOf(rows)]).toEqual([['3', 1], ['4', 1]]);
});

test('a birth year or an institution that differs tells two bearers of a name apart; who is linked to the register is no new person', () => {
  expect([...namesakesOf([row('1', 'Ana Marić', { birthYear: '1980' }), row('2', 'Ana Marić', { birthYear: '1991' })])]).toEqual([]);
  expect([...namesakesOf([row('1', 'Ana Marić', { institutionId: unit }), row('2', 'Ana Marić', { institutionId: border })])]).toEqual([]);
  expect([...namesakesOf([linked(row('1', 'Ana Marić'), { id: 'known', institutionId: null, post: null }), row('2', 'Ana Marić')])]).toEqual([]);
});

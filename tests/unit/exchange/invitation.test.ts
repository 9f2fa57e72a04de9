import { expect, test } from 'vitest';
import { type Invitation, invitationIcs } from '@/lib/exchange/ics/invitation';
import { momentIn } from '@/lib/shared/dates';

const invitation: Invitation = {
  ...{ uid: '0190a0a0-0000-7000-8000-000000000001@localhost', sequence: 2, changedAt: new Date('2019-02-01T08:00:00Z'), cancelled: false, title: 'Kvartalna koordinacija, čćšžđ', from: '2019-03-10', to: '2019-03-10', startTime: '10:00', endTime: '12:30' },
  ...{ timeZone: 'Europe/Podgorica', location: 'Nikšić, Sala 2', description: '10:00 Uvod\n10:30 Kalendar', organizer: { name: 'Staff', email: 'staff@example.org' } },
};
const lines = (given: Partial<Invitation> = {}) => invitationIcs({ ...invitation, ...given }).replace(/\r\n[ \t]/g, '').split('\r\n');

test('an invitation with stable id, sequence and times in UTC, which names nobody invited', () => {
  const text = lines();
  for (const line of ['METHOD:PUBLISH', `UID:${invitation.uid}`, 'SEQUENCE:2', 'DTSTAMP:20190201T080000Z', 'DTSTART:20190310T090000Z', 'DTEND:20190310T113000Z', 'STATUS:CONFIRMED', 'SUMMARY:Kvartalna koordinacija\\, čćšžđ', 'LOCATION:Nikšić\\, Sala 2', 'DESCRIPTION:10:00 Uvod\\n10:30 Kalendar']) expect(text).toContain(line);
  expect(text.find((line) => line.startsWith('ORGANIZER'))).toMatch(/mailto:staff@example\.org/i);
  expect(text.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});

test('in summer the clock is two hours ahead', () => expect(lines({ from: '2019-07-10', to: '2019-07-10' })).toContain('DTSTART:20190710T080000Z'));

test('a cancellation keeps the id', () => {
  const text = lines({ cancelled: true, sequence: 3 });
  for (const line of ['METHOD:CANCEL', `UID:${invitation.uid}`, 'SEQUENCE:3', 'STATUS:CANCELLED']) expect(text).toContain(line);
});

test('without times it takes whole days, in whatever zone the server stands', () => {
  const text = lines({ startTime: null, endTime: null, to: '2019-03-11' });
  expect(text).toContain('DTSTART;VALUE=DATE:20190310');
  expect(text).toContain('DTEND;VALUE=DATE:20190312');
});

test('with a beginning only it has no end', () => {
  const text = lines({ endTime: null });
  expect(text).toContain('DTSTART:20190310T090000Z');
  expect(text.filter((line) => line.startsWith('DTEND'))).toEqual([]);
});

test.each([
  ['2019-03-10', '10:00', '2019-03-10T09:00:00.000Z'],
  ['2019-03-31', '01:59', '2019-03-31T00:59:00.000Z'],
  ['2019-03-31', '02:30', '2019-03-31T01:30:00.000Z'],
  ['2019-03-31', '03:00', '2019-03-31T01:00:00.000Z'],
  ['2019-10-27', '04:00', '2019-10-27T03:00:00.000Z'],
  ['2019-12-31', '23:30', '2019-12-31T22:30:00.000Z'],
])('%s %s in Podgorica is %s', (date, time, moment) => expect(momentIn('Europe/Podgorica', date, time).toISOString()).toBe(moment));

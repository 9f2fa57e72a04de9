import { expect, test } from 'vitest';
import { meetingContradictions, meetingDetailSchema } from '@/lib/meetings/schema';
import { newId } from '@/lib/shared/ids';

const detail = (given = {}) => meetingDetailSchema.parse({ type: 'coordination', minutes: '', restricted: false, nextDate: '', agenda: [], decisions: [], actionPoints: [], ...given });

test.each([['9:05', '09:05'], ['09.05', '09:05'], [' 14:30 ', '14:30'], ['', null], [undefined, null]])('the time %j is read as %j', (given, read) => expect(detail({ startTime: given }).startTime).toBe(read));
test.each(['24:00', '9', '10:60', 'noon'])('%j is no time', (given) => expect(meetingDetailSchema.safeParse({ ...detail(), startTime: given }).error?.issues[0]?.message).toBe('notATime'));

test('what contradicts itself is named at its place: an item that is not on the agenda, an institution twice, an end before the beginning', () => {
  const [item, unit] = [newId(), newId()];
  const agenda = [{ id: item, title: 'Opening', presenter: null }];
  const given = { agenda, decisions: [{ id: newId(), text: 'Yes', agendaItemId: item }, { id: newId(), text: 'No', agendaItemId: newId() }], expected: [{ institutionId: unit, count: 2 }, { institutionId: unit, count: 1 }], startTime: '10:00', endTime: '09:00' };
  expect(meetingContradictions(detail(given))).toEqual([
    { path: ['decisions', 1, 'agendaItemId'], message: 'noSuchAgendaItem' },
    { path: ['expected', 1, 'institutionId'], message: 'institutionTwice' },
    { path: ['endTime'], message: 'endTimeBeforeStart' },
  ]);
  expect(meetingContradictions(detail({ agenda, endTime: '10:00' }))).toEqual([{ path: ['endTime'], message: 'endTimeBeforeStart' }]);
  expect(meetingContradictions(detail({ agenda, startTime: '09:00', endTime: '10:00' }))).toEqual([]);
});

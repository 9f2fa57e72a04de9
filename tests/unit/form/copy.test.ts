import { expect, it } from 'vitest';
import { copyOf, copyOfTraining } from '@/components/activities/form/copy';
import { blankActivity } from '@/components/activities/form/blank';
import { saveActivitySchema, type SaveActivityForm } from '@/lib/activities/schema';
import { newId } from '@/lib/shared/ids';

const person = newId();
const session = newId();
const held: SaveActivityForm = {
  ...{ kind: 'training', projectId: newId(), id: newId(), version: 7, title: 'Interviewing', description: 'Three days', outputIds: [newId()], place: 'Bar', venue: 'Academy' },
  ...{ plannedStart: '2019-03-01', plannedEnd: '2019-03-03', actualStart: '2019-03-04', actualEnd: '2019-03-05', cost: 1200, costCurrency: 'EUR', implementation: 'completed', implementationReason: null },
  sessions: [{ id: session, date: '2019-03-04', hours: 6, topic: 'First contact' }],
  participants: [{ id: newId(), personId: person, person: null, role: 'trainee', institutionId: null, post: 'Inspector', preScore: 40, postScore: 80, sessionIds: [session] }],
  headcounts: [{ institutionId: newId(), sex: 'male', count: 4 }],
  waivers: [{ requirement: 'agenda', reason: 'Lost' }],
  detail: { type: 'course', method: 'in_person', language: 'cnr', passMark: 60, topics: ['Trauma-informed interviewing'] },
};

it('copies the set-up of a training into a new draft that can be saved', () => {
  const copy = copyOfTraining(held, newId);
  expect(copy).toMatchObject({ version: null, implementation: 'planned', title: 'Interviewing', description: 'Three days', outputIds: held.outputIds, place: 'Bar', venue: 'Academy', detail: held.detail });
  expect(copy?.sessions).toEqual([{ id: expect.any(String), date: '', hours: 6, topic: 'First contact' }]);
  expect(saveActivitySchema.safeParse(copy).success).toBe(true);
});

it('carries over nobody and nothing that happened', () => {
  const text = JSON.stringify(copyOfTraining(held, newId));
  for (const id of [held.id, session, person]) expect(text).not.toContain(id);
  const words = text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'); // an id may hold any digits
  for (const trace of ['2019', 'Inspector', 'Lost', '1200', '"count"']) expect(words).not.toContain(trace);
});

it('is for trainings only', () => expect(copyOfTraining(blankActivity('meeting', held.projectId, newId), newId)).toBeNull());

it('sets up the next meeting of a series: agenda and who is expected, on the agreed day; what happened stays where it did', () => {
  const first = newId();
  const meeting: SaveActivityForm = {
    ...held,
    ...{ kind: 'meeting', sessions: [{ id: session, date: '2019-03-04', hours: null, topic: null }] },
    detail: {
      ...{ type: 'coordination', minutes: 'Said.', restricted: true, nextDate: '2019-06-04', seriesId: first },
      agenda: [{ id: newId(), title: 'Open points', presenter: 'Chair' }],
      decisions: [{ id: newId(), text: 'Decided' }],
      actionPoints: [{ id: newId(), text: 'Do it', institutionId: null, personId: null, dueDate: '2019-05-01', priority: 'normal' }],
    },
  };
  const copy = copyOf(meeting, newId);
  if (copy?.kind !== 'meeting') throw new Error('no meeting');
  expect(saveActivitySchema.safeParse(copy).success).toBe(true);
  expect(copy).toMatchObject({ version: null, implementation: 'planned', plannedStart: '2019-06-04', plannedEnd: '2019-06-04', actualEnd: '', headcounts: [], waivers: [], cost: '' });
  expect(copy.detail).toMatchObject({ seriesId: first, minutes: '', decisions: [], actionPoints: [], agenda: [{ title: 'Open points', presenter: 'Chair' }] });
  expect(copy.participants).toMatchObject([{ personId: person, role: 'trainee', sessionIds: [], preScore: '' }]);
  expect([copy.id, copy.sessions[0]?.id, copy.participants[0]?.id]).not.toContain(meeting.id);
  const alone = copyOf({ ...meeting, detail: { ...meeting.detail, seriesId: null } }, newId);
  expect(alone?.kind === 'meeting' && alone.detail.seriesId).toBe(meeting.id);
});

import { expect, it } from 'vitest';
import { copyOfTraining } from '@/components/activities/form/copy';
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

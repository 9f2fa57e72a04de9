import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { questionnaireItems } from '@/db/schema';
import { listTrainers, trainerTopics } from '@/lib/people/queries/trainers';
import { newId } from '@/lib/shared/ids';
import { aWorld, type Person, type World } from '../../support/builders';

let world: World;
let trainer: Person;
let other: Person;
const project = () => ({ id: world.projectId, today: '2019-12-01', attendanceThreshold: '0.8', suppressionMinimum: 5 });
const list = (filter: { q?: string; topic?: string } = {}, viewer = world.staff) => listTrainers(viewer, project(), { q: filter.q ?? '', topic: filter.topic ?? null });

/** Three trainees of whom the last came to half of the sessions, and those who train. */
function given(topics: string[], trainers: { person: Person; sessions: number }[], sessions = ['2019-03-04', '2019-03-05']) {
  const trainees = world.people(3);
  const people = [...trainees, ...trainers.map(({ person }) => person)];
  const present = (person: number, session: number) => (person < 2 ? true : person === 2 ? session === 0 : session < (trainers[person - 3]?.sessions ?? 0));
  const form = world.training({ people, sessions, present });
  if (form.kind !== 'training') throw new Error('a training is needed');
  form.detail.topics = topics;
  for (const row of form.participants.slice(3)) row.role = 'trainer';
  return form;
}

beforeAll(async () => {
  world = await aWorld();
  trainer = { ...world.person(), name: 'Đurđa' };
  other = world.person();
  await world.approved(given(['Interviewing', 'Indicators'], [{ person: trainer, sessions: 2 }, { person: other, sessions: 1 }]));
  await world.approved(given(['Interviewing'], [{ person: trainer, sessions: 1 }], ['2019-05-06', '2019-05-07']));
  await world.submitted(given(['Not yet approved'], [{ person: trainer, sessions: 2 }]));
});

test('sums what each gave in approved trainings: topics, hours present, trainees who attended', async () => {
  const rows = await list();
  const row = rows.find(({ id }) => id === trainer.id);
  expect(rows).toHaveLength(2);
  expect(row).toMatchObject({ topics: ['Indicators', 'Interviewing'], hours: 18, trainees: 4 });
  expect(row?.given.map(({ date, hours, trainees }) => ({ date, hours, trainees }))).toEqual([{ date: '2019-05-07', hours: 6, trainees: 2 }, { date: '2019-03-05', hours: 12, trainees: 2 }]);
  expect(rows.find(({ id }) => id === other.id)).toMatchObject({ hours: 6, trainees: 2 });
});

test('is narrowed by name, diacritics apart, and by topic', async () => {
  expect((await list({ q: 'djurdja' })).map(({ id }) => id)).toEqual([trainer.id]);
  expect(await list({ topic: 'Indicators' })).toHaveLength(2);
  expect(await list({ topic: 'Not yet approved' })).toEqual([]);
  expect(await trainerTopics(world.staff, project())).toEqual(['Indicators', 'Interviewing']);
});

test('is for those who read people', async () => {
  expect(await list({}, world.donor)).toEqual([]);
  expect(await list({}, world.outsider)).toEqual([]);
  expect(await trainerTopics(world.donor, project())).toEqual([]);
});

test('satisfaction is said from five questionnaires of a training on, of all scores together', async () => {
  const own = await aWorld();
  const who = own.person();
  const held = async (people: number) => {
    const form = own.training({ people: [...own.people(3), who] });
    for (const row of form.participants.slice(3)) row.role = 'trainer';
    const { id } = await own.approved(form);
    const items = await database().select({ id: questionnaireItems.id }).from(questionnaireItems).where(eq(questionnaireItems.projectId, own.projectId)).limit(1);
    const itemId = items[0]?.id ?? newId();
    if (items.length === 0) await database().insert(questionnaireItems).values({ id: itemId, projectId: own.projectId, position: 0, textEn: 'Good', textCnr: 'Dobro' });
    for (let n = 0; n < people; n += 1) {
      const answerId = randomUUID();
      await database().execute(sql`insert into questionnaire_answers (id, activity_id, via, answered_on) values (${answerId}, ${id}, 'link', '2019-03-06')`);
      await database().execute(sql`insert into questionnaire_scores (answer_id, item_id, score) values (${answerId}, ${itemId}, ${people === 4 ? 1 : n === 0 ? 1 : 5})`);
    }
  };
  const satisfaction = async () => (await listTrainers(own.staff, { ...project(), id: own.projectId }, { q: '', topic: null }))[0]?.satisfaction;
  await held(4);
  expect(await satisfaction()).toBeNull();
  await held(5);
  expect(await satisfaction()).toEqual({ mean: 4.2, n: 5, trainings: 1 });
  await held(6);
  expect(await satisfaction()).toEqual({ mean: 47 / 11, n: 11, trainings: 2 });
});

import { makeRandom } from '@/db/seed/random';
import { addDays } from '@/lib/shared/dates';
import { attendeesOf } from './attendees';
import { dayIn, each, idOf, per, perProject, projectCount, type Sizes, type Table, table, topics, towns, unitsOf, type Value } from './facts';
import { activitiesOf, activityId, isApproved, personOf, placed, startOf, stateOf } from './numbering';

function activityRow(size: Sizes, project: number, k: number): Value[] {
  const random = makeRandom(project * 100_003 + k);
  const { kind, prefix, number } = placed(size, k);
  const start = startOf(size, k);
  const end = kind === 'training' ? addDays(start, 1) : start;
  const title =
    kind === 'training'
      ? `Course on ${random.pick(topics)} and ${random.pick(topics)}`
      : kind === 'meeting'
        ? `Coordination on ${random.pick(topics)}`
        : `Hand-over for ${random.pick(topics)}`;
  return [
    activityId(size, project, k),
    idOf('project', project),
    kind,
    `${prefix}-${String(number + 1).padStart(3, '0')}`,
    title,
    idOf('place', random.int(0, towns.length - 1)),
    start,
    end,
    start,
    end,
    random.int(500, 9000),
    'EUR',
    'completed',
    stateOf(size, k),
    idOf('user', 2),
    idOf('user', 2),
    `${end}T10:00:00Z`,
    `${end}T10:00:00Z`,
    2,
  ];
}

/** Activities of all kinds with reviews and evidence; trainings with their participants. */
export function activityTables(size: Sizes): Table[] {
  const count = activitiesOf(size);
  const all = (rows: (project: number, k: number) => Iterable<Value[]>, from = 0, to = count) =>
    perProject((project) => each(to - from, (n) => rows(project, from + n)));
  const trainings = (rows: (project: number, k: number) => Iterable<Value[]>) => all(rows, 0, size.trainings);
  const trainee = (project: number, k: number, slot: number) => (project * size.trainings + k) * per.participants + slot;
  const present = (k: number, slot: number, session: number) => (k + slot + session) % 17 !== 0;
  const slots = Array.from({ length: per.participants }, (_, slot) => slot);
  const withMeetings = size.trainings * projectCount * 2;
  return [
    table(
      'activities',
      'id project_id kind reference title place_id planned_start planned_end actual_start actual_end cost cost_currency implementation review_state created_by last_edited_by created_at updated_at version',
      all((p, k) => [activityRow(size, p, k)]),
    ),
    table(
      'activity_outputs',
      'project_id activity_id result_id',
      all((p, k) => [[idOf('project', p), activityId(size, p, k), idOf('result', p * 10 + 2 + (k % per.outputs))]]),
    ),
    table(
      'trainings',
      'activity_id type method',
      trainings((p, k) => [[activityId(size, p, k), 'course', 'in_person']]),
    ),
    table(
      'training_topics',
      'activity_id topic',
      trainings((p, k) => [[activityId(size, p, k), topics[k % topics.length] ?? '']]),
    ),
    table(
      'sessions',
      'id activity_id date hours position',
      trainings((p, k) =>
        [0, 1].map((n) => [idOf('session', (p * size.trainings + k) * 2 + n), activityId(size, p, k), addDays(dayIn(k, size.trainings), n), 6, n]),
      ),
    ),
    table(
      'participants',
      'id activity_id person_id role institution_id pre_score post_score position',
      trainings((p, k) =>
        slots.map((slot) => {
          const person = personOf(size, p, k, slot);
          return [
            idOf('participant', trainee(p, k, slot)),
            activityId(size, p, k),
            idOf('person', person),
            slot === 0 ? 'trainer' : 'trainee',
            idOf('institution', unitsOf(p)[person % per.units] ?? 0),
            slot === 0 ? null : 40 + (slot % 20),
            slot === 0 ? null : 55 + ((k + slot) % 35),
            slot,
          ];
        }),
      ),
    ),
    table(
      'attendance',
      'activity_id participant_id session_id',
      trainings((p, k) =>
        slots.flatMap((slot) =>
          [0, 1]
            .filter((n) => present(k, slot, n))
            .map((n) => [activityId(size, p, k), idOf('participant', trainee(p, k, slot)), idOf('session', (p * size.trainings + k) * 2 + n)]),
        ),
      ),
    ),
    table(
      'headcounts',
      'id activity_id institution_id sex count',
      trainings((p, k) =>
        k % 10 === 0 ? [[idOf('headcount', p * size.trainings + k), activityId(size, p, k), idOf('institution', unitsOf(p)[0] ?? 0), 'not_stated', 3]] : [],
      ),
    ),
    table(
      'follow_ups',
      'id activity_id participant_id due_on answered_on applied supervisor_confirmed',
      trainings((p, k) =>
        isApproved(k) && k % 4 === 0
          ? slots.slice(1).map((slot) => {
              const due = addDays(dayIn(k, size.trainings), 92);
              return [
                idOf('followUp', trainee(p, k, slot)),
                activityId(size, p, k),
                idOf('participant', trainee(p, k, slot)),
                due,
                slot % 2 ? due : null,
                slot % 2 ? slot % 3 > 0 : null,
                slot % 2 ? slot % 5 > 0 : null,
              ];
            })
          : [],
      ),
    ),
    table(
      'reviews',
      'id activity_id step version by_user_id at',
      all((p, k) =>
        stateOf(size, k) === 'draft'
          ? []
          : [
              [idOf('review', (p * count + k) * 2), activityId(size, p, k), 'submitted', 1, idOf('user', 2), '2025-01-01T10:00:00Z'],
              ...(isApproved(k)
                ? [[idOf('review', (p * count + k) * 2 + 1), activityId(size, p, k), 'approved', 2, idOf('user', 0), '2025-01-02T10:00:00Z']]
                : []),
            ],
      ),
    ),
    table(
      'evidence',
      'id project_id activity_id kind file_name media_type size sha256 uploaded_by',
      all((p, k) => [
        [
          idOf('evidence', p * count + k),
          idOf('project', p),
          activityId(size, p, k),
          k < size.trainings ? 'signed_list' : k < size.trainings + size.meetings ? 'minutes' : 'certificate',
          'file.pdf',
          'application/pdf',
          1000,
          (p * count + k).toString(16).padStart(64, '0'),
          idOf('user', 2),
        ],
      ]),
    ),
    ...attendeesOf(size, all, withMeetings),
  ];
}

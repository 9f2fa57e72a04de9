import type { Viewer } from '@/lib/access/viewer';
import { names } from '@/db/seed/data/names';
import { makeRandom } from '@/db/seed/random';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { addDays } from '@/lib/shared/dates';

type Value = string | number | boolean | null;
export type Table = { name: string; columns: string[]; rows: Iterable<Value[]> };

export const projectCount = 200;
const per = { people: 600, trainings: 100, meetings: 50, handOvers: 10, items: 15, participants: 16, attendees: 6, units: 8, outputs: 4 };
const topics = [
  'document security',
  'interviewing',
  'financial investigation',
  'risk analysis',
  'victim identification',
  'open sources',
  'joint teams',
  'evidence',
];
const towns: [string, number, number][] = [
  ['Podgorica', 42.441, 19.263],
  ['Bar', 42.094, 19.1],
  ['Nikšić', 42.773, 18.944],
  ['Pljevlja', 43.357, 19.358],
  ['Bijelo Polje', 43.038, 19.748],
];
const periods = [
  ['2024-01-01', '2024-06-30'],
  ['2024-07-01', '2024-12-31'],
  ['2025-01-01', '2025-06-30'],
  ['2025-07-01', '2025-12-31'],
] as const;
const roles = ['manager', 'reviewer', 'staff', 'donor'] as const;
const kinds = [
  'user',
  'institution',
  'institutionName',
  'place',
  'project',
  'period',
  'result',
  'indicator',
  'person',
  'post',
  'activity',
  'session',
  'participant',
  'headcount',
  'review',
  'item',
  'check',
  'custody',
  'evidence',
  'followUp',
  'point',
  'agenda',
  'decision',
] as const;

/** The id of the n-th row of a kind: a UUID of version 7 that any script can write down again. */
export const idOf = (kind: (typeof kinds)[number], n: number): string =>
  `0190${kinds.indexOf(kind).toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export type BenchWorld = { scale: number; passwordHash: string; now: Date };
export const worldOf = (scale: number, passwordHash: string): BenchWorld => ({ scale, passwordHash, now: new Date('2026-01-15T09:00:00Z') });

const viewerOf = (index: number, project: number): Viewer => ({
  id: idOf('user', index),
  email: `${roles[index]}@example.org`,
  name: `Bench ${roles[index]}`,
  isAdmin: false,
  memberships: [{ projectId: idOf('project', project), role: 'manager' }],
});
/** Who acts in a project, and the periods that are closed. */
export const peopleOf = (_world: BenchWorld, project: number) => ({
  id: idOf('project', project),
  manager: viewerOf(0, project),
  reviewer: viewerOf(1, project),
  staff: viewerOf(2, project),
  firstPeriods: [0, 1].map((n) => idOf('period', project * 4 + n)),
});

const unitsOf = (project: number) => Array.from({ length: per.units }, (_, n) => (project * 3 + n) % 40);
const institutionsAt = 40;
const dayIn = (n: number, of: number) => addDays('2024-01-10', Math.floor((n * 700) / of));
const sizes = (scale: number) => ({
  people: per.people * scale,
  trainings: per.trainings * scale,
  meetings: per.meetings * scale,
  handOvers: per.handOvers * scale,
});

/** Every table with its rows in order of need; one project's rows lie together. */
export function tables(world: BenchWorld): Table[] {
  const size = sizes(world.scale);
  return [...frame(world), ...register(size), ...activityTables(size), ...equipmentTables(size), ...meetingTables(size)];
}

function* each<T>(count: number, make: (n: number) => Iterable<T>): Iterable<T> {
  for (let n = 0; n < count; n += 1) yield* make(n);
}
const table = (name: string, columns: string, rows: Iterable<Value[]>): Table => ({ name, columns: columns.split(' '), rows });
const perProject = (make: (project: number) => Iterable<Value[]>) => each(projectCount, make);

function frame({ passwordHash, now }: BenchWorld): Table[] {
  const measured = catalogue.filter((measure) => !measure.key.startsWith('people.unnamed')).slice(0, 12);
  return [
    table('users', 'id email name password_hash is_admin created_at', [
      ...roles.map((role, n) => [idOf('user', n), `${role}@example.org`, `Bench ${role}`, passwordHash, false, now.toISOString()] as Value[]),
      [idOf('user', 9), 'admin@example.org', 'Bench admin', passwordHash, true, now.toISOString()],
    ]),
    table(
      'institutions',
      'id parent_id kind country',
      each(institutionsAt, (n) => [[idOf('institution', n), n % 5 === 0 ? null : idOf('institution', n - (n % 5)), 'police', n < 35 ? 'ME' : 'AL']]),
    ),
    table(
      'institution_names',
      'id institution_id language name',
      each(institutionsAt, (n) => [[idOf('institutionName', n), idOf('institution', n), 'en', `Institution ${n + 1}`]]),
    ),
    table(
      'places',
      'id country name lat lon',
      towns.map(([name, lat, lon], n) => [idOf('place', n), 'ME', name, lat, lon]),
    ),
    table(
      'projects',
      'id slug projects_id title status budget_usd coverage year start_date end_date time_zone',
      perProject((n) => [
        [
          idOf('project', n),
          `bx-${String(n).padStart(4, '0')}`,
          `BX.${String(n).padStart(4, '0')}`,
          `Stronger institutions ${n + 1}`,
          'active',
          200_000 + n * 1000,
          'National',
          2024,
          '2024-01-01',
          '2025-12-31',
          'Europe/Podgorica',
        ],
      ]),
    ),
    table(
      'memberships',
      'project_id user_id role',
      perProject((n) => roles.map((role, user) => [idOf('project', n), idOf('user', user), role === 'reviewer' ? 'manager' : role])),
    ),
    table(
      'project_institutions',
      'project_id institution_id role',
      perProject((n) => unitsOf(n).map((unit) => [idOf('project', n), idOf('institution', unit), 'counterpart'])),
    ),
    table(
      'reporting_periods',
      'id project_id name from_date to_date',
      perProject((n) => periods.map(([from, to], k) => [idOf('period', n * 4 + k), idOf('project', n), `Period ${k + 1}`, from, to])),
    ),
    table(
      'results',
      'id project_id parent_id level code statement position',
      perProject((n) => resultsOf(n)),
    ),
    table(
      'indicators',
      'id project_id result_id code statement unit method measure baseline target position',
      perProject((n) =>
        measured.map((measure, k) => [
          idOf('indicator', n * 100 + k),
          idOf('project', n),
          idOf('result', n * 10 + 2 + (k % per.outputs)),
          `1.${1 + (k % per.outputs)}.${'abc'[Math.floor(k / per.outputs)]}`,
          `Indicator ${measure.key}`,
          measure.unit === 'share' ? '%' : 'number',
          'computed',
          measure.key,
          0,
          measure.unit === 'share' ? 80 : 300,
          k,
        ]),
      ),
    ),
  ];
}

function resultsOf(project: number): Value[][] {
  const base = project * 10;
  const row = (k: number, parent: number | null, level: string, code: string): Value[] => [
    idOf('result', base + k),
    idOf('project', project),
    parent === null ? null : idOf('result', base + parent),
    level,
    code,
    `Result ${code}`,
    k,
  ];
  return [row(0, null, 'objective', '0'), row(1, 0, 'outcome', '1'), ...Array.from({ length: per.outputs }, (_, k) => row(2 + k, 1, 'output', `1.${k + 1}`))];
}

type Sizes = ReturnType<typeof sizes>;

function register(size: Sizes): Table[] {
  const person = (n: number) => makeRandom(n + 1);
  const group = names.montenegrin;
  const named = (n: number): Value[] => {
    const random = person(n);
    const sex = random.next() < 0.4 ? 'female' : 'male';
    return [random.pick(group[sex]), `${random.pick(group.family)} ${random.pick(names.bosniak.family)}`, sex];
  };
  const own = (project: number, row: (n: number) => Value[]) => each(size.people, (k) => [row(project * size.people + k)]);
  return [
    table(
      'people',
      'id given_name family_name sex birth_year created_by',
      perProject((p) => own(p, (n) => [idOf('person', n), ...named(n), 1960 + (n % 40), idOf('user', 2)])),
    ),
    table(
      'person_posts',
      'id person_id institution_id post',
      perProject((p) => own(p, (n) => [idOf('post', n), idOf('person', n), idOf('institution', unitsOf(p)[n % per.units] ?? 0), 'Officer'])),
    ),
    table(
      'project_people',
      'project_id person_id',
      perProject((p) => own(p, (n) => [idOf('project', p), idOf('person', n)])),
    ),
  ];
}

// Activities of a project are numbered through: trainings, then meetings, then hand-overs.
const activitiesOf = (size: Sizes) => size.trainings + size.meetings + size.handOvers;
const activityId = (size: Sizes, project: number, k: number) => idOf('activity', project * activitiesOf(size) + k);
const isApproved = (k: number) => k % 10 !== 9;
/** A tenth is not approved; of these only what lies in open periods waits for review, or the first periods could not be closed. */
const stateOf = (size: Sizes, k: number) => (isApproved(k) ? 'approved' : k % 20 === 9 && startOf(size, k) > '2025-01-02' ? 'submitted' : 'draft');

function placed(size: Sizes, k: number) {
  if (k < size.trainings) return { kind: 'training', prefix: 'TR', number: k, of: size.trainings } as const;
  if (k < size.trainings + size.meetings) return { kind: 'meeting', prefix: 'ME', number: k - size.trainings, of: size.meetings } as const;
  return { kind: 'equipment', prefix: 'EQ', number: k - size.trainings - size.meetings, of: size.handOvers } as const;
}
const startOf = (size: Sizes, k: number) => dayIn(placed(size, k).number, placed(size, k).of);
/** Participant `slot` of the k-th activity of a project: another person each time, everybody comes round. */
const personOf = (size: Sizes, project: number, k: number, slot: number) => project * size.people + ((k * 11 + slot * 37) % size.people);

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

function activityTables(size: Sizes): Table[] {
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

type All = (rows: (project: number, k: number) => Iterable<Value[]>, from?: number, to?: number) => Iterable<Value[]>;

function attendeesOf(size: Sizes, all: All, sessionsBefore: number): Table[] {
  const from = size.trainings;
  const to = size.trainings + size.meetings;
  const before = projectCount * size.trainings * per.participants;
  const sessionOf = (p: number, k: number) => idOf('session', sessionsBefore + p * size.meetings + k - from);
  const attendee = (p: number, k: number, slot: number) => idOf('participant', before + (p * size.meetings + k - from) * per.attendees + slot);
  const slots = Array.from({ length: per.attendees }, (_, slot) => slot);
  return [
    table(
      'sessions',
      'id activity_id date position',
      all((p, k) => [[sessionOf(p, k), activityId(size, p, k), dayIn(k - from, size.meetings), 0]], from, to),
    ),
    table(
      'participants',
      'id activity_id person_id role institution_id position',
      all(
        (p, k) =>
          slots.map((slot) => {
            const person = personOf(size, p, k, slot);
            return [
              attendee(p, k, slot),
              activityId(size, p, k),
              idOf('person', person),
              slot === 0 ? 'chair' : 'member',
              idOf('institution', unitsOf(p)[person % per.units] ?? 0),
              slot,
            ];
          }),
        from,
        to,
      ),
    ),
    table(
      'attendance',
      'activity_id participant_id session_id',
      all((p, k) => slots.map((slot) => [activityId(size, p, k), attendee(p, k, slot), sessionOf(p, k)]), from, to),
    ),
  ];
}

function meetingTables(size: Sizes): Table[] {
  const meetings = (rows: (project: number, k: number, n: number) => Iterable<Value[]>) =>
    perProject((project) => each(size.meetings, (n) => rows(project, size.trainings + n, project * size.meetings + n)));
  return [
    table(
      'meetings',
      'activity_id type minutes',
      meetings((p, k) => [[activityId(size, p, k), 'coordination', 'Agreed on the next steps.']]),
    ),
    table(
      'agenda_items',
      'id activity_id title position',
      meetings((p, k, n) => [[idOf('agenda', n), activityId(size, p, k), 'State of play', 0]]),
    ),
    table(
      'action_points',
      'id project_id activity_id number text institution_id due_date first_due_date status done_on position',
      meetings((p, k, n) =>
        [0, 1].map((slot) => {
          const due = addDays(dayIn(k - size.trainings, size.meetings), 30);
          const done = (k + slot) % 3 > 0;
          return [
            idOf('point', n * 2 + slot),
            idOf('project', p),
            activityId(size, p, k),
            (k - size.trainings) * 2 + slot + 1,
            'Share the agreed form',
            idOf('institution', unitsOf(p)[slot] ?? 0),
            due,
            due,
            done ? 'done' : 'open',
            done ? addDays(due, slot * 4 - 2) : null,
            slot,
          ];
        }),
      ),
    ),
  ];
}

function equipmentTables(size: Sizes): Table[] {
  const handOvers = (rows: (project: number, k: number, n: number) => Iterable<Value[]>) =>
    perProject((project) => each(size.handOvers, (n) => rows(project, size.trainings + size.meetings + n, project * size.handOvers + n)));
  const slots = Array.from({ length: per.items }, (_, slot) => slot);
  return [
    table(
      'hand_overs',
      'activity_id recipient_institution_id hander receiver',
      handOvers((p, k) => [[activityId(size, p, k), idOf('institution', unitsOf(p)[k % per.units] ?? 0), 'Hander', 'Receiver']]),
    ),
    table(
      'equipment_items',
      'id project_id activity_id description category make model serial_number quantity value currency usd_rate asset_tag position',
      handOvers((p, k, n) =>
        slots.map((slot) => [
          idOf('item', n * per.items + slot),
          idOf('project', p),
          activityId(size, p, k),
          'Laptop',
          slot % 3 ? 'it' : 'optical',
          'Acme',
          'R1',
          `S${n}-${slot}`,
          1,
          900,
          'EUR',
          1.1,
          `BX-${p}-${n}-${slot}`,
          slot,
        ]),
      ),
    ),
    // Received and passed on the same day: the receipt has nothing left, the hand-over all.
    table(
      'custody',
      'id project_id item_id previous_id kind quantity remaining since institution_id activity_id',
      handOvers((p, k, n) =>
        isApproved(k)
          ? slots.flatMap((slot) => {
              const [receipt, item] = [idOf('custody', (n * per.items + slot) * 2), idOf('item', n * per.items + slot)];
              const passed = [idOf('custody', (n * per.items + slot) * 2 + 1), idOf('project', p), item, receipt, 'handed_over', 1, 1, '2025-06-30', idOf('institution', unitsOf(p)[k % per.units] ?? 0), activityId(size, p, k)];
              return [[receipt, idOf('project', p), item, null, 'received', 1, 0, '2025-06-30', null, null], passed];
            })
          : [],
      ),
    ),
    table(
      'end_use_checks',
      'id item_id checked_on in_use condition recorded_by',
      handOvers((_p, k, n) =>
        isApproved(k)
          ? slots
              .filter((slot) => slot % 2)
              .map((slot) => [idOf('check', n * per.items + slot), idOf('item', n * per.items + slot), '2025-12-20', slot % 5 > 0, 'good', idOf('user', 2)])
          : [],
      ),
    ),
  ];
}

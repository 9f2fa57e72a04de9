import fc from 'fast-check';
import type { ActivityFact, CountingFacts, ParticipantFact } from '@/lib/indicators/rules/facts';
import type { Sex } from '@/lib/shared/vocabulary';

export const periods = [
  { id: 'p1', from: '2019-01-01', to: '2019-06-30', closed: false },
  { id: 'p2', from: '2019-07-01', to: '2019-12-31', closed: false },
  { id: 'p3', from: '2020-01-01', to: '2020-06-30', closed: false },
];
const institutions = [
  { id: 'ministry', parentId: null, country: 'ME' },
  { id: 'unit', parentId: 'ministry', country: 'ME' },
  { id: 'border', parentId: 'ministry', country: 'ME' },
  { id: 'desk', parentId: 'border', country: 'ME' },
  { id: 'prosecutor', parentId: null, country: 'ME' },
  { id: 'implementer', parentId: null, country: null },
  { id: 'albania', parentId: null, country: 'AL' },
];

/** Facts of a project without records; give what the test is about. */
export const someFacts = (given: Partial<CountingFacts> = {}): CountingFacts => ({
  threshold: 0.8,
  today: '2020-12-31',
  periods,
  institutions,
  counterpartIds: ['unit', 'border', 'prosecutor'],
  implementerIds: ['implementer'],
  activities: [],
  participants: [],
  headcounts: [],
  items: [],
  checks: [],
  actionPoints: [],
  expected: [],
  decisions: [],
  followUps: [],
  posts: [],
  ...given,
});

export const anActivity = (id: string, given: Partial<ActivityFact> = {}): ActivityFact => ({
  id,
  kind: 'training',
  type: 'course',
  endDate: '2019-03-05',
  outputIds: ['o1'],
  topics: [],
  placeId: null,
  sessions: 1,
  restricted: false,
  ...given,
});
export const aParticipant = (activityId: string, personId: string, given: Partial<ParticipantFact> = {}): ParticipantFact => ({
  activityId,
  personId,
  role: 'trainee',
  institutionId: 'unit',
  sex: 'female',
  birthYear: null,
  sessionsPresent: 1,
  preScore: null,
  postScore: null,
  ...given,
});

const dates = fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2018, 10, 1) + days * 86_400_000).toISOString().slice(0, 10));
const sexOf = fc.constantFrom<Sex>('female', 'male', 'other', 'not_stated');
const where = fc.constantFrom('ministry', 'unit', 'border', 'desk', 'prosecutor', 'implementer', 'albania', null);

/** Random projects: trainings and meetings in and out of periods, people in several of them, lots, checks, action points, follow-ups. */
export const anyFacts = fc
  .record({
    activities: fc.array(
      fc.record({
        restricted: fc.boolean(),
        kind: fc.constantFrom<'training' | 'meeting' | 'equipment'>('training', 'training', 'meeting', 'equipment'),
        endDate: dates,
        sessions: fc.integer({ min: 0, max: 4 }),
        topics: fc.uniqueArray(fc.constantFrom('documents', 'interviews', 'finance'), { maxLength: 3 }),
        placeId: fc.constantFrom('bar', 'budva', null),
      }),
      { maxLength: 10 },
    ),
    people: fc.array(fc.record({ sex: sexOf, institutionId: where, birthYear: fc.option(fc.integer({ min: 1955, max: 2000 })) }), { minLength: 1, maxLength: 8 }),
    stands: fc.array(
      fc.record({
        activity: fc.nat(),
        person: fc.nat(),
        present: fc.integer({ min: 0, max: 4 }),
        role: fc.constantFrom<'trainee' | 'trainer' | 'member'>('trainee', 'trainee', 'trainer', 'member'),
        pre: fc.option(fc.integer({ min: 0, max: 100 })),
        post: fc.option(fc.integer({ min: 0, max: 100 })),
      }),
      { maxLength: 40 },
    ),
    headcounts: fc.array(
      fc.record({ activity: fc.nat(), sex: sexOf, institutionId: fc.constantFrom('unit', 'border', 'albania'), count: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 5 },
    ),
    items: fc.array(
      fc.record({
        activity: fc.nat(),
        quantity: fc.integer({ min: 1, max: 5 }),
        valueUsd: fc.option(fc.integer({ min: 0, max: 5000 })),
        signed: fc.boolean(),
        recipientInstitutionId: where,
      }),
      { maxLength: 8 },
    ),
    checks: fc.array(fc.record({ item: fc.nat(), checkedOn: dates, inUse: fc.boolean() }), { maxLength: 8 }),
    posts: fc.array(fc.record({ person: fc.nat(), institutionId: fc.constantFrom('ministry', 'unit', 'border', 'desk'), from: fc.option(dates), to: fc.option(dates) }), { maxLength: 8 }),
    expected: fc.array(fc.record({ activity: fc.nat(), institutionId: fc.constantFrom('unit', 'border', 'albania'), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 5 }),
    decisions: fc.array(fc.record({ activity: fc.nat(), implementedOn: fc.option(dates), droppedOn: fc.constant(null) }), { maxLength: 6 }),
    actionPoints: fc.array(fc.record({ restricted: fc.boolean(), firstDueDate: dates, doneOn: fc.option(dates), dropped: fc.boolean(), institutionId: where }), { maxLength: 8 }),
  })
  .map((draw): CountingFacts => {
    const activities = draw.activities.map((activity, index) => anActivity(`a${index}`, activity));
    const pick = (kind: string, n: number) =>
      activities.filter((activity) => kind.includes(activity.kind))[n % Math.max(1, activities.filter((activity) => kind.includes(activity.kind)).length)];
    const participants = new Map<string, ParticipantFact>();
    for (const stand of draw.stands) {
      const activity = pick('training meeting', stand.activity);
      const number = stand.person % draw.people.length;
      const person = draw.people[number];
      if (activity && person)
        participants.set(
          `${activity.id} ${number}`,
          aParticipant(activity.id, `person${number}`, {
            ...person,
            role: stand.role,
            sessionsPresent: Math.min(stand.present, activity.sessions),
            preScore: stand.pre,
            postScore: stand.post,
          }),
        );
    }
    const items = draw.items.flatMap(({ activity, ...item }, index) =>
      pick('equipment', activity) ? [{ ...item, id: `i${index}`, activityId: pick('equipment', activity)?.id ?? '' }] : [],
    );
    const checks = draw.checks
      .flatMap(({ item, ...check }) => (items.length > 0 ? [{ ...check, itemId: items[item % items.length]?.id ?? '', condition: null }] : []))
      .sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
    const headcounts = draw.headcounts.flatMap(({ activity, ...row }) =>
      pick('training', activity) ? [{ ...row, activityId: pick('training', activity)?.id ?? '' }] : [],
    );
    return someFacts({
      activities,
      participants: [...participants.values()],
      headcounts,
      items,
      checks,
      posts: draw.posts.map(({ person, ...post }) => ({ ...post, personId: `person${person % draw.people.length}` })),
      expected: draw.expected.flatMap(({ activity, ...row }) => (pick('meeting', activity) ? [{ ...row, activityId: pick('meeting', activity)?.id ?? '' }] : [])),
      decisions: draw.decisions.flatMap(({ activity, ...decision }, index) => (pick('meeting', activity) ? [{ ...decision, id: `d${index}`, activityId: pick('meeting', activity)?.id ?? '' }] : [])),
      actionPoints: draw.actionPoints.map((point, index) => ({ ...point, id: `p${index}`, activityId: null })),
    });
  });

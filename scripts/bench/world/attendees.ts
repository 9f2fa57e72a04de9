import { dayIn, idOf, per, projectCount, type Sizes, type Table, table, unitsOf, type Value } from './facts';
import { activityId, personOf } from './numbering';

type All = (rows: (project: number, k: number) => Iterable<Value[]>, from?: number, to?: number) => Iterable<Value[]>;

/** Who sat in the meetings. */
export function attendeesOf(size: Sizes, all: All, sessionsBefore: number): Table[] {
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

import { addDays } from '@/lib/shared/dates';
import { dayIn, each, idOf, perProject, type Sizes, type Table, table, unitsOf, type Value } from './facts';
import { activityId } from './numbering';

/** What was discussed and agreed. */
export function meetingTables(size: Sizes): Table[] {
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

import type { Verdict } from '../explain/verdict';
import { institutionReason, personLeftOut, recordLeftOut, recordReason } from '../explain/weigh';
import type { ActivityFact, MeasureFilter, ParticipantFact } from '../facts';
import { trainingFilters } from '../filters';
import { activitiesOf, type FactIndex, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { personContribution } from '../people';

function judge(index: FactIndex, activity: ActivityFact, row: ParticipantFact, filter: MeasureFilter): Verdict {
  const reason = row.role !== 'trainee' ? ({ key: 'notTrainee' } as const) : row.sessionsPresent === 0 ? ({ key: 'absent' } as const) : institutionReason(index, row.institutionId, filter);
  return reason ? personLeftOut(activity, row, reason) : { subject: { kind: 'person', id: row.personId }, adds: personContribution({ activity, row }, row.sessionsPresent) };
}

export const measure = measureOf({
  key: 'people.attendances',
  unit: 'count',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  wording: {
    en: { label: 'Attendances', rule: 'Person × session attended, trainees of trainings.' },
    cnr: { label: 'Prisustva', rule: 'Osoba × sesija kojoj je prisustvovala, polaznici obuka.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return activitiesOf(index, 'training').flatMap((activity) => {
      const rows = index.participants.get(activity.id) ?? [];
      const whole = recordReason(index, activity, filter, asOf);
      return whole ? [recordLeftOut(activity, whole, rows.length)] : rows.map((row) => judge(index, activity, row, filter));
    });
  },
});

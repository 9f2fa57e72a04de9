import type { Verdict } from '../explain/verdict';
import { type Asked, institutionReason, personLeftOut, recordReason } from '../explain/weigh';
import type { FollowUpFact } from '../facts';
import { trainingFilters } from '../filters';
import { type FactIndex, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

function judge(index: FactIndex, { activityId, personId, institutionId, sex, answeredOn, applied, supervisorConfirmed }: FollowUpFact, { filter, asOf }: Asked): Verdict[] {
  const training = index.activities.get(activityId);
  if (training?.kind !== 'training') return [];
  const reason = recordReason(index, training, filter, asOf) ?? institutionReason(index, institutionId, filter);
  if (reason) return [personLeftOut(training, { personId }, reason)];
  if (answeredOn === null || answeredOn > asOf) return [personLeftOut(training, { personId }, { key: 'notAnswered' })];
  return [{ subject: { kind: 'person', id: personId }, adds: { activityId, personId, date: answeredOn, institutionId, sex, numerator: applied && supervisorConfirmed ? 1 : 0, denominator: 1 } }];
}

export const measure = measureOf({
  key: 'followUp.applied.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
  wording: {
    en: {
      label: 'Apply the training after three months',
      rule: 'Follow-ups in which the person applies the training and the supervisor confirms it ÷ follow-ups answered.',
    },
    cnr: { label: 'Primjenjuju obuku nakon tri mjeseca', rule: 'Provjere u kojima osoba primjenjuje obuku, a rukovodilac to potvrđuje ÷ odgovorene provjere.' },
  },
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return facts.followUps.flatMap((followUp) => judge(index, followUp, { filter, asOf }));
  },
});

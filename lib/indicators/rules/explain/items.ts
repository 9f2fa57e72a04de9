import type { ActivityFact, Contribution, ItemFact, MeasureFilter } from '../facts';
import type { FactIndex } from '../index-of-facts';
import type { Reason, Verdict } from './verdict';
import { type Asked, institutionReason, recordReason } from './weigh';

/** What a measure makes of an item that was handed over and signed for: when, and how much it adds, or why not. */
type Add = (item: ItemFact, handOver: ActivityFact) => Pick<Contribution, 'date' | 'numerator' | 'denominator'> | Reason;

/** Measures of equipment: every item, counted or left out. It counts on a hand-over that counts, with a signed certificate (DOMAIN §2.8). */
export const judgeItems = (index: FactIndex, { filter, asOf }: Asked, add: Add): Verdict[] =>
  index.facts.items.map((item) => {
    const handOver = item.activityId === null ? undefined : index.activities.get(item.activityId);
    const made = handOver ? (itemReason(index, item, handOver, { filter, asOf }) ?? add(item, handOver)) : ({ key: 'notHandedOver' } as const);
    const subject = { kind: 'item', id: item.id } as const;
    if ('key' in made) return { subject, activityId: item.activityId, date: handOver?.endDate ?? '', n: item.quantity, reason: made };
    return { subject, adds: { activityId: item.activityId, personId: null, institutionId: item.recipientInstitutionId, sex: null, ...made } };
  });

function itemReason(index: FactIndex, item: ItemFact, handOver: ActivityFact, { filter, asOf }: { filter: MeasureFilter; asOf: string }): Reason | null {
  const whole = recordReason(index, handOver, filter, asOf);
  if (whole || !item.signed) return whole ?? { key: 'notSigned' };
  return institutionReason(index, item.recipientInstitutionId, filter);
}

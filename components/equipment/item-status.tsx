import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ItemStatus, ReviewState } from '@/lib/shared/vocabulary';

const looks: Record<ItemStatus, [Tone, IconName]> = {
  ordered: ['neutral', 'clock'],
  in_hand_over: ['warn', 'clock'],
  received: ['neutral', 'box'],
  handed_over: ['accent', 'right'],
  in_use: ['good', 'check'],
  not_in_use: ['warn', 'pause'],
  damaged: ['bad', 'warning'],
  lost: ['bad', 'error'],
  disposed: ['neutral', 'close'],
};

type Props = { statuses: { status: ItemStatus; pieces: number }[]; quantity: number; /** the hand-over that lists it and how its review stands */ reference: string | null; reviewState: ReviewState | null };

/** Where an item stands; a lot in several places says how many where, and one on a hand-over that is not approved yet on which. */
export function ItemStatusBadges({ statuses, quantity, reference, reviewState }: Props) {
  const [t, words] = [useTranslations('equipment.handOverStates'), useTranslations('vocabulary.itemStatuses')];
  const waiting = reference && reviewState ? t(reviewState, { reference }) : null;
  const whole = statuses.length === 1 && statuses[0]?.pieces === quantity;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {statuses.map(({ status, pieces }) => (
        <Badge key={status} tone={looks[status][0]} icon={looks[status][1]}>{status === 'in_hand_over' && waiting ? waiting : whole ? words(status) : `${pieces} ${words(status).toLowerCase()}`}</Badge>
      ))}
    </span>
  );
}

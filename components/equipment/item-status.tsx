import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ItemStatus } from '@/lib/shared/vocabulary';

const looks: Record<ItemStatus, [Tone, IconName]> = {
  ordered: ['neutral', 'clock'],
  received: ['neutral', 'box'],
  handed_over: ['accent', 'right'],
  in_use: ['good', 'check'],
  not_in_use: ['warn', 'pause'],
  damaged: ['bad', 'warning'],
  lost: ['bad', 'error'],
  disposed: ['neutral', 'close'],
};

/** Where an item stands; a lot in several places says how many where. */
export function ItemStatusBadges({ statuses, quantity }: { statuses: { status: ItemStatus; pieces: number }[]; quantity: number }) {
  const words = useTranslations('vocabulary.itemStatuses');
  const whole = statuses.length === 1 && statuses[0]?.pieces === quantity;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {statuses.map(({ status, pieces }) => (
        <Badge key={status} tone={looks[status][0]} icon={looks[status][1]}>{whole ? words(status) : `${pieces} ${words(status).toLowerCase()}`}</Badge>
      ))}
    </span>
  );
}

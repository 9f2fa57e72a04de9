import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import type { LinkState } from '@/lib/links/rules';

type Ended = Exclude<LinkState, 'valid'> | 'paused';
const icons: Record<Ended, IconName> = { used: 'success', closed: 'lock', expired: 'clock', revoked: 'lock', unknown: 'search', paused: 'pause' };

/** What the holder of a link reads that opens nothing (any more): why, and what they can do. */
export function LinkEnded({ state }: { state: LinkState | 'paused' }) {
  const t = useTranslations('links');
  const ended: Ended = state === 'valid' ? 'unknown' : state;
  return (
    <div className="grid justify-items-start gap-3 py-4">
      <span className="rounded-full bg-sunken p-3 text-soft">
        <Icon name={icons[ended]} size={20} />
      </span>
      <h1 className="text-xl font-semibold tracking-tight">{t(`ended.${ended}.title`)}</h1>
      <p className="text-base">{t(`ended.${ended}.body`)}</p>
    </div>
  );
}

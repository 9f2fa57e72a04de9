import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/facts';
import { useFormat } from '@/lib/i18n/use-format';
import type { RetainedShare } from '@/lib/people/queries/capacity';

/** Of the people trained, how many are still in their unit 6 and 12 months later, with numerator and denominator. */
export function CapacityShares({ shares }: { shares: RetainedShare[] }) {
  const t = useTranslations('capacity');
  const common = useTranslations('common');
  const format = useFormat();
  return (
    <div className="mb-6 grid gap-4 sm:grid-cols-2">
      {shares.map(({ months, numerator, denominator, asOf }) => (
        <Figure key={months} label={t('still', { months })} value={denominator > 0 ? format.percent(numerator / denominator) : common('noData')} sub={denominator > 0 ? common('of', { part: numerator, whole: denominator }) : undefined} rule={t('stillRule', { months })} asOf={asOf ? format.date(asOf) : undefined} />
      ))}
    </div>
  );
}

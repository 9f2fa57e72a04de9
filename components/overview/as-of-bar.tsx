import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import type { Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import { addDays } from '@/lib/shared/dates';

/** A day of the past that figures are shown for, how many records that counted then were changed since, and how many of the indicators shown were planned later. */
export type AsOf = { day: string; changed: number; added: number };
type Props = { path: string; /** what else of the address stays when another day is chosen */ keep?: Params; back: string; project: { startDate: string | null; today: string }; asOf: AsOf | null };

/** Chooses the day for which the figures are shown; of a day of the past it says what was known then. A plain form. */
export function AsOfBar({ path, keep = {}, back, project: { startDate, today }, asOf }: Props) {
  const t = useTranslations('overview');
  const format = useFormat();
  return (
    <div className="mb-4 grid gap-3">
      <form action={path} className="no-print flex flex-wrap items-end gap-2" key={asOf?.day}>
        {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <div className="grid gap-1">
          <label htmlFor="day" className="text-xs text-soft">{t('asOfDay')}</label>
          <input id="day" name="day" type="date" required min={startDate ?? undefined} max={asOf ? today : addDays(today, -1)} defaultValue={asOf?.day ?? ''} className="control" />
        </div>
        <button type="submit" className={buttonClass()}>{t('showDay')}</button>
        {asOf && <TextLink href={back} className="inline-flex min-h-8 items-center">{t('backToToday')}</TextLink>}
      </form>
      {asOf && <Banner title={t('asOfTitle', { date: format.date(asOf.day) })}>{t('asOfMeans')} {asOf.changed > 0 && t('asOfChanged', { n: asOf.changed })} {asOf.added > 0 && t('asOfAdded', { n: asOf.added })}</Banner>}
    </div>
  );
}

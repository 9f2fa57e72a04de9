import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { Headline } from '@/lib/indicators/queries/headline';

/** Of people trained, who was still in post later; the numbers open the records they add up from. `base`: null where no records may be opened. */
export function RetainedCard({ retained, base, minimum }: { retained: Headline['retained']; base: string | null; minimum: number }) {
  const [t, common] = [useTranslations('overview'), useTranslations('common')];
  const format = useFormat();
  return (
    <Card title={t('cards.retained')} id="retained" description={t('retainedHint')}>
      <ul className="grid gap-4">
        {retained.map(({ months, measure, share: { value, numerator, denominator }, withheld }) => {
          const parts = common('of', { part: numerator, whole: denominator ?? 0 });
          return (
            <li key={months}>
              <p className="flex flex-wrap items-baseline justify-between gap-x-3"><span>{t('inPostAfter', { n: months })}</span><span className="tabular text-lg font-semibold">{withheld ? '*' : value === null ? common('noData') : format.percent(value / 100)}</span></p>
              {!withheld && value !== null && <ProgressBar value={value / 100} />}
              {!withheld && value !== null && <p className="tabular text-xs text-soft">{base ? <TextLink href={`${base}/activities?counted=${measure}`}>{parts}</TextLink> : parts}</p>}
              {!withheld && value === null && <p className="text-xs text-soft">{t('notYet', { n: months })}</p>}
            </li>
          );
        })}
      </ul>
      {retained.some(({ withheld }) => withheld) && <p className="mt-2 text-xs text-soft">* {t('retainedHidden', { n: minimum })}</p>}
      {base && <p className="mt-3 text-xs"><TextLink href={`${base}/people/capacity`}>{t('capacityLink')}</TextLink></p>}
    </Card>
  );
}

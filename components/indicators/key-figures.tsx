import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/facts';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';

/** Actual, target, baseline and what is expected by now, or was by a day of the past, each with where it comes from. */
export function KeyFigures({ indicator, rule, asOf, day, write }: { indicator: IndicatorFigure; /** how the actual comes about, in one line */ rule: string; asOf: string | null; /** as known on this day of the past */ day?: string; write: (value: number | null) => string }) {
  const t = useTranslations('indicators');
  const noData = useTranslations('common')('noData');
  const format = useFormat();
  const { actual, numerator, denominator, achievement, expected, expectedFrom, baseline, baselineYear, target, withheld, unvalued } = indicator;
  const parts = unvalued ? t('unvalued', { n: unvalued }) : denominator === null ? undefined : t('parts', { part: format.number(numerator), whole: format.number(denominator) });
  const value = indicator.answer ? <span className="text-base">{indicator.answer}</span> : withheld ? t('withheld') : actual === null ? noData : write(actual);
  return (
    <div className="mb-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure label={t('actual')} value={value} sub={parts} asOf={asOf ? format.date(asOf) : undefined} rule={withheld ? t('withheldWhy') : rule} />
      <Figure label={day ? t('expectedBy', { date: format.date(day) }) : t('expected')} value={write(expected)} rule={expectedFrom && t(expectedFrom === 'milestone' ? 'fromMilestone' : 'fromLinear')} />
      <Figure label={t('target')} value={target === null ? t('none') : write(target)} rule={achievement === null ? undefined : t('achievement', { share: format.percent(achievement) })} />
      <Figure label={t('baseline')} value={baseline === null ? t('unknown') : write(baseline)} rule={baselineYear ? t('inYear', { year: String(baselineYear) }) : baseline === null && target !== null && indicator.direction === 'increase' ? t('assumed') : undefined} />
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';
import type { FigureValue } from '@/lib/indicators/rules/figures';

type Props = { detail: IndicatorDetail; write: (value: number | null) => string };

/** Actual per period against its milestone, with what closed periods had corrected later (DOMAIN §2.3). */
export function PeriodTable({ detail, write }: Props) {
  const t = useTranslations('indicators');
  const format = useFormat();
  const { periods, outside, indicator, measure } = detail;
  const stock = measure ? measure.combine === 'latest' : indicator.aggregation !== 'sum';
  const parts = (figure: FigureValue) => (figure.unvalued ? <span className="block text-xs font-normal text-soft">{t('unvalued', { n: figure.unvalued })}</span> : figure.denominator === null || figure.value === null ? null : <span className="block text-xs font-normal text-soft">{t('parts', { part: format.number(figure.numerator), whole: format.number(figure.denominator) })}</span>);
  // Of a percentage the change is in points; yes, no and words have none.
  const change = (own: FigureValue, before: FigureValue | undefined) => {
    if (own.value === null || before?.value == null || ['yes/no', 'qualitative'].includes(indicator.unit)) return '–';
    const by = own.value - before.value;
    return indicator.unit === '%' ? t('points', { n: format.points(by) }) : `${by > 0 ? '+' : ''}${write(by)}`;
  };
  return (
    <>
      <Table caption={t('chart')}>
        <thead>
          <tr>
            <Th>{t('period')}</Th>
            <Th numeric>{stock ? t('atEnd') : t('thisPeriod')}</Th>
            <Th numeric className="max-md:hidden">{t('change')}</Th>
            <Th numeric>{t('upTo')}</Th>
            <Th numeric>{t('milestone')}</Th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, own, upTo, milestone, restated }, at) => (
            <tr key={period.id}>
              <th scope="row">
                {period.name} <Badge icon={period.closed ? 'lock' : undefined}>{period.closed ? t('closed') : t('open')}</Badge>
                <span className="block text-xs font-normal text-soft max-sm:hidden">{format.dateRange(period.from, period.to)}</span>
              </th>
              <td className="num">{write(own.value)}{parts(own)}{restated !== 0 && <span className="block text-xs text-warn">{t('restated', { value: write(restated) })}</span>}</td>
              <td className="num max-md:hidden">{change(own, periods[at - 1]?.own)}</td>
              <td className="num">{write(upTo.value)}{parts(upTo)}</td>
              <td className="num">{write(milestone)}</td>
            </tr>
          ))}
          {outside && <tr><th scope="row">{t('outside')}</th><td className="num">{write(outside.value)}{parts(outside)}</td><td className="max-md:hidden" /><td className="num">–</td><td className="num">–</td></tr>}
        </tbody>
        <tfoot><tr><th scope="row">{t('toDate')}</th><td /><td className="max-md:hidden" /><td className="num">{write(indicator.actual)}</td><td /></tr></tfoot>
      </Table>
      {periods.some((line) => line.restated !== 0) && <p className="px-4 py-2 text-xs text-soft">{t('restatedNote')}</p>}
    </>
  );
}

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';
import { combinedAs, type FigureValue } from '@/lib/indicators/rules/figures';
import { milestoneFlags, missingMilestones, reachEnd } from '@/lib/indicators/rules/milestones';

type Props = { detail: IndicatorDetail; /** as known on this day of the past */ day?: string; /** of the project */ end: string | null; write: (value: number | null) => string };

/** Actual per period against its milestone, with what closed periods had corrected later (DOMAIN §2.3). */
export function PeriodTable({ detail, day, end, write }: Props) {
  const [t, flags] = [useTranslations('indicators'), useTranslations('results.flags')];
  const format = useFormat();
  const { periods, outside, indicator, measure } = detail;
  const values = periods.map(({ milestone }) => milestone);
  const missing = missingMilestones(values);
  const stock = measure ? measure.combine === 'latest' : combinedAs(indicator.aggregation, indicator.unit) !== 'sum';
  const own = stock ? t('atEnd') : t('thisPeriod');
  const parts = (figure: FigureValue) => (figure.unvalued ? <span className="block text-xs font-normal text-soft">{t('unvalued', { n: figure.unvalued })}</span> : figure.denominator === null || figure.value === null ? null : <span className="block text-xs font-normal text-soft">{t('parts', { part: format.number(figure.numerator), whole: format.number(figure.denominator) })}</span>);
  // Of a percentage the change is in points; yes, no and words have none.
  const change = (said: FigureValue, before: FigureValue | undefined) => {
    if (said.value === null || before?.value == null || ['yes/no', 'qualitative'].includes(indicator.unit)) return '–';
    const by = said.value - before.value;
    return indicator.unit === '%' ? t('points', { n: format.points(by) }) : `${by > 0 ? '+' : ''}${write(by)}`;
  };
  return (
    <>
      <Table stack caption={t('chart')}>
        <thead>
          <tr>
            <Th>{t('period')}</Th>
            <Th numeric className="whitespace-normal!">{own}</Th>
            <Th numeric className="whitespace-normal! sm:max-md:hidden">{t('change')}</Th>
            <Th numeric className="whitespace-normal!">{t('upTo')}</Th>
            <Th numeric>{t('milestone')}</Th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, own: said, upTo, milestone, restated }, at) => (
            <tr key={period.id}>
              <th scope="row">
                {period.name} <Badge icon={period.closed ? 'lock' : undefined}>{period.closed ? t('closed') : t('open')}</Badge>
                <span className="block text-xs font-normal text-soft">{format.dateRange(period.from, period.to)}</span>
              </th>
              <Td numeric label={own}>{write(said.value)}{parts(said)}{restated !== 0 && <span className="block text-xs text-warn">{t('restated', { value: write(restated) })}</span>}</Td>
              <Td numeric label={t('change')} className="sm:max-md:hidden">{change(said, periods[at - 1]?.own)}</Td>
              <Td numeric label={t('upTo')}>{write(upTo.value)}{parts(upTo)}</Td>
              <Td numeric label={t('milestone')}>{write(milestone)}</Td>
            </tr>
          ))}
          {outside && <tr><th scope="row">{t('outside')}</th><Td numeric label={own}>{write(outside.value)}{parts(outside)}</Td><td className="sm:max-md:hidden" /><td className="num">–</td><td className="num">–</td></tr>}
        </tbody>
        <tfoot><tr><th scope="row">{day ? t('toDay', { date: format.date(day) }) : t('toDate')}</th><td /><td className="sm:max-md:hidden" /><Td numeric label={t('actual')}>{write(indicator.actual)}</Td><td /></tr></tfoot>
      </Table>
      {detail.records && milestoneFlags({ values, target: indicator.target, direction: indicator.direction, whole: reachEnd(periods.map(({ period }) => period), end) }).map((flag) => <p key={flag} className="px-4 py-2 text-xs text-warn">{flags(flag)}</p>)}
      {detail.records && missing > 0 && <p className="px-4 py-2 text-xs text-soft">{flags('missing', { n: missing })}</p>}
      {periods.some((line) => line.restated !== 0) && <p className="px-4 py-2 text-xs text-soft">{t('restatedNote')}</p>}
    </>
  );
}

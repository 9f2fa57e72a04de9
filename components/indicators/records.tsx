import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';

/** The approved records behind a figure, with what each adds; the sum is the figure. */
export function ContributingRecords({ detail, base }: { detail: IndicatorDetail; base: string }) {
  const t = useTranslations('indicators');
  const total = useTranslations('common')('total');
  const kinds = useTranslations('vocabulary.activityKinds');
  const format = useFormat();
  const { records, unattached, indicator, periods } = detail;
  if (!records || indicator.method === 'reported') return null;
  // A record may add to several periods (points that fall due one after another): then it stands once for each.
  const names = new Map(periods.map(({ period }) => [period.id, period.name]));
  const adds = (row: { numerator: number | null; denominator: number | null; unvalued?: number }) => {
    if (row.unvalued) return <>{row.numerator ? format.number(row.numerator) : null}<span className="block text-xs text-soft">{t('unvalued', { n: row.unvalued })}</span></>;
    return row.denominator === null ? format.number(row.numerator) : t('parts', { part: format.number(row.numerator), whole: format.number(row.denominator) });
  };
  const rest = unattached.numerator !== 0 || (unattached.denominator ?? 0) !== 0;
  return (
    <Card title={t('records')} id="records" description={t('recordsHint')} flush>
      {records.length === 0 && !rest ? (
        <EmptyState title={t('noRecords')} />
      ) : (
        <Table stack caption={t('records')}>
          <thead><tr><Th>{t('activity')}</Th><Th>{t('date')}</Th><Th>{t('period')}</Th><Th numeric>{t('adds')}</Th></tr></thead>
          <tbody>
            {records.map((record) => (
              <tr key={`${record.activityId} ${record.periodId}`}>
                <th scope="row" className="font-normal">
                  <TextLink quiet href={`${base}/activities/${record.reference}`}><span className="tabular mr-1.5 text-soft">{record.reference}</span>{record.title}</TextLink>
                  <span className="block text-xs text-soft">{kinds(record.kind)}</span>
                </th>
                <Td label={t('date')} className="tabular whitespace-nowrap">{format.date(record.onDate)}</Td>
                <Td label={t('period')}>{record.periodId === null ? t('outside') : names.get(record.periodId)}</Td>
                <Td numeric label={t('adds')}>{adds(record)}</Td>
              </tr>
            ))}
            {rest && <tr><th scope="row" className="font-normal">{t('unattached')}</th><td>–</td><td /><Td numeric label={t('adds')}>{adds(unattached)}</Td></tr>}
          </tbody>
          <tfoot><tr><th scope="row">{total}</th><td /><td /><Td numeric label={t('adds')}>{adds(indicator)}</Td></tr></tfoot>
        </Table>
      )}
    </Card>
  );
}

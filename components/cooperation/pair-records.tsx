import { useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { CooperationPair } from '@/lib/indicators/queries/cooperation-view';
import { kindsOf, type CooperationChoice } from '@/lib/indicators/rules/cooperation-view';

type Props = { base: string; pair: CooperationPair; choice: CooperationChoice; periods: { id: string; name: string }[]; name: (id: string) => string };

/** What two institutions had in common, period by period, and the records behind it. */
export function PairRecords({ base, pair, choice, periods, name }: Props) {
  const t = useTranslations('cooperation');
  const format = useFormat();
  const kinds = kindsOf(choice.kind);
  const inPeriod = (periodId: string | null) => pair.rows.filter((row) => row.periodId === periodId);
  const column = (label: string, periodId: string | null) => ({ label, values: Object.fromEntries(kinds.map((kind) => [kind, inPeriod(periodId).reduce((sum, row) => sum + (row.kind === kind ? row.events : 0), 0)])) });
  const columns = [...periods.map((period) => column(period.name, period.id)), ...(inPeriod(null).length > 0 ? [column(t('outside'), null)] : [])];
  const title = pair.a === pair.b ? t('attendedBy', { unit: name(pair.a) }) : t('sharedBy', { first: name(pair.a), second: name(pair.b) });
  return (
    <Card id="shared" title={title} description={`${t('count', { n: pair.total })}${pair.total > pair.records.length ? ` ${t('latest', { n: pair.records.length })}` : ''}`}>
      {pair.rows.length > 0 && <div className="mb-4 max-w-2xl"><BarChart title={t('timeline')} unit={t('events')} data={columns} series={kinds.map((kind) => ({ key: kind, label: t(`kinds.${kind}`) }))} format={(value) => format.number(value)} columnLabel={t('period')} /></div>}
      {pair.records.length === 0 ? <EmptyState icon="cooperation" title={t('nothingShared')}>{t('nothingSharedHint')}</EmptyState> : (
        <ol className="divide-y divide-line">
          {pair.records.map((record) => (
            <li key={record.id} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[6.5rem_8rem_1fr]">
              <span className="tabular text-soft">{format.date(record.date)}</span>
              <span><Badge>{t(`kind.${record.kind}`)}</Badge></span>
              <TextLink href={`${base}/activities/${record.reference}`}>{record.reference} · {record.title}</TextLink>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Table, Td, Th } from '@/components/ui/table';
import type { PeriodReport } from '@/lib/deadlines/queries';
import type { ReportState } from '@/lib/deadlines/rules';
import { useFormat } from '@/lib/i18n/use-format';

const looks: Record<ReportState, [Tone, IconName]> = { issued: ['good', 'check'], overdue: ['bad', 'warning'], due: ['warn', 'clock'], coming: ['neutral', 'calendar'], none: ['neutral', 'dot'] };
type Props = { reports: PeriodReport[]; /** address of the reports */ base: string; mayWrite: boolean };

/** The reports that the donor waits for, one for each reporting period: by when, and what answers it. */
export function ReportTable({ reports, base, mayWrite }: Props) {
  const [t, words] = [useTranslations('deadlines.reports'), useTranslations('deadlines')];
  const format = useFormat();
  const answer = ({ issued, state }: PeriodReport) => {
    if (issued) return <TextLink href={`${base}/${issued.id}/versions/${issued.number}`}>{issued.title}</TextLink>;
    return mayWrite && (state === 'due' || state === 'overdue') ? <TextLink href={base}>{t('write')}</TextLink> : null;
  };
  return (
    <Table stack caption={t('title')}>
      <thead><tr><Th>{t('period')}</Th><Th>{words('due')}</Th><Th>{words('state')}</Th><Th>{t('report')}</Th></tr></thead>
      <tbody>
        {reports.map((line) => (
          <tr key={line.periodId}>
            <th scope="row" className="min-w-0">{line.name}<span className="tabular block text-xs font-normal text-soft">{format.dateRange(line.from, line.to)}</span></th>
            <Td label={words('due')} className="tabular whitespace-nowrap">{format.date(line.due)}</Td>
            <Td label={words('state')}><Badge tone={looks[line.state][0]} icon={looks[line.state][1]}>{t(`states.${line.state}`)}</Badge></Td>
            <Td label={t('report')}>{answer(line)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { ReportLine } from '@/lib/reports/queries';

type Props = { base: string; reports: ReportLine[]; timeZone: string; mayWrite: boolean; seesDrafts: boolean };

/** The reports of a project: what was issued, by version; drafts for those who read records. */
export function ReportList({ base, reports, timeZone, mayWrite, seesDrafts }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('vocabulary');
  if (reports.length === 0) {
    return (
      <Card>
        <EmptyState icon="report" title={t('empty.title')} action={mayWrite && <ButtonLink href={`${base}/new`} icon="plus">{t('new')}</ButtonLink>}>{t(seesDrafts ? 'empty.body' : 'empty.donor')}</EmptyState>
      </Card>
    );
  }
  return (
    <Card flush>
      <Table stack caption={t(seesDrafts ? 'drafts' : 'issued')}>
        <thead>
          <tr>
            <th scope="col">{t('columns.report')}</th>
            <th scope="col">{t('columns.period')}</th>
            <th scope="col">{t('columns.language')}</th>
            <th scope="col">{t('columns.state')}</th>
            <th scope="col">{t('columns.code')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">
                <TextLink quiet href={seesDrafts ? `${base}/${report.id}` : `${base}/${report.id}/versions/${report.versions[0]?.number ?? 1}`}>{report.title}</TextLink>
                <span className="block text-xs font-normal text-soft">{words(`reportKinds.${report.kind}`)}</span>
              </th>
              <Td label={t('columns.period')}>{report.period}</Td>
              <Td label={t('columns.language')}>{words(`languages.${report.language}`)}</Td>
              <Td label={t('columns.state')}><Versions base={base} report={report} timeZone={timeZone} /></Td>
              <Td label={t('columns.code')} className="tabular whitespace-nowrap">{report.versions[0]?.verificationCode ?? '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Versions({ base, report, timeZone }: Pick<Props, 'base' | 'timeZone'> & { report: ReportLine }) {
  const t = useTranslations('reports');
  const f = useFormat();
  const draft = report.progress && report.versions.length === 0;
  return (
    <ul className="grid gap-1">
      {draft && report.progress && (
        <li>
          <Badge icon="edit">{t('draft')}</Badge>
          <span className="block text-xs text-soft">{t('progress', report.progress)}{report.createdBy && ` · ${t('startedBy', { name: report.createdBy, date: f.moment(report.updatedAt, timeZone) })}`}</span>
        </li>
      )}
      {report.versions.map((version) => {
        const date = f.moment(version.issuedAt, timeZone);
        return (
          <li key={version.number}>
            <TextLink href={`${base}/${report.id}/versions/${version.number}`}>{t('version', { number: version.number })}</TextLink>
            <span className="block text-xs text-soft">{version.issuedBy ? t('issuedBy', { date, name: version.issuedBy }) : t('issuedOn', { date })}</span>
          </li>
        );
      })}
    </ul>
  );
}

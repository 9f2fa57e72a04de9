import { useTranslations } from 'next-intl';
import { FoundList } from '@/components/guard/found-list';
import { Badge, type Tone } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import type { IconName } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { decideReportAction } from '@/lib/action-points/actions/points';
import type { PointFile, PointReport } from '@/lib/action-points/queries/point';
import { findIn } from '@/lib/guard/rules/texts';
import { useFormat } from '@/lib/i18n/use-format';
import type { ProgressReportState } from '@/lib/shared/vocabulary';

const looks: Record<ProgressReportState, [Tone, IconName]> = { waiting: ['accent', 'clock'], accepted: ['good', 'check'], declined: ['warn', 'undo'] };
type Props = { reports: PointReport[]; files: PointFile[]; projectId: string; timeZone: string; mayDecide: boolean };

/** What came in by link, to accept or to decline. */
export function PointReports({ reports, files, projectId, timeZone, mayDecide }: Props) {
  const [t, common] = [useTranslations('actionPoints'), useTranslations('common')];
  const format = useFormat();
  if (reports.length === 0) return null;
  const decide = (report: PointReport, decision: 'accepted' | 'declined') => ({ cancelLabel: common('cancel'), failedText: common('failed'), action: decideReportAction, input: { projectId, reportId: report.id, decision, note: null } });
  return (
    <Card title={t('reports')} id="reports" description={t('reportsHint')} flush>
      <ul className="divide-y divide-line">
        {reports.map((report) => {
          const [tone, icon] = looks[report.state];
          const found = report.state === 'waiting' ? findIn([{ path: 'outcome', text: report.text }]) : [];
          return (
            <li key={report.id} className="grid gap-2 px-4 py-3">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={tone} icon={icon}>{t(`reportStates.${report.state}`)}</Badge>
                <span className="tabular text-soft">{format.moment(new Date(report.reportedAt), timeZone)} · {t(report.done ? 'saysDone' : 'saysBegun')}</span>
              </p>
              <p className="whitespace-pre-wrap">{report.text}</p>
              {files.filter((file) => file.reportId === report.id).map((file) => <p key={file.id}><a className="text-accent underline" href={`/api/files/${file.id}`}>{file.fileName}</a> <span className="text-soft">{format.fileSize(file.size)}</span></p>)}
              {found.length > 0 && (
                <div className="rounded-md border border-warn/40 bg-warn-soft px-3 py-2">
                  <FoundList found={found} />
                </div>
              )}
              {report.decidedBy && <p className="text-soft">{t('decidedBy', { name: report.decidedBy })}{report.note && `: ${report.note}`}</p>}
              {mayDecide && report.state === 'waiting' && (
                <div className="flex flex-wrap gap-2">
                  <ConfirmButton {...decide(report, 'accepted')} label={t('accept')} title={t('acceptTitle')} body={t('acceptBody')} variant="primary" size="sm" note={found.length > 0 ? { label: t('acceptWhy'), required: true, maxLength: 500 } : { label: t('note') }} />
                  <ConfirmButton {...decide(report, 'declined')} label={t('decline')} title={t('declineTitle')} body={t('declineBody')} size="sm" note={{ label: t('declineWhy'), required: true }} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import type { PointRecord } from '@/lib/action-points/queries/point';
import { useFormat } from '@/lib/i18n/use-format';
import { FileForm } from './file-form';

type Props = { point: PointRecord; projectId: string; timeZone: string; mayAttach: boolean };

/** What proves that it was done; of what came by link only what was accepted. */
export function PointEvidence({ point, projectId, timeZone, mayAttach }: Props) {
  const [t, common] = [useTranslations('actionPoints'), useTranslations('common')];
  const format = useFormat();
  const accepted = new Set(point.reports.filter(({ state }) => state === 'accepted').map(({ id }) => id));
  const proof = point.files.filter(({ reportId }) => reportId === null || accepted.has(reportId));
  const texts = { label: t('attachLabel'), hint: t('attachHint'), attach: t('attach'), failed: common('failed') };
  return (
    <Card title={t('evidence')} id="evidence-title">
      {proof.length === 0 && point.priority === 'high' && <div className="mb-3"><Banner kind="warning">{t('evidenceMissing')}</Banner></div>}
      {proof.length === 0 && point.priority !== 'high' && <p className="mb-3 text-soft">{t('noEvidence')}</p>}
      <ul className="mb-4 grid gap-1 empty:hidden">
        {proof.map((file) => <li key={file.id}><a className="text-accent underline" href={`/api/files/${file.id}`}>{file.fileName}</a> <span className="tabular text-soft">{format.fileSize(file.size)} · {format.moment(new Date(file.uploadedAt), timeZone)} · {file.uploadedBy ?? t('byLink')}</span></li>)}
      </ul>
      {mayAttach && <FileForm projectId={projectId} actionPointId={point.id} texts={texts} />}
    </Card>
  );
}

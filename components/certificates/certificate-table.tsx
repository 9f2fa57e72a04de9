import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { TextLink } from '@/components/ui/link';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { RecordOf } from '@/lib/activities/queries/record';
import { revokeCertificateAction } from '@/lib/certificates/actions';
import type { CertificateView } from '@/lib/certificates/queries';
import { certificateNumber } from '@/lib/certificates/rules';
import { useFormat } from '@/lib/i18n/use-format';
import { dateIn } from '@/lib/shared/dates';
import type { Standing } from './standings';

type Project = { id: string; slug: string; projectsId: string; timeZone: string };
type Props = { project: Project; record: RecordOf<'training'>; rows: Standing[]; href: string; issuable: boolean; mayRevoke: boolean };

/** One row per trainee: what they met, and the certificate they hold, are due, or cannot get. */
export function CertificateTable({ project, record, rows, href, issuable, mayRevoke }: Props) {
  const t = useTranslations('certificates');
  const format = useFormat();
  const tested = rows.some((row) => row.postScore !== null);
  return (
    <Table stack caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th numeric>{t('attendance')}</Th>
          {tested && <Th numeric>{t('score')}</Th>}
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.participantId}>
            <RowHead><TextLink quiet href={`/projects/${project.slug}/people/${row.personId}`}>{row.name ?? t('anonymised')}</TextLink></RowHead>
            <Td numeric label={t('attendance')}>{t('presence', { n: row.present, of: record.sessions.length })}</Td>
            {tested && <Td numeric label={t('score')}>{format.number(row.postScore)}</Td>}
            <Td label={t('state')}>
              <div className="grid justify-items-start gap-2">
                {row.due && <Badge tone={issuable ? 'accent' : 'neutral'} icon={issuable ? 'plus' : 'clock'}>{t('due')}</Badge>}
                {row.obstacle && row.certificates.every((one) => one.revoked) && <span className="text-soft">{t(`obstacles.${row.obstacle}`)}</span>}
                {row.certificates.map((one) => <Certificate key={one.id} certificate={one} project={project} href={href} lapsed={row.obstacle !== null} mayRevoke={mayRevoke} />)}
              </div>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type CertificateProps = { certificate: CertificateView; project: Project; href: string; lapsed: boolean; mayRevoke: boolean };

function Certificate({ certificate, project, href, lapsed, mayRevoke }: CertificateProps) {
  const t = useTranslations('certificates');
  const format = useFormat();
  const number = certificateNumber(project.projectsId, certificate.number);
  const day = (moment: string) => format.date(dateIn(project.timeZone, new Date(moment)));
  const { revoked } = certificate;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={revoked ? 'bad' : 'good'} icon={revoked ? 'error' : 'success'}>{t(revoked ? 'revoked' : 'valid')}</Badge>
      <span className="min-w-40">
        <span className={`tabular block font-medium ${revoked ? 'line-through' : ''}`}>{number}</span>
        <span className="block text-xs text-soft">{revoked ? t('revokedOn', { date: day(revoked.at), name: revoked.by, reason: revoked.reason }) : t('issuedOn', { date: day(certificate.issuedAt), name: certificate.issuedBy })}</span>
        {!revoked && lapsed && <span className="block text-xs font-medium text-warn">{t('noLongerDue')}</span>}
      </span>
      {!revoked && certificate.name !== null && <a className="link" href={`${href}/certificates.pdf?number=${certificate.number}`} target="_blank" rel="noopener" aria-label={t('printNamed', { number })}>{t('print')}</a>}
      {!revoked && mayRevoke && (
        <ConfirmButton
          {...{ label: t('revoke'), title: t('revokeTitle', { number }), body: t('revokeBody'), cancelLabel: t('cancel'), failedText: t('failed'), size: 'sm' }}
          action={revokeCertificateAction}
          input={{ projectId: project.id, certificateId: certificate.id }}
          note={{ name: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, maxLength: 1000 }}
        />
      )}
    </div>
  );
}

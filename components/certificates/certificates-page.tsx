import { getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { Card, PageHeader } from '@/components/ui/page';
import type { RecordOf } from '@/lib/activities/queries/record';
import { issueCertificatesAction } from '@/lib/certificates/actions';
import type { CertificateView } from '@/lib/certificates/queries';
import { getFormat } from '@/lib/i18n/server';
import { CertificateTable } from './certificate-table';
import { standings } from './standings';

type Props = {
  project: { id: string; slug: string; projectsId: string; timeZone: string; attendanceThreshold: string };
  record: RecordOf<'training'>;
  certificates: CertificateView[];
  may: { issue: boolean; revoke: boolean };
};

/** Who gets a certificate of this training and who does not, what was issued, and the papers. */
export async function CertificatesPage({ project, record, certificates, may }: Props) {
  const [t, nav, f] = [await getTranslations('certificates'), await getTranslations('nav'), await getFormat()];
  const base = `/projects/${project.slug}/activities`;
  const here = `${base}/${record.reference}/certificates`;
  const threshold = Number(project.attendanceThreshold);
  const { passMark } = record.detail;
  const rows = standings(record, certificates, threshold);
  const due = rows.filter((row) => row.due).map((row) => row.participantId);
  const valid = certificates.filter((certificate) => !certificate.revoked);
  const issuable = record.reviewState === 'approved' && record.implementation === 'completed';
  return (
    <>
      <PageHeader
        title={t('title')}
        context={record.title}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: nav('activities'), href: base }, { label: record.reference, href: `${base}/${record.reference}` }]}
        meta={t('summary', { valid: valid.length, due: issuable ? due.length : 0 })}
        action={
          may.issue && issuable && due.length > 0 ? (
            <ConfirmButton
              {...{ label: t('issueAll', { n: due.length }), title: t('issueTitle', { n: due.length }), body: t('issueBody'), cancelLabel: t('cancel'), failedText: t('failed'), variant: 'primary' }}
              action={issueCertificatesAction}
              input={{ projectId: project.id, activityId: record.id, version: record.version, participantIds: due }}
            />
          ) : undefined
        }
      />
      <div className="grid grid-cols-1 gap-4">
        {!issuable && <Banner>{t('needsApproval')}</Banner>}
        {valid.some((certificate) => certificate.name !== null) && <PrintAll href={`${here}/certificates.pdf`} />}
        <Card flush id="certificates" title={t('title')} description={passMark === null ? t('rule', { threshold: f.percent(threshold) }) : t('rulePassMark', { threshold: f.percent(threshold), passMark: f.number(passMark) })}>
          {rows.length === 0 ? <EmptyState icon="training" title={t('empty')}>{t('emptyHint')}</EmptyState> : <CertificateTable project={project} record={record} rows={rows} href={here} issuable={issuable} mayRevoke={may.revoke} />}
        </Card>
      </div>
    </>
  );
}

async function PrintAll({ href }: { href: string }) {
  const t = await getTranslations('certificates');
  return (
    <Card id="print" title={t('downloadAll')}>
      <div className="flex flex-wrap gap-2">
        {(['both', 'cnr', 'en'] as const).map((language) => (
          <a key={language} href={`${href}?language=${language}`} target="_blank" rel="noopener" className={buttonClass()}>
            <Icon name="print" />
            {t(`language.${language}`)}
          </a>
        ))}
      </div>
    </Card>
  );
}

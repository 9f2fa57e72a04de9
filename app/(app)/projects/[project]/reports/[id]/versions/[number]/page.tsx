import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ReportDocument } from '@/components/reports/document/report-document';
import { PrintButton } from '@/components/reports/print-button';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { buttonClass } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { openProject } from '@/lib/projects/queries';
import { issuedVersion } from '@/lib/reports/queries';

type Props = { params: Promise<{ project: string; id: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('version', { number: Number((await params).number) || 0 }) };
}

export default async function IssuedVersionPage({ params }: Props) {
  const { project: slug, id, number } = await params;
  const { viewer, project } = await openProject(slug, 'reports.read');
  const [t, version] = await Promise.all([getTranslations('reports'), issuedVersion(viewer, project.id, id, Number(number))]);
  if (!version) notFound();
  const reports = `/projects/${project.slug}/reports`;
  const here = `${reports}/${id}/versions/${version.number}`;
  return (
    <>
      <div className="no-print mx-auto mb-4 flex max-w-4xl flex-wrap items-center justify-between gap-3">
        <Breadcrumbs items={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: reports }]} />
        <div className="flex flex-wrap gap-2">
          <PrintButton label={t('issuedPage.print')} />
          <a href={`${here}/content.json`} download className={buttonClass()}><Icon name="download" />{t('issuedPage.download')}</a>
        </div>
      </div>
      {version.latest > version.number && (
        <div className="mx-auto mb-4 max-w-4xl">
          <Banner kind="warning" title={t('issuedPage.newer')}><TextLink href={`${reports}/${id}/versions/${version.latest}`}>{t('issuedPage.openNewer', { number: version.latest })}</TextLink></Banner>
        </div>
      )}
      <ReportDocument content={version.content} stamp={{ number: version.number, issuedOn: version.content.cover.issuedOn, sha256: version.sha256, verificationCode: version.verificationCode }} />
    </>
  );
}

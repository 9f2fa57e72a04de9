import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportList } from '@/components/reports/report-list';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { openProject } from '@/lib/projects/queries';
import { listReports } from '@/lib/reports/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

export default async function ReportsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'reports.read');
  const [t, reports] = await Promise.all([getTranslations('reports'), listReports(viewer, project.id)]);
  const base = `/projects/${project.slug}/reports`;
  const mayWrite = project.may('reports.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]}
        meta={t('intro')}
        action={mayWrite && reports.length > 0 && <ButtonLink href={`${base}/new`} variant="primary" icon="plus">{t('new')}</ButtonLink>}
      />
      <ReportList base={base} reports={reports} timeZone={project.timeZone} mayWrite={mayWrite} seesDrafts={project.may('records.read')} />
    </>
  );
}

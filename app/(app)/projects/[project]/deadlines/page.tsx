import { getTranslations } from 'next-intl/server';
import { DeadlineTable } from '@/components/deadlines/deadline-table';
import { ReportTable } from '@/components/deadlines/report-table';
import { EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { listDeadlines, listPeriodReports } from '@/lib/deadlines/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('deadlines'))('title') });

export default async function DeadlinesPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'plan.read');
  const [t, deadlines, reports] = await Promise.all([getTranslations('deadlines'), listDeadlines(viewer, project), listPeriodReports(viewer, project)]);
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]} />
      <Card flush className="max-w-4xl">
        {deadlines.length > 0 ? <Messages namespaces={['deadlines', 'common']}><DeadlineTable deadlines={deadlines} project={project} mayMark={project.may('plan.write')} /></Messages> : <EmptyState icon="calendar" title={t('none')} />}
      </Card>
      <Card flush id="reports" title={t('reports.title')} description={t('reports.intro')} className="mt-6 max-w-4xl scroll-mt-16">
        {reports.length > 0 ? <ReportTable reports={reports} base={`/projects/${project.slug}/reports`} mayWrite={project.may('reports.write')} /> : <EmptyState icon="calendar" title={t('reports.none')} />}
      </Card>
    </>
  );
}

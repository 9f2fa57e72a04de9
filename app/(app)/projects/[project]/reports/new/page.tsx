import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewReportPage } from '@/components/reports/new-page';
import { PageHeader } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { listPeriods, openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('form.title') };
}

export default async function NewReport({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'reports.write');
  const [t, periods] = await Promise.all([getTranslations('reports'), listPeriods(viewer, project.id)]);
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('form.title')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/reports` }]} />
      <NewReportPage project={project} language={await getLanguage()} periods={periods} />
    </>
  );
}

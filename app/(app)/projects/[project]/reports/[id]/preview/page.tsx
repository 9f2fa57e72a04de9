import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ReportDocument } from '@/components/reports/document/report-document';
import { IssueButton } from '@/components/reports/issue-button';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { openProject } from '@/lib/projects/queries';
import { reportDraft } from '@/lib/reports/queries';

type Props = { params: Promise<{ project: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('preview.title') };
}

export default async function PreviewPage({ params }: Props) {
  const { project: slug, id } = await params;
  const { viewer, project } = await openProject(slug, 'reports.write');
  const [t, composed] = await Promise.all([getTranslations('reports'), reportDraft(viewer, project, id)]);
  if (!composed) notFound();
  const reports = `/projects/${project.slug}/reports`;
  const crumbs = [{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: reports }, { label: composed.facts.report.title, href: `${reports}/${id}` }];
  return (
    <>
      <div className="no-print mx-auto mb-4 max-w-4xl">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <Breadcrumbs items={crumbs} />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${reports}/${id}`} icon="edit">{t('preview.back')}</ButtonLink>
            <IssueButton projectId={project.id} base={`${reports}/${id}`} composed={composed} />
          </div>
        </div>
        <Banner kind="warning" title={t('preview.banner')}>{t('preview.body')}</Banner>
      </div>
      <ReportDocument content={composed.content} stamp={null} />
    </>
  );
}

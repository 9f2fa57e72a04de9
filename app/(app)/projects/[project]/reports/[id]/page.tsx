import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ComposePage } from '@/components/reports/compose-page';
import { DraftHeader } from '@/components/reports/draft-header';
import { ReportDocument } from '@/components/reports/document/report-document';
import { openProject } from '@/lib/projects/queries';
import { issuedBefore, reportDraft } from '@/lib/reports/queries';

type Props = { params: Promise<{ project: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

export default async function ReportDraftPage({ params }: Props) {
  const { project: slug, id } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const [composed, issued] = await Promise.all([reportDraft(viewer, project, id), issuedBefore(viewer, project.id, id)]);
  if (!composed) notFound();
  const mayWrite = project.may('reports.write');
  return (
    <>
      <DraftHeader project={project} composed={composed} issued={issued} mayWrite={mayWrite} />
      {mayWrite ? (
        <ComposePage projectId={project.id} userId={viewer.id} facts={composed.facts} content={composed.content} />
      ) : (
        <ReportDocument content={composed.content} stamp={null} />
      )}
    </>
  );
}

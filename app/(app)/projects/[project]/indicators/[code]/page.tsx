import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IndicatorPage } from '@/components/indicators/indicator-page';
import { getLanguage } from '@/lib/i18n/server';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { openProject } from '@/lib/projects/queries';
import { decodeSegment } from '@/lib/shared/segment';

type Props = { params: Promise<{ project: string; code: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: decodeSegment((await params).code).slice(0, 20) });

export default async function Page({ params }: Props) {
  const { project: slug, code } = await params;
  const { viewer, project } = await openProject(slug, 'figures.read');
  const detail = await indicatorDetail(viewer, project, decodeSegment(code), await getLanguage());
  if (!detail) notFound();
  const may = { write: project.may('records.write'), approve: project.may('review.approve') };
  return <IndicatorPage project={project} detail={detail} viewerId={viewer.id} may={may} />;
}

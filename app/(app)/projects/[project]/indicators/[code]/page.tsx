import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IndicatorPage } from '@/components/indicators/indicator-page';
import { env } from '@/lib/env';
import { readParams } from '@/components/ui/filters';
import { getLanguage } from '@/lib/i18n/server';
import { knownOn, projectThen, saidOf } from '@/lib/indicators/queries/as-of';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { asOfDay } from '@/lib/indicators/rules/as-of';
import { openProject } from '@/lib/projects/queries';
import { decodeSegment } from '@/lib/shared/segment';

type Props = { params: Promise<{ project: string; code: string }>; searchParams?: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: decodeSegment((await params).code).slice(0, 20) });

export default async function Page({ params, searchParams }: Props) {
  const { project: slug, code } = await params;
  const { viewer, project } = await openProject(slug, 'figures.read');
  const day = asOfDay(readParams((await searchParams) ?? {}, ['day']).day, project);
  const known = day ? await knownOn(viewer, project, day) : null;
  const detail = await indicatorDetail(viewer, project, decodeSegment(code), await getLanguage(), known);
  if (!detail) notFound();
  const may = { write: project.may('records.write'), approve: project.may('review.approve') };
  return <IndicatorPage project={project} threshold={Number((known ? projectThen(project, known) : project).attendanceThreshold)} detail={detail} asOf={known && saidOf(known, [detail.indicator])} viewerId={viewer.id} may={may} maxMb={env().MAX_UPLOAD_MB} />;
}

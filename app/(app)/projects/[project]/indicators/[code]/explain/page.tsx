import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Explanation } from '@/components/indicators/explanation';
import { getLanguage } from '@/lib/i18n/server';
import { explainIndicator } from '@/lib/indicators/queries/explain';
import { explainAsked } from '@/lib/indicators/rules/explain/asked';
import { openProject } from '@/lib/projects/queries';
import { decodeSegment } from '@/lib/shared/segment';

type Props = { params: Promise<{ project: string; code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators.explain'))('title') });

export default async function ExplainPage({ params, searchParams }: Props) {
  const { project: slug, code } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const asked = explainAsked(await searchParams);
  const explained = await explainIndicator(viewer, project, decodeSegment(code), asked, await getLanguage());
  if (!explained) notFound();
  return <Explanation project={project} explained={explained} asked={asked} />;
}
